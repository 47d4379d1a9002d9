// The JSON-LD blocks of a web page (schema.org) -> the articles that they describe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace firsthand::read {

// What one object of a kind of article says, as it is written there: entities not resolved, dates not parsed.
struct StructuredArticle {
    std::string type;                              // "NewsArticle", without the address of the vocabulary
    std::string headline, url, published, modified, created, publisher, body, section, language;
    std::vector<std::string> authors;
    bool paid = false;                             // isAccessibleForFree: false
    std::vector<std::string> paid_parts;           // CSS selectors of the parts that are not free
    bool article = false;                          // else a page, a review of a claim and the like, which say less
    bool nested = false;                           // stands in a list, or is a part of another
};

struct StructuredPage {
    std::vector<StructuredArticle> articles;       // in the order of the page
    std::vector<std::string> sites;                // names of WebSite, NewsMediaOrganization and other organizations at the top
};

// Blocks that are no JSON are mended or left out. At most 64 blocks, 64 levels, 20,000 objects.
[[nodiscard]] StructuredPage read_json_ld(const std::vector<std::string>& blocks);

// The words of a value: entities resolved, tags gone, blanks squeezed.
[[nodiscard]] std::string plain_words(std::string_view value);

}  // namespace firsthand::read
