// One saying from article to article, on the hand-made corpus.
#include "report/drift.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "report/look_test.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Drift, finds_the_utterance_that_is_meant) {
    const Corpus corpus = make_test_corpus();
    EXPECT_EQ(*find_utterance(corpus, "all"), "");
    EXPECT_EQ(*find_utterance(corpus, "utterance-0000000002"), "utterance-0000000002");
    Corpus one = corpus;
    one.groups.back().kind = LinkKind::story;      // the claim stands last; the sayings before it
    one.groups[one.groups.size() - 2].kind = LinkKind::story;
    EXPECT_EQ(*find_utterance(one, "utterance-0"), "utterance-0000000001");
}

TEST(Drift, an_id_that_is_none_says_what_would_help) {
    const Corpus corpus = make_test_corpus();
    const auto unknown = find_utterance(corpus, "utterance-9"), ambiguous = find_utterance(corpus, "utterance-00");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::usage);
    EXPECT_THAT(unknown.error().message, HasSubstr("firsthand drift all"));
    ASSERT_FALSE(ambiguous);
    EXPECT_THAT(ambiguous.error().message, HasSubstr("may be 2 utterances: utterance-0000000001, utterance-0000000002"));
    EXPECT_TRUE(check_utterance_name("all"));
    EXPECT_TRUE(check_utterance_name("utterance-1"));
    EXPECT_FALSE(check_utterance_name("articles/"));
}

TEST(Drift, the_most_telling_first_and_its_fullest_rendering_at_the_top) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    const DriftsFact fact = list_drifts(view, {});
    ASSERT_EQ(fact.drifts.size(), 2U);
    EXPECT_EQ(drifts_in_words(fact), "2 sayings differ from one rendering to another");
    const DriftFact& mill = fact.drifts[0];
    EXPECT_EQ(mill.utterance.group->id, "utterance-0000000001");
    ASSERT_EQ(mill.wordings.size(), 2U);
    EXPECT_EQ(mill.wordings[0].members, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(mill.wordings[0].against, kNone);
    EXPECT_EQ(mill.wordings[1].against, 0U);
    ASSERT_EQ(mill.wordings[1].edits.size(), 1U);
    EXPECT_EQ(edit_line(mill.wordings[1].edits[0]), "negation: “will not close” became “will close”");
    EXPECT_TRUE(mill.wordings[1].edits[0].turns);
}

TEST(Drift, every_rendering_stands_with_article_date_speaker_form_and_edits) {
    const std::string shown = report_of("drift", make_test_corpus(), {.width = 100});
    EXPECT_THAT(shown, HasSubstr("“The mill will not close before the spring”\n"));
    EXPECT_THAT(shown, HasSubstr("  fullest   Valley Post       4 March 2031  Mara Ellin\n  verbatim  Eastmoor Gazette  4 March 2031  Mara Ellin\n"));
    EXPECT_THAT(shown, HasSubstr("  altered   The Lantern       5 March 2031  Mara Ellin\n    ! negation: “will not close” became “will close”\n"));
    EXPECT_THAT(shown, ::testing::ContainsRegex("      The mill will \\[not\\] close before the spring +│ The mill will close before the spring\n"));
    EXPECT_THAT(shown, HasSubstr("  trimmed   z-blog       undated       The Lantern ← insider (unnamed)\n"));
}

TEST(Drift, one_saying_alone_even_where_nothing_was_changed) {
    Corpus corpus = make_test_corpus();
    for (Group& group : corpus.groups) group.edits.clear();
    EXPECT_THAT(report_of("drift", corpus), HasSubstr("No saying differs from one rendering to another\n"));
    const std::string shown = report_of("drift", corpus, {.utterance = "utterance-0000000002"});
    EXPECT_THAT(shown, HasSubstr("selling the machines"));
    EXPECT_THAT(shown, Not(HasSubstr("the spring")));
}

TEST(Drift, json_is_a_trace_of_the_utterances_with_their_words) {
    const Corpus corpus = make_test_corpus();
    const boost::json::value json = boost::json::parse(report_of("drift.json", corpus, {.limit = 1}));
    EXPECT_EQ(json.at("schema"), "firsthand.drift/1");
    EXPECT_EQ(json.at("left_out").at("utterances"), 1);
    const boost::json::value& mill = json.at("utterances").at(0);
    EXPECT_EQ(mill.at("id"), "utterance-0000000001");
    EXPECT_EQ(mill.at("fullest"), 0);
    EXPECT_EQ(mill.at("members").at(3).at("form"), "altered");
    EXPECT_EQ(mill.at("members").at(3).at("words"), "The mill will close before the spring");
    EXPECT_EQ(mill.at("members").at(3).at("said_by"), "Mara Ellin");
    EXPECT_EQ(mill.at("edits").at(0).at("kind"), "negation");
}

TEST(Drift, members_that_are_not_in_the_corpus_do_no_harm) {
    Corpus corpus = make_test_corpus();
    corpus.readings.erase(corpus.readings.begin());                // the one that the others are compared with
    for (const char* name : {"drift", "drift.json", "drift.csv", "drift.html"}) EXPECT_THAT(report_of(name, corpus), HasSubstr("The Lantern")) << name;
}

TEST(Drift, terminal_text_keeps_to_the_terminal) { expect_terminal_text("drift", make_test_corpus()); }

}  // namespace
}  // namespace firsthand::report
