// Web archives (WARC 0.17 to 1.1, ISO 28500): what a crawler was answered, record after record.
#pragma once

#include <memory>
#include <string_view>

#include "read/formats.h"

namespace firsthand::read {

// Rows of the table of formats. An element's path is the file's and the number of its record, from 1: "crawl.warc.gz#12".
[[nodiscard]] bool is_warc(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_warc(Opened opened);

}  // namespace firsthand::read
