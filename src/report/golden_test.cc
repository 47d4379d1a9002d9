// Every report writes the hand-made corpus as the golden files have it. FIRSTHAND_UPDATE_GOLDEN=1 rewrites them: then read the
// difference before it is kept.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "report/report.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

std::string golden_path(const std::string& name) { return std::string(FIRSTHAND_SOURCE_DIR) + "/tests/golden/" + name; }

void expect_golden(const std::string& name, const std::string& written) {
    if (std::getenv("FIRSTHAND_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(golden_path(name), std::ios::binary) << written;
        return;
    }
    std::ifstream file(golden_path(name), std::ios::binary);
    ASSERT_TRUE(file) << "no golden file " << name << "; FIRSTHAND_UPDATE_GOLDEN=1 writes it";
    std::ostringstream golden;
    golden << file.rdbuf();
    EXPECT_EQ(written, golden.str()) << name << " differs; FIRSTHAND_UPDATE_GOLDEN=1 rewrites it";
}

std::string golden_name(std::string_view report) {
    const std::map<std::string_view, std::string> names{{"trace", "summary.txt"}, {"trace.html", "report.html"}};
    const auto found = names.find(report);
    if (found != names.end()) return found->second;
    return std::string(report) + (report.find('.') == std::string_view::npos ? ".txt" : "");
}

TEST(Golden, every_row_of_the_table_has_help_and_a_golden_file) {
    const Corpus corpus = make_test_corpus();
    ASSERT_FALSE(reports().empty());
    for (const ReportRow& row : reports()) {
        EXPECT_FALSE(row.help.empty()) << row.name;
        std::ostringstream out;
        row.write(corpus, ReportOptions{.program = "firsthand test"}, out);
        expect_golden(golden_name(row.name), out.str());
    }
}

TEST(Golden, extract_lines) {
    std::ostringstream out;
    std::vector<Reading> readings = make_test_corpus().readings;
    Reading page = readings.front();               // the same, met as a web page: its line holds the document
    page.document.extracted = true;
    page.document.id = page.document.url = "https://valley.example/mill";
    page.document.path = "pages/mill.html";
    page.document.title_span = {};
    page.document.links = {{{0, 6}, "https://valley.example/kessel"}};
    page.document.notes = {"truncated"};
    readings.push_back(std::move(page));
    for (const Reading& reading : readings) {
        std::ostringstream line;
        write_extract(reading, ReportOptions{.program = "firsthand test", .model = "test"}, line);
        EXPECT_EQ(line.str().find('\n'), std::string::npos);
        out << line.str() << '\n';
    }
    expect_golden("extract.jsonl", out.str());
}

}  // namespace
}  // namespace firsthand::report
