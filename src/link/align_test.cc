#include "link/align.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "base/hash.h"

namespace firsthand::link {

namespace {

using Words = std::vector<std::uint32_t>;

Words different_words(std::size_t count, std::uint32_t from) {
    Words words(count);
    for (std::size_t i = 0; i < count; ++i) words[i] = from + static_cast<std::uint32_t>(i);
    return words;
}

std::vector<Overlap> find(const Words& a, const Words& b) { return find_overlaps(a, winnow(a), b, winnow(b)); }

std::size_t longest_common(const Words& a, const Words& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    return best[a.size()][b.size()];
}

}  // namespace

RC_GTEST_PROP(AlignWords, FindsALongestCommonSubsequence, ()) {
    const auto words = rc::gen::container<Words>(rc::gen::inRange<std::uint32_t>(1, 6));
    const Words a = *words, b = *words;
    std::size_t same = 0;
    std::uint32_t end_a = 0, end_b = 0;
    for (const Block& block : align_words(a, b)) {
        RC_ASSERT(block.a >= end_a && block.b >= end_b && block.length > 0);
        for (std::uint32_t i = 0; i < block.length; ++i) RC_ASSERT(a[block.a + i] == b[block.b + i]);
        end_a = block.a + block.length;
        end_b = block.b + block.length;
        same += block.length;
    }
    RC_ASSERT(same == longest_common(a, b));
}

// A run of equal words between different ones is found whole, wherever it stands.
RC_GTEST_PROP(FindOverlaps, FindsAPlantedPassageWhole, ()) {
    const auto length = *rc::gen::inRange<std::uint32_t>(8, 60), before_a = *rc::gen::inRange<std::uint32_t>(0, 50), before_b = *rc::gen::inRange<std::uint32_t>(0, 50);
    Words a = different_words(before_a, 1000), b = different_words(before_b, 2000);
    const Words passage = different_words(length, 1);
    a.insert(a.end(), passage.begin(), passage.end());
    b.insert(b.end(), passage.begin(), passage.end());
    const Words tail = different_words(30, 3000), other_tail = different_words(30, 4000);
    a.insert(a.end(), tail.begin(), tail.end());
    b.insert(b.end(), other_tail.begin(), other_tail.end());
    RC_ASSERT(find(a, b) == (std::vector<Overlap>{{{before_a, before_a + length}, {before_b, before_b + length}, length}}));
}

RC_GTEST_PROP(FindOverlaps, IsMirrored, ()) {
    const auto words = rc::gen::container<Words>(60, rc::gen::inRange<std::uint32_t>(1, 4));
    const Words a = *words, b = *words;
    std::uint32_t same = 0, mirrored = 0;
    for (const Overlap& overlap : find(a, b)) {
        RC_ASSERT(overlap.in_a.end <= a.size() && overlap.in_b.end <= b.size() && overlap.same >= 8);
        same = std::max(same, overlap.same);
    }
    for (const Overlap& overlap : find(b, a)) mirrored = std::max(mirrored, overlap.same);
    RC_ASSERT((same > 0) == (mirrored > 0));
}

TEST(FindOverlaps, BridgesSmallGapsAndKeepsSeveralChains) {
    Words a = different_words(100, 1), b = a;
    b[20] = 900;                                                // one word changed
    b.insert(b.begin() + 50, 40, 0);                            // a long insertion parts the passage
    for (std::size_t i = 50; i < 90; ++i) b[i] = 5000 + static_cast<std::uint32_t>(i);
    const auto found = find(a, b);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (Overlap{{0, 50}, {0, 50}, 49}));
    EXPECT_EQ(found[1], (Overlap{{50, 100}, {90, 140}, 50}));
}

TEST(FindOverlaps, FindsPassagesThatChangedPlaces) {
    const Words first = different_words(20, 1), second = different_words(20, 100);
    Words a = first, b = second;
    a.insert(a.end(), second.begin(), second.end());
    b.insert(b.end(), first.begin(), first.end());
    EXPECT_EQ(find(a, b).size(), 2U);
}

TEST(FindOverlaps, IsLinearInRepeatedAndLongTexts) {
    const Words monotone(200000, 7);
    EXPECT_TRUE(find(monotone, monotone).empty());              // a fingerprint that repeats is no seed
    Words refrain;
    for (int i = 0; i < 20000; ++i)
        for (std::uint32_t word = 1; word <= 10; ++word) refrain.push_back(word);
    EXPECT_LE(find(refrain, refrain).size(), 1U);
    const Words book = different_words(800000, 10);             // 5 MB of text
    const auto found = find(book, book);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].same, 800000U);
}

}  // namespace firsthand::link
