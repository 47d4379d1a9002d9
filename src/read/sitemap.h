// Sitemaps (sitemaps.org, with Google's news part) -> records of the pages that they name. They never hold a text.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/xml.h"

namespace firsthand::read {

// Rows of the table of formats.
[[nodiscard]] bool is_sitemap(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_sitemap(Opened opened);
void list_sitemap(Opened opened, Listings& listings);

// An index of sitemaps gives one reason, and what would help.
[[nodiscard]] std::vector<XmlFound> read_sitemap(const std::string& utf8, std::chrono::milliseconds document_time = kDocumentTime);

}  // namespace firsthand::read
