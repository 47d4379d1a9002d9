// The addresses that a page gives -> its own.
#pragma once

#include <string>
#include <string_view>

#include "read/html.h"
#include "read/page_fields.h"

namespace firsthand::read {

// The canonical address when it is an article's and of the same site as `given`; else `given`, else where the page was saved
// from. Empty: the page does not say.
[[nodiscard]] std::string choose_address(const Html& page, const PageFields& fields, std::string_view given);

}  // namespace firsthand::read
