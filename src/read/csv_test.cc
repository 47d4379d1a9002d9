#include "read/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace firsthand::read {
namespace {

// Rows as "line a|b|c", "line ~a" where cut, "line !problem".
std::vector<std::string> read_rows(std::string_view csv, std::size_t step, CsvDialect dialect = {}, std::uint64_t limit = 1000, std::size_t columns = 0) {
    Window window(read_memory(csv, step));
    CsvReader reader(window, dialect, limit);
    reader.expect(columns);
    std::vector<std::string> out;
    while (auto row = reader.next())
        out.push_back(fmt::format("{} {}{}", row->line, row->cut ? "~" : "", row->problem.empty() ? fmt::format("{}", fmt::join(row->cells, "|")) : "!" + row->problem));
    return out;
}

using Rows = std::vector<std::string>;

void expect_rows(std::string_view csv, const Rows& rows, CsvDialect dialect = {}) {
    for (const std::size_t step : {1U, 2U, 3U, 7U, 1000U}) EXPECT_EQ(read_rows(csv, step, dialect), rows) << step;
}

TEST(Csv, Rows) {
    expect_rows("", {});
    expect_rows("\n\r\n\n", {});
    expect_rows("a,b\nc,d", {"1 a|b", "2 c|d"});
    expect_rows("a,b\r\nc,d\r\n", {"1 a|b", "2 c|d"});
    expect_rows("\xEF\xBB\xBF" "a,b\n", {"1 a|b"});
    expect_rows("a,\n,b\n,\n", {"1 a|", "2 |b", "3 |"});
    expect_rows("a\tb,c\n", {"1 a|b,c"}, {'\t'});
    expect_rows("a;b\n", {"1 a|b"}, {';'});
}

TEST(Csv, Quotes) {
    expect_rows("\"a,b\",c\n", {"1 a,b|c"});
    expect_rows("\"a\nb\",c\nd,e\n", {"1 a\nb|c", "3 d|e"});
    expect_rows("\"a\r\nb\",c\r\nd,e\r\n", {"1 a\r\nb|c", "3 d|e"});
    expect_rows("\"She said \"\"no\"\".\",c\n", {"1 She said \"no\".|c"});
    expect_rows("\"\",\"\"\"\"\n", {"1 |\""});
    expect_rows("a \"quoted\" word,b\n", {"1 a \"quoted\" word|b"});
    expect_rows("\"a\" tail,b\n", {"1 a tail|b"});
    expect_rows("x,\"last\"", {"1 x|last"});
    expect_rows("x,\"doubled\"\"", {"1 ~x|doubled\""});
    expect_rows("\"a\tb\n", {"1 \"a|b"}, {'\t', false});
}

TEST(Csv, QuoteWithoutEnd) {
    EXPECT_EQ(read_rows("a,b\nc,\"d\ne,f\ng,h\n", 5, {}, 1000, 2), (Rows{"1 a|b", "2 !a quotation mark opens here and never closes", "3 e|f", "4 g|h"}));
    EXPECT_EQ(read_rows("a,b\nc,\"d\nmore of it\nthe last wor", 5, {}, 1000, 2), (Rows{"1 a|b", "2 ~c|d\nmore of it\nthe last wor"})) << "the file breaks off";
    std::string csv = "a,b\nc,\"d\n";
    for (int i = 0; i < 500; ++i) csv += "prose without end\n";
    csv += "e,f\n";
    const Rows rows = read_rows(csv, 100, {}, 1000, 2);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(rows[1].starts_with("2 !a quotation mark opens here and does not close")) << rows[1];
    EXPECT_EQ(rows[2], "503 e|f");
}

TEST(Csv, RowTooLong) {
    const std::string csv = "a,b\nc," + std::string(5000, 'x') + "\ne,f\n";
    for (const std::size_t step : {1U, 64U, 4096U, 10000U}) {
        const Rows rows = read_rows(csv, step, {}, 1000, 2);
        ASSERT_EQ(rows.size(), 3U) << step;
        EXPECT_TRUE(rows[1].starts_with("2 !longer than")) << rows[1];
        EXPECT_EQ(rows[2], "3 e|f");
    }
}

TEST(Csv, TooManyCells) {
    const std::string fits(10'001, ','), over(10'002, ',');
    for (const std::size_t step : {64U, 1U << 20U}) {
        EXPECT_EQ(read_rows("a,b\n" + over + "\nc,d\n", step, {}, 1U << 20U, 2), (Rows{"1 a|b", "2 !more than 10,002 cells in one row", "3 c|d"}));
        EXPECT_EQ(read_rows("a,b\n" + fits + "\nc,d\n", step, {}, 1U << 20U, 2), (Rows{"1 a|b", "2 " + std::string(10'001, '|'), "3 c|d"}));
    }
    EXPECT_EQ(read_rows("c,\"d\n" + over + "\ne,f\n", 64, {}, 1U << 20U, 2), (Rows{"1 !a quotation mark opens here and never closes", "3 e|f"})) << "no row to begin again at";
    EXPECT_EQ(split_row("a,\"b\"\"\",c\n", {}, 2), (std::vector<std::string>{"a", "b\""}));
}

std::string write_cell(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

RC_GTEST_PROP(Csv, WhatIsWrittenIsRead, (std::vector<std::vector<std::string>> table, bool windows)) {
    std::string csv;
    std::vector<std::vector<std::string>> kept;
    for (auto& row : table) {
        if (row.empty() || (row.size() == 1 && row[0].empty())) continue;
        for (std::size_t i = 0; i < row.size(); ++i) csv += (i > 0 ? "," : "") + write_cell(row[i]);
        csv += windows ? "\r\n" : "\n";
        kept.push_back(row);
    }
    Window window(read_memory(csv, 3));
    CsvReader reader(window, {}, 1U << 20U);
    for (const auto& row : kept) {
        const auto read = reader.next();
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->cells == row);
        RC_ASSERT(!read->cut);
    }
    RC_ASSERT(!reader.next().has_value());
}

}  // namespace
}  // namespace firsthand::read
