// Display width, wrapping and what gets through to a terminal.
#include "report/columns.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

namespace firsthand::report {
namespace {

TEST(Columns, widths) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("“ä”"), 3U);
    EXPECT_EQ(display_width("東京"), 4U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("🏭"), 2U);
}

TEST(Columns, cuts_and_pads_by_width) {
    EXPECT_EQ(cut_to("Valley Post", 11), "Valley Post");
    EXPECT_EQ(cut_to("Valley Post", 8), "Valley…");
    EXPECT_EQ(cut_to("東京新聞", 5), "東京…");
    EXPECT_EQ(pad_to("東京", 6), "東京  ");
    EXPECT_EQ(cut_to("abc", 0), "");
}

TEST(Columns, wraps_at_blanks_and_inside_what_is_too_long) {
    EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrap("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
    EXPECT_EQ(wrap("", 10), std::vector<std::string>{});
}

RC_GTEST_PROP(Columns, no_line_is_too_wide_and_no_word_is_lost, (const std::vector<std::uint8_t>& bytes)) {
    std::string text;
    for (const std::uint8_t byte : bytes) {
        if (byte % 5 == 0) text += text.empty() || text.back() == ' ' ? "" : " ";
        else text += byte % 5 == 1 ? std::string("東") : std::string(1, static_cast<char>('a' + byte % 26));
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    const std::size_t columns = 2 + bytes.size() % 17;
    std::string joined, wanted;
    for (const std::string& line : wrap(text, columns)) {
        RC_ASSERT(display_width(line) <= columns);
        joined += line;
    }
    for (const char c : text)
        if (c != ' ') wanted += c;
    std::erase(joined, ' ');
    RC_ASSERT(joined == wanted);
}

TEST(Page, escapes_what_controls_a_terminal_and_colours_only_when_asked) {
    for (const bool color : {false, true}) {
        std::ostringstream out;
        Page page(out, ReportOptions{.width = 40, .color = color});
        page.line("- ", "red \x1b[31m and \u202e turned", Style::bold);
        EXPECT_EQ(out.str().find("\x1b[31m"), std::string::npos);
        EXPECT_EQ(out.str().find("\u202e"), std::string::npos);
        EXPECT_EQ(out.str().find("\x1b[1m") != std::string::npos, color);
        EXPECT_NE(out.str().find("\\u{1b}"), std::string::npos);
    }
}

TEST(Page, rows_and_lines_keep_the_width) {
    std::ostringstream out;
    Page page(out, ReportOptions{.width = 40});
    page.row("  ", {{"Coast Weekly 海岸", 12, Style::plain}, {"4 March 2031", 12, Style::faint}, {std::string(80, 'x'), 0, Style::plain}});
    page.line("    - ", std::string(50, 'y') + " z");
    page.row("  ", {{"a", 12, Style::plain}, {"one two three four five six", 0, Style::plain}}, Page::Last::wrap);
    page.row("  ", {{"b", 22, Style::plain}, {"one two three four five six", 0, Style::plain}}, Page::Last::wrap);
    std::istringstream lines(out.str());
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(display_width(line), 40U) << line;
    EXPECT_EQ(count, 7U);
    EXPECT_TRUE(out.str().ends_with("  a             one two three four five\n                six\n  b                       \n    one two three four five six\n")) << out.str();
}

TEST(Page, marks_words_by_colour_or_else_by_brackets) {
    for (const bool color : {false, true}) {
        std::ostringstream out;
        Page page(out, ReportOptions{.width = 40, .color = color});
        page.runs("  ", {{"will"}, {"not ever", Style::lacking}, {"close"}, {"soon\x1b[5m", Style::extra}});
        EXPECT_EQ(out.str(), color ? "  will \x1b[1;31mnot ever \x1b[0mclose \x1b[1;32msoon\\u{1b}[5m\x1b[0m\n" : "  will [not ever] close {soon\\u{1b}[5m}\n");
    }
}

TEST(Page, two_columns_keep_the_width_and_every_word) {
    std::ostringstream out;
    Page page(out, ReportOptions{.width = 41});
    page.beside("  ", {{"one two three four five six seven"}}, {{"eins zwei"}, {std::string(30, 'x'), Style::extra}, {"東京"}});
    EXPECT_EQ(out.str(),
              "  one two three four │ eins zwei\n"
              "  five six seven     │ {xxxxxxxxxxxxxxxxx\n"
              "                     │ xxxxxxxxxxxxx}\n"
              "                     │ 東京\n");
}

}  // namespace
}  // namespace firsthand::report
