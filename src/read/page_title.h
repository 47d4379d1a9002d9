// Headings and titles of a page -> its headline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/html.h"
#include "read/page_fields.h"

namespace firsthand::read {

// 0..1: how many words two titles share.
[[nodiscard]] double compare_titles(std::string_view a, std::string_view b);

// "Title | Section - Site" -> "Title": pieces at the ends that name the site. `sites`: its names; `host` may be empty.
[[nodiscard]] std::string strip_site(std::string_view title, const std::vector<std::string>& sites, std::string_view host);

struct Headline {
    std::string title;
    NodeId node = 0;                               // where it stands on the page; 0: nowhere
};

// `given`: what metadata call the article, best first, without the site's name.
[[nodiscard]] Headline choose_headline(const Html& page, const PageFields& fields, const std::vector<std::string>& given,
    const std::vector<std::string>& sites);

}  // namespace firsthand::read
