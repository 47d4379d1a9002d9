// Two wordings as a reader sees them on a narrow and on a wide terminal.
#include "report/beside.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace firsthand::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string beside(const std::string& first, const std::string& second, unsigned width, bool color = false) {
    std::ostringstream out;
    Page page(out, ReportOptions{.width = width, .color = color});
    write_beside(page, "  ", {"Valley Post", first}, {"The Lantern", second});
    return out.str();
}

std::string count_to(int last) {
    std::string words;
    for (int i = 1; i <= last; ++i) words += (i == 1 ? "" : " ") + std::to_string(i);
    return words;
}

TEST(Beside, a_narrow_terminal_has_one_above_the_other) {
    EXPECT_EQ(beside("The mill will not close", "The mill will close soon", 80),
              "  Valley Post\n    The mill will [not] close\n  The Lantern\n    The mill will close {soon}\n");
}

TEST(Beside, a_wide_terminal_has_two_columns) {
    const std::string shown = beside("The mill will not close", "The mill will close soon", 100);
    EXPECT_THAT(shown, HasSubstr("  The mill will [not] close"));
    EXPECT_THAT(shown, HasSubstr(" │ The mill will close {soon}\n"));
    EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 2);
}

TEST(Beside, what_is_the_same_is_shown_once) {
    EXPECT_EQ(beside("The mill closes,", "the mill closes", 100), "    The mill closes,\n");
    const std::string shown = beside(count_to(200), count_to(200), 100);
    EXPECT_THAT(shown, HasSubstr("39 40 … 120 words alike … 161"));
    EXPECT_THAT(beside(count_to(150), count_to(150), 100), Not(HasSubstr("alike")));
}

TEST(Beside, long_stretches_between_differences_fold) {
    for (const unsigned width : {80U, 120U}) {
        const std::string shown = beside("so " + count_to(100) + " old", "thus " + count_to(100) + " new", width);
        EXPECT_THAT(shown, HasSubstr(" … 50 words alike …"));
        EXPECT_THAT(shown, HasSubstr("[so]"));
        EXPECT_THAT(shown, HasSubstr("{new}"));
    }
}

TEST(Beside, rows_break_where_a_sentence_ends_in_both) {
    const std::string sentence = count_to(20) + " there.";
    EXPECT_THAT(beside("so " + sentence + " And then", "thus " + sentence + " And now", 140), ::testing::ContainsRegex("\n  And \\[then\\] +│ And \\{now\\}\n"));
}

TEST(Beside, hostile_words_stay_words) {
    const std::string shown = beside("a \x1b[31m b", "a \u202e c", 120, true);
    EXPECT_THAT(shown, Not(HasSubstr("\x1b[31m b")));
    EXPECT_THAT(shown, HasSubstr("\\u{1b}[31m"));
    EXPECT_THAT(shown, Not(HasSubstr("\u202e")));
}

}  // namespace
}  // namespace firsthand::report
