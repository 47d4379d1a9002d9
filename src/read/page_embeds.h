// Embedded posts of social networks -> quotations of their authors, in one shape:
//
//   “The words of the post.”
//   — Name (@handle), August 30, 2021
#pragma once

#include <string_view>
#include <vector>

#include "read/page_render.h"

namespace firsthand::read {

// `blocks` are the passages of one embed, in order. Empty: it holds no words.
[[nodiscard]] Passage quote_post(const std::vector<Passage>& blocks);

}  // namespace firsthand::read
