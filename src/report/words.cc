// The names are those of the contract; the phrases are plain English. Tested by words_test.cc.
#include "report/words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lexicon/kind_names.h"

namespace firsthand::report {

namespace {

template <typename Kind, std::size_t kCount>
std::string_view pick(const std::array<std::string_view, kCount>& names, Kind kind) {
    const auto index = static_cast<std::size_t>(kind);
    return index < kCount ? names[index] : "unknown";
}

constexpr std::array<std::string_view, 4> kForm{"verbatim", "trimmed", "altered", "retold"};
constexpr std::array<std::string_view, 12> kEdit{"truncation", "negation", "number", "name", "hedge", "tense",
                                                 "wording", "insertion", "deletion", "extension", "order", "speaker"};
constexpr std::array<std::string_view, 4> kStance{"asserts", "denies", "doubts", "reports"};
constexpr std::array<std::string_view, 6> kOrigin{"person", "unnamed source", "outlet", "document", "wire", "press release"};
constexpr std::array<std::string_view, 3> kSide{"supports", "denies", "neither"};
constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March", "April", "May", "June",
                                                   "July", "August", "September", "October", "November", "December"};

// "2021-08-31…" -> its parts; what is missing or no number stays 0.
struct Day {
    unsigned year = 0, month = 0, day = 0;
};
Day parse_day(const Date& date) {
    const auto number = [&](std::size_t at, std::size_t count) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (i >= date.value.size() || date.value[i] < '0' || date.value[i] > '9') return 0U;
            value = value * 10 + static_cast<unsigned>(date.value[i] - '0');
        }
        return value;
    };
    Day day{number(0, 4), number(5, 2), number(8, 2)};
    if (day.month > 12) day.month = 0;
    if (day.month == 0 || date.precision < DatePrecision::month) day.month = day.day = 0;
    if (date.precision < DatePrecision::day) day.day = 0;
    return day;
}

constexpr std::size_t kMostRivals = 3;

struct Marks {
    std::string_view open, close;
};
constexpr std::array<Marks, 7> kMarks{{{"“", "”"}, {"\"", "\""}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"‹", "›"}, {"‘", "’"}}};

bool opens_any(std::string_view words) {
    return std::any_of(kMarks.begin(), kMarks.end(), [&](const Marks& marks) { return words.find(marks.open) != std::string_view::npos; });
}

// Without the quotation marks around it, or a lone one at an end; “a” and “b” keeps all of its marks.
std::string trim_marks(std::string_view words) {
    while (words.size() > 1 && words.ends_with(',')) words.remove_suffix(1);
    for (const auto& [open, close] : kMarks) {
        if (words.size() <= open.size() + close.size()) continue;
        const std::size_t inside = words.find(close, open.size());
        const bool closed = inside != std::string_view::npos;
        if (words.starts_with(open) && (!closed || inside + close.size() == words.size())) {
            words.remove_prefix(open.size());
            if (closed) words.remove_suffix(close.size());
        } else if (open != "‘" && words.ends_with(close) && !opens_any(words.substr(0, words.size() - close.size()))) {
            words.remove_suffix(close.size());         // a single one at the end may be an apostrophe
        }
    }
    return std::string(words);
}

// What stands between quotation marks; a part whose first mark closes began before, one without a closing mark goes on.
std::vector<std::string_view> find_quoted(std::string_view words) {
    std::vector<std::string_view> parts;
    const bool straight = words.find('"') != std::string_view::npos;
    const std::string_view open = straight ? "\"" : "“", close = straight ? "\"" : "”";
    std::size_t begin = words.find(open), end = words.find(close);
    const bool odd = straight && std::count(words.begin(), words.end(), '"') % 2 == 1;
    if (end != std::string_view::npos && (straight ? odd && !words.starts_with(open) : end < begin)) {
        parts.push_back(words.substr(0, end));
        begin = words.find(open, end + close.size());
    }
    while (begin != std::string_view::npos) {
        begin += open.size();
        end = std::min(words.find(close, begin), words.size());
        if (end > begin) parts.push_back(words.substr(begin, end - begin));
        begin = words.find(open, std::min(words.size(), end + close.size()));
    }
    return parts;
}

// Joins the pieces that a cue parts: "We wait," he said. "They come." -> We wait. They come. The comma before the cue belongs
// to the cue, and a capital begins a sentence, unless it is an "I".
void join_piece(std::string& words, const std::string& piece) {
    const bool is_i = piece.starts_with('I') && (piece.size() == 1 || !base::is_letter(base::decode(piece, 1).point));
    if (words.ends_with(',') && !is_i) {
        words.pop_back();
        if (base::is_upper(base::decode(piece, 0).point)) words += '.';
    }
    words += (words.empty() ? "" : " ") + piece;
}

// " (Ilsa Brandt or Tomas Brandt?)": whom a short name may stand for in its story; empty where it is no question. One name in
// two stories is none: that is told in the JSON.
std::string rivals_of(const View& view, std::uint32_t entity_id) {
    std::vector<std::string> names;
    for (const Perhaps& perhaps : view.perhaps(entity_id))
        if (const std::string name = base::squeeze(view.name(perhaps.entity)); base::fold(name) != base::fold(base::squeeze(view.name(entity_id)))) names.push_back(base::shorten(name, 40));
    if (names.size() > kMostRivals) return " (one of several of this name)";
    return names.empty() ? "" : fmt::format(" ({}?)", fmt::join(names, " or "));
}

std::string quoted(std::string_view words) { return "“" + base::shorten(base::squeeze(words), 90) + "”"; }

}  // namespace

std::string_view name_of(Speech speech) { return pick(lexicon::kSpeechNames, speech); }
std::string_view name_of(Act act) { return pick(lexicon::kActNames, act); }
std::string_view name_of(Hand hand) { return pick(lexicon::kHandNames, hand); }
std::string_view name_of(EntityKind kind) { return pick(lexicon::kEntityNames, kind); }
std::string_view name_of(Number number) { return pick(lexicon::kNumberNames, number); }
std::string_view name_of(Genre genre) { return pick(lexicon::kGenreNames, genre); }
std::string_view name_of(DatePrecision precision) { return pick(lexicon::kPrecisionNames, precision); }
std::string_view name_of(Direction direction) { return direction == Direction::forward ? "forward" : "unknown"; }
std::string_view name_of(Form form) { return pick(kForm, form); }
std::string_view name_of(EditKind kind) { return pick(kEdit, kind); }
std::string_view name_of(Stance stance) { return pick(kStance, stance); }
std::string_view name_of(OriginKind kind) { return pick(kOrigin, kind); }
std::string_view name_of(Side side) { return pick(kSide, side); }

std::string_view status_of(const Assessment& claim) {
    if (claim.supporting.high == 0) return "unsupported";
    return claim.denying.high == 0 ? "unopposed" : "disputed";
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
    if (count == 1) return fmt::format("1 {}", one);
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return many.empty() ? fmt::format("{} {}s", digits, one) : fmt::format("{} {}", digits, many);
}

std::string more_of(std::size_t count, std::string_view one, std::string_view many) {
    return "… and " + count_of(count, fmt::format("more {}", one), many.empty() ? std::string() : fmt::format("more {}", many));
}

std::string range_of(const Interval& interval) {
    if (interval.low == interval.high) return std::to_string(interval.low);
    return fmt::format("{} to {}", interval.low, interval.high);
}

std::string day_of(const Date& date) {
    if (!date.known()) return "undated";
    const Day day = parse_day(date);
    if (day.day != 0) return fmt::format("{} {} {}", day.day, kMonths[day.month - 1], day.year);
    if (day.month != 0) return fmt::format("{} {}", kMonths[day.month - 1], day.year);
    return day.year != 0 ? std::to_string(day.year) : base::squeeze(date.value);
}

std::string days_of(const View& view, const std::vector<std::uint32_t>& documents) {
    const Date* first = nullptr;
    const Date* last = nullptr;
    for (const std::uint32_t document : documents) {
        const Date& date = view.document(document).published;
        if (!date.known()) continue;
        if (first == nullptr || date.seconds < first->seconds) first = &date;
        if (last == nullptr || date.seconds > last->seconds) last = &date;
    }
    if (first == nullptr) return "undated";
    const std::string begin = day_of(*first), end = day_of(*last);
    if (begin == end) return begin;
    const Day a = parse_day(*first), b = parse_day(*last);
    if (a.day != 0 && b.day != 0 && a.year == b.year && a.month == b.month) return fmt::format("{} to {}", a.day, end);
    if (a.day != 0 && b.day != 0 && a.year == b.year) return fmt::format("{} {} to {}", a.day, kMonths[a.month - 1], end);
    return fmt::format("{} to {}", begin, end);
}

std::string outlet_of(const Document& document) {
    return document.outlet.empty() ? "outlet not given" : base::squeeze(document.outlet);
}

std::string short_name(const Document& document) {
    if (!document.outlet.empty()) return base::squeeze(document.outlet);
    std::string_view last = document.id;
    while (!last.empty() && last.back() == '/') last.remove_suffix(1);
    last.remove_prefix(std::min(last.size(), last.rfind('/') + 1));
    return base::shorten(base::squeeze(last.empty() ? std::string_view(document.id) : last), 32);
}

std::string name_in_words(const View& view, std::uint32_t entity_id) {
    if (entity_id == 0) return "nobody named";
    const std::string name = base::shorten(base::squeeze(view.name(entity_id)), 60) + rivals_of(view, entity_id);
    switch (view.kind(entity_id)) {
        case EntityKind::article: return "the article itself";
        case EntityKind::unnamed: return name.empty() ? "an unnamed source" : fmt::format("{} (unnamed)", name);
        default: return name;
    }
}

std::string chain_in_words(const View& view, std::uint32_t document, const Attribution& attribution) {
    std::string words;
    for (const EntityId relay : attribution.relays) words += name_in_words(view, view.entity_id(document, relay)) + " ← ";
    return words + name_in_words(view, view.entity_id(document, attribution.speaker));
}

std::string rendering_words(const View& view, const Passage& passage) {
    const std::uint32_t document = view.index_of(passage.document);
    if (document == kNone) return {};
    const Attribution* attribution = view.attribution(passage);
    const std::string_view text = text_of(view.document(document), attribution);
    std::string words;
    for (const ByteSpan piece : cut_content(attribution, passage.span)) join_piece(words, trim_marks(base::squeeze(slice(text, piece))));
    if (words.empty()) words = trim_marks(base::squeeze(slice(text, passage.span)));
    while (words.ends_with(',')) words.pop_back();
    return words;
}

std::string quoted_words(const View& view, const Passage& passage) {
    const Attribution* attribution = view.attribution(passage);
    std::string words;
    if (attribution != nullptr && attribution->speech == Speech::mixed) {
        const std::string_view text = text_of(view.document(view.index_of(passage.document)), attribution);
        for (const ByteSpan piece : cut_content(attribution, passage.span))
            for (const std::string_view part : find_quoted(slice(text, piece))) words += (words.empty() ? "" : " … ") + trim_marks(base::squeeze(part));
    }
    return words.empty() ? rendering_words(view, passage) : words;
}

std::string passage_words(const View& view, const Passage& passage) {
    const std::uint32_t document = view.index_of(passage.document);
    std::string words;
    if (document == kNone) return words;
    for (const ByteSpan part : leave_out_furniture(view.document(document), passage.span)) {
        if (!words.empty()) words += ' ';
        words += slice(view.document(document).text, part);
    }
    return words;
}

std::string in_marks(std::string_view words) {
    const bool own = std::any_of(kMarks.begin(), kMarks.end(), [&](const Marks& marks) {
        return marks.open != "‘" && (words.starts_with(marks.open) || words.ends_with(marks.close));
    });
    return own ? std::string(words) : fmt::format("“{}”", words);
}

std::string statement_words(const Group& claim) {
    std::string words = trim_marks(base::squeeze(claim.label));
    while (words.ends_with(',')) words.pop_back();
    return words;
}

std::string edit_in_words(const Edit& edit) {
    if (edit.before.empty() && edit.after.empty()) return fmt::format("{} changed", name_of(edit.kind));
    if (edit.kind == EditKind::speaker) return fmt::format("credited to {} in one, to {} in the other", quoted(edit.before), quoted(edit.after));
    if (edit.after.empty()) return fmt::format("{} was left out", quoted(edit.before));
    if (edit.before.empty()) return fmt::format("{} was put in", quoted(edit.after));
    return fmt::format("{} became {}", quoted(edit.before), quoted(edit.after));
}

}  // namespace firsthand::report
