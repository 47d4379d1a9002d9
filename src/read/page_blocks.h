// A page's tree -> its runs of text between the edges of block elements, and what is known of each element's text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html.h"
#include "read/page_hints.h"

namespace firsthand::read {

// Of one node and all below it.
struct NodeText {
    std::uint32_t letters = 0;                     // characters but blanks; those of scripts that write a word with one or two count twice
    std::uint32_t linked = 0;                      // those of them inside links
    std::uint32_t marks = 0;                       // commas and ends of sentences
    std::uint32_t prose = 0;                       // letters of its blocks that read like prose, links apart
    Hints hints = 0;                               // its own
    NodeId block = 0;                              // the nearest block element: itself or above
    NodeId link = 0;                               // the link it stands in, 0: none
    NodeId table = 0;                              // the table of data it stands in, 0: none; see page_tables.h
    bool out = false;                              // left out of the text, with all below it
};

// A run of text with no edge of a block element and no empty line inside.
struct Block {
    NodeId begin = 0, end = 0;                     // its nodes
    NodeId container = 0;                          // the nearest block element
    std::uint32_t letters = 0, linked = 0, marks = 0;
    bool prose = false;
};

struct PageBlocks {
    std::vector<NodeText> nodes;                   // by NodeId
    std::vector<Block> blocks;                     // in document order; none is empty
};

[[nodiscard]] bool is_block(Tag tag);
[[nodiscard]] bool is_heading(Tag tag);

// What an article never holds (navigation, forms, comments, …) is out, unless most of the page's text would be.
// `base`: see page_links.h.
[[nodiscard]] PageBlocks find_blocks(const Html& page, std::string_view base);
// The same for a page that is nothing but an article: only what a browser does not show is out.
[[nodiscard]] PageBlocks find_all_blocks(const Html& page);

}  // namespace firsthand::read
