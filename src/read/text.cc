// Front matter as Jekyll and Hugo write it (the flat part of YAML: "key: value", lists of values) and as people type it.
// Anything that does not look like it through and through is text. Tested by text_test.cc.
#include "read/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/dates.h"
#include "read/fields.h"

namespace firsthand::read {

namespace {

using base::trim;

constexpr std::size_t kMostLines = 100;            // of front matter
constexpr std::size_t kMostBytes = 1U << 14U;

struct Entry {
    std::string key, value;
};

struct FrontMatter {
    std::vector<Entry> entries;
    std::size_t begin = 0, end = 0;                // bytes of the text
};

std::string_view unquote(std::string_view words) {
    words = trim(words);
    const bool quoted = words.size() >= 2 && (words.front() == '"' || words.front() == '\'') && words.back() == words.front();
    return quoted ? words.substr(1, words.size() - 2) : words;
}

// "[A, B]" as "A, B".
std::string say_value(std::string_view words) {
    words = unquote(words);
    if (!words.starts_with('[') || !words.ends_with(']')) return std::string(words);
    words = words.substr(1, words.size() - 2);
    std::string out;
    while (!words.empty()) {
        const auto comma = std::min(words.find(','), words.size());
        if (!out.empty()) out += ", ";
        out += unquote(words.substr(0, comma));
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    return out;
}

// Lines of a text, one after another.
class Lines {
  public:
    Lines(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}
    // The next line without its end; empty at the end of the text.
    std::optional<std::string_view> next() {
        if (at_ >= text_.size()) return std::nullopt;
        const auto end = std::min(text_.find('\n', at_), text_.size());
        const auto line = text_.substr(at_, end - at_);
        at_ = std::min(end + 1, text_.size());
        return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

  private:
    std::string_view text_;
    std::size_t at_;
};

// "key: value" with a key of letters, digits, - and _.
std::optional<Entry> read_entry(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon > 40) return std::nullopt;
    const bool key = std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!key || (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t')) return std::nullopt;
    return Entry{std::string(line.substr(0, colon)), say_value(line.substr(colon + 1))};
}

std::optional<FrontMatter> read_block(std::string_view text, std::size_t begin) {
    Lines lines(text, begin);
    const auto open = lines.next();
    if (!open || trim(*open) != "---" || open->front() != '-') return std::nullopt;
    FrontMatter front{{}, begin, 0};
    for (std::size_t count = 0; count < kMostLines && lines.at() - begin < kMostBytes; ++count) {
        const auto line = lines.next();
        if (!line) return std::nullopt;
        const std::string_view words = trim(*line);
        if (words == "---" || words == "...") {
            front.end = lines.at();
            return front.entries.empty() ? std::nullopt : std::optional(front);
        }
        const bool inside = line->starts_with(' ') || line->starts_with('\t') || line->starts_with("- ");
        if (words.empty() || words.starts_with('#')) continue;
        if (inside && !front.entries.empty()) {    // an item of a list, or a part that we do not keep
            if (!words.starts_with("- ")) continue;
            std::string& value = front.entries.back().value;
            if (!value.empty()) value += ", ";
            value += unquote(words.substr(2));
            continue;
        }
        auto entry = read_entry(*line);
        if (!entry) return std::nullopt;
        front.entries.push_back(std::move(*entry));
    }
    return std::nullopt;
}

bool is_header_key(std::string_view key) {
    constexpr std::array<std::string_view, 17> kKeys = {"title", "headline", "url", "link",   "date",   "published", "outlet",  "source", "publisher",
                                                        "author", "authors", "byline", "by", "id", "updated", "genre", "site"};
    std::string folded;
    for (const char c : key) folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return std::find(kKeys.begin(), kKeys.end(), folded) != kKeys.end();
}

std::optional<FrontMatter> read_header(std::string_view text, std::size_t begin) {
    Lines lines(text, begin);
    FrontMatter front{{}, begin, 0};
    while (const auto line = lines.next()) {
        if (trim(*line).empty()) break;
        auto entry = read_entry(*line);
        if (!entry || !is_header_key(entry->key) || front.entries.size() == kMostLines) return std::nullopt;
        front.entries.push_back(std::move(*entry));
        front.end = lines.at();
    }
    if (front.entries.empty() || lines.at() == front.end) return std::nullopt;     // no empty line behind it
    if (front.entries.size() > 1) return front;
    // One line alone may be the first words of an article ("Source: nobody would say."): only what cannot be is taken.
    const Field field = find_field(front.entries[0].key).field;
    const bool sure = (field == Field::title && front.entries[0].key != "headline") || (field == Field::url && is_address(front.entries[0].value)) ||
                      (field == Field::published && parse_date(front.entries[0].value));
    return sure ? std::optional(front) : std::nullopt;
}

void set_date(const Entry& entry, Date& date, Document& document) {
    if (is_no_date(entry.value) || date.known()) return;
    if (auto read = parse_date(entry.value)) {
        date = std::move(*read);
        date.from = entry.key;
    } else {
        document.notes.push_back(say_not_understood(entry.value));
    }
}

void set_field(const Entry& entry, Document& document) {
    const auto fill = [&](std::string& field) {
        if (field.empty()) field = base::squeeze(entry.value);
    };
    switch (find_field(entry.key).field) {
        case Field::id: fill(document.id); break;
        case Field::title: fill(document.title); break;
        case Field::url: fill(document.url); break;
        case Field::source:
            if (is_address(entry.value)) {
                fill(document.url);
            } else {
                fill(document.outlet);
            }
            break;
        case Field::outlet:
        case Field::site: fill(document.outlet); break;
        case Field::author: fill(document.author); break;
        case Field::genre: document.genre = parse_genre(entry.value); break;
        case Field::published: set_date(entry, document.published, document); break;
        case Field::updated: set_date(entry, document.updated, document); break;
        case Field::text:
        case Field::crawled:
        case Field::none:
            if (entry.key == "by" || entry.key == "By") fill(document.author);
            break;
    }
}

}  // namespace

Document parse_text(std::string text) {
    Document document;
    document.text = std::move(text);
    const std::size_t begin = document.text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    auto front = read_block(document.text, begin);
    if (!front) front = read_header(document.text, begin);
    if (!front) return document;
    for (const Entry& entry : front->entries) set_field(entry, document);
    document.furniture.push_back({static_cast<std::uint32_t>(front->begin), static_cast<std::uint32_t>(front->end)});
    return document;
}

}  // namespace firsthand::read
