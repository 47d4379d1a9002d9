#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace firsthand::base {

TEST(Utf8, RepairsIllFormedBytesAndNul) {
    bool changed = true;
    EXPECT_EQ(repair_utf8("plain é “x”", changed), "plain é “x”");
    EXPECT_FALSE(changed);
    EXPECT_EQ(repair_utf8("a\xC3z", changed), "a\uFFFDz");
    EXPECT_TRUE(changed);
    EXPECT_EQ(repair_utf8(std::string_view("a\0b", 3), changed), "a\uFFFD" "b");
    EXPECT_EQ(repair_utf8("\xED\xA0\x80x", changed), "\uFFFD\uFFFD\uFFFDx");  // an encoded surrogate
    EXPECT_EQ(repair_utf8("\xE2\x80x\x80\x80", changed), "\uFFFDx\uFFFD\uFFFD");  // cut short; stray
    EXPECT_EQ(repair_utf8("\xF4\x90\x80\x80", changed), "\uFFFD\uFFFD\uFFFD\uFFFD");  // beyond U+10FFFF
}

TEST(Utf8, FoldsCaseApostrophesAndInvisibleCharacters) {
    EXPECT_EQ(fold("Isn\u2019t"), "isn't");
    EXPECT_EQ(fold("ÉCOLE"), "école");
    EXPECT_EQ(fold("co\u00ADoperate\u200B"), "cooperate");
}

TEST(Utf8, ShowsControlsAndCutsAtCharacters) {
    EXPECT_EQ(escape_controls("a\x1B[31mb\u202E"), "a\\u{1b}[31mb\\u{202e}");
    EXPECT_EQ(shorten("ééééé", 4), "ééé…");
    EXPECT_EQ(shorten("éééé", 4), "éééé");
    EXPECT_EQ(squeeze("  a \n\n b\u00A0c "), "a b c");
}

RC_GTEST_PROP(Utf8, RepairedBytesAreValid, (const std::string& bytes)) {
    bool changed = false;
    const std::string repaired = repair_utf8(bytes, changed);
    RC_ASSERT(is_valid_utf8(repaired));
    bool again = true;
    RC_ASSERT(repair_utf8(repaired, again) == repaired);
    RC_ASSERT(!again);
}

RC_GTEST_PROP(Utf8, CodePointsEqualCountingOneByOne, (const std::vector<std::uint16_t>& points)) {
    std::string text;
    std::vector<std::uint32_t> begins;
    for (const auto point : points) {
        begins.push_back(static_cast<std::uint32_t>(text.size()));
        append_utf8(text, point >= 0xD800 && point < 0xE000 ? U'x' : point);
    }
    const CodePoints convert(text);
    for (std::size_t i = 0; i < begins.size(); ++i) RC_ASSERT(convert.at(begins[i]) == i);
    RC_ASSERT(convert.at(static_cast<std::uint32_t>(text.size())) == points.size());
}

}  // namespace firsthand::base
