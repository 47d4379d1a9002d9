// Where on a page its article stands.
#pragma once

#include <vector>

#include "read/html.h"
#include "read/page_blocks.h"

namespace firsthand::read {

// The elements that hold the article, in order, none inside another: one, and what of its text stands beside it.
[[nodiscard]] std::vector<NodeId> find_core(const Html& page, const PageBlocks& blocks);

}  // namespace firsthand::read
