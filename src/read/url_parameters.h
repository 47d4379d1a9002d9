// Parameters of an address that say how a reader came to it, not what it shows. One file to extend: url_parameters.cc.
#pragma once

#include <string_view>

namespace firsthand::read {

// Is this parameter of no account for which article an address names? Capitals in the name do not matter.
[[nodiscard]] bool is_tracking(std::string_view name, std::string_view value);

}  // namespace firsthand::read
