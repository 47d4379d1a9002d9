// One pass over a page -> the fields and places that may speak of its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/html.h"

namespace firsthand::read {

enum class MetaKind : std::uint8_t { title, site, author, published, updated, section, opinion, type, language, url };

// A field of the page's head, or one of microdata: views into the page.
struct MetaField {
    MetaKind kind = MetaKind::title;
    std::uint8_t rank = 0;                         // of several fields of a kind the lowest speaks first
    std::string_view name;                         // "article:published_time", in lower case
    std::string_view value;
};

// Microdata of the article itself: not of comments, pictures, lists of other articles.
struct Property {
    std::string_view name;                         // "datePublished"
    NodeId node = 0;
    std::string_view value;                        // content= or datetime=; empty: the element's text
};

struct PageFields {
    std::vector<MetaField> metas;                  // by kind, then rank, then place
    std::vector<Property> properties;              // headline, datePublished, dateModified, dateCreated, author, publisher, articleSection, inLanguage
    std::string title;                             // of <title>
    std::string_view canonical;
    std::vector<NodeId> headings;                  // h1, with text
    std::vector<NodeId> times;                     // <time>
    std::vector<NodeId> bylines;                   // rel=author
};

[[nodiscard]] PageFields find_fields(const Html& page);

// The text of an element, blanks squeezed, at most about `most` bytes.
[[nodiscard]] std::string text_of(const Html& page, NodeId node, std::size_t most);

// Lower case for ASCII.
[[nodiscard]] std::string lower_ascii(std::string_view words);

}  // namespace firsthand::read
