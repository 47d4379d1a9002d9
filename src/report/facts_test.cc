// What is said about a story at one glance.
#include "report/facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

TEST(Facts, counts_in_words) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    EXPECT_EQ(counts_in_words(count_all(view)), "7 articles, 6 outlets, 2 stories");
    EXPECT_EQ(gaps_in_words(count_all(view)), "1 undated, 1 without an outlet; 2 skipped");
    Counts none;
    none.articles = 2;
    none.undated = none.without_outlet = 2;
    EXPECT_EQ(counts_in_words(none), "2 articles");
    EXPECT_EQ(gaps_in_words(none), "all undated, all without an outlet");
    EXPECT_EQ(gaps_in_words(Counts{}), "");
    none.articles = 37554;
    none.undated = 4422;
    none.without_outlet = 0;
    EXPECT_EQ(gaps_in_words(none), "4,422 undated");
}

TEST(Facts, a_story_in_one_line) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    EXPECT_EQ(story_in_words(view, view.stories()[0]), "5 articles · 4 outlets · 2 to 3 independent origins · 3 print one text · 1 denial");
    EXPECT_EQ(story_in_words(view, view.stories()[1]), "2 articles · 2 outlets");
}

TEST(Facts, copies_name_their_credit_and_the_cut_ones) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    const auto copies = list_copies(view, view.stories()[0]);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copy_in_words(copies[0]), "3 articles print one text (Northline), 1 cut");
    EXPECT_EQ(copies[0].root, 0U);
}

TEST(Facts, voices_are_counted_by_speaker_and_way) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    const auto voices = list_voices(view, view.stories()[0]);
    ASSERT_EQ(voices.size(), 3U);
    EXPECT_EQ(voices[0].chain, "Mara Ellin");
    EXPECT_EQ(voices[0].documents.size(), 4U);
    EXPECT_EQ(voices[0].quotations, 7U);
    EXPECT_EQ(voices[1].chain, "The Lantern ← mill insider (unnamed)");
    EXPECT_EQ(list_voices(view, view.stories()[1]).size(), 1U) << "\"reportedly\" is nobody's voice";
}

TEST(Facts, a_saying_has_its_wordings_chains_and_edits) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    const UtteranceFact fact = describe_utterance(view, *view.stories()[0].utterances[0]);
    EXPECT_EQ(fact.documents, 4U);
    EXPECT_EQ(fact.words, "The mill will not close before the spring");
    ASSERT_EQ(fact.renderings.size(), 2U);
    EXPECT_EQ(fact.renderings[0].members.size(), 3U);
    EXPECT_EQ(fact.renderings[1].words, "The mill will close before the spring");
    ASSERT_EQ(fact.chains.size(), 1U);
    ASSERT_EQ(fact.edits.size(), 1U);
    EXPECT_EQ(fact.edits[0].words, "“will not close” became “will close”");
    EXPECT_EQ(fact.edits[0].documents, std::vector<std::uint32_t>{3});
}

TEST(Facts, the_same_edit_in_two_articles_is_told_once_and_a_lost_not_first) {
    Corpus corpus = make_test_corpus();
    Group& saying = corpus.groups[5];
    saying.edits = {{0, 1, EditKind::wording, "before", "until"}, {0, 3, EditKind::negation, "not", ""},
                    {0, 2, EditKind::negation, "Not", ""}, {0, 77, EditKind::hedge, "a", "b"}};
    const View view(corpus);
    const UtteranceFact fact = describe_utterance(view, saying);
    ASSERT_EQ(fact.edits.size(), 3U);
    EXPECT_EQ(fact.edits[0].edit->kind, EditKind::negation);
    EXPECT_TRUE(fact.edits[0].turns);
    EXPECT_EQ(fact.edits[0].documents, (std::vector<std::uint32_t>{3, 2}));
    EXPECT_TRUE(fact.edits[1].documents.empty()) << "a member that does not exist";
}

}  // namespace
}  // namespace firsthand::report
