// Words of a metadata field -> a Date with its precision.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::read {

// Understands ISO 8601 (year, month, day, time, offset), 2021/08/31, 20210831, RFC 2822, "Aug 31, 2021", "31 August 2021",
// and seconds or milliseconds since 1970. Years before 1800 and after 2100 are no dates of articles. `from` stays empty.
// A time without offset counts as UTC. Midnight in UTC is a day: that is how programs write a day without a time.
[[nodiscard]] std::optional<Date> parse_date(std::string_view words);

// True for what programs write when they have no date: "", "None", "null", "NaT", "nan", "N/A", "unknown".
[[nodiscard]] bool is_no_date(std::string_view words);

// The note for a date that parse_date refuses: shortened, control characters escaped.
[[nodiscard]] std::string say_not_understood(std::string_view words);

}  // namespace firsthand::read
