// Who prints one text, and who owes much to others, on the hand-made corpus.
#include "report/copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "report/look_test.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Four of the ferry article's words stand in another one, which has half of its own from there.
Corpus make_corpus_with_borrower() {
    Corpus corpus = make_test_corpus();
    const auto place = [&](std::size_t document, std::string_view words) {
        const auto at = static_cast<std::uint32_t>(corpus.readings[document].document.text.find(words));
        return Passage{corpus.readings[document].key, {at, at + static_cast<std::uint32_t>(words.size())}, kNone};
    };
    corpus.links.push_back({LinkKind::echo, place(4, "from Port Velm sails again on Friday"), place(5, "ferry will sail from Port Velm on Friday"), Direction::forward, 8, 5, "named", 1});
    return corpus;
}

TEST(Copies, largest_group_first_with_root_and_credit) {
    Corpus corpus = make_test_corpus();
    const View view(corpus);
    const CopiesFact fact = list_copied_texts(view, 0);
    ASSERT_EQ(fact.groups.size(), 1U);
    EXPECT_EQ(copies_in_words(fact), "1 text is printed by several articles, 3 in all");
    EXPECT_EQ(root_in_words(view, describe_copy(view, *fact.groups[0])), "Goes back to Valley Post, 4 March 2031: the dateline names Northline");
    EXPECT_TRUE(fact.borrowers.empty());
}

TEST(Copies, says_why_there_is_no_root) {
    Corpus corpus = make_test_corpus();
    for (Group& group : corpus.groups)
        if (group.kind == LinkKind::copy) group.root = 0;
    EXPECT_THAT(report_of("copies", corpus, {.width = 120}), HasSubstr("\nGoes back to Northline: the dateline names Northline\n"));
    for (Group& group : corpus.groups) group.credit.clear();
    EXPECT_THAT(report_of("copies", corpus, {.width = 120}), HasSubstr("\nRoot not known: the dateline names Northline\n"));
    EXPECT_THAT(report_of("copies", corpus, {.width = 120}), HasSubstr("  0 to 100 %  Valley Post"));
}

TEST(Copies, who_has_many_words_of_others_stands_below) {
    const Corpus corpus = make_corpus_with_borrower();
    const std::string shown = report_of("copies", corpus, {.width = 120});
    EXPECT_THAT(shown, HasSubstr("\nNo copies, but many words of others: 1 article with 30 % or more\n  57 %  The Tide  7 March 2031  14 words  No ferry on Friday\n"));
    EXPECT_THAT(shown, HasSubstr("      words also in: Coast Weekly 海岸 8\n"));
    EXPECT_THAT(report_of("copies.csv", corpus), HasSubstr("\r\n,1,,,,f-tide,The Tide,2031-03-07,No ferry on Friday,14,8,8,57,57,Coast Weekly 海岸 8\r\n"));
    const boost::json::value json = boost::json::parse(report_of("copies.json", corpus));
    EXPECT_EQ(json.at("schema"), "firsthand.copies/1");
    EXPECT_EQ(json.at("copies").at(0).at("root"), "a-valley");
    EXPECT_EQ(json.at("copies").at(0).at("members").at(2).at("borrowed").at("low"), 39);
    EXPECT_EQ(json.at("borrowers").at(0).at("document"), "f-tide");
    EXPECT_EQ(json.at("borrowers").at(0).at("from").at(0).at("words"), 8);
    EXPECT_EQ(json.at("documents").as_array().size(), 5U) << "those that are named, and no others";
    EXPECT_THAT(report_of("copies.html", corpus), HasSubstr("<h2>No copies, but many words of others</h2>"));
}

TEST(Copies, an_outlet_that_lends_twice_is_named_once) {
    Corpus corpus = make_test_corpus();
    corpus.readings[1].document.outlet = "Valley Post";
    EXPECT_EQ(lenders_in_words(View(corpus), {100, 50, 50, {{0, 40}, {3, 30}, {1, 20}}}), "Valley Post 40 (2 articles), The Lantern 30");
}

TEST(Copies, the_limit_says_what_it_leaves_out) {
    Corpus corpus = make_test_corpus();
    Group second;
    second.kind = LinkKind::copy;
    second.id = "copy-0000000002";
    second.members = {{corpus.readings[4].key, {}, kNone}, {corpus.readings[5].key, {}, kNone}};
    corpus.groups.push_back(second);
    const std::string shown = report_of("copies", corpus, {.limit = 1});
    EXPECT_THAT(shown, HasSubstr("2 texts that several articles print, the first 1\n"));
    EXPECT_THAT(shown, HasSubstr("… and 1 more text\n"));
    EXPECT_THAT(shown, Not(HasSubstr("The Tide")));
    EXPECT_EQ(boost::json::parse(report_of("copies.json", corpus, {.limit = 1})).at("left_out").at("copies"), 1);
    EXPECT_THAT(report_of("copies", corpus), HasSubstr("2 texts are printed by several articles, 5 in all\n"));
}

TEST(Copies, terminal_text_keeps_to_the_terminal) {
    expect_terminal_text("copies", make_corpus_with_borrower());
    EXPECT_THAT(report_of("copies", Corpus{}), HasSubstr("Nothing was read"));
}

}  // namespace
}  // namespace firsthand::report
