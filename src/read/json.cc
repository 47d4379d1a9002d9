// simdjson's DOM, because it checks all of the record, also the parts that we do not keep. What it refuses for bad bytes
// (UTF-8, raw control characters in a text, half a surrogate pair) is mended once and parsed again. Tested by json_test.cc.
#include "read/json.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/bytes.h"
#include "read/dates.h"
#include "read/fields.h"
#include "read/json_mend.h"
#include "read/notes.h"

namespace firsthand::read {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kDepth = 64;
constexpr std::size_t kKeptCapacity = 4U << 20U;   // a parser that grew beyond it for one giant is not kept

static_assert(kPadding >= simdjson::SIMDJSON_PADDING);

struct Found {
    std::string_view key;
    dom::element value;
    std::uint8_t rank = 0xFF;
};

// The values of one record that have a meaning for us.
struct Record {
    std::optional<Found> id, text, title, url, outlet, source, author, genre;
    std::vector<Found> published, updated;
    bool found_by_crawler = false;                 // Event Registry's dateTime: its date and time are not the publication either
    bool extracted = false;                        // a line that `extract` wrote
};

bool is_empty(dom::element value) {
    if (value.is_null()) return true;
    std::string_view words;
    if (value.get(words) == simdjson::SUCCESS) return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
    dom::array list;
    if (value.get(list) == simdjson::SUCCESS) return list.begin() == list.end();
    dom::object object;
    if (value.get(object) == simdjson::SUCCESS) return object.begin() == object.end();
    return false;
}

void keep_best(std::optional<Found>& best, const Found& found) {
    if (!best || found.rank < best->rank) best = found;
}

Record find_values(dom::object object) {
    Record record;
    for (const auto [key, value] : object) {
        const FieldName name = find_field(key);
        if (name.field == Field::none) {
            std::string_view schema;
            if (key == "schema" && value.get(schema) == simdjson::SUCCESS) record.extracted = schema.starts_with("firsthand.extract/");
            continue;
        }
        if (is_empty(value)) continue;
        const Found found{key, value, name.rank};
        switch (name.field) {
            case Field::id: keep_best(record.id, found); break;
            case Field::text: keep_best(record.text, found); break;
            case Field::title: keep_best(record.title, found); break;
            case Field::url: keep_best(record.url, found); break;
            case Field::outlet:
            case Field::site: keep_best(record.outlet, found); break;
            case Field::source: record.source = found; break;
            case Field::published: record.published.push_back(found); break;
            case Field::updated: record.updated.push_back(found); break;
            case Field::author: keep_best(record.author, found); break;
            case Field::genre: keep_best(record.genre, found); break;
            case Field::crawled: record.found_by_crawler |= key == "dateTime"; break;
            case Field::none: break;
        }
    }
    return record;
}

// A short value in words: a text, a number, the name of an object, the first of a list.
std::string say_value(dom::element value, int depth = 0) {
    std::string_view words;
    std::int64_t whole = 0;
    std::uint64_t large = 0;
    double real = 0;
    dom::object object;
    dom::array list;
    if (value.get(words) == simdjson::SUCCESS) {
        const auto begin = words.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) return {};
        return std::string(words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1));
    }
    if (value.get(whole) == simdjson::SUCCESS) return std::to_string(whole);
    if (value.get(large) == simdjson::SUCCESS) return std::to_string(large);
    if (value.get(real) == simdjson::SUCCESS) {
        constexpr double kExact = 9007199254740992.0;
        if (std::abs(real) < kExact && real == std::floor(real)) return std::to_string(static_cast<std::int64_t>(real));
        return fmt::format("{}", real);
    }
    if (depth > 2) return {};
    if (value.get(object) == simdjson::SUCCESS) {
        for (const std::string_view key : {"name", "title", "$date", "$oid", "$numberLong", "@value", "text", "domain", "uri", "url", "id", "@id"}) {
            dom::element inner;
            if (object.at_key(key).get(inner) == simdjson::SUCCESS && !is_empty(inner)) return say_value(inner, depth + 1);
        }
        return {};
    }
    if (value.get(list) == simdjson::SUCCESS) {
        for (const dom::element inner : list)
            if (std::string said = say_value(inner, depth + 1); !said.empty()) return said;
    }
    return {};
}

// Authors are one text, a list of texts, or a list of objects with names.
std::string say_authors(dom::element value) {
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return say_value(value);
    std::string out;
    for (const dom::element inner : list) {
        const std::string name = say_value(inner);
        if (name.empty()) continue;
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

// A text, or paragraphs in lists and objects (Fundus: body.summary[], body.sections[].headline[] and .paragraphs[]), joined
// with an empty line as Fundus's own `plaintext` does.
void append_text(dom::element value, std::string& out) {
    std::string_view words;
    dom::array list;
    dom::object object;
    if (value.get(words) == simdjson::SUCCESS) {
        if (!out.empty()) out += "\n\n";
        out += words;
    } else if (value.get(list) == simdjson::SUCCESS) {
        for (const dom::element inner : list) append_text(inner, out);
    } else if (value.get(object) == simdjson::SUCCESS) {
        for (const std::string_view key : {"summary", "sections", "headline", "paragraphs", "text"}) {
            dom::element inner;
            if (object.at_key(key).get(inner) == simdjson::SUCCESS) append_text(inner, out);
        }
    }
}

// The first candidate, by rank, that is a date. What is no date says so in a note, but for names that mean other things too.
Date find_date(std::vector<Found>& candidates, std::vector<std::string>& notes) {
    constexpr std::uint8_t kWeak = 3;
    std::stable_sort(candidates.begin(), candidates.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
    std::string refused;
    for (const Found& candidate : candidates) {
        const std::string words = say_value(candidate.value);
        if (is_no_date(words)) continue;
        if (auto date = parse_date(words)) {
            date->from = std::string(candidate.key);
            return *date;
        }
        if (refused.empty() && candidate.rank < kWeak) refused = say_not_understood(words);
    }
    if (!refused.empty()) notes.push_back(std::move(refused));
    return {};
}

void set_outlet(const Record& record, Document& document) {
    if (record.source) {                           // newspapers' "source" is a name, trafilatura's is the address
        const std::string words = say_value(record.source->value);
        if (is_address(words)) {
            if (document.url.empty()) document.url = words;
        } else if (!record.outlet || record.source->rank < record.outlet->rank) {
            document.outlet = words;
            return;
        }
    }
    if (!record.outlet) return;
    document.outlet = say_value(record.outlet->value);
    const bool domain = find_field(record.outlet->key).field == Field::site || is_address(document.outlet);
    if (std::string host = domain ? find_host(document.outlet) : std::string(); !host.empty()) document.outlet = std::move(host);
}

constexpr std::string_view kNoText = "no text: looked for text, maintext, plaintext, body, content and the like";

Parsed make_document(dom::object object) {
    Record record = find_values(object);
    Document document;
    if (record.text) append_text(record.text->value, document.text);
    if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        if (record.extracted) return std::string("a line that `firsthand extract` wrote, without its text: give the article's own file");
        return std::string(kNoText);
    }
    if (record.id) document.id = say_value(record.id->value);
    if (record.title) document.title = base::squeeze(say_value(record.title->value));
    if (record.url) document.url = say_value(record.url->value);
    if (is_address(document.id) && document.url.empty()) document.url = document.id;
    set_outlet(record, document);
    if (record.author) document.author = base::squeeze(say_authors(record.author->value));
    if (record.genre) document.genre = parse_genre(say_value(record.genre->value));
    if (record.found_by_crawler) std::erase_if(record.published, [](const Found& found) { return found.key == "date" || found.key == "time"; });
    document.published = find_date(record.published, document.notes);
    document.updated = find_date(record.updated, document.notes);
    return document;
}

// The articles of an object: itself, or those that it wraps, as NewsAPI and Event Registry answer ({"articles":{"results":[…]}})
// and Elasticsearch exports ({"_source":{…}}).
void collect(dom::element value, int depth, std::vector<Parsed>& out) {
    constexpr int kDeepestWrap = 4;
    dom::array list;
    if (value.get(list) == simdjson::SUCCESS && depth > 0) {
        for (const dom::element inner : list) collect(inner, depth + 1, out);
        return;
    }
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
        out.emplace_back(std::string("not a JSON object: each article is an object with a text"));
        return;
    }
    Parsed parsed = make_document(object);
    const auto* reason = std::get_if<std::string>(&parsed);
    if (reason != nullptr && *reason == kNoText && depth < kDeepestWrap) {
        for (const std::string_view key : {"articles", "documents", "docs", "results", "hits", "_source"}) {
            dom::element inner;
            if (object.at_key(key).get(inner) != simdjson::SUCCESS || is_empty(inner)) continue;
            if (inner.is_object() || inner.is_array()) return collect(inner, depth + 1, out);
        }
    }
    out.push_back(std::move(parsed));
}

}  // namespace

struct JsonParser::State {
    dom::parser parser;

    simdjson::error_code parse(std::string_view json, dom::element& root) {
        if (parser.capacity() < json.size()) {
            const std::size_t capacity = std::max<std::size_t>(json.size() + json.size() / 2, 1U << 16U);
            if (const auto error = parser.allocate(capacity, kDepth); error != simdjson::SUCCESS) return error;
        }
        constexpr bool kCopyFirst = false;         // the padding is there already
        return parser.parse(json.data(), json.size(), kCopyFirst).get(root);
    }
};

JsonParser::JsonParser() : state_(std::make_unique<State>()) {}
JsonParser::JsonParser(JsonParser&&) noexcept = default;
JsonParser& JsonParser::operator=(JsonParser&&) noexcept = default;
JsonParser::~JsonParser() = default;

std::vector<Parsed> JsonParser::parse(std::string_view json) {
    if (state_->parser.capacity() > kKeptCapacity && json.size() < kKeptCapacity / 2) state_ = std::make_unique<State>();
    dom::element root;
    bool replaced = false;
    std::string mended;
    auto error = state_->parse(json, root);
    if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS || error == simdjson::STRING_ERROR) {
        mended = mend_texts(json, replaced);
        const std::size_t size = mended.size();
        mended.append(kPadding, ' ');
        error = state_->parse(std::string_view(mended).substr(0, size), root);
    }
    if (error == simdjson::DEPTH_ERROR) return {fmt::format("broken JSON: nested deeper than {}", kDepth)};
    if (error == simdjson::MEMALLOC) return {std::string("not enough memory to parse this record")};
    if (error != simdjson::SUCCESS) return {fmt::format("broken JSON: {}", simdjson::error_message(error))};
    std::vector<Parsed> out;
    collect(root, 0, out);
    for (Parsed& parsed : out)
        if (auto* document = std::get_if<Document>(&parsed); document != nullptr && replaced) add_note(*document, kReplaced);
    return out;
}

}  // namespace firsthand::read
