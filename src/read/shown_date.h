// A line as a reader sees it -> the day that it names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace firsthand::read {

// Which comes first in 03/04/2021.
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

struct ShownDate {
    int year = 0, month = 0, day = 0;
    int minute = -1;                               // of the day, as the clock showed it; -1: no time
    std::string zone;                              // "EST", "+01:00"; empty: not said
    std::size_t begin = 0, end = 0;                // bytes of the line, of day, month and year
    bool update = false;                           // "Updated …", "Last modified …"
    bool published = false;                        // "Published …", "Posted on …"
};

// The first day in a line from `from` on. Months by name in a dozen European languages; numbers only where they mean one day.
[[nodiscard]] std::optional<ShownDate> find_shown_date(std::string_view line, DayOrder order, std::size_t from = 0);

}  // namespace firsthand::read
