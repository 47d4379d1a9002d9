// simdjson's DOM, because it checks all of the record, also the parts that we do not keep. What it refuses for bad bytes
// (UTF-8, raw control characters in a text, half a surrogate pair) is mended once and parsed again. Tested by json_test.cc.
#include "read/json.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/bytes.h"
#include "read/deadline.h"
#include "read/exports.h"
#include "read/fields.h"
#include "read/json_mend.h"
#include "read/json_value.h"
#include "read/notes.h"
#include "read/record.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kDepth = 64;
constexpr std::size_t kKeptCapacity = 4U << 20U;   // a parser that grew beyond it for one giant is not kept

static_assert(kPadding >= simdjson::SIMDJSON_PADDING);

struct Found {
    std::string_view key;
    FieldName name;
    dom::element value;
};

// The best value of each field.
struct Values {
    std::optional<Found> id, text, title, url, outlet, source, author, genre;
};

void keep_best(std::optional<Found>& best, const Found& found) {
    if (!best || found.name.rank < best->name.rank) best = found;
}

// `record` gets its dates, `values` all else: a text is copied once it is known to be the best.
void find_values(dom::object object, Values& values, Record& record) {
    bool found_by_crawler = false;                 // Event Registry's dateTime: its date and time are not the publication either
    for (const auto [key, value] : object) {
        const FieldName name = find_field(key);
        if (name.field == Field::none || is_empty(value)) continue;
        const Found found{key, name, value};
        switch (name.field) {
            case Field::id: keep_best(values.id, found); break;
            case Field::text:
                if (!value.is_number() && !value.is_bool()) keep_best(values.text, found);
                break;
            case Field::title: keep_best(values.title, found); break;
            case Field::url: keep_best(values.url, found); break;
            case Field::outlet:
            case Field::site: keep_best(values.outlet, found); break;
            case Field::source: values.source = found; break;
            case Field::published:
            case Field::updated: record.keep(name, key, say_value(value)); break;
            case Field::author: keep_best(values.author, found); break;
            case Field::genre: keep_best(values.genre, found); break;
            case Field::crawled: found_by_crawler |= key == "dateTime"; break;
            case Field::none: break;
        }
    }
    if (found_by_crawler) std::erase_if(record.published, [](const Value& value) { return value.key == "date" || value.key == "time"; });
}

Record make_record(dom::object object) {
    Record record;
    Values values;
    find_values(object, values, record);
    for (const auto* found : {&values.id, &values.title, &values.url, &values.outlet, &values.source, &values.genre})
        if (*found) record.keep((*found)->name, (*found)->key, say_value((*found)->value));
    if (values.author) record.keep(values.author->name, values.author->key, say_authors(values.author->value));
    if (values.text) {
        std::string text;
        append_text(values.text->value, text);
        record.keep(values.text->name, values.text->key, std::move(text));
    }
    adapt_record(object, record);
    return record;
}

bool is_extract_line(dom::object object) { return find_words(object, "schema").starts_with("firsthand.extract/"); }

Parsed parse_object(dom::object object) {
    Parsed parsed = make_document(make_record(object));
    const bool found = std::holds_alternative<Document>(parsed) || std::holds_alternative<Page>(parsed);
    if (!found && is_extract_line(object)) return std::string("a line that `firsthand extract` wrote, among others: give such lines in a file of their own, beside their texts");
    return parsed;
}

// What an object wraps, as NewsAPI and Event Registry answer ({"articles":{"results":[…]}}) and Elasticsearch exports
// ({"_source":{…}}).
std::optional<dom::element> find_wrapped(dom::object object) {
    for (const std::string_view key : {"articles", "documents", "docs", "results", "posts", "stories", "items", "hits", "_source"}) {
        const auto inner = find_member(object, key);
        if (inner && (inner->is_object() || inner->is_array())) return inner;
    }
    return std::nullopt;
}

// The articles of a value, one at a time: itself, or those that it wraps.
class Walk {
  public:
    void start(dom::element root) {
        open_.clear();
        root_ = root;
    }

    std::optional<Parsed> next() {
        if (root_) {
            if (auto parsed = enter(*std::exchange(root_, std::nullopt), 0)) return parsed;
        }
        while (!open_.empty()) {
            List& list = open_.back();
            if (!(list.at != list.end)) {
                open_.pop_back();
                continue;
            }
            const dom::element value = *list.at;
            ++list.at;
            if (auto parsed = enter(value, list.depth)) return parsed;
        }
        return std::nullopt;
    }

  private:
    struct List {
        dom::array::iterator at, end;
        int depth;
    };

    // Nothing: a list, which is open now.
    std::optional<Parsed> enter(dom::element value, int depth) {
        constexpr int kDeepestWrap = 4;
        for (;; ++depth) {
            dom::array list;
            if (value.get(list) == simdjson::SUCCESS && depth > 0) {
                open_.push_back({list.begin(), list.end(), depth + 1});
                return std::nullopt;
            }
            dom::object object;
            if (value.get(object) != simdjson::SUCCESS) return Parsed(std::string("not a JSON object: each article is an object with a text"));
            Parsed parsed = parse_object(object);
            const auto* reason = std::get_if<std::string>(&parsed);
            const bool wraps = (reason != nullptr && *reason == kNoText) || std::holds_alternative<Mention>(parsed);
            const auto inner = wraps && depth < kDeepestWrap ? find_wrapped(object) : std::nullopt;
            if (!inner) return parsed;
            value = *inner;
        }
    }

    std::optional<dom::element> root_;
    std::vector<List> open_;                       // each in the one before: kDepth at most
};

}  // namespace

struct JsonParser::State {
    dom::parser parser;
    Walk walk;
    std::optional<Parsed> ahead;                   // parsed already, so that the first knows whether it is alone
    std::size_t number = 0;
    bool replaced = false;
    std::chrono::milliseconds document_time;

    explicit State(std::chrono::milliseconds most) : document_time(most) {}

    // Of the first one the deadline runs since before it was parsed.
    void look_ahead(const Deadline& deadline) {
        ahead = walk.next();
        if (ahead && deadline.passed()) ahead = deadline.say_passed();
    }

    simdjson::error_code parse(std::string_view json, dom::element& root) {
        if (parser.capacity() < json.size()) {
            const std::size_t capacity = std::max<std::size_t>(json.size() + json.size() / 2, 1U << 16U);
            if (const auto error = parser.allocate(capacity, kDepth); error != simdjson::SUCCESS) return error;
        }
        constexpr bool kCopyFirst = false;         // the padding is there already
        return parser.parse(json.data(), json.size(), kCopyFirst).get(root);
    }
};

JsonParser::JsonParser(std::chrono::milliseconds document_time) : state_(std::make_unique<State>(document_time)) {}
JsonParser::JsonParser(JsonParser&&) noexcept = default;
JsonParser& JsonParser::operator=(JsonParser&&) noexcept = default;
JsonParser::~JsonParser() = default;

void JsonParser::start(std::string_view json) {
    if (state_->parser.capacity() > kKeptCapacity && json.size() < kKeptCapacity / 2) state_ = std::make_unique<State>(state_->document_time);
    state_->number = 0;
    state_->replaced = false;
    const Deadline deadline(state_->document_time);
    dom::element root;
    auto error = state_->parse(json, root);
    if (error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS || error == simdjson::STRING_ERROR) {
        std::string mended = mend_texts(json, state_->replaced);       // the parser keeps what it needs
        const std::size_t size = mended.size();
        mended.append(kPadding, ' ');
        error = state_->parse(std::string_view(mended).substr(0, size), root);
    }
    if (error == simdjson::SUCCESS) {
        state_->walk.start(root);
        state_->look_ahead(deadline);
        if (!state_->ahead) state_->ahead = std::string(kNoText);      // lists of empty lists
        return;
    }
    state_->walk = {};
    if (error == simdjson::DEPTH_ERROR) {
        state_->ahead = fmt::format("broken JSON: nested deeper than {}", kDepth);
    } else if (error == simdjson::MEMALLOC) {
        state_->ahead = std::string("not enough memory to parse this record");
    } else {
        state_->ahead = fmt::format("broken JSON: {}", simdjson::error_message(error));
    }
}

std::optional<JsonPart> JsonParser::next() {
    if (!state_->ahead) return std::nullopt;
    JsonPart part{std::move(*state_->ahead), ++state_->number, false};
    if (auto* document = std::get_if<Document>(&part.parsed); document != nullptr && state_->replaced) add_note(*document, kReplaced);
    state_->look_ahead(Deadline(state_->document_time));
    part.alone = part.number == 1 && !state_->ahead;
    return part;
}

std::vector<Parsed> JsonParser::parse(std::string_view json) {
    std::vector<Parsed> out;
    start(json);
    while (auto part = next()) out.push_back(std::move(part->parsed));
    return out;
}

}  // namespace firsthand::read
