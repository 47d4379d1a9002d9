// Corpus -> View -> terminal text, JSON, CSV, HTML. Writes to a stream, opens nothing.
//
// To add a report: one file report/<name>.cc and one row in report/reports.cc.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::report {

struct ReportOptions {
    std::string_view program = "firsthand";        // with its version
    std::string_view model;                        // named in lines of `extract`; empty: not named
    unsigned width = 80;                           // terminal columns
    bool color = false;
    bool vectors = false;                          // a line of `extract` has a place for what its contents are about, also where it has none
    unsigned limit = 0;                            // of the things that a list holds; 0: all
    std::string_view utterance;                    // `drift`: the id of the only one; empty: all whose renderings differ
};

struct ReportRow {
    std::string_view name;                         // "trace" for the terminal; "trace.json", "trace.html"
    std::string_view help;
    void (*write)(const Corpus&, const ReportOptions&, std::ostream&);
};

[[nodiscard]] std::span<const ReportRow> reports();

// One line of `extract --jsonl`, without its line end. The document's text is in it only when it was extracted.
void write_extract(const Reading& reading, const ReportOptions& options, std::ostream& out);
// The line of an input that gave no document: {"id": its path, "error": the reason}.
void write_extract_error(const Skipped& skipped, const ReportOptions& options, std::ostream& out);
// The id in a line that `extract` wrote; empty for any other line.
[[nodiscard]] std::string read_line_id(std::string_view line);

}  // namespace firsthand::report
