// The address of an article -> the day on which it was published, where its path says so.
#pragma once

#include <optional>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::read {

// "/2019/11/19/", "/2019/nov/19/", "/2019/1119/", "/20191119/", "/2019-11-19/", and inside a name between hyphens
// ("a-bridge-falls-20191119-34m0z"); "/2019/11/" is a month. Years from 1990 to 2100. `from` is "URL path". Nothing where
// two days stand in it.
[[nodiscard]] std::optional<Date> find_address_date(std::string_view url);

}  // namespace firsthand::read
