// A web page -> its Document: what its metadata say, and the text of its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firsthand/types.h"
#include "read/deadline.h"
#include "read/html.h"
#include "read/read.h"

namespace firsthand::read {

// What a page says about its article, by the fields that are meant for machines and by what it shows.
struct PageMetadata {
    std::string title, url, outlet, author;        // empty: not said
    std::string language;                          // ISO 639-1
    std::string body;                              // articleBody of JSON-LD: plain text, paragraphs at line breaks
    Date published, updated;                       // Date::from names the field: "JSON-LD datePublished"
    Genre genre = Genre::unknown;
    bool partial = false;                          // the page says that it holds not all of the article (isAccessibleForFree)
};

// `url` is where the page was saved from, if that is known.
[[nodiscard]] PageMetadata find_metadata(const Html& page, std::string_view url);

// Text with the links inside it. Paragraphs are separated by an empty line.
struct PageText {
    std::string text;
    std::vector<Hyperlink> links;
};

// Undoes mojibake and leaves out invisible characters, piece by piece, so that the links keep their words.
void mend(PageText& article);

// The article's own text by content density; menus, captions, recommendations, comments and the like are left out. Empty:
// the page holds no article.
[[nodiscard]] PageText find_article(const Html& page, const PageMetadata& metadata);

// All the text of a piece of HTML that holds nothing but an article (a feed's content:encoded, ninjs' body_xhtml).
// What takes kDocumentTime gives nothing: the deadline of its record has passed, too.
[[nodiscard]] PageText read_fragment(std::string_view html);

// The document of a page, or the reason why there is none. Charset, metadata, text. From any thread.
[[nodiscard]] Completed read_page(Page page, const Deadline& deadline);

// Rows of the table of formats.
[[nodiscard]] bool is_web_page(std::string_view head);
[[nodiscard]] Item make_page(std::string bytes);

}  // namespace firsthand::read
