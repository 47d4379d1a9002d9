// Runs of text of a page -> the words as a browser shows them, with the links inside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/page.h"
#include "read/page_blocks.h"

namespace firsthand::read {

// One block's words. Lines end where the page breaks them.
struct Passage {
    std::string words;                             // empty: nothing to see
    std::vector<Hyperlink> links;                  // places in `words`, urls absolute
    std::uint32_t block = 0;                       // number of the block
};

// What relative links are relative to: <base href>, else `url`.
[[nodiscard]] std::string find_base(const Html& page, std::string_view url);
[[nodiscard]] Passage render(const Html& page, const PageBlocks& blocks, std::uint32_t block, std::string_view base);
// Paragraphs with an empty line between them; items of a list and rows of a table with a line break.
[[nodiscard]] PageText join(const Html& page, const PageBlocks& blocks, std::vector<Passage> passages);

// Do both belong to one outlet, as far as their hosts tell? `url` is a link as written; relative ones do.
[[nodiscard]] bool is_same_site(std::string_view url, std::string_view base);

// Absolute and http or https, else empty.
[[nodiscard]] std::string resolve(std::string_view link, std::string_view base);

}  // namespace firsthand::read
