// View -> the terminal summary: what a reporter understands at first sight.
#pragma once

#include <iosfwd>

#include "report/columns.h"
#include "report/report.h"
#include "report/view.h"

namespace firsthand::report {

// What was read, in two lines: how every answer on the terminal begins. False when it was nothing.
bool write_read(Page& page, const View& view);

void write_summary(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
