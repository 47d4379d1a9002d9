// What the tests of copies, echoes and drift share: a report of the table as it is written, and the law of the terminal.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "report/columns.h"
#include "report/report.h"

namespace firsthand::report {

inline std::string report_of(std::string_view name, const Corpus& corpus, ReportOptions options = {}) {
    options.program = "firsthand test";
    std::ostringstream out;
    for (const ReportRow& row : reports())
        if (row.name == name) row.write(corpus, options, out);
    EXPECT_TRUE(base::is_valid_utf8(out.str()));
    return out.str();
}

// No line is wider than the terminal, and nothing in it controls one.
inline void expect_terminal_text(std::string_view name, const Corpus& corpus) {
    for (const unsigned width : {40U, 80U, 100U, 140U}) {
        std::istringstream lines(report_of(name, corpus, {.width = width}));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(display_width(line), width) << line;
            for (std::size_t i = 0; i < line.size();) {
                const base::Decoded d = base::decode(line, i);
                EXPECT_FALSE(base::is_control(d.point)) << line;
                i += d.size;
            }
        }
    }
}

}  // namespace firsthand::report
