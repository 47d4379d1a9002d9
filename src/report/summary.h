// View -> the terminal summary: what a reporter understands at first sight.
#pragma once

#include <iosfwd>

#include "report/report.h"

namespace firsthand::report {

void write_summary(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
