// Articles as trafilatura writes them, in its own XML (<doc>) and in TEI -> Documents.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml.h"

namespace firsthand::read {

// Rows of the table of formats.
[[nodiscard]] bool is_tei(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_tei(Opened opened);

// Several articles may stand one after another. Comments are left out, links are kept.
[[nodiscard]] std::vector<XmlFound> read_tei(const std::string& utf8, std::chrono::milliseconds document_time = kDocumentTime);

}  // namespace firsthand::read
