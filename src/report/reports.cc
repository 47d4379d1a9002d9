// The table of reports. Tested by golden_test.cc: every row has help and a golden case.
#include <array>

#include "report/html.h"
#include "report/json.h"
#include "report/report.h"
#include "report/summary.h"

namespace firsthand::report {

std::span<const ReportRow> reports() {
    static constexpr std::array<ReportRow, 3> kRows{{
        {"summary", "what a reporter needs to see first, for a terminal", write_summary},
        {"json", "everything that was found, as the contract names it", write_json},
        {"html", "one self-contained page: the stories, the repeated words, the articles side by side", write_html},
    }};
    return kRows;
}

}  // namespace firsthand::report
