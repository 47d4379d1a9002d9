// Word differences between two wordings.
#include "report/diff.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace firsthand::report {
namespace {

using Pieces = std::vector<DiffPiece>;

TEST(Diff, a_lost_not_is_removed) {
    EXPECT_EQ(diff_words("The mill will not close", "The mill will close"),
              (Pieces{{Change::same, "The mill will"}, {Change::removed, "not"}, {Change::same, "close"}}));
}

TEST(Diff, a_changed_word_is_removed_and_added) {
    EXPECT_EQ(diff_words("two men", "three men"), (Pieces{{Change::removed, "two"}, {Change::added, "three"}, {Change::same, "men"}}));
}

TEST(Diff, case_and_punctuation_are_no_change) {
    EXPECT_EQ(diff_words("The mill, it’s said", "the mill its said"), (Pieces{{Change::same, "the mill its said"}}));
    EXPECT_TRUE(diff_words("", "").empty());
}

TEST(Diff, what_is_too_long_is_replaced_as_a_whole) {
    std::string before, after;
    for (int i = 0; i < 700; ++i) before += "a ", after += "b ";
    const Pieces pieces = diff_words(before, after);
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].change, Change::removed);
    EXPECT_EQ(pieces[1].change, Change::added);
}

RC_GTEST_PROP(Diff, the_pieces_make_both_wordings, (const std::vector<bool>& a, const std::vector<bool>& b)) {
    const auto words = [](const std::vector<bool>& bits) {
        std::string text;
        for (const bool bit : bits) text += (text.empty() ? "" : " ") + std::string(bit ? "not" : "so");
        return text;
    };
    std::string before, after;
    for (const DiffPiece& piece : diff_words(words(a), words(b))) {
        if (piece.change != Change::added) before += (before.empty() ? "" : " ") + piece.words;
        if (piece.change != Change::removed) after += (after.empty() ? "" : " ") + piece.words;
    }
    RC_ASSERT(before == words(a));
    RC_ASSERT(after == words(b));
}

}  // namespace
}  // namespace firsthand::report
