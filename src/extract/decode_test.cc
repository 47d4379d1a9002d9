// Hand-made scores -> spans and links; the fast path search equals a search of all tag sequences.
#include "extract/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string_view>

namespace firsthand::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kSource = model::kOuter, kCue = kSource + model::kSteps, kContent = kCue + model::kSteps;

// Pieces of one byte each; every score 0 but those that a tag sequence names: "OBIES" -> 5 for that step.
struct Scores {
    explicit Scores(std::size_t n) {
        for (std::uint32_t i = 0; i < n; ++i) encoding.pieces.push_back({i, i + 1});
        encoding.tags.assign(n * model::kTags, 0);
    }
    Scores& role(std::size_t column, std::string_view steps, float score = 5) {
        for (std::size_t i = 0; i < steps.size(); ++i) encoding.tags[i * model::kTags + column + std::string_view("OBIES").find(steps[i])] = score;
        return *this;
    }
    Encoding encoding;
};

// Links by the distance of begins: nearer is better; further than `reach` is nobody.
LinkScorer nearest(std::uint32_t reach = 8) {
    return [reach](model::Relation, std::span<const PieceSpan> queries, std::span<const PieceSpan> keys) {
        std::vector<float> scores;
        for (const PieceSpan query : queries)
            for (const PieceSpan key : keys)
                scores.push_back(static_cast<float>(reach) - std::abs(static_cast<float>(query.begin) - static_cast<float>(key.begin)));
        return scores;
    };
}

TEST(DecodeRole, ReadsSpansUnderTheirGrammar) {
    const auto spans = [](std::string_view steps) { return decode_role(Scores(steps.size()).role(kCue, steps).encoding, kCue); };
    EXPECT_THAT(spans(""), IsEmpty());
    EXPECT_THAT(spans("OOO"), IsEmpty());
    EXPECT_THAT(spans("OSO"), ElementsAre(PieceSpan{1, 2}));
    EXPECT_THAT(spans("BIEO"), ElementsAre(PieceSpan{0, 3}));
    EXPECT_THAT(spans("BESBE"), ElementsAre(PieceSpan{0, 2}, PieceSpan{2, 3}, PieceSpan{3, 5}));
    EXPECT_THAT(spans("OBIIO"), ElementsAre(PieceSpan{1, 4}));   // no E: it ends all the same
    EXPECT_THAT(spans("B"), testing::SizeIs(testing::Le(1)));
}

TEST(DecodeAttributions, LinksWhatIsNearest) {
    Scores scores(12);
    scores.role(kSource, "BEOOOOOOOSOO").role(kCue, "OOSOOOOOOOSO").role(kContent, "OOOBIEOBEOOO");
    const std::vector<Tagged> found = decode_attributions(scores.encoding, nearest());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].source, (PieceSpan{0, 2}));
    EXPECT_EQ(found[0].cue, (PieceSpan{2, 3}));
    EXPECT_THAT(found[0].content, ElementsAre(PieceSpan{3, 6}));
    EXPECT_EQ(found[1].source, (PieceSpan{9, 10}));
    EXPECT_THAT(found[1].content, ElementsAre(PieceSpan{7, 9}));
}

TEST(DecodeAttributions, GathersTheContentsOfOneCue) {
    Scores scores(8);
    scores.role(kSource, "OOOOSOOO").role(kCue, "OOOSOOOO").role(kContent, "BIEOOBIE");
    const std::vector<Tagged> found = decode_attributions(scores.encoding, nearest());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].content, ElementsAre(PieceSpan{0, 3}, PieceSpan{5, 8}));
    EXPECT_FALSE(found[0].nested);
}

TEST(DecodeAttributions, LeavesOutNobody) {
    Scores scores(30);
    scores.role(kSource, "SOOOOOOOOOOOOOOOOOOOOOOOOOOOOO").role(kContent, "OOOOOOOOOOOOOOOOOOOOBIIEOOOOOO").role(kCue, "OOSOOOOOOOOOOOOOOOOOOOOOOOOOOO");
    const std::vector<Tagged> found = decode_attributions(scores.encoding, nearest());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].cue.empty());
    EXPECT_TRUE(found[0].source.empty());
}

TEST(DecodeAttributions, KnowsTheNestedFromTheOuter) {
    Scores scores(8);
    scores.role(kSource, "SOOOOOOO").role(kCue, "OSOOOOOO").role(kContent, "OOBIIIIE");
    scores.role(model::kNested, "OOSOOOOO").role(model::kNested + model::kSteps, "OOOSOOOO").role(model::kNested + 2 * model::kSteps, "OOOOBIIE");
    const std::vector<Tagged> found = decode_attributions(scores.encoding, nearest());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(found[0].nested);
    EXPECT_TRUE(found[1].nested);
    EXPECT_THAT(found[1].content, ElementsAre(PieceSpan{4, 8}));
}

TEST(DecodeNames, TellsKindsApart) {
    Scores scores(6);
    const auto set = [&](std::size_t piece, std::size_t column) { scores.encoding.tags[piece * model::kTags + model::kNamed + column] = 5; };
    set(0, 1), set(1, 3), set(2, 0), set(3, 8), set(4, 12), set(5, 0);
    EXPECT_THAT(decode_names(scores.encoding), ElementsAre(TaggedName{{0, 2}, EntityKind::person}, TaggedName{{3, 4}, EntityKind::organization}, TaggedName{{4, 5}, EntityKind::place}));
}

// All sequences of O B I E S that are grammatical, scored one by one.
float best_of_all(const Encoding& encoding, std::size_t t, bool open, float score) {
    if (t == encoding.pieces.size()) return open ? -1e9F : score;
    const float* row = encoding.tags.data() + t * model::kTags + kCue;
    if (open) return std::max(best_of_all(encoding, t + 1, true, score + row[2]), best_of_all(encoding, t + 1, false, score + row[3]));
    return std::max({best_of_all(encoding, t + 1, false, score + row[0]), best_of_all(encoding, t + 1, true, score + row[1]), best_of_all(encoding, t + 1, false, score + row[4])});
}

float score_of(const Encoding& encoding, const std::vector<PieceSpan>& spans) {
    float score = 0;
    std::size_t next = 0;
    for (std::uint32_t t = 0; t < encoding.pieces.size(); ++t) {
        const float* row = encoding.tags.data() + t * model::kTags + kCue;
        if (next < spans.size() && t >= spans[next].end) ++next;
        const bool inside = next < spans.size() && t >= spans[next].begin;
        const bool first = inside && t == spans[next].begin, last = inside && t + 1 == spans[next].end;
        score += row[!inside ? 0 : first && last ? 4 : first ? 1 : last ? 3 : 2];
    }
    return score;
}

RC_GTEST_PROP(DecodeRole, FindsTheBestPathOfAll, ()) {
    const auto n = *rc::gen::inRange<std::size_t>(0, 8);
    Scores scores(n);
    for (std::size_t t = 0; t < n; ++t)
        for (std::size_t s = 0; s < model::kSteps; ++s) scores.encoding.tags[t * model::kTags + kCue + s] = static_cast<float>(*rc::gen::inRange(-20, 20));
    RC_ASSERT(score_of(scores.encoding, decode_role(scores.encoding, kCue)) == (n == 0 ? 0.0F : best_of_all(scores.encoding, 0, false, 0)));
}

}  // namespace
}  // namespace firsthand::extract
