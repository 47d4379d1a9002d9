#include "read/listing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "read/dates.h"

namespace firsthand::read {
namespace {

constexpr ListingKind kFeed{"entry", "entries", "save the pages", 0};
constexpr ListingKind kTable{"row", "rows", "fetch the pages", 2};

Listed listed(std::string url, std::string title = {}, std::string published = {}, std::string from = "feed: pubDate") {
    Listed record{.url = std::move(url), .title = std::move(title)};
    if (auto date = parse_date(published)) {
        record.published = *date;
        record.published.from = std::move(from);
    }
    return record;
}

Document document(std::string url) {
    Document made;
    made.url = std::move(url);
    return made;
}

TEST(Listings, FillWhatIsNotSaidAndNeverOverride) {
    Listings listings;
    listings.start("feed.xml", kFeed);
    Listed record = listed("https://www.quell.example/a?utm_source=rss", "A bridge", "2021-08-31T10:00:00Z");
    record.author = "Mara Quill";
    record.outlet = "Quell Times";
    record.genre = Genre::opinion;
    listings.add(record);
    listings.settle();
    Document bare = document("https://quell.example/a#top");
    listings.fill(bare);
    EXPECT_EQ(bare.author, "Mara Quill");
    EXPECT_EQ(bare.outlet, "Quell Times");
    EXPECT_EQ(bare.published.value, "2021-08-31T10:00:00Z");
    EXPECT_EQ(bare.published.from, "feed: pubDate");
    EXPECT_EQ(bare.published.seconds, record.published.seconds);
    EXPECT_EQ(bare.genre, Genre::opinion);
    EXPECT_EQ(bare.title, "") << "the first line of the text is asked before";
    EXPECT_TRUE(listings.fill_title(bare));
    EXPECT_EQ(bare.title, "A bridge");
    Document full = document("https://quell.example/a");
    full.author = "Jon Dell";
    full.title = "T";
    full.outlet = "O";
    full.published = *parse_date("2020-01-01");
    full.genre = Genre::news;
    const Document before = full;
    listings.fill(full);
    EXPECT_FALSE(listings.fill_title(full));
    EXPECT_EQ(full, before);
    EXPECT_TRUE(listings.list_unjoined().empty());
}

TEST(Listings, WhatJoinedNothingIsCounted) {
    Listings listings;
    listings.start("feed.xml", kFeed);
    for (const char* url : {"https://quell.example/a", "https://quell.example/a", "https://quell.example/b", ""}) listings.add(listed(url));
    listings.start("empty.xml", kFeed);
    listings.start("links.csv", kTable);
    listings.add(listed("https://quell.example/c"));
    listings.settle();
    for (const char* url : {"https://quell.example/a", "https://quell.example/a", "", "no address"}) {
        Document met = document(url);
        listings.fill(met);
    }
    EXPECT_EQ(listings.list_unjoined(), (std::vector<Skipped>{
        {"feed.xml", "4 entries hold no article text (2 joined articles of this run by URL): save the pages"},
        {"links.csv", "1 row holds no article text: fetch the pages"}}));
    EXPECT_TRUE(listings.holds("empty.xml"));
    EXPECT_FALSE(listings.holds("other.xml"));
}

TEST(Listings, SeveralRecordsOnOneAddressInAnyOrder) {
    const std::string url = "https://quell.example/a";
    std::vector<std::pair<const ListingKind*, Listed>> records = {
        {&kTable, listed(url, "A bridge is closed in Quell, and a longer title", "2021-08-30", "listing t.csv: publish_date")},
        {&kFeed, listed(url, "Bridge", "2021-08-31", "feed: dc:date")},
        {&kFeed, listed(url, "A bridge is closed", "2021-08-31T10:00:00Z")},
        {&kFeed, listed(url, "A bridge was closed", "2021-08-31T12:00:00Z")}};
    std::vector<std::size_t> order = {0, 1, 2, 3};
    do {
        Listings listings;
        for (const std::size_t i : order) {
            listings.start("file" + std::to_string(i), *records[i].first);
            listings.add(records[i].second);
        }
        listings.settle();
        Document met = document(url);
        listings.fill(met);
        listings.fill_title(met);
        EXPECT_EQ(met.title, "A bridge was closed") << "the publisher's own, the fullest";
        EXPECT_EQ(met.published.value, "2021-08-31T10:00:00Z") << "the finest, then the earliest";
        EXPECT_TRUE(listings.list_unjoined().empty());
    } while (std::next_permutation(order.begin(), order.end()));
}

// Each field by itself: who says it best need not say the others.
TEST(Listings, EachFieldHasItsOwnBest) {
    Listed titled = listed("https://quell.example/a", "A bridge over the Quell"), dated = listed("https://quell.example/a", "A bridge", "2021-08-31T10:00:00Z");
    Listed signed_one = listed("https://quell.example/a", {}, "2021-08-31", "listing t.csv: date");
    titled.genre = Genre::news;
    dated.outlet = "Quell Times";
    signed_one.author = "Mara Quill";
    signed_one.outlet = "The Quell Times of Quell";
    signed_one.genre = Genre::opinion;
    for (const bool turned : {false, true}) {
        Listings listings;
        listings.start("other.xml", kFeed);
        listings.add(listed("https://quell.example/b", "Another one, with the longest title of all of them"));
        listings.start(turned ? "t.csv" : "f.xml", turned ? kTable : kFeed);
        for (const Listed& record : turned ? std::vector<Listed>{signed_one} : std::vector<Listed>{titled, dated}) listings.add(record);
        listings.start(turned ? "f.xml" : "t.csv", turned ? kFeed : kTable);
        for (const Listed& record : turned ? std::vector<Listed>{dated, titled} : std::vector<Listed>{signed_one}) listings.add(record);
        listings.settle();
        Document met = document("https://quell.example/a");
        listings.fill(met);
        EXPECT_TRUE(listings.fill_title(met));
        EXPECT_EQ(met.title, "A bridge over the Quell");
        EXPECT_EQ(met.author, "Mara Quill") << "the less trusted kind, for the other says nothing";
        EXPECT_EQ(met.outlet, "Quell Times");
        EXPECT_EQ(met.published.value, "2021-08-31T10:00:00Z");
        EXPECT_EQ(met.genre, std::max(Genre::news, Genre::opinion));
        const auto unjoined = listings.list_unjoined();
        ASSERT_EQ(unjoined.size(), 1U);
        EXPECT_EQ(unjoined[0].path, "other.xml");
    }
}

TEST(Listings, ManyRecordsOnOneAddressCostADocumentNothing) {
    constexpr int kMany = 50'000;
    Listings listings;
    listings.start("links.csv", kTable);
    for (int i = 0; i < kMany; ++i) listings.add(listed("https://quell.example/a", "Bridge " + std::to_string(i)));
    listings.settle();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 5'000; ++i) {
        Document met = document("https://quell.example/a");
        listings.fill(met);
        listings.fill_title(met);
        ASSERT_EQ(met.title, "Bridge 10000") << "the fullest, then by its letters";
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << "going through all of them takes minutes";
    EXPECT_TRUE(listings.list_unjoined().empty());
}

TEST(Listings, WhatIsTakenBackWasNeverThere) {
    Listings listings;
    listings.start("feed.xml", kFeed);
    listings.add(listed("https://quell.example/a", "A bridge"));
    listings.start("answer.json", kTable);
    listings.add(listed("https://quell.example/a", "A bridge over the Quell, in more words"));
    listings.add(listed("https://quell.example/b", "B"));
    listings.take_back();
    EXPECT_FALSE(listings.holds("answer.json"));
    listings.start("links.csv", kTable);
    listings.add(listed("https://quell.example/c", "C"));
    listings.settle();
    const auto title_of = [&](const char* url) {
        Document met = document(url);
        listings.fill(met);
        listings.fill_title(met);
        return met.title;
    };
    EXPECT_EQ(title_of("https://quell.example/a"), "A bridge");
    EXPECT_EQ(title_of("https://quell.example/b"), "");
    EXPECT_EQ(title_of("https://quell.example/c"), "C");
    EXPECT_TRUE(listings.list_unjoined().empty());
}

TEST(Listings, WithoutRecords) {
    Listings listings;
    listings.settle();
    Document met = document("https://quell.example/a");
    listings.fill(met);
    EXPECT_FALSE(listings.fill_title(met));
    EXPECT_EQ(met, document("https://quell.example/a"));
    EXPECT_TRUE(listings.list_unjoined().empty());
}

}  // namespace
}  // namespace firsthand::read
