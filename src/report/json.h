// View -> the trace object of the contract.
#pragma once

#include <iosfwd>

#include "report/report.h"

namespace firsthand::report {

void write_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
