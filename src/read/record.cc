// Tested by record_test.cc.
#include "read/record.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/dates.h"
#include "read/notes.h"
#include "read/page.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

using base::lower;
using base::trim;

constexpr std::string_view kBlank = " \t\r\n";

// The first date by rank. What is no date says so in a note, but for names that mean other things too.
Date find_date(std::vector<Value>& candidates, std::vector<std::string>& notes) {
    constexpr std::uint8_t kWeak = 3;
    std::stable_sort(candidates.begin(), candidates.end(), [](const Value& a, const Value& b) { return a.rank < b.rank; });
    std::string refused;
    for (Value& candidate : candidates) {
        if (is_no_date(candidate.words)) continue;
        if (auto date = parse_date(candidate.words)) {
            date->from = std::move(candidate.key);
            return *date;
        }
        if (refused.empty() && candidate.rank < kWeak) refused = say_not_understood(candidate.words);
    }
    if (!refused.empty()) notes.push_back(std::move(refused));
    return {};
}

void set_outlet(Record& record, Document& document) {
    if (!record.source.words.empty()) {            // newspapers' "source" is a name, trafilatura's is the address
        if (is_address(record.source.words)) {
            if (document.url.empty()) document.url = std::move(record.source.words);
        } else if (record.source.rank < record.outlet.rank) {
            document.outlet = std::move(record.source.words);
            return;
        }
    }
    document.outlet = std::move(record.outlet.words);
    const bool domain = record.outlet.field == Field::site || is_address(document.outlet);
    if (std::string outlet = domain ? find_outlet(document.outlet) : std::string(); !outlet.empty()) document.outlet = std::move(outlet);
}

// "By Mara Quill" as "Mara Quill".
std::string clean_author(std::string_view words) {
    std::string author = base::squeeze(words);
    const bool by = author.size() > 3 && lower(author[0]) == 'b' && lower(author[1]) == 'y' && author[2] == ' ';
    return by ? author.substr(3) : author;
}

// All but the text.
Document describe(Record& record) {
    Document document;
    document.id = std::move(record.id.words);
    document.title = base::squeeze(record.title.words);
    document.url = std::move(record.url.words);
    if (is_address(document.id) && document.url.empty()) document.url = document.id;
    set_outlet(record, document);
    document.author = clean_author(record.author.words);
    if (!record.genre.words.empty()) document.genre = parse_genre(record.genre.words);
    document.notes = std::move(record.notes);
    document.published = find_date(record.published, document.notes);
    document.updated = find_date(record.updated, document.notes);
    return document;
}

bool is_whole_page(std::string_view text) {
    const std::string_view head = trim(text.substr(0, 256));
    for (const std::string_view start : {"<!doctype html", "<html", "<head"})
        if (head.size() > start.size() && std::equal(start.begin(), start.end(), head.begin(), [](char want, char c) { return want == lower(c); })) return true;
    return head.starts_with("<?xml") && is_web_page(text.substr(0, 4096));
}

// NewsAPI ends what it cut with "[+123 chars]". The marker stays and is furniture.
void mark_cut(Document& document) {
    std::string_view text = document.text;
    text = text.substr(0, text.find_last_not_of(kBlank) + 1);
    constexpr std::string_view kOpen = "[+", kClose = " chars]";
    const auto open = text.rfind(kOpen);
    if (!text.ends_with(kClose) || open == std::string_view::npos || open + kOpen.size() + kClose.size() >= text.size()) return;
    const std::string_view count = text.substr(open + kOpen.size(), text.size() - open - kOpen.size() - kClose.size());
    if (count.size() > 9 || count.find_first_not_of("0123456789") != std::string_view::npos) return;
    document.furniture.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(text.size())});
    add_note(document, kTruncated);
}

Parsed make_mention(Record& record) {
    Document document = describe(record);
    if (!is_address(document.url)) return std::string(kNoText);
    Listed listed{std::move(document.url), std::move(document.title), std::move(document.author), std::move(document.outlet), std::move(document.published),
                  document.genre};
    return Mention{std::move(listed), record.kind};
}

}  // namespace

Value* Record::find(Field field) {
    switch (field) {
        case Field::id: return &id;
        case Field::text: return &text;
        case Field::title: return &title;
        case Field::url: return &url;
        case Field::outlet:
        case Field::site: return &outlet;
        case Field::source: return &source;
        case Field::author: return &author;
        case Field::genre: return &genre;
        case Field::published:
        case Field::updated:
        case Field::crawled:
        case Field::none: break;
    }
    return nullptr;
}

bool Record::wants(const FieldName& name) const {
    if (name.field == Field::published || name.field == Field::updated) return true;
    const Value* value = const_cast<Record*>(this)->find(name.field);
    return value != nullptr && name.rank < value->rank;
}

void Record::keep(const FieldName& name, std::string_view key, std::string words) {
    if (words.empty() || !wants(name)) return;
    Value value{std::string(key), std::move(words), name.rank, name.field};
    if (name.field == Field::published || name.field == Field::updated) {
        (name.field == Field::published ? published : updated).push_back(std::move(value));
    } else {
        *find(name.field) = std::move(value);
    }
}

bool is_html(std::string_view text) {
    text = trim(text);
    const bool tag = text.size() > 3 && text[0] == '<' && ((lower(text[1]) >= 'a' && lower(text[1]) <= 'z') || text.starts_with("<!--"));
    if (!tag) return false;
    constexpr auto kBlocks = std::to_array<std::string_view>(
        {"article", "blockquote", "br", "div", "figure", "h1", "h2", "h3", "h4", "li", "ol", "p", "section", "table", "ul"});
    text = text.substr(0, 1U << 16U);
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        std::string name;
        for (const char c : text.substr(at + 1, 11)) {
            if (c == ' ' || c == '>' || c == '/' || c == '\n' || c == '\r' || c == '\t') break;
            name.push_back(lower(c));
        }
        if (std::binary_search(kBlocks.begin(), kBlocks.end(), name)) return true;
    }
    return false;
}

std::string say_rendered(std::string_view html) {
    if (html.find_first_of("<&") == std::string_view::npos) return base::squeeze(html);
    return base::squeeze(read_fragment("<p>" + std::string(html) + "</p>").text);
}

Parsed make_document(Record record) {
    if (!record.problem.empty()) return std::move(record.problem);
    std::string text = std::move(record.text.words);
    if (trim(text).empty()) return make_mention(record);
    Document document = describe(record);
    if (is_whole_page(text)) {
        Page page;
        page.url = std::move(document.url);
        page.charset = "utf-8";
        page.bytes = std::move(text);
        page.notes = std::move(document.notes);
        return page;
    }
    if (trim(text) == "[Removed]") return std::string("an article that its publisher took back: NewsAPI holds no text of it");
    if (is_html(text)) {
        PageText plain = read_fragment(text);
        if (trim(plain.text).empty()) return std::string("no text: its HTML holds no words");
        document.text = std::move(plain.text);
        document.links = std::move(plain.links);
        document.extracted = true;
    } else {
        document.text = std::move(text);
    }
    mark_cut(document);
    return document;
}

}  // namespace firsthand::read
