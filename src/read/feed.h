// RSS (0.9x, 1.0, 2.0) and Atom -> the articles whose text they hold, and records of those that they only announce.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml.h"

namespace firsthand::read {

// Rows of the table of formats.
[[nodiscard]] bool is_feed(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_feed(Opened opened);
void list_feed(Opened opened, Listings& listings);

// An item with `content:encoded`, Atom's `content` or the like is a document; so is one whose description is evidently the
// whole article. The others are records: teasers are no texts.
[[nodiscard]] std::vector<XmlFound> read_feed(const std::string& utf8, std::chrono::milliseconds document_time = kDocumentTime);

}  // namespace firsthand::read
