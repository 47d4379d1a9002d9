// The source of a web page without what no reader sees: scripts, styles, comments, drawings, attributes for machines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::read {

struct HtmlSource {
    std::string html;                              // what is left, for the parser
    std::vector<std::string> structured;           // contents of application/ld+json scripts
    std::string comments;                          // those before the second element
    std::uint32_t tags = 0;                        // start tags in `html`
};

// Linear. Elements nested deeper than `depth` lose their tags and keep their text. Stops after `tags` start tags (then
// HtmlSource::tags is over it).
[[nodiscard]] HtmlSource slim_html(std::string_view utf8, std::uint32_t depth, std::uint32_t tags);

}  // namespace firsthand::read
