// A table of articles, or of links to them -> its elements, row by row. Paths are "file.csv:12", the line on which a row begins.
#pragma once

#include <memory>
#include <string_view>

#include "read/formats.h"
#include "read/listing.h"

namespace firsthand::read {

// Rows of the table of formats.
[[nodiscard]] bool is_table(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_table(Opened opened);
// The rows of a table that has addresses and no column of texts.
void list_table(Opened opened, Listings& listings);

}  // namespace firsthand::read
