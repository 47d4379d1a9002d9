// Tables that table programs read as they are meant.
#include "report/csv_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "base/utf8.h"

namespace firsthand::report {
namespace {

std::string cell_of(std::string_view value) {
    std::ostringstream out;
    CsvWriter csv(out, {"name"});
    csv.text(value).end_row();
    const std::string all = out.str();
    EXPECT_TRUE(all.starts_with("name\r\n") && all.ends_with("\r\n"));
    return all.substr(6, all.size() - 8);
}

TEST(Csv, rows_end_as_the_standard_has_it) {
    std::ostringstream out;
    CsvWriter csv(out, {"a", "b", "c"});
    csv.text("x").number(7).nothing().end_row();
    csv.nothing().text("“y”").text("z").end_row();
    EXPECT_EQ(out.str(), "a,b,c\r\nx,7,\r\n,“y”,z\r\n");
}

TEST(Csv, marks_and_commas_are_quoted) {
    EXPECT_EQ(cell_of("a,b"), "\"a,b\"");
    EXPECT_EQ(cell_of("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(cell_of("two\r\nlines"), "two lines");
}

TEST(Csv, formulas_and_controls_are_text) {
    EXPECT_EQ(cell_of("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    for (const char* formula : {"+1", "-1", "@x", "\t=1", "\r=1", " =1"}) EXPECT_EQ(cell_of(formula).front(), '\'') << formula;
    EXPECT_EQ(cell_of("=1,\"2\""), "\"'=1,\"\"2\"\"\"");
    EXPECT_EQ(cell_of("red \x1b[31m"), "red \\u{1b}[31m");
}

RC_GTEST_PROP(Csv, any_bytes_are_one_cell, (const std::string& bytes)) {
    const std::string cell = cell_of(bytes);
    RC_ASSERT(base::is_valid_utf8(cell));
    RC_ASSERT(cell.find_first_of("\r\n\t") == std::string::npos);
    RC_ASSERT(cell.empty() || std::string_view("=+-@").find(cell.front()) == std::string_view::npos);
    if (cell.find_first_of("\",") != std::string::npos) RC_ASSERT(cell.size() >= 2 && cell.front() == '"' && cell.back() == '"');
}

}  // namespace
}  // namespace firsthand::report
