// ISO 8601-1:2019, RFC 2822 section 3.3 and what newspapers write. One cursor over the words, two grammars: digits first
// and year first, or a month by name. What is ambiguous (03/04/2021) is refused rather than guessed. Tested by dates_test.cc.
#include "read/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"

namespace firsthand::read {

namespace {

using base::lower;

constexpr std::int64_t kFirstYear = 1800, kLastYear = 2100;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A cursor over the words of one date.
class Words {
  public:
    explicit Words(std::string_view words) : rest_(words) {}
    [[nodiscard]] bool done() const { return rest_.empty(); }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool take(char c) {
        if (peek() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_any(std::string_view set) {
        bool any = false;
        while (!rest_.empty() && set.find(rest_.front()) != std::string_view::npos) {
            rest_.remove_prefix(1);
            any = true;
        }
        return any;
    }
    // A run of digits; its length in `digits`. Empty without any, and beyond 15 digits.
    std::optional<std::int64_t> number(std::size_t& digits) {
        digits = 0;
        while (digits < rest_.size() && is_ascii_digit(rest_[digits])) ++digits;
        if (digits == 0 || digits > 15) return std::nullopt;
        std::int64_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (rest_[i] - '0');
        rest_.remove_prefix(digits);
        return value;
    }
    // Exactly `digits` digits.
    std::optional<std::int64_t> fixed(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        std::int64_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!is_ascii_digit(rest_[i])) return std::nullopt;
            value = value * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }
    // A run of letters in lower case; empty if there is none.
    std::string word() {
        std::string out;
        while (!rest_.empty() && is_ascii_letter(rest_.front())) {
            out.push_back(lower(rest_.front()));
            rest_.remove_prefix(1);
        }
        return out;
    }

  private:
    std::string_view rest_;
};

struct Moment {
    std::int64_t year = 0, month = 0, day = 0;     // month and day 0: not given
    std::int64_t hour = 0, minute = 0, second = 0;
    std::int64_t offset = 0;                       // minutes east of UTC
    bool time = false, zone = false;
};

std::optional<std::int64_t> find_month(std::string_view word) {
    constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                          "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) return static_cast<std::int64_t>(i + 1);
    return std::nullopt;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) {
        return word == day || (word.size() >= 3 && word.size() <= 5 && day.starts_with(word));
    });
}

// Names that mean one offset, in minutes (RFC 2822 section 4.3 and the European ones).
std::optional<std::int64_t> find_zone(std::string_view word) {
    struct Zone {
        std::string_view name;
        std::int64_t minutes;
    };
    constexpr std::array<Zone, 15> kZones = {{{"z", 0}, {"utc", 0}, {"gmt", 0}, {"ut", 0}, {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
                                              {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"bst", 60}, {"cet", 60}, {"cest", 120}}};
    for (const Zone& zone : kZones)
        if (zone.name == word) return zone.minutes;
    return std::nullopt;
}

// "+02:00", "-0400", "Z", "GMT". False: something else stands there.
bool read_zone(Words& words, Moment& moment) {
    words.take_any(" ");
    if (words.done()) return true;
    const char sign = words.peek();
    if (sign == '+' || sign == '-') {
        words.take(sign);
        const auto hours = words.fixed(2);
        if (!hours || *hours > 18) return false;
        words.take(':');
        std::int64_t minutes = 0;
        if (is_ascii_digit(words.peek())) {
            const auto read = words.fixed(2);
            if (!read || *read > 59) return false;
            minutes = *read;
        }
        moment.offset = (*hours * 60 + minutes) * (sign == '-' ? -1 : 1);
        moment.zone = true;
    } else {
        const std::string name = words.word();
        if (name.empty()) return false;
        if (const auto offset = find_zone(name)) {
            moment.offset = *offset;
            moment.zone = true;
        } else {
            if (name.size() > 5) return false;
            moment.time = false;                   // "ET", "IST": which offset is meant cannot be told, so only the day holds
        }
    }
    words.take_any(" ");
    if (words.take('(')) {                         // RFC 2822 comment: "(PDT)"
        words.word();
        if (!words.take(')')) return false;
    }
    return words.done();
}

// "12:00", "12:00:05.123", "3:15 pm", then a zone. False: no time.
bool read_time(Words& words, Moment& moment) {
    std::size_t digits = 0;
    const auto hour = words.number(digits);
    if (!hour || digits > 2) return false;
    moment.hour = *hour;
    if (words.take(':')) {
        const auto minute = words.fixed(2);
        if (!minute) return false;
        moment.minute = *minute;
        if (words.take(':')) {
            const auto second = words.fixed(2);
            if (!second) return false;
            moment.second = std::min<std::int64_t>(*second, 59);    // leap seconds
            if (*second > 60) return false;
            if (words.take('.') || words.take(',')) words.take_any("0123456789");
        }
    } else if (is_ascii_digit(words.peek())) {
        return false;
    }
    moment.time = true;
    words.take_any(" ");
    const Words before = words;
    const std::string half = words.word();         // "pm", "p.m."; "PST" is none
    const bool dotted = (half == "a" || half == "p") && words.take('.') && words.word() == "m";
    if (dotted || half == "am" || half == "pm") {
        words.take('.');
        if (moment.hour < 1 || moment.hour > 12) return false;
        moment.hour = moment.hour % 12 + (half.front() == 'p' ? 12 : 0);
    } else {
        words = before;
    }
    return moment.hour < 24 && moment.minute < 60 && read_zone(words, moment);
}

// What may stand between a day and a time, then the time; nothing at all is fine too.
bool read_tail(Words& words, Moment& moment) {
    words.take_any(" ,|-");
    if (words.done()) return true;
    if (is_ascii_letter(words.peek())) {
        const std::string word = words.word();
        if (word != "t" && word != "at") return false;
        words.take_any(" ");
    }
    return read_time(words, moment);
}

// Year first: 2021, 2021-08, 2021-08-31, 2021/08/31, 20210831.
bool read_year_first(Words& words, std::int64_t first, std::size_t digits, Moment& moment) {
    if (digits == 8 || digits == 14) {             // 20210831, and 20210831120000 as archives write it
        const std::int64_t time = digits == 14 ? first % 1'000'000 : 0;
        const std::int64_t date = digits == 14 ? first / 1'000'000 : first;
        moment = {date / 10000, date / 100 % 100, date % 100, time / 10000, time / 100 % 100, time % 100, 0, digits == 14, digits == 14};
        if (moment.month == 0 || moment.day == 0 || moment.hour > 23 || moment.minute > 59 || moment.second > 59) return false;
        if (digits == 8 && (words.peek() == 'T' || words.peek() == ' ')) {
            words.take('T');
            words.take_any(" ");
            const auto hour = words.fixed(2);
            const auto minute = hour ? words.fixed(2) : std::nullopt;
            if (!minute) return false;
            moment.hour = *hour;
            moment.minute = *minute;
            if (const auto second = words.fixed(2)) moment.second = *second;
            if (moment.hour > 23 || moment.minute > 59 || moment.second > 59) return false;
            moment.time = true;
            return read_zone(words, moment);
        }
        return words.done();
    }
    moment.year = first;
    if (words.done()) return true;
    const char separator = words.peek();
    if ((separator != '-' && separator != '/' && separator != '.') || !words.take(separator)) return false;
    std::size_t size = 0;
    const auto month = words.number(size);
    if (!month || size > 2 || *month == 0) return false;
    moment.month = *month;
    if (words.done()) return true;
    if (!words.take(separator)) return false;
    const auto day = words.number(size);
    if (!day || size > 2 || *day == 0) return false;
    moment.day = *day;
    return read_tail(words, moment);
}

// Month by name: "Aug 31, 2021", "31 August 2021", "Tue, 31 Aug 2021 12:00:00 +0200", "August 2021".
bool read_named_month(Words& words, Moment& moment) {
    std::size_t digits = 0;
    while (!words.done() && (moment.year == 0)) {
        words.take_any(" ,.-");
        if (is_ascii_digit(words.peek())) {
            const auto number = words.number(digits);
            if (!number) return false;
            if (digits == 4) {
                moment.year = *number;
                if (moment.month == 0) return false;
            } else if (digits <= 2 && moment.day == 0 && *number > 0) {
                moment.day = *number;
                const char next = lower(words.peek());
                if (next == 's' || next == 'n' || next == 'r' || next == 't') words.word();     // 31st
            } else {
                return false;
            }
        } else {
            const std::string word = words.word();
            if (const auto month = find_month(word); month && moment.month == 0) {
                moment.month = *month;
            } else if (word != "of" && word != "the" && !is_weekday(word)) {
                return false;
            }
        }
    }
    if (moment.year == 0 || moment.month == 0) return false;
    return moment.day == 0 ? words.done() : read_tail(words, moment);
}

// "31.12.2021", "12/31/2021", "12/31/21": only where the day cannot be a month, nor the year.
bool read_day_first(Words& words, std::int64_t first, Moment& moment) {
    const char separator = words.peek();
    if (separator != '/' && separator != '.' && separator != '-') return false;
    words.take(separator);
    std::size_t digits = 0;
    const auto second = words.number(digits);
    if (!second || digits > 2 || !words.take(separator)) return false;
    auto year = words.fixed(4);
    if (!year && *second > 12 && (year = words.fixed(2))) *year += *year < 70 ? 2000 : 1900;
    if (!year || (first <= 12 && *second <= 12 && first != *second)) return false;
    moment.year = *year;
    moment.month = std::min(first, *second);
    moment.day = std::max(first, *second);
    return moment.month > 0 && read_tail(words, moment);
}

std::optional<Date> make_date(const Moment& moment) {
    namespace chrono = std::chrono;
    if (moment.year < kFirstYear || moment.year > kLastYear) return std::nullopt;
    const auto day = chrono::year(static_cast<int>(moment.year)) / chrono::month(static_cast<unsigned>(std::max<std::int64_t>(moment.month, 1))) /
                     chrono::day(static_cast<unsigned>(std::max<std::int64_t>(moment.day, 1)));
    if (!day.ok()) return std::nullopt;
    Date date;
    date.seconds = chrono::duration_cast<chrono::seconds>(chrono::sys_days(day).time_since_epoch()).count();
    if (moment.month == 0) {
        date.value = fmt::format("{:04}", moment.year);
        date.precision = DatePrecision::year;
        return date;
    }
    if (moment.day == 0) {
        date.value = fmt::format("{:04}-{:02}", moment.year, moment.month);
        date.precision = DatePrecision::month;
        return date;
    }
    if (moment.time) date.seconds += moment.hour * 3600 + moment.minute * 60 + moment.second - moment.offset * 60;
    const chrono::sys_seconds point{chrono::seconds(date.seconds)};
    const auto utc_day = chrono::floor<chrono::days>(point);
    const chrono::year_month_day civil(utc_day);
    const auto rest = (point - utc_day).count();
    date.value = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()),
        static_cast<unsigned>(civil.day()));
    date.precision = rest == 0 ? DatePrecision::day : DatePrecision::second;
    if (rest != 0) date.value += fmt::format("T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60);
    return date;
}

// Seconds, milliseconds or microseconds since 1970. Small numbers are no time stamps.
std::optional<Date> read_epoch(std::int64_t number) {
    if (number < 100'000'000) return std::nullopt;                        // before 1973
    while (number > 100'000'000'000) number /= 1000;
    const std::chrono::sys_seconds point{std::chrono::seconds(number)};
    const auto day = std::chrono::floor<std::chrono::days>(point);
    const std::chrono::year_month_day civil(day);
    const auto rest = (point - day).count();
    return make_date({static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()), rest / 3600,
        rest / 60 % 60, rest % 60,
                      0, true, true});
}

std::string_view trim(std::string_view words) { return base::trim(words, " \t\r\n\"'"); }

}  // namespace

std::optional<Date> parse_date(std::string_view given) {
    const std::string_view trimmed = trim(given);
    if (trimmed.empty() || trimmed.size() > 64) return std::nullopt;
    Words words(trimmed);
    Moment moment;
    if (!is_ascii_digit(trimmed.front())) return read_named_month(words, moment) ? make_date(moment) : std::nullopt;
    std::size_t digits = 0;
    const auto first = words.number(digits);
    if (!first) return std::nullopt;
    if (digits == 4 || digits == 8 || digits == 14) return read_year_first(words, *first, digits, moment) ? make_date(moment) : std::nullopt;
    if (digits >= 9) {
        if (words.take('.')) words.take_any("0123456789");
        return words.done() ? read_epoch(*first) : std::nullopt;
    }
    if (digits > 2) return std::nullopt;
    if (read_day_first(words, *first, moment)) return make_date(moment);
    Words again(trimmed);
    moment = {};
    return read_named_month(again, moment) ? make_date(moment) : std::nullopt;
}

bool is_no_date(std::string_view words) {
    constexpr std::array<std::string_view, 9> kNone = {"", "none", "null", "nat", "nan", "n/a", "unknown", "undated", "-"};
    std::string folded;
    for (const char c : trim(words)) folded.push_back(lower(c));
    return std::find(kNone.begin(), kNone.end(), folded) != kNone.end();
}

std::string say_not_understood(std::string_view words) {
    constexpr std::size_t kShown = 40;
    bool changed = false;
    return "date not understood: " + base::escape_controls(base::shorten(base::repair_utf8(words.substr(0, 400), changed), kShown));
}

}  // namespace firsthand::read
