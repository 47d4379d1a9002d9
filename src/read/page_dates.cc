// A moment in UTC may be another day where the page was written. The page says so itself: in the offset of a field, in the day
// that it shows its readers, or in its address. With an offset the value keeps it ("2019-11-19T19:53:52-05:00": the same moment,
// the day that the reader saw); where only the day is known, the value is that day. Tested by page_metadata_test.cc.
#include "read/page_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/address_date.h"
#include "read/dates.h"

namespace firsthand::read {

namespace {

constexpr std::int64_t kDay = 86400, kMostOffset = 14 * 3600;
constexpr std::size_t kLongestField = 100;

std::int64_t day_number(std::int64_t seconds) { return seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay); }

std::int64_t day_number(const ShownDate& shown) {
    namespace chrono = std::chrono;
    const auto day = chrono::year(shown.year) / chrono::month(static_cast<unsigned>(shown.month)) / chrono::day(static_cast<unsigned>(shown.day));
    return chrono::sys_days(day).time_since_epoch().count();
}

std::string write_day(std::int64_t number) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(number))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

// A date with what its words say of the time zone.
struct Moment {
    Date date;
    std::int64_t offset = 0;                       // seconds east of UTC
    bool local = false;                            // the offset is known, and is not just UTC's
};

// The same moment, written with an offset.
void write_local(Moment& moment, std::int64_t offset) {
    const std::int64_t local = moment.date.seconds + offset, clock = local - day_number(local) * kDay;
    moment.offset = offset;
    moment.local = true;
    moment.date.value = write_day(day_number(local));
    if (clock == 0) {                              // midnight is how programs write a day
        moment.date.precision = DatePrecision::day;
        return;
    }
    const std::int64_t east = offset < 0 ? -offset : offset;
    moment.date.precision = DatePrecision::second;
    moment.date.value += fmt::format("T{:02}:{:02}:{:02}{}{:02}:{:02}", clock / 3600, clock / 60 % 60, clock % 60, offset < 0 ? '-' : '+', east / 3600, east / 60 % 60);
}

// The offset is what the words without their zone differ by: "2019-11-19T19:53:52-05:00", "Mon, 18 Nov 2019 16:07:38 -0600".
std::optional<Moment> read_moment(std::string_view words, std::string_view name) {
    std::string plain = base::squeeze(words);
    const std::size_t zone = plain.find(" (");     // "… GMT+0000 (UTC)" of scripts
    if (zone != std::string::npos) plain.erase(zone);
    if (const std::size_t gmt = plain.find("GMT+"); gmt != std::string::npos) plain.erase(gmt, 3);
    auto date = parse_date(plain);
    if (!date || date->precision < DatePrecision::day) return std::nullopt;
    Moment moment{std::move(*date), 0, false};
    moment.date.from = name;
    const std::size_t colon = plain.find(':'), sign = colon == std::string::npos ? colon : plain.find_first_of("+-", colon);
    if (sign == std::string::npos) return moment;
    const auto clock = parse_date(std::string_view(plain).substr(0, plain.find_last_not_of(' ', sign - 1) + 1));
    if (!clock) return moment;
    const std::int64_t offset = clock->seconds - moment.date.seconds;
    if (offset != 0 && offset <= kMostOffset && offset >= -kMostOffset) write_local(moment, offset);
    return moment;
}

class Chooser {
  public:
    explicit Chooser(const DateSources& sources) : from_(sources) {}

    PageDates run() {
        std::optional<Moment> published = find_field(MetaKind::published), updated = find_field(MetaKind::updated);
        find_shown();
        if (published) {
            fit_to_page(*published, updated);
        } else {
            published = find_time();
            if (published) fit_to_page(*published, updated);
        }
        if (!published && shown_) published = make_shown(*shown_, "byline");
        if (!published) published = find_in_address();
        if (!updated && shown_update_) updated = make_shown(*shown_update_, "byline");
        PageDates dates;
        if (published) dates.published = std::move(published->date);
        if (updated) dates.updated = std::move(updated->date);
        return dates;
    }

  private:
    // JSON-LD, the fields of the head, microdata. Of those that mean the same moment one with its offset.
    [[nodiscard]] std::optional<Moment> find_field(MetaKind kind) const {
        std::vector<Moment> moments;
        const auto add = [&](std::string_view words, std::string_view name) {
            if (is_no_date(words)) return;
            if (auto moment = read_moment(words, name)) {
                moments.push_back(std::move(*moment));
            } else if (const auto shown = find_shown_date(words.substr(0, kLongestField), from_.order)) {     // in words: "22 de outubro de 2010"
                moments.push_back(make_shown(*shown, name));
            }
        };
        const bool first = kind == MetaKind::published;
        add(first ? from_.article.published : from_.article.modified, first ? "JSON-LD datePublished" : "JSON-LD dateModified");
        add_metas(kind, 1, add);
        for (const Property& property : from_.fields.properties) {
            if (property.name != (first ? "datePublished" : "dateModified")) continue;
            add(property.value.empty() ? text_of(from_.page, property.node, 100) : std::string(property.value), first ? "itemprop datePublished" : "itemprop dateModified");
        }
        if (first) add(from_.article.created, "JSON-LD dateCreated");
        add_metas(kind, 0xFF, add);
        if (first)
            for (const Property& property : from_.fields.properties)
                if (property.name == "dateCreated") add(property.value, "itemprop dateCreated");
        if (moments.empty()) return std::nullopt;
        Moment best = moments.front();
        for (const Moment& other : moments)
            if (!best.local && other.local && other.date.seconds / 60 == best.date.seconds / 60) write_local(best, other.offset);
        return best;
    }

    template <typename Add>
    void add_metas(MetaKind kind, std::uint8_t most, Add add) const {
        for (const MetaField& meta : from_.fields.metas)
            if (meta.kind == kind && meta.rank <= most) add(meta.value, meta.name);
    }

    // The day that stands near the headline: behind it before in front of it, called published before called nothing.
    void find_shown() {
        int best = 0;
        std::string label;
        for (std::size_t i = 0; i < from_.lines.size(); ++i) {
            const HeadLine& line = from_.lines[i];
            constexpr std::size_t kLongest = 130, kClock = 24;
            if (line.text.size() > kLongest && !line.date) {
                label.clear();
                continue;
            }
            std::string text = label + line.text;
            // A clock in a line of its own: "5:50 PM".
            if (line.date && i + 1 < from_.lines.size() && from_.lines[i + 1].date && from_.lines[i + 1].text.size() < kClock) text += " " + from_.lines[i + 1].text;
            std::replace(text.begin(), text.end(), kSeam, ' ');
            label = line.text.size() < 24 ? line.text + " " : std::string();
            for (std::size_t at = 0, rounds = 0; rounds < 3; ++rounds) {
                auto shown = find_shown_date(text, from_.order, at);
                if (!shown) break;
                at = shown->end;
                label.clear();
                if (line.lead && !(line.date && (shown->published || shown->update))) continue;
                shown->update = shown->update || (line.update && !shown->published);
                if (shown->update) {
                    if (!shown_update_) shown_update_ = shown;
                    continue;
                }
                const int rate = 1 + (shown->published ? 4 : 0) + (line.date || line.byline ? 2 : 0) + (line.below ? 1 : 0);
                if (rate <= best) continue;
                best = rate;
                shown_ = shown;
                marked_ = shown->published || line.date || line.byline;
            }
        }
    }

    static Moment make_shown(const ShownDate& shown, std::string_view name) {
        Moment moment;
        const std::int64_t day = day_number(shown);
        if (shown.minute >= 0 && !shown.zone.empty()) {
            const std::string words = fmt::format("{} {:02}:{:02}", write_day(day), shown.minute / 60, shown.minute % 60);
            const auto clock = parse_date(words), there = parse_date(words + " " + shown.zone);
            if (clock && there) {
                moment.date = *there;
                if (const std::int64_t offset = clock->seconds - there->seconds; offset != 0) write_local(moment, offset);
                moment.date.from = name;
                return moment;
            }
        }
        moment.date.value = write_day(day);
        moment.date.seconds = day * kDay;
        moment.date.precision = DatePrecision::day;
        moment.date.from = name;
        return moment;
    }

    // A field's moment, where the page shows another day to its readers.
    void fit_to_page(Moment& published, const std::optional<Moment>& updated) const {
        const std::int64_t own = day_number(published.date.seconds + published.offset);
        if (!shown_) return fit_to_address(published, updated, own);
        const std::int64_t day = day_number(*shown_);
        if (day == own) return;
        if (!published.local && published.date.precision == DatePrecision::second && is_zone_apart(published, day - own)) {
            if (shown_->minute >= 0) {             // the clock on the page is the same moment in its own zone
                const std::int64_t clock = day * kDay + shown_->minute * 60, minute = published.date.seconds / 60 * 60;
                if ((clock - minute) % 900 == 0) return write_local(published, clock - minute);
            }
            published = make_shown(*shown_, "byline");
            return;
        }
        // A field that was overwritten by a change.
        const bool overwritten = updated && updated->date.seconds / 60 == published.date.seconds / 60;
        if (marked_ && overwritten && day < own) published = make_shown(*shown_, "byline");
    }

    // Without a day of publication on the page: the zone of its "Updated …", or the day in its address.
    void fit_to_address(Moment& published, const std::optional<Moment>& updated, std::int64_t own) const {
        if (published.local || published.date.precision < DatePrecision::second) return;
        if (shown_update_) {
            const std::int64_t day = day_number(*shown_update_);
            if (!updated || shown_update_->minute < 0 || !is_zone_apart(published, day - own)) return;
            const std::int64_t offset = day * kDay + shown_update_->minute * 60 - updated->date.seconds / 60 * 60;
            if (offset % 900 == 0 && offset <= kMostOffset && offset >= -kMostOffset) write_local(published, offset);
            return;
        }
        const auto address = find_in_address();
        if (!address || address->date.precision != DatePrecision::day) return;
        if (is_zone_apart(published, day_number(address->date.seconds) - own)) published = *address;
    }

    // May a moment in UTC be a day later or earlier somewhere on earth?
    static bool is_zone_apart(const Moment& moment, std::int64_t days) {
        const std::int64_t clock = moment.date.seconds - day_number(moment.date.seconds) * kDay;
        return (days == -1 && clock < 12 * 3600) || (days == 1 && clock >= kDay - kMostOffset);
    }

    // <time> near the headline; else one that says it is the publication.
    [[nodiscard]] std::optional<Moment> find_time() const {
        std::optional<Moment> best;
        int best_rate = 0;
        for (const NodeId id : from_.fields.times) {
            std::string_view words = from_.page.attribute(id, "datetime");
            auto moment = read_moment(words.empty() ? text_of(from_.page, id, 100) : std::string(words), "<time>");
            if (!moment) continue;
            std::string marks;
            for (const std::string_view name : {"class", "itemprop", "id"}) marks.append(from_.page.attribute(id, name)).push_back(' ');
            marks = lower_ascii(marks);
            if (marks.find("modif") != std::string::npos || marks.find("dateupdated") != std::string::npos) continue;
            constexpr NodeId kBefore = 160, kBehind = 500;
            const bool near = from_.headline != 0 && id + kBefore > from_.headline && id < from_.page.nodes()[from_.headline].end + kBehind;
            const bool called = from_.page.has_attribute(id, "pubdate") || marks.find("publi") != std::string::npos || marks.find("posted") != std::string::npos;
            const bool update = marks.find("updated") != std::string::npos && marks.find("publi") == std::string::npos;
            const int rate = (near ? 4 : 0) + (called ? 2 : 0) - (update ? 1 : 0) + (near && id > from_.headline ? 1 : 0);
            if (rate > best_rate) {
                best_rate = rate;
                best = std::move(moment);
            }
        }
        return best;
    }

    [[nodiscard]] std::optional<Moment> find_in_address() const {
        auto date = find_address_date(from_.url);
        if (!date) return std::nullopt;
        return Moment{std::move(*date), 0, false};
    }

    const DateSources& from_;
    std::optional<ShownDate> shown_, shown_update_;
    bool marked_ = false;                          // the page marks shown_ as its date
};

}  // namespace

PageDates choose_dates(const DateSources& sources) { return Chooser(sources).run(); }

}  // namespace firsthand::read
