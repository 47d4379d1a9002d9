// The table of reports. Tested by golden_test.cc: every row has help and a golden case.
#include <array>

#include "report/copies.h"
#include "report/drift.h"
#include "report/echoes.h"
#include "report/html.h"
#include "report/json.h"
#include "report/report.h"
#include "report/summary.h"

namespace firsthand::report {

std::span<const ReportRow> reports() {
    static constexpr std::array<ReportRow, 15> kRows{{
        {"trace", "what a reporter needs to see first, for a terminal", write_summary},
        {"trace.json", "everything that was found, as the contract names it", write_json},
        {"trace.html", "one self-contained page: the stories, the repeated words, the articles side by side", write_html},
        {"copies", "the texts that several articles print, for a terminal", write_copies_text},
        {"copies.json", "the same as one object", write_copies_json},
        {"copies.csv", "one row for each article", write_copies_csv},
        {"copies.html", "one self-contained page", write_copies_html},
        {"echoes", "passages that one article repeats from another, side by side, for a terminal", write_echoes_text},
        {"echoes.json", "the same as one object", write_echoes_json},
        {"echoes.csv", "one row for each passage", write_echoes_csv},
        {"echoes.html", "one self-contained page", write_echoes_html},
        {"drift", "the renderings of an utterance and what was changed in each, for a terminal", write_drift_text},
        {"drift.json", "the same as one object", write_drift_json},
        {"drift.csv", "one row for each rendering", write_drift_csv},
        {"drift.html", "one self-contained page", write_drift_html},
    }};
    return kRows;
}

}  // namespace firsthand::report
