// Byline and fields of a page -> its authors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/json_ld.h"
#include "read/page_fields.h"
#include "read/page_head.h"

namespace firsthand::read {

struct AuthorSources {
    const Html& page;
    const PageFields& fields;
    const std::vector<HeadLine>& lines;
    const StructuredArticle& article;              // empty where the page has none
    const std::string& outlet;
    const std::vector<std::string>& sites;         // other names of the site
    std::string_view host;
};

// "Jane Doe, John Roe, Tarn Press"; empty: the page names nobody. The outlet itself is an author only where the reader sees it
// behind "By".
[[nodiscard]] std::string choose_author(const AuthorSources& sources);

}  // namespace firsthand::read
