// A page whose text begins in the middle of its story -> the summary above it that the text goes on from.
#pragma once

#include <string_view>

#include "read/page.h"

namespace firsthand::read {

// "This comes after …", "In addition to …": words that point back, though nothing stands before them.
[[nodiscard]] bool points_back(std::string_view text);

// The first sentence-shaped summary between the main heading and the node where the text begins. Empty: there is none.
[[nodiscard]] PageText find_lead(const Html& page, NodeId begin, std::string_view base);

}  // namespace firsthand::read
