// Links as a page writes them -> where they lead.
#pragma once

#include <string>
#include <string_view>

#include "read/html.h"

namespace firsthand::read {

// What relative links are relative to: <base href>, else `url`.
[[nodiscard]] std::string find_base(const Html& page, std::string_view url);

// Do both belong to one outlet, as far as their hosts tell? `url` is a link as written; relative ones do.
[[nodiscard]] bool is_same_site(std::string_view url, std::string_view base);

}  // namespace firsthand::read
