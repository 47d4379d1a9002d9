#include "link/likeness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "link/test_readings.h"

namespace firsthand::link {
namespace {

constexpr const char* kAground = "The Harrowby ferry Sandpiper ran aground off Gull Point on Monday with forty passengers aboard, the coastguard said.";
constexpr const char* kTakenOff = "Forty passengers were taken off the grounded ferry Sandpiper at Gull Point. The coastguard praised the captain of the Harrowby line.";
constexpr const char* kMill = "The parish of Lower Wend sold its flour mill to the brewer Rell, who promises beer and jobs to the village.";

Digest digest(const std::string& id, const char* text) { return digest_reading(make_reading(id, text)); }

PairContext apart(double days) { return {.days = days, .dated = true, .words = 300, .a = {.nearest = 0.4F, .crowd = 0.05F}, .b = {.nearest = 0.4F, .crowd = 0.05F}}; }

Digest arbitrary_digest() {
    const auto words = *rc::gen::inRange<std::size_t>(0, 30);
    const auto seed = *rc::gen::inRange<std::uint64_t>(0, 3);
    return digest_reading(make_reading("a", make_words(words, seed) + " " + make_words(10, 7)));
}

}  // namespace

TEST(Likeness, OfOneTextIsWhole) {
    const Digest one = digest("a", kAground);
    const Likeness likeness = measure_likeness(one, one);
    EXPECT_NEAR(likeness.weighted, 1, 1e-5);
    EXPECT_NEAR(likeness.plain, 1, 1e-5);
    EXPECT_FALSE(likeness.sensed) << "no network read it";
    EXPECT_EQ(measure_likeness(one, digest("b", "")).weighted, 0);
}

TEST(Likeness, SenseIsTheCosineOfWhatTheNetworkSaw) {
    Digest one = digest("a", kAground), other = digest("b", kMill);
    one.lead.assign(kVectorWidth, 5);
    other.lead.assign(kVectorWidth, 20);
    EXPECT_NEAR(measure_likeness(one, other).sense, 1, 1e-6);
    other.lead.assign(kVectorWidth, -20);
    EXPECT_NEAR(measure_likeness(one, other).sense, -1, 1e-6);
    one.lead.assign(kVectorWidth, 0);
    EXPECT_EQ(measure_likeness(one, other).sense, 0);
}

TEST(Likeness, OneEventIsLikelierThanTwo) {
    const Digest aground = digest("a", kAground), taken_off = digest("b", kTakenOff), mill = digest("c", kMill);
    const auto rate = [&](const Digest& a, const Digest& b, const PairContext& context) { return rate_story(list_features(measure_likeness(a, b), context)); };
    EXPECT_GT(rate(aground, taken_off, apart(0)), rate(aground, mill, apart(0)) + 2);
    EXPECT_GT(rate(aground, taken_off, apart(0)), rate(aground, taken_off, apart(9)) + 2) << "the same words another week";
    PairContext crowded = apart(0);
    crowded.a = crowded.b = {.nearest = 0.9F, .crowd = 0.6F};
    EXPECT_GT(rate(aground, taken_off, apart(0)), rate(aground, taken_off, crowded)) << "many are more alike";
}

RC_GTEST_PROP(Likeness, IsTheSameFromBothSides, ()) {
    const Digest a = arbitrary_digest(), b = arbitrary_digest();
    PairContext context = apart(*rc::gen::inRange(-12, 12)), turned = context;
    context.a = turned.b = {.nearest = 0.7F, .crowd = 0.2F};
    turned.days = -context.days;
    const LikenessFeatures features = list_features(measure_likeness(a, b), context);
    RC_ASSERT(features == list_features(measure_likeness(b, a), turned));
    RC_ASSERT(std::isfinite(rate_story(features)));
}

}  // namespace firsthand::link
