// Digits in an address are numbers of articles more often than days: what is no whole part of the path, or of a name between
// hyphens, is none. Tested by address_date_test.cc.
#include "read/address_date.h"

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/dates.h"

namespace firsthand::read {

namespace {

constexpr int kFirstYear = 1990;                   // before, there were no pages
constexpr int kLastYear = 2100;

bool is_digits(std::string_view words) { return !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos; }

std::vector<std::string_view> split(std::string_view words, char mark) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = words.find(mark);
        parts.push_back(words.substr(0, end));
        if (end == std::string_view::npos) return parts;
        words.remove_prefix(end + 1);
    }
}

bool is_year(std::string_view words) {
    if (words.size() != 4 || !is_digits(words)) return false;
    const int year = std::stoi(std::string(words));
    return year >= kFirstYear && year <= kLastYear;
}

// "11", "1", "nov", "november" -> "11"; else empty.
std::string read_month(std::string_view words) {
    if (words.size() <= 2 && is_digits(words)) return fmt::format("{:0>2}", words);
    constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
    const std::string folded = base::fold(words);
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (folded.size() >= 3 && (folded == kMonths[i].substr(0, 3) || folded == kMonths[i])) return fmt::format("{:02}", i + 1);
    return {};
}

std::optional<Date> make_day(std::string_view year, std::string_view month, std::string_view day) {
    if (!is_year(year) || month.empty() || !is_digits(day) || day.size() > 2) return std::nullopt;
    return parse_date(fmt::format("{}-{}-{:0>2}", year, month, day));
}

std::optional<Date> read_eight(std::string_view words) {
    if (words.size() != 8 || !is_digits(words)) return std::nullopt;
    return make_day(words.substr(0, 4), words.substr(4, 2), words.substr(6));
}

// The days that a path names, one for each place.
std::vector<Date> list_days(const std::vector<std::string_view>& parts) {
    std::vector<Date> days;
    const auto add = [&](std::optional<Date> day) {
        if (day) days.push_back(std::move(*day));
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view next = i + 1 < parts.size() ? parts[i + 1] : std::string_view(), third = i + 2 < parts.size() ? parts[i + 2] : std::string_view();
        if (is_year(parts[i]) && next.size() == 4 && is_digits(next)) add(make_day(parts[i], next.substr(0, 2), next.substr(2)));
        if (is_year(parts[i]) && !third.empty()) add(make_day(parts[i], read_month(next), third));
        add(read_eight(parts[i]));
        const std::vector<std::string_view> words = split(parts[i], '-');
        for (std::size_t w = 0; w < words.size(); ++w) {
            const bool inside = w > 0 && w + 1 < words.size();   // "officer-20178823" is a number
            if (inside) add(read_eight(words[w]));
            if (w + 2 < words.size() && words[w + 1].size() == 2 && words[w + 2].size() == 2) add(make_day(words[w], read_month(words[w + 1]), words[w + 2]));
        }
    }
    return days;
}

}  // namespace

std::optional<Date> find_address_date(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t path = url.find('/', scheme + 3);
    if (path == std::string_view::npos) return std::nullopt;
    const std::vector<std::string_view> parts = split(url.substr(path + 1), '/');
    const std::vector<Date> days = list_days(parts);
    std::optional<Date> found;
    for (const Date& day : days) {
        if (found && found->value != day.value) return std::nullopt;
        found = day;
    }
    for (std::size_t i = 0; !found && i + 2 < parts.size(); ++i)   // something stands behind the month
        if (const std::string month = read_month(parts[i + 1]); is_year(parts[i]) && !month.empty() && !parts[i + 2].empty()) found = parse_date(fmt::format("{}-{}", parts[i], month));
    if (found) found->from = "URL path";
    return found;
}

}  // namespace firsthand::read
