// A page's tables -> those that show data. Others only lay the page out.
#pragma once

#include <vector>

#include "read/page_blocks.h"

namespace firsthand::read {

// Sets NodeText::table of all nodes in tables of data: two rows of two cells each, none long, no other table and no main heading
// inside. Needs the sums of letters.
void mark_tables(const Html& page, std::vector<NodeText>& texts);

// The row and the cell of a table of data that a node stands in. 0: none.
struct Place {
    NodeId row = 0, cell = 0;
};
[[nodiscard]] Place find_place(const Html& page, const std::vector<NodeText>& texts, NodeId id);

// Cells of the row from `begin` on that begin before `end`. No cell is counted that is never shown.
[[nodiscard]] std::uint32_t count_cells(const Html& page, const std::vector<NodeText>& texts, NodeId row, NodeId begin, NodeId end);

}  // namespace firsthand::read
