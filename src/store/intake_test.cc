#include "store/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/hash.h"

namespace firsthand::store {
namespace {

Reading reading(std::string id, std::string path, std::string text) {
    Reading r;
    r.document.id = std::move(id);
    r.document.path = std::move(path);
    r.document.text = std::move(text);
    r.key = base::hash_bytes(identity(r.document));
    return r;
}

TEST(Intake, SettlesSharedIdsWhateverTheOrder) {
    std::vector<Reading> readings = {reading("a", "1.txt", "one"), reading("a", "2.txt", "one"), reading("a", "3.txt", "another"), reading("b", "4.txt", "one")};
    std::sort(readings.begin(), readings.end(), [](const Reading& x, const Reading& y) { return x.document.path < y.document.path; });
    do {
        auto store = Store::open_temporary();
        ASSERT_TRUE(store);
        Intake intake(*store);
        for (const Reading& r : readings) ASSERT_TRUE(intake.add(r));
        std::vector<Skipped> skipped;
        ASSERT_TRUE(intake.settle(skipped));
        EXPECT_THAT(skipped, testing::ElementsAre(Skipped{"2.txt", "the same id and text as 1.txt"}));
        const auto rows = store->documents();
        ASSERT_TRUE(rows);
        ASSERT_EQ(rows->size(), 3U);
        EXPECT_EQ(store->reading(base::hash_bytes("a"))->document.path, "3.txt");   // "another" before "one"
        EXPECT_EQ(store->reading(base::hash_bytes("a#2"))->document.path, "1.txt");
        EXPECT_EQ(store->reading(base::hash_bytes("b"))->document.path, "4.txt");
    } while (std::next_permutation(readings.begin(), readings.end(), [](const Reading& x, const Reading& y) { return x.document.path < y.document.path; }));
}

Reading web_reading(std::string url, std::string path, std::string text, std::int64_t published) {
    Reading r = reading(url, std::move(path), std::move(text));
    r.document.url = std::move(url);
    r.document.canonical_url = "https://quell.example/goat";
    r.document.published = {"2021-08-31", "published", published, DatePrecision::second};
    r.key = base::hash_bytes(identity(r.document));
    return r;
}

TEST(Intake, OneAddressIsOneArticleAndItsRevisions) {
    std::vector<Reading> readings = {web_reading("http://quell.example/goat", "1.txt", "one", 20), web_reading("https://www.quell.example/goat?utm_source=x", "2.txt", "one", 20),
                                     web_reading("https://m.quell.example/goat", "3.txt", "one, corrected", 10), reading("https://quell.example/goat", "4.txt", "given as an id")};
    readings[3].document.url = "https://quell.example/elsewhere";
    readings[3].key = base::hash_bytes("another identity");
    std::vector<int> order = {0, 1, 2, 3};
    do {
        auto store = Store::open_temporary();
        ASSERT_TRUE(store);
        Intake intake(*store);
        for (const int i : order) ASSERT_TRUE(intake.add(readings[i]));
        std::vector<Skipped> skipped;
        ASSERT_TRUE(intake.settle(skipped));
        EXPECT_THAT(skipped, testing::ElementsAre(Skipped{"2.txt", "the same address and text as 1.txt"}));
        const auto first = store->reading(base::hash_bytes("https://quell.example/goat"));
        ASSERT_TRUE(first);
        EXPECT_EQ(first->document.id, "https://m.quell.example/goat") << "the URL as given of the earliest";
        EXPECT_TRUE(first->document.notes.empty());
        const auto second = store->reading(base::hash_bytes("https://quell.example/goat#2"));
        ASSERT_TRUE(second);
        EXPECT_EQ(second->document.id, "https://m.quell.example/goat#2");
        EXPECT_EQ(second->document.path, "1.txt");
        EXPECT_THAT(second->document.notes, testing::ElementsAre("a revision of https://m.quell.example/goat"));
        EXPECT_EQ(store->documents()->size(), 3U);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Intake, NumbersThatAreTakenAreLeft) {
    auto store = Store::open_temporary();
    ASSERT_TRUE(store);
    Intake intake(*store);
    for (const Reading& r : {reading("a", "1.txt", "one"), reading("a", "2.txt", "two"), reading("a#2", "3.txt", "three")}) ASSERT_TRUE(intake.add(r));
    std::vector<Skipped> skipped;
    ASSERT_TRUE(intake.settle(skipped));
    EXPECT_EQ(store->reading(base::hash_bytes("a#2"))->document.path, "3.txt");
    EXPECT_EQ(store->reading(base::hash_bytes("a#3"))->document.path, "2.txt");
}

}  // namespace
}  // namespace firsthand::store
