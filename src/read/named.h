// Kinds of files that are told, but not read -> one reason that says what would help.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/formats.h"

namespace firsthand::read {

// A stream that says this one thing.
[[nodiscard]] std::unique_ptr<DocumentStream> open_named(Opened opened, std::string reason);

// Rows of the table of formats.
// A text that is nothing but addresses, one a line.
[[nodiscard]] bool is_address_list(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_address_list(Opened opened);
// BibTeX, RIS, Zotero's RDF.
[[nodiscard]] bool is_reference_list(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_reference_list(Opened opened);

}  // namespace firsthand::read
