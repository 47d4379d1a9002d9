#include "weigh/pile_test.h"

namespace firsthand::weigh {
namespace {

TEST(Ledger, CountsWhatNothingMerges) {
    EXPECT_EQ(numbers(Ledger(0).interval()), Numbers(0, 0));
    EXPECT_EQ(numbers(Ledger(1).interval()), Numbers(1, 1));
    EXPECT_EQ(numbers(Ledger(5).interval()), Numbers(5, 5));
}

TEST(Ledger, LowersBothEndsForCertainAndOneForLikelyMerges) {
    Ledger ledger(4);
    ledger.merge(0, 1, Certainty::certain, "one text");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(3, 3));
    ledger.merge(2, 3, Certainty::likely, "one room");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(2, 3));
    EXPECT_THAT(ledger.interval().why, ElementsAre("one text", "perhaps one: one room"));
}

TEST(Ledger, KeepsTheReasonOfAMergeThatJoinsOnly) {
    Ledger ledger(3);
    ledger.merge(0, 1, Certainty::certain, "one text");
    ledger.merge(1, 0, Certainty::certain, "one relay");
    ledger.merge(0, 1, Certainty::likely, "one room");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(2, 2));
    EXPECT_THAT(ledger.interval().why, ElementsAre("one text"));
    ledger.merge(1, 2, Certainty::certain, "one text");
    EXPECT_THAT(ledger.interval().why, ElementsAre("one text"));
}

TEST(Ledger, MakesALikelyMergeCertainLater) {
    Ledger ledger(2);
    ledger.merge(0, 1, Certainty::likely, "one room");
    ledger.merge(0, 1, Certainty::certain, "one text");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(1, 1));
    EXPECT_THAT(ledger.interval().why, Contains("one text"));
}

TEST(Ledger, RootsAtTheFirstEntryOfTheCertainMerges) {
    Ledger ledger(4);
    ledger.merge(3, 2, Certainty::certain, "one text");
    ledger.merge(2, 1, Certainty::certain, "one text");
    ledger.merge(0, 3, Certainty::likely, "one room");
    EXPECT_EQ(ledger.root(3), 1U);
    EXPECT_EQ(ledger.root(0), 0U);
}

// What shows reporting of its own stays apart from its like, directly and through what leans on it.
TEST(Ledger, MergesWeaklyWhatIsNotHeldApart) {
    Ledger ledger(5);
    ledger.hold_apart(0);
    ledger.hold_apart(2);
    ledger.merge_weakly(0, 2, "one saying");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(5, 5));
    ledger.merge_weakly(2, 1, "one saying");
    EXPECT_TRUE(ledger.is_held_apart(1));
    ledger.merge_weakly(1, 0, "one relay");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(4, 5));
    EXPECT_FALSE(ledger.is_held_apart(3));
    ledger.merge_weakly(3, 4, "one relay");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(3, 5));
    EXPECT_FALSE(ledger.is_held_apart(4));
    EXPECT_THAT(ledger.interval().why, ElementsAre("perhaps one: one saying", "perhaps one: one relay"));
    ledger.merge(0, 1, Certainty::likely, "one outlet");        // strong evidence does not ask
    EXPECT_EQ(numbers(ledger.interval()), Numbers(2, 5));
}

// Against the plainest way to count: labels that are overwritten until nothing changes.
RC_GTEST_PROP(Ledger, CountsComponentsInAnyOrder, ()) {
    const auto entries = *rc::gen::inRange<std::size_t>(1, 12);
    const auto entry = rc::gen::inRange<std::size_t>(0, entries);
    auto merges = *rc::gen::container<std::vector<std::tuple<std::size_t, std::size_t, bool>>>(rc::gen::tuple(entry, entry, rc::gen::arbitrary<bool>()));
    const auto count = [&](bool likely_too) {
        std::vector<std::size_t> labels(entries);
        for (std::size_t i = 0; i < entries; ++i) labels[i] = i;
        for (const auto& [a, b, certain] : merges)
            if (certain || likely_too) std::replace(labels.begin(), labels.end(), std::size_t{labels[b]}, std::size_t{labels[a]});
        return static_cast<std::uint32_t>(std::set<std::size_t>(labels.begin(), labels.end()).size());
    };
    const Numbers expected(count(true), count(false));
    for (int order = 0; order < 2; ++order) {
        Ledger ledger(entries);
        for (const auto& [a, b, certain] : merges) ledger.merge(a, b, certain ? Certainty::certain : Certainty::likely, "reason");
        RC_ASSERT(numbers(ledger.interval()) == expected);
        std::reverse(merges.begin(), merges.end());
    }
}

}  // namespace
}  // namespace firsthand::weigh
