// When two documents were published -> who was first, as far as their dates tell.
#pragma once

#include <cstdint>
#include <string>

#include "firsthand/types.h"

namespace firsthand::link {

inline constexpr std::int64_t kSecondsPerDay = 86400;

// Published certainly before the other one: the first has ended its second, day, month or year before the other begins.
[[nodiscard]] bool is_before(const DocumentRow& a, const DocumentRow& b);

[[nodiscard]] bool has_day(const DocumentRow& row);

// "3 days", "2 hours": how much later b was published than a, by what both dates know.
[[nodiscard]] std::string tell_distance(const DocumentRow& a, const DocumentRow& b);

}  // namespace firsthand::link
