// A date of day precision is the whole day, one of month precision the whole month. Tested by copies_test.cc and echoes_test.cc.
#include "link/times.h"

#include <fmt/format.h>

namespace firsthand::link {

namespace {

std::int64_t length_of(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::none: return 0;
        case DatePrecision::year: return 366 * kSecondsPerDay;
        case DatePrecision::month: return 31 * kSecondsPerDay;
        case DatePrecision::day: return kSecondsPerDay;
        case DatePrecision::second: return 1;
    }
    return 0;
}

std::string count_units(std::int64_t count, const char* unit) { return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s"); }

}  // namespace

bool is_before(const DocumentRow& a, const DocumentRow& b) {
    if (a.precision == DatePrecision::none || b.precision == DatePrecision::none) return false;
    return a.published_seconds + length_of(a.precision) <= b.published_seconds;
}

bool has_day(const DocumentRow& row) { return row.precision >= DatePrecision::day; }

std::string tell_distance(const DocumentRow& a, const DocumentRow& b) {
    const auto day = [](const DocumentRow& row) { return row.published_seconds / kSecondsPerDay; };
    const std::int64_t seconds = b.published_seconds - a.published_seconds;
    if (a.precision != DatePrecision::second || b.precision != DatePrecision::second || seconds >= 2 * kSecondsPerDay) return count_units(day(b) - day(a), "day");
    if (seconds >= 3600) return count_units(seconds / 3600, "hour");
    return seconds >= 60 ? count_units(seconds / 60, "minute") : count_units(seconds, "second");
}

}  // namespace firsthand::link
