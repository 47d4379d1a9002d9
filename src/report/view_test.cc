// Indices, ids and stories of a View.
#include "report/view.h"

#include <gtest/gtest.h>

#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

TEST(View, entities_of_a_group_share_one_id_and_the_others_have_their_own) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    EXPECT_EQ(view.entity_id(0, 1), view.entity_id(3, 1));
    EXPECT_EQ(view.name(view.entity_id(3, 1)), "Mara Ellin");
    EXPECT_NE(view.entity_id(0, 2), view.entity_id(1, 2));
    EXPECT_NE(view.entity_id(3, 3), view.entity_id(6, 2)) << "unnamed sources of two articles are not merged by assumption";
    EXPECT_EQ(view.entity_id(0, kNobody), 0U);
    std::size_t members = 0;
    for (std::size_t i = 0; i < view.entities().size(); ++i) {
        EXPECT_EQ(view.entities()[i].id, i + 1);
        members += view.entities()[i].members.size();
        for (const LocalEntity local : view.entities()[i].members) EXPECT_EQ(view.entity_id(local.document, local.entity), i + 1);
    }
    EXPECT_EQ(members, 12U);
}

TEST(View, stories_hold_their_utterances_copies_and_claims) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    ASSERT_EQ(view.stories().size(), 2U);
    const StoryView& mill = view.stories()[0];
    EXPECT_EQ(mill.documents, (std::vector<std::uint32_t>{0, 1, 2, 3, 6}));
    ASSERT_EQ(mill.utterances.size(), 2U);
    EXPECT_EQ(mill.utterances[0]->id, "utterance-0000000001") << "the most repeated first";
    EXPECT_EQ(mill.copies.size(), 1U);
    EXPECT_EQ(mill.claims.size(), 1U);
    EXPECT_NE(mill.weight, nullptr);
    EXPECT_TRUE(view.stories()[1].utterances.empty());
    EXPECT_EQ(view.story_of(4), 1U);
}

TEST(View, a_document_without_groups_is_a_story_of_its_own) {
    Corpus corpus = make_test_corpus();
    corpus.groups.clear();
    corpus.assessments.clear();
    const View view(corpus);
    EXPECT_EQ(view.stories().size(), corpus.readings.size());
    EXPECT_EQ(view.copies().size(), corpus.readings.size());
    EXPECT_EQ(view.stories()[6].title, "Machines <script>alert(\"gone\")</script> & all");
    EXPECT_TRUE(view.stories()[0].id.starts_with("story-"));
}

TEST(View, words_are_counted_without_furniture_and_lone_punctuation) {
    Corpus corpus;
    Reading reading;
    reading.key = 1;
    reading.document.text = "“One” two — three 4th\nÜber 東京 You Might Also Like";
    const auto begin = static_cast<std::uint32_t>(reading.document.text.find("You"));
    reading.document.furniture = {{begin, static_cast<std::uint32_t>(reading.document.text.size())}};
    corpus.readings.push_back(reading);
    const View view(corpus);
    EXPECT_EQ(view.words(0), 6U);
    EXPECT_EQ(view.points(0, {3, 6}), (ByteSpan{1, 4}));
    const std::vector<ByteSpan> parts{{0, 9}, {19, static_cast<std::uint32_t>(corpus.readings[0].document.text.size())}};
    EXPECT_EQ(view.words_in(0, parts), 5U) << "“One”, three 4th, Über 東京";
}

TEST(View, spans_are_joined_where_they_overlap_and_furniture_is_left_out) {
    EXPECT_EQ(join_spans({{5, 9}, {0, 3}, {8, 12}, {12, 14}}), (std::vector<ByteSpan>{{0, 3}, {5, 14}}));
    Document document;
    document.furniture = {{2, 4}, {6, 20}};
    EXPECT_EQ(leave_out_furniture(document, {3, 10}), (std::vector<ByteSpan>{{4, 6}}));
    EXPECT_EQ(leave_out_furniture(document, {0, 25}), (std::vector<ByteSpan>{{0, 2}, {4, 6}, {20, 25}}));
    EXPECT_TRUE(leave_out_furniture(document, {7, 9}).empty());
}

TEST(View, content_is_cut_to_the_passage) {
    Attribution attribution;
    attribution.content = {{0, 10}, {20, 30}, {40, 50}};
    EXPECT_EQ(cut_content(&attribution, {5, 25}), (std::vector<ByteSpan>{{5, 10}, {20, 25}}));
    EXPECT_TRUE(cut_content(&attribution, {11, 19}).empty());
    EXPECT_TRUE(cut_content(nullptr, {5, 25}).empty());
}

TEST(View, members_that_are_not_in_the_corpus_do_no_harm) {
    Corpus corpus = make_test_corpus();
    corpus.readings.resize(2);
    const View view(corpus);
    EXPECT_EQ(view.stories()[0].documents, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(view.index_of(12345), kNone);
    EXPECT_EQ(view.attribution({12345, {}, 0}), nullptr);
}

}  // namespace
}  // namespace firsthand::report
