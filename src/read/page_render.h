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

// `base`: see page_links.h.
[[nodiscard]] Passage render(const Html& page, const PageBlocks& blocks, std::uint32_t block, std::string_view base);
// Paragraphs with an empty line between them; items of a list and rows of a table with a line break.
[[nodiscard]] PageText join(const Html& page, const PageBlocks& blocks, std::vector<Passage> passages);

}  // namespace firsthand::read
