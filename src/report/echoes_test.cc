// Passages that stand in two articles, on the hand-made corpus.
#include "report/echoes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "report/look_test.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The Lantern has two passages from the Valley Post, and a hostile blog one from The Lantern.
Corpus make_corpus_with_echoes() {
    Corpus corpus = make_test_corpus();
    const auto add = [&](std::size_t from, std::string_view old_words, std::size_t to, std::string_view new_words, std::uint32_t same) {
        const auto place = [&](std::size_t document, std::string_view words) {
            const auto at = static_cast<std::uint32_t>(corpus.readings[document].document.text.find(words));
            return Passage{corpus.readings[document].key, {at, at + static_cast<std::uint32_t>(words.size())}, kNone};
        };
        corpus.links.push_back({LinkKind::echo, place(from, old_words), place(to, new_words), Direction::forward, same + 1, same, "published 1 day later", 1});
    };
    add(0, "The mill will not close", 3, "The mill will close", 4);
    add(0, "close before the spring", 3, "close before the spring", 40);
    add(3, "are selling the machines", 6, "selling,” an insider told The Lantern, “the machines", 3);
    return corpus;
}

TEST(Echoes, pairs_with_the_most_words_come_first_and_so_do_passages) {
    const Corpus corpus = make_corpus_with_echoes();
    const View view(corpus);
    const EchoesFact fact = list_echo_pairs(view, 0);
    ASSERT_EQ(fact.pairs.size(), 4U);
    EXPECT_EQ(fact.pairs[0].same, 52U);
    EXPECT_TRUE(fact.pairs[0].one_text);
    EXPECT_EQ(reason_in_words(fact.pairs[0]), "not known who had it first: one text; both print one text");
    EXPECT_EQ(names_in_words(view, fact.pairs[0]), "Valley Post, Eastmoor Gazette");
    const EchoPair& lantern = fact.pairs[2];
    EXPECT_EQ(names_in_words(view, lantern), "The Lantern ← Valley Post");
    EXPECT_EQ(size_in_words(lantern), "44 words in 2 passages");
    EXPECT_EQ(lantern.passages[0]->same, 40U);
    EXPECT_EQ(size_in_words(*lantern.passages[1]), "5 words, 4 of them the same");
}

TEST(Echoes, differences_are_marked_side_by_side) {
    const Corpus corpus = make_corpus_with_echoes();
    EXPECT_THAT(report_of("echoes", corpus), HasSubstr("    Valley Post\n      The mill will [not] close\n    The Lantern\n      The mill will close\n"));
    EXPECT_THAT(report_of("echoes", corpus, {.width = 120}), ::testing::ContainsRegex("    The mill will \\[not\\] close +│ The mill will close\n"));
    EXPECT_THAT(report_of("echoes", corpus, {.color = true}), HasSubstr("The mill will \x1b[1;31mnot \x1b[0mclose"));
    EXPECT_THAT(report_of("echoes.html", corpus), HasSubstr("The mill will <del>not</del> close</p>"));
}

TEST(Echoes, json_and_table_name_places_in_code_points) {
    const Corpus corpus = make_corpus_with_echoes();
    const boost::json::value json = boost::json::parse(report_of("echoes.json", corpus));
    EXPECT_EQ(json.at("schema"), "firsthand.echoes/1");
    EXPECT_EQ(json.at("offset_unit"), "codepoint");
    const boost::json::value& pair = json.at("pairs").at(2);
    EXPECT_EQ(pair.at("words"), 44);
    EXPECT_EQ(pair.at("direction"), "forward");
    EXPECT_TRUE(pair.at("copy").is_null());
    EXPECT_EQ(json.at("pairs").at(0).at("copy"), "copy-0000000001");
    EXPECT_EQ(pair.at("echoes").at(1).at("to").at("document"), "d-lantern");
    EXPECT_EQ(pair.at("echoes").at(1).at("to").at("begin"), 17) << "after “It is official. “”, whose mark is one code point";
    EXPECT_THAT(report_of("echoes.csv", corpus), HasSubstr(",forward,published 1 day later,5,4,99,122,17,36,The mill will not close,The mill will close\r\n"));
}

TEST(Echoes, the_limit_says_what_it_leaves_out) {
    const Corpus corpus = make_corpus_with_echoes();
    const std::string shown = report_of("echoes", corpus, {.limit = 3});
    EXPECT_THAT(shown, HasSubstr("4 pairs of articles that share passages, the first 3\n"));
    EXPECT_THAT(shown, HasSubstr("… and 1 more pair\n"));
    EXPECT_THAT(shown, Not(HasSubstr("z-blog")));
    EXPECT_EQ(boost::json::parse(report_of("echoes.json", corpus, {.limit = 3})).at("left_out").at("pairs"), 1);
}

TEST(Echoes, terminal_text_keeps_to_the_terminal) {
    expect_terminal_text("echoes", make_corpus_with_echoes());
    Corpus without = make_test_corpus();
    without.links.clear();
    EXPECT_THAT(report_of("echoes", without), HasSubstr("No article repeats a passage of another\n"));
}

}  // namespace
}  // namespace firsthand::report
