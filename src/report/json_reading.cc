// Offsets leave as code points; ids are those of the trace, or of the document when it stands by itself.
// Tested by json_test.cc and the golden file extract.jsonl.
#include "report/json_reading.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/base64.h"
#include "base/hash.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

void write_date(JsonWriter& json, const Date& date) {
    if (!date.known()) return json.null();
    json.open('{');
    json.key("value").text(date.value);
    json.key("precision").text(name_of(date.precision));
    json.key("from").text(date.from);
    json.close('}');
}

void write_aliases(JsonWriter& json, const std::set<std::string_view>& aliases, std::string_view name) {
    json.key("aliases").open('[');
    for (const std::string_view alias : aliases)
        if (alias != name && !alias.empty()) json.text(alias);
    json.close(']');
}

// What is the same of an entity in one document and over all: all but its mentions.
void write_entity_head(JsonWriter& json, std::uint32_t id, std::string_view name, const Entity& entity) {
    json.key("id").number(id);
    json.key("name").text(name);
    json.key("kind").text(name_of(entity.kind));
}

// Links are told where the text is told: in what was taken out of a page.
void write_links(JsonWriter& json, const Document& document, const base::CodePoints& points) {
    json.key("links").open('[');
    for (const Hyperlink& link : document.links) {
        const ByteSpan span = points(link.span);
        json.open('{');
        json.key("begin").number(span.begin);
        json.key("end").number(span.end);
        json.key("url").text(link.url);
        json.close('}');
    }
    json.close(']');
}

void write_furniture(JsonWriter& json, const Document& document, const base::CodePoints& points) {
    json.key("furniture").open('[');
    for (const ByteSpan span : document.furniture) json.span(points(span));
    json.close(']');
}

// When it was published, as what, and what was noted.
void write_publication(JsonWriter& json, const Document& document) {
    json.key("published");
    write_date(json, document.published);
    json.key("updated");
    write_date(json, document.updated);
    json.key("genre").text(name_of(document.genre));
    json.key("notes").open('[');
    for (const std::string& note : document.notes) json.text(note);
    json.close(']');
}

// What is told of a document that only its line holds, beside its text and title.
void write_description(JsonWriter& json, const Document& document) {
    json.key("outlet").text_or_null(document.outlet);
    json.key("url").text_or_null(document.url);
    json.key("author").text_or_null(document.author);
    json.key("language").text_or_null(document.language);
    write_publication(json, document);
}

void write_unnamed(JsonWriter& json, const Entity& entity, std::uint32_t relay) {
    if (entity.kind != EntityKind::unnamed) return;
    json.key("description").text(entity.description);
    json.key("number").text(name_of(entity.number));
    json.key("relay").number_or_null(relay);
}

// Only where there are some.
void write_perhaps(JsonWriter& json, std::span<const Perhaps> perhaps) {
    if (perhaps.empty()) return;
    json.key("perhaps").open('[');
    for (const auto& [entity, why] : perhaps) {
        json.open('{');
        json.key("entity").number(entity);
        json.key("why").text(why);
        json.close('}');
    }
    json.close(']');
}

// What the lead is about tells stories apart, so it goes with every line; the others only where they were asked for.
void write_vectors(JsonWriter& json, const Vectors& vectors, bool asked) {
    if (!vectors.lead.empty()) json.key("lead").text(base::encode_base64(vectors.lead));
    if (vectors.contents.empty() && !asked) return;
    json.key("vectors").open('{');
    json.key("lead").text_or_null(base::encode_base64(vectors.lead));
    json.key("contents").open('{');
    for (std::size_t i = 0; i < vectors.contents.size(); ++i)
        if (!vectors.contents[i].empty()) json.key(std::to_string(i + 1)).text(base::encode_base64(vectors.contents[i]));
    json.close('}');
    json.close('}');
}

}  // namespace

void write_head(JsonWriter& json, std::string_view schema, const ReportOptions& options) {
    json.key("schema").text(schema);
    json.key("program").text(options.program);
    if (!options.model.empty()) json.key("model").text(options.model);
    json.key("offset_unit").text("codepoint");
}

void write_document(JsonWriter& json, const View& view, std::uint32_t index) {
    const Document& document = view.document(index);
    json.open('{');
    json.key("id").text(document.id);
    json.key("path").text(document.path);
    if (document.extracted) json.key("text").text(document.text);
    json.key("outlet").text_or_null(document.outlet);
    json.key("url").text_or_null(document.url);
    json.key("title").text_or_null(document.title);
    json.key("author").text_or_null(document.author);
    json.key("language").text_or_null(document.language);
    json.key("words").number(view.words(index));
    write_publication(json, document);
    if (document.extracted) write_links(json, document, view.text_points(index));
    write_furniture(json, document, view.text_points(index));
    json.close('}');
}

void write_attribution(JsonWriter& json, const Place& place, std::uint32_t index) {
    const Attribution& attribution = place.reading.attributions[index];
    const bool in_title = stands_in_title(place.reading.document, attribution);
    const base::CodePoints title(in_title ? std::string_view(place.reading.document.title) : std::string_view());
    const base::CodePoints& points = in_title ? title : place.text;
    const auto spans = [&](std::string_view name, const std::vector<ByteSpan>& list) {
        json.key(name).open('[');
        for (const ByteSpan span : list) json.span(points(span));
        json.close(']');
    };
    json.open('{');
    json.key("id").number(place.attribution(index));
    if (place.view != nullptr) json.key("document").text(place.reading.document.id);
    json.key("kind").text(name_of(attribution.speech));
    json.key("act").text(name_of(attribution.act));
    spans("source", attribution.source);
    spans("cue", attribution.cue);
    spans("content", attribution.content);
    spans("to", attribution.to);
    json.key("speaker").number_or_null(place.entity(attribution.speaker));
    for (const std::string_view name : {"relays", "chain"}) {
        json.key(name).open('[');
        for (const EntityId relay : attribution.relays) json.number(place.entity(relay));
        if (name == "chain" && attribution.speaker != kNobody) json.number(place.entity(attribution.speaker));
        json.close(']');
    }
    json.key("hand").text(name_of(attribution.hand));
    json.key("parent");
    attribution.parent == kNone ? json.null() : json.number(place.attribution(attribution.parent));
    json.key("in").text(in_title ? "title" : "text");
    json.key("score").score(attribution.score);
    json.close('}');
}

void write_entity(JsonWriter& json, const View& view, const EntityView& entity) {
    const Entity& first = view.entity(entity.members.front());
    const std::string_view name = view.name(entity.id);
    std::set<std::string_view> aliases;
    std::uint32_t relay = 0;
    for (const LocalEntity local : entity.members) {
        const Entity& member = view.entity(local);
        aliases.insert(member.name);
        aliases.insert(member.aliases.begin(), member.aliases.end());
        if (relay == 0) relay = view.entity_id(local.document, member.relay);
    }
    json.open('{');
    write_entity_head(json, entity.id, name, first);
    write_aliases(json, aliases, name);
    write_unnamed(json, first, relay);
    write_perhaps(json, view.perhaps(entity.id));
    json.key("mentions").open('[');
    for (const LocalEntity local : entity.members) {
        for (const ByteSpan bytes : view.entity(local).mentions) {
            const ByteSpan points = view.points(local.document, bytes);
            json.open('{');
            json.key("document").text(view.document(local.document).id);
            json.key("begin").number(points.begin);
            json.key("end").number(points.end);
            json.close('}');
        }
    }
    json.close(']');
    json.close('}');
}

void write_extract(const Reading& reading, const ReportOptions& options, std::ostream& out) {
    const Document& document = reading.document;
    const base::CodePoints points(document.text);
    const Place place{nullptr, 0, reading, points};
    JsonWriter json(out);
    json.open('{');
    write_head(json, "firsthand.extract/1", options);
    json.key("id").text(document.id);
    json.key("text_hash").text(fmt::format("{:016x}", base::hash_bytes(document.text)));
    json.key("title").text_or_null(document.title);
    if (document.extracted) {                      // what no input file says in these words: the line stands for the document
        json.key("text").text(document.text);
        json.key("path").text(document.path);
        write_description(json, document);
        write_links(json, document, points);
        write_furniture(json, document, points);
    }
    json.key("attributions").open('[');
    for (std::uint32_t index = 0; index < reading.attributions.size(); ++index) write_attribution(json, place, index);
    json.close(']');
    json.key("entities").open('[');
    struct Name {
        ByteSpan span;
        std::string_view kind;
    };
    std::vector<Name> names;
    for (const Entity& entity : reading.entities) {
        json.open('{');
        write_entity_head(json, entity.id, entity.name, entity);
        write_aliases(json, {entity.aliases.begin(), entity.aliases.end()}, entity.name);
        write_unnamed(json, entity, entity.relay);
        json.key("mentions").open('[');
        for (const ByteSpan mention : entity.mentions) json.span(points(mention));
        json.close(']');
        json.close('}');
        const EntityKind kind = entity.kind == EntityKind::outlet ? EntityKind::organization : entity.kind;
        const bool named = (kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::place) && entity.number != Number::several;   // of several together each is one
        if (named)
            for (const ByteSpan mention : entity.mentions) names.push_back({mention, name_of(kind)});
    }
    json.close(']');
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.span < b.span; });
    json.key("names").open('[');
    for (const Name& name : names) {
        const ByteSpan span = points(name.span);
        json.open('{');
        json.key("begin").number(span.begin);
        json.key("end").number(span.end);
        json.key("kind").text(name.kind);
        json.close('}');
    }
    json.close(']');
    write_vectors(json, reading.vectors, options.vectors);
    json.close('}');
}

}  // namespace firsthand::report
