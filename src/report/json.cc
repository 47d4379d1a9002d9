// `trace --json`, as the contract names it. Keys whose stage is not built yet are absent.
// Tested by json_test.cc and the golden file trace.json.
#include "report/json.h"

#include <algorithm>

#include "report/json_groups.h"
#include "report/json_reading.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

void write_story(JsonWriter& json, const View& view, const StoryView& story) {
    const Date* first = nullptr;
    const Date* last = nullptr;
    for (const std::uint32_t document : story.documents) {
        const Date& date = view.document(document).published;
        if (!date.known()) continue;
        if (first == nullptr || date.seconds < first->seconds) first = &date;
        if (last == nullptr || date.seconds > last->seconds) last = &date;
    }
    json.open('{');
    json.key("id").text(story.id);
    json.key("title").text(story.title);
    write_document_ids(json, view, story.documents);
    json.key("first").text_or_null(first == nullptr ? std::string_view() : std::string_view(first->value));
    json.key("last").text_or_null(last == nullptr ? std::string_view() : std::string_view(last->value));
    if (story.weight != nullptr) {
        json.key("independent");
        write_interval(json, story.weight->independent);
        write_entity_ids(json, view, "relays", story.weight->relays);
    }
    json.close('}');
}

// How many of the origins on one side have a name, are unnamed, and speak in their own public words.
void write_side(JsonWriter& json, const Assessment& weight, Side side) {
    const Interval& interval = side == Side::supports ? weight.supporting : weight.denying;
    std::size_t named = 0, unnamed = 0, own = 0;
    for (std::uint32_t i = 0; i < weight.origins.size(); ++i) {
        const Origin& origin = weight.origins[i];
        if (origin.side != side) continue;
        named += origin.kind == OriginKind::person ? 1 : 0;
        unnamed += origin.kind == OriginKind::unnamed_source ? 1 : 0;
        const auto in_own_words = [&](const Position& position) { return position.origin == i && position.hand == Hand::own; };
        own += std::any_of(weight.positions.begin(), weight.positions.end(), in_own_words) ? 1 : 0;
    }
    json.open('{');
    json.key("low").number(interval.low);
    json.key("high").number(interval.high);
    json.key("named").number(named);
    json.key("unnamed").number(unnamed);
    json.key("own").number(own);
    json.close('}');
}

void write_position(JsonWriter& json, const View& view, const Position& position) {
    const std::uint32_t document = view.index_of(position.document);
    if (document == kNone) return;
    const bool in_title = position.in_title && view.document(document).title_span.empty();
    const ByteSpan points = in_title ? base::CodePoints(view.document(document).title)(position.evidence) : view.points(document, position.evidence);
    json.open('{');
    json.key("document").text(view.document(document).id);
    json.key("holder").number_or_null(view.entity_id(document, position.holder));
    json.key("chain").open('[');
    for (const EntityId entity : position.chain) json.number(view.entity_id(document, entity));
    json.close(']');
    json.key("hand").text(name_of(position.hand));
    json.key("stance").text(name_of(position.stance));
    json.key("evidence").span(points);
    json.key("in").text(in_title ? "title" : "text");
    json.key("attribution").number_or_null(position.attribution == kNone ? 0 : view.attribution_id(document, position.attribution));
    json.key("origin").number_or_null(position.origin == kNone ? 0 : position.origin + 1);
    json.key("score").score(position.score);
    json.close('}');
}

void write_origin(JsonWriter& json, const View& view, const Origin& origin, std::uint32_t id) {
    const std::uint32_t document = view.index_of(origin.who.document);
    const std::uint32_t first = view.index_of(origin.first);
    const auto entity = [&](EntityId local) { return document == kNone || local == kNone ? 0U : view.entity_id(document, local); };
    json.open('{');
    json.key("id").number(id);
    json.key("who").number_or_null(entity(origin.who.item));
    json.key("relay").number_or_null(entity(origin.relay));
    json.key("kind").text(name_of(origin.kind));
    json.key("side").text(name_of(origin.side));
    json.key("first");
    first == kNone ? json.null() : json.text(view.document(first).id);
    json.key("why").open('[');
    for (const std::string& reason : origin.why) {
        json.open('{');
        json.key("text").text(reason);
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

void write_statement(JsonWriter& json, const View& view, const Group& group) {
    json.open('{');
    json.key("text").text(group.label);
    if (!group.members.empty()) {
        const Attribution* attribution = view.attribution(group.members.front());
        const std::uint32_t document = view.index_of(group.members.front().document);
        const bool in_title = attribution != nullptr && stands_in_title(view.document(document), *attribution);
        write_place(json, view, group.members.front(), in_title);
        json.key("in").text(in_title ? "title" : "text");
    }
    json.close('}');
}

void write_copy(JsonWriter& json, const View& view, const SetView& copy) {
    json.open('{');
    write_copy_fields(json, view, copy);
    json.close('}');
}

void write_utterance(JsonWriter& json, const View& view, const Group& group) {
    json.open('{');
    write_utterance_fields(json, view, group);
    json.key("members").open('[');
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        json.open('{');
        write_member_fields(json, view, group, i);
        json.close('}');
    }
    json.close(']');
    write_edits(json, group);
    json.close('}');
}

void write_claim(JsonWriter& json, const View& view, const Group& group) {
    const Assessment none;
    const Assessment* found = view.weight(group);
    const Assessment& weight = found == nullptr ? none : *found;
    const std::uint32_t story = view.story_of_group(group);
    json.open('{');
    json.key("id").text(group.id);
    json.key("story").text_or_null(story == kNone ? std::string_view() : std::string_view(view.stories()[story].id));
    json.key("statement");
    write_statement(json, view, group);
    json.key("positions").open('[');
    for (const Position& position : weight.positions) write_position(json, view, position);
    json.close(']');
    json.key("origins").open('[');
    for (std::uint32_t i = 0; i < weight.origins.size(); ++i) write_origin(json, view, weight.origins[i], i + 1);
    json.close(']');
    json.key("supporting");
    write_side(json, weight, Side::supports);
    json.key("denying");
    write_side(json, weight, Side::denies);
    json.key("status").text(status_of(weight));
    json.close('}');
}

void write_groups(JsonWriter& json, const View& view, std::string_view name, LinkKind kind,
                  void (*write)(JsonWriter&, const View&, const Group&)) {
    std::vector<const Group*> groups;
    for (const Group& group : view.corpus().groups)
        if (group.kind == kind) groups.push_back(&group);
    write_list(json, name, groups, [&](const Group* group) { write(json, view, *group); });
}

}  // namespace

void write_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    JsonWriter json(out);
    std::vector<std::uint32_t> documents(view.size());
    for (std::uint32_t i = 0; i < view.size(); ++i) documents[i] = i;
    json.open('{');
    write_head(json, "firsthand.trace/1", options);
    write_list(json, "documents", documents, [&](std::uint32_t index) { write_document(json, view, index); });
    write_skipped(json, corpus.skipped);
    write_list(json, "stories", view.stories(), [&](const StoryView& story) { write_story(json, view, story); });
    write_list(json, "copies", view.copies(), [&](const SetView& copy) { write_copy(json, view, copy); });
    write_list(json, "entities", view.entities(), [&](const EntityView& entity) { write_entity(json, view, entity); });
    json.new_line();
    json.key("attributions").open('[');
    for (const std::uint32_t document : documents) {
        const Reading& reading = view.reading(document);
        const Place place{&view, document, reading, view.text_points(document)};
        for (std::uint32_t index = 0; index < reading.attributions.size(); ++index) {
            write_attribution(json, place, index);
            json.new_line();
        }
    }
    json.close(']');
    write_groups(json, view, "utterances", LinkKind::utterance, write_utterance);
    std::vector<const Link*> echoes;
    for (const Link& link : corpus.links)
        if (link.kind == LinkKind::echo) echoes.push_back(&link);
    write_list(json, "echoes", echoes, [&](const Link* link) { write_echo(json, view, *link); });
    write_groups(json, view, "claims", LinkKind::claim, write_claim);
    json.close('}');
    json.new_line();
}

}  // namespace firsthand::report
