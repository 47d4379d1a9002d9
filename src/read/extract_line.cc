// The other side of report/json_reading.cc, write_extract(). Offsets are code points there and bytes here.
// Tested by extract_lines_test.cc and tests/cli/test_lines.py.
#include "read/extract_line.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/base64.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/kind_names.h"
#include "read/bytes.h"
#include "read/dates.h"
#include "read/notes.h"

namespace firsthand::read {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kDepth = 16;
constexpr std::string_view kSchema = "firsthand.extract/1";
constexpr std::string_view kFamily = "firsthand.extract/";

Error refuse(std::string_view reason) { return {ErrorCode::input, std::string(reason)}; }

// ---- values; what is absent or of another kind is empty

std::string_view words_of(dom::object object, std::string_view key) {
    std::string_view words;
    return object.at_key(key).get(words) == simdjson::SUCCESS ? words : std::string_view();
}

bool is_null(dom::object object, std::string_view key) {
    dom::element value;
    return object.at_key(key).get(value) == simdjson::SUCCESS && value.is_null();
}

// A number from 1 that fits 32 bits; 0: there is none, or another.
std::uint32_t id_of(dom::element value) {
    std::uint64_t number = 0;
    return value.get(number) == simdjson::SUCCESS && number < kNone ? static_cast<std::uint32_t>(number) : 0;
}

template <typename Kind, std::size_t kCount>
bool read_kind(dom::object object, std::string_view key, const std::array<std::string_view, kCount>& names, Kind& kind) {
    const auto found = lexicon::find_kind<Kind>(names, words_of(object, key));
    if (found) kind = *found;
    return found.has_value();
}

bool read_texts(dom::object object, std::string_view key, std::vector<std::string>& texts) {
    dom::array list;
    if (object.at_key(key).get(list) != simdjson::SUCCESS) return false;
    for (const dom::element one : list) {
        std::string_view words;
        if (one.get(words) != simdjson::SUCCESS) return false;
        texts.emplace_back(words);
    }
    return true;
}

// {"begin", "end"} in code points, not empty.
bool read_span(dom::element value, const base::ByteOffsets& bytes, ByteSpan& span) {
    dom::object object;
    std::uint64_t begin = 0, end = 0;
    if (value.get(object) != simdjson::SUCCESS) return false;
    if (object.at_key("begin").get(begin) != simdjson::SUCCESS || object.at_key("end").get(end) != simdjson::SUCCESS) return false;
    if (begin >= end || end > bytes.size()) return false;
    span = {bytes.at(begin), bytes.at(end)};
    return true;
}

enum class Order : std::uint8_t { by_begin, disjoint };

// A list of spans. Absent where it must be there: refused, too.
bool read_spans(dom::object object, std::string_view key, const base::ByteOffsets& bytes, Order order, std::vector<ByteSpan>& spans) {
    dom::array list;
    if (object.at_key(key).get(list) != simdjson::SUCCESS) return false;
    for (const dom::element one : list) {
        ByteSpan span;
        if (spans.size() >= bytes.size() || !read_span(one, bytes, span)) return false;     // more than it has characters: a bomb
        if (!spans.empty() && span.begin < (order == Order::disjoint ? spans.back().end : spans.back().begin)) return false;
        spans.push_back(span);
    }
    return true;
}

// Does following `next` from any index come back to it? kNone ends a path.
bool has_circle(const std::vector<std::uint32_t>& next) {
    std::vector<std::uint32_t> walk(next.size(), 0);            // the walk that met an index first, from 1
    for (std::uint32_t i = 0; i < next.size(); ++i) {
        std::uint32_t at = i;
        while (at != kNone && walk[at] == 0) {
            walk[at] = i + 1;
            at = next[at];
        }
        if (at != kNone && walk[at] == i + 1) return true;
    }
    return false;
}

// ---- the document

// ISO 8601, cut to its precision.
bool fits(std::string_view value, DatePrecision precision) {
    constexpr std::array<std::size_t, 5> kSizes{0, 4, 7, 10, 0};
    constexpr std::size_t kLongest = 40;
    if (value.find_first_not_of("0123456789-T:.,+Z") != std::string_view::npos) return false;
    const std::size_t size = kSizes[static_cast<std::size_t>(precision)];
    return precision == DatePrecision::second ? value.size() > 10 && value.size() <= kLongest : value.size() == size;
}

// Where nobody said it, it is null.
bool read_date(dom::object object, std::string_view key, Date& date) {
    dom::object inner;
    if (object.at_key(key).get(inner) != simdjson::SUCCESS) return true;
    const std::string_view value = words_of(inner, "value");
    const auto parsed = parse_date(value);
    if (!parsed || !read_kind(inner, "precision", lexicon::kPrecisionNames, date.precision) || !fits(value, date.precision)) return false;
    date.value = value;
    date.from = words_of(inner, "from");
    date.seconds = parsed->seconds;
    return true;
}

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

bool read_links(dom::object object, const base::ByteOffsets& bytes, std::vector<Hyperlink>& links) {
    dom::array list;
    if (object.at_key("links").get(list) != simdjson::SUCCESS) return true;
    for (const dom::element one : list) {
        Hyperlink link;
        dom::object fields;
        if (!read_span(one, bytes, link.span) || one.get(fields) != simdjson::SUCCESS) return false;
        link.url = words_of(fields, "url");
        if (!is_web_address(link.url) || (!links.empty() && link.span.begin < links.back().span.begin)) return false;
        links.push_back(std::move(link));
    }
    return true;
}

// complete() says these again where they still hold.
void read_notes(dom::object object, Document& document) {
    std::vector<std::string> notes;
    if (!read_texts(object, "notes", notes)) return;
    for (const std::string& note : notes)
        if (note != kNoOutlet && note != kUndated) add_note(document, note);
}

// ---- what was extracted

// Entities have the ids 1, 2, … in their order; what names one of them is checked against their number.
struct Ids {
    std::uint32_t count = 0;
    // Null is nobody.
    bool read(dom::element value, EntityId& id) const {
        id = value.is_null() ? kNobody : id_of(value);
        return value.is_null() || (id != kNobody && id <= count);
    }
    bool read(dom::object object, std::string_view key, EntityId& id) const {
        dom::element value;
        return object.at_key(key).get(value) == simdjson::SUCCESS && read(value, id);
    }
};

std::string_view read_entity(dom::object object, Ids ids, const base::ByteOffsets& bytes, Entity& entity) {
    dom::element id;
    if (object.at_key("id").get(id) != simdjson::SUCCESS || id_of(id) != entity.id) return "its entities are not numbered from 1";
    if (!read_kind(object, "kind", lexicon::kEntityNames, entity.kind)) return "an entity of an unknown kind";
    std::string_view name;
    if (object.at_key("name").get(name) != simdjson::SUCCESS) return "an entity without a name";
    entity.name = name;
    if (!read_texts(object, "aliases", entity.aliases)) return "aliases that are no list of texts";
    if (!read_spans(object, "mentions", bytes, Order::by_begin, entity.mentions)) return "a mention that lies outside of the text, or not in order";
    if (entity.kind != EntityKind::unnamed) return {};
    entity.description = words_of(object, "description");
    if (!read_kind(object, "number", lexicon::kNumberNames, entity.number)) return "an unnamed source of an unknown number";
    if (!ids.read(object, "relay", entity.relay)) return "a relay that is no entity";
    return {};
}

std::string_view read_entities(dom::object object, const base::ByteOffsets& bytes, std::vector<Entity>& entities) {
    dom::array list;
    if (object.at_key("entities").get(list) != simdjson::SUCCESS) return "no list of entities";
    if (list.size() > bytes.size()) return "more entities than the text has characters";
    const Ids ids{static_cast<std::uint32_t>(list.size())};
    for (const dom::element one : list) {
        Entity& entity = entities.emplace_back();
        entity.id = static_cast<EntityId>(entities.size());
        dom::object fields;
        if (one.get(fields) != simdjson::SUCCESS) return "an entity that is no object";
        if (const auto reason = read_entity(fields, ids, bytes, entity); !reason.empty()) return reason;
    }
    std::vector<std::uint32_t> relays;
    for (const Entity& entity : entities) relays.push_back(entity.relay == kNobody ? kNone : entity.relay - 1);
    return has_circle(relays) ? "unnamed sources that relay one another in a circle" : "";
}

bool read_relays(dom::object object, Ids ids, std::vector<EntityId>& relays) {
    dom::array list;
    if (object.at_key("relays").get(list) != simdjson::SUCCESS) return false;
    for (const dom::element one : list) {
        EntityId relay = kNobody;
        if (!ids.read(one, relay) || relay == kNobody) return false;
        relays.push_back(relay);
    }
    return true;
}

struct Texts {
    const base::ByteOffsets &text, &title;
    bool title_apart = false;                      // the title does not stand in the text
};

std::string_view read_attribution(dom::object object, Ids ids, const Texts& texts, Attribution& attribution) {
    if (!read_kind(object, "kind", lexicon::kSpeechNames, attribution.speech) || !read_kind(object, "act", lexicon::kActNames, attribution.act) ||
        !read_kind(object, "hand", lexicon::kHandNames, attribution.hand)) {
        return "an attribution of an unknown kind, act or hand";
    }
    const std::string_view in = words_of(object, "in");
    attribution.in_title = in == "title";
    if ((in != "title" && in != "text") || (attribution.in_title && !texts.title_apart)) return "an attribution that stands neither in the text nor in a title of its own";
    const base::ByteOffsets& bytes = attribution.in_title ? texts.title : texts.text;
    if (!read_spans(object, "source", bytes, Order::by_begin, attribution.source) || !read_spans(object, "cue", bytes, Order::by_begin, attribution.cue) ||
        !read_spans(object, "content", bytes, Order::by_begin, attribution.content) || !read_spans(object, "to", bytes, Order::by_begin, attribution.to)) {
        return "a span of an attribution that lies outside of the text, or not in order";
    }
    if (attribution.content.empty()) return "an attribution without content";
    if (!ids.read(object, "speaker", attribution.speaker) || !read_relays(object, ids, attribution.relays)) return "a speaker or relay that is no entity";
    double score = 0;
    if (object.at_key("score").get(score) != simdjson::SUCCESS || !(score >= 0 && score <= 1)) return "a score that is not between 0 and 1";
    attribution.score = static_cast<float>(score);
    dom::element parent;
    if (object.at_key("parent").get(parent) != simdjson::SUCCESS) return "an attribution that says nothing of its parent";
    attribution.parent = parent.is_null() ? kNone : id_of(parent) - 1;                  // what is no id becomes kNone, too
    return attribution.parent == kNone && !parent.is_null() ? "a parent that is no attribution" : "";
}

std::string_view read_attributions(dom::object object, Ids ids, const Texts& texts, std::vector<Attribution>& attributions) {
    dom::array list;
    if (object.at_key("attributions").get(list) != simdjson::SUCCESS) return "no list of attributions";
    if (list.size() > texts.text.size() + texts.title.size()) return "more attributions than the text has characters";
    std::vector<std::uint32_t> parents;
    std::array<std::uint32_t, 2> last{};           // begin of content, in the text and in the title
    for (const dom::element one : list) {
        Attribution& attribution = attributions.emplace_back();
        dom::object fields;
        dom::element id;
        if (one.get(fields) != simdjson::SUCCESS || fields.at_key("id").get(id) != simdjson::SUCCESS || id_of(id) != attributions.size())
            return "its attributions are not numbered from 1";
        if (const auto reason = read_attribution(fields, ids, texts, attribution); !reason.empty()) return reason;
        std::uint32_t& before = last[attribution.in_title ? 1 : 0];
        if (std::exchange(before, attribution.content.front().begin) > attribution.content.front().begin) return "attributions that are not in the order of their content";
        parents.push_back(attribution.parent);
    }
    const auto outside = [&](std::uint32_t parent) { return parent != kNone && parent >= attributions.size(); };
    if (std::any_of(parents.begin(), parents.end(), outside)) return "a parent that is no attribution";
    return has_circle(parents) ? "attributions that stand in one another in a circle" : "";
}

// Nothing where there are none.
bool read_vectors(dom::object object, std::size_t attributions, Vectors& vectors) {
    dom::object fields, contents;
    const auto read = [](std::string_view letters, Vectors::Direction& direction) {
        auto bytes = base::decode_base64(letters);
        if (!bytes || bytes->size() != kVectorWidth) return false;
        direction = std::move(*bytes);
        return true;
    };
    if (dom::element lead; object.at_key("lead").get(lead) == simdjson::SUCCESS && !read(words_of(object, "lead"), vectors.lead)) return false;
    if (object.at_key("vectors").get(fields) != simdjson::SUCCESS) return true;
    if (!is_null(fields, "lead") && !read(words_of(fields, "lead"), vectors.lead)) return false;
    if (fields.at_key("contents").get(contents) != simdjson::SUCCESS) return false;
    vectors.contents.resize(attributions);
    for (const auto [key, value] : contents) {
        std::size_t id = 0;
        std::string_view letters;
        const auto [end, failed] = std::from_chars(key.data(), key.data() + key.size(), id);
        if (failed != std::errc() || end != key.data() + key.size() || id == 0 || id > attributions) return false;
        if (value.get(letters) != simdjson::SUCCESS || !read(letters, vectors.contents[id - 1])) return false;
    }
    return true;
}

}  // namespace

struct ExtractLineParser::State {
    dom::parser parser;
    dom::object line;
};

ExtractLineParser::ExtractLineParser() : state_(std::make_unique<State>()) {}
ExtractLineParser::ExtractLineParser(ExtractLineParser&&) noexcept = default;
ExtractLineParser& ExtractLineParser::operator=(ExtractLineParser&&) noexcept = default;
ExtractLineParser::~ExtractLineParser() = default;

Result<LineHead> ExtractLineParser::parse(std::string_view line) {
    constexpr std::size_t kKeptCapacity = 4U << 20U;
    constexpr bool kCopyFirst = false;             // the padding is there already
    if (state_->parser.capacity() > kKeptCapacity && line.size() < kKeptCapacity / 2) state_ = std::make_unique<State>();
    dom::parser& parser = state_->parser;
    const std::size_t capacity = std::max<std::size_t>(line.size() + line.size() / 2, 1U << 16U);
    if (parser.capacity() < line.size() && parser.allocate(capacity, kDepth) != simdjson::SUCCESS) return refuse("not enough memory to parse this line");
    dom::element root;
    const auto error = parser.parse(line.data(), line.size(), kCopyFirst).get(root);
    if (error != simdjson::SUCCESS) return refuse("broken JSON: no whole line of `firsthand extract`");
    dom::object& object = state_->line;
    if (root.get(object) != simdjson::SUCCESS) return refuse("no line of `firsthand extract`");
    const std::string_view schema = words_of(object, "schema");
    if (schema != kSchema)
        return refuse(schema.starts_with(kFamily) ? "written by a newer firsthand: this one reads firsthand.extract/1" : "no line of `firsthand extract`");
    LineHead head;
    head.id = words_of(object, "id");
    if (head.id.empty()) return refuse("a line without the id of its document");
    head.error = words_of(object, "error");
    if (!head.error.empty()) return head;
    const std::string_view unit = words_of(object, "offset_unit"), hash = words_of(object, "text_hash");
    if (unit != "codepoint") return refuse("its offsets are not in code points");
    const auto [end, failed] = std::from_chars(hash.data(), hash.data() + hash.size(), head.text_hash, 16);
    if (hash.size() != 16 || failed != std::errc() || end != hash.data() + hash.size()) return refuse("a line without the hash of its text");
    head.model = words_of(object, "model");
    head.title = words_of(object, "title");
    head.titled = !head.title.empty() || is_null(object, "title");
    head.path = words_of(object, "path");
    std::string_view text;
    head.whole = object.at_key("text").get(text) == simdjson::SUCCESS;
    if (head.whole && base::hash_bytes(text) != head.text_hash) return refuse("its hash is not that of its text");
    return head;
}

Result<Document> ExtractLineParser::make_document() const {
    const dom::object object = state_->line;
    Document document;
    document.text = words_of(object, "text");
    const base::ByteOffsets bytes(document.text);
    document.id = words_of(object, "id");
    document.path = base::escape_controls(words_of(object, "path"));
    if (document.path.empty()) document.path = base::escape_controls(document.id);
    for (const auto& [field, key] : {std::pair(&Document::outlet, "outlet"), std::pair(&Document::url, "url"), std::pair(&Document::title, "title"),
                                     std::pair(&Document::author, "author"), std::pair(&Document::language, "language")}) {
        document.*field = words_of(object, key);
    }
    if (!read_date(object, "published", document.published) || !read_date(object, "updated", document.updated)) return refuse("a date that is none");
    document.genre = lexicon::find_kind<Genre>(lexicon::kGenreNames, words_of(object, "genre")).value_or(Genre::unknown);
    read_notes(object, document);
    if (!read_links(object, bytes, document.links)) return refuse("a link that lies outside of the text, not in order, or is no web address");
    dom::element furniture;
    const bool has_furniture = object.at_key("furniture").get(furniture) == simdjson::SUCCESS;
    if (has_furniture && !read_spans(object, "furniture", bytes, Order::disjoint, document.furniture))
        return refuse("furniture that lies outside of the text, or not in order");
    document.extracted = true;
    return document;
}

Result<Extracted> ExtractLineParser::make_extracted(const Document& document) const {
    const dom::object object = state_->line;
    const base::ByteOffsets text(document.text), title(document.title);
    Extracted extracted;
    extracted.program = words_of(object, "program");
    extracted.model = words_of(object, "model");
    if (const auto reason = read_entities(object, text, extracted.entities); !reason.empty()) return refuse(reason);
    const Ids ids{static_cast<std::uint32_t>(extracted.entities.size())};
    if (const auto reason = read_attributions(object, ids, {text, title, document.title_span.empty()}, extracted.attributions); !reason.empty()) return refuse(reason);
    if (!read_vectors(object, extracted.attributions.size(), extracted.vectors)) return refuse("vectors that are none, or of no attribution");
    return extracted;
}

bool is_extract_lines(std::string_view head) {
    constexpr std::string_view kBlanks = " \t\r", kKey = "\"schema\"";
    const auto skip = [](std::string_view words, std::string_view blanks) { return words.substr(std::min(words.find_first_not_of(blanks), words.size())); };
    head = skip(head, " \t\r\n");
    if (!head.starts_with('{')) return false;
    head = head.substr(0, head.find('\n'));
    for (auto at = head.find(kKey); at != std::string_view::npos; at = head.find(kKey)) {
        head = skip(head.substr(at + kKey.size()), kBlanks);
        if (!head.starts_with(':')) continue;
        head = skip(head.substr(1), kBlanks);
        if (head.starts_with('"') && head.substr(1).starts_with(kFamily)) return true;
    }
    return false;
}

}  // namespace firsthand::read
