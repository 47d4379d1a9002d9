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

TEST(Diff, words_are_paired_as_they_stand_in_each) {
    EXPECT_EQ(align_words("“The mill,\nhe said", "the mill he  says"),
              (std::vector<WordPair>{{"“The", "the"}, {"mill,", "mill"}, {"he", "he"}, {"said", {}}, {{}, "says"}}));
    EXPECT_EQ(align_words("— So – it is", "so it - is …"), (std::vector<WordPair>{{"— So –", "so"}, {"it", "it -"}, {"is", "is …"}}));
    EXPECT_EQ(align_words("so so", "so"), (std::vector<WordPair>{{"so", "so"}, {"so", {}}}));
}

// Two texts that are too long for the table: they differ at both ends and by a word here and there.
TEST(Diff, of_long_texts_only_what_differs_is_marked) {
    std::string before = "first ", after = "then ";
    for (int i = 0; i < 6000; ++i) {
        before += "w" + std::to_string(i) + ' ';
        if (i % 700 != 5) after += "w" + std::to_string(i) + ' ';
    }
    before += "old", after += "new";
    std::size_t same = 0, removed = 0, added = 0;
    for (const WordPair& pair : align_words(before, after)) ++(pair.is_same() ? same : pair.after.empty() ? removed : added);
    EXPECT_EQ(same, 5991U);
    EXPECT_EQ(removed, 11U);
    EXPECT_EQ(added, 2U);
}

TEST(Diff, long_texts_without_a_common_word_are_replaced_as_a_whole) {
    std::string before, after;
    for (int i = 0; i < 2000; ++i) before += "a ", after += "b ";
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
