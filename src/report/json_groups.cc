// Copies, utterances and echoes as the contract names them. Tested by json_test.cc and the golden files.
#include "report/json_groups.h"

#include <algorithm>

#include "report/json_reading.h"
#include "report/words.h"

namespace firsthand::report {

void write_interval(JsonWriter& json, const Interval& interval) {
    json.open('{');
    json.key("low").number(interval.low);
    json.key("high").number(interval.high);
    json.key("why").open('[');
    for (const std::string& reason : interval.why) json.text(reason);
    json.close(']');
    json.close('}');
}

void write_entity_ids(JsonWriter& json, const View& view, std::string_view name, const std::vector<Passage>& passages) {
    std::vector<std::uint32_t> ids;
    for (const Passage& passage : passages) {
        const std::uint32_t document = view.index_of(passage.document);
        const std::uint32_t id = document == kNone || passage.item == kNone ? 0 : view.entity_id(document, passage.item);
        if (id != 0 && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    json.key(name).open('[');
    for (const std::uint32_t id : ids) json.number(id);
    json.close(']');
}

void write_document_ids(JsonWriter& json, const View& view, const std::vector<std::uint32_t>& documents) {
    json.key("documents").open('[');
    for (const std::uint32_t document : documents) json.text(view.document(document).id);
    json.close(']');
}

void write_copy_fields(JsonWriter& json, const View& view, const SetView& copy) {
    const std::uint32_t root = copy.group == nullptr ? kNone : view.index_of(copy.group->root);
    json.key("id").text(copy.id);
    write_document_ids(json, view, copy.documents);
    json.key("root");
    root == kNone ? json.null() : json.text(view.document(root).id);
    json.key("credit").text_or_null(copy.group == nullptr ? std::string_view() : std::string_view(copy.group->credit));
    json.key("why").text(copy.group == nullptr ? std::string_view() : std::string_view(copy.group->why));
}

// A place by document, and in code points of the text or title that it lies in.
void write_place(JsonWriter& json, const View& view, const Passage& passage, bool in_title) {
    const std::uint32_t document = view.index_of(passage.document);
    ByteSpan points;
    if (document != kNone) points = in_title ? base::CodePoints(view.document(document).title)(passage.span) : view.points(document, passage.span);
    document == kNone ? json.key("document").null() : json.key("document").text(view.document(document).id);
    json.key("begin").number(points.begin);
    json.key("end").number(points.end);
}

void write_member_fields(JsonWriter& json, const View& view, const Group& group, std::size_t index) {
    const Passage& member = group.members[index];
    const std::uint32_t document = view.index_of(member.document);
    const Attribution* attribution = view.attribution(member);
    const bool in_title = attribution != nullptr && stands_in_title(view.document(document), *attribution);
    write_place(json, view, member, in_title);
    json.key("spans").open('[');
    if (!in_title) {
        for (const ByteSpan piece : cut_content(attribution, member.span)) json.span(view.points(document, piece));
    }
    json.close(']');
    json.key("attribution").number_or_null(attribution == nullptr ? 0 : view.attribution_id(document, member.item));
    json.key("form").text(name_of(index < group.forms.size() ? group.forms[index] : Form::verbatim));
    json.key("in").text(in_title ? "title" : "text");
}

void write_utterance_fields(JsonWriter& json, const View& view, const Group& group) {
    const Assessment* weight = view.weight(group);
    json.key("id").text(group.id);
    if (weight == nullptr) return;
    json.key("independent");
    write_interval(json, weight->independent);
    write_entity_ids(json, view, "relays", weight->relays);
}

void write_edits(JsonWriter& json, const Group& group) {
    json.key("edits").open('[');
    for (const Edit& edit : group.edits) {
        json.open('{');
        json.key("from").number(edit.from);
        json.key("to").number(edit.to);
        json.key("kind").text(name_of(edit.kind));
        json.key("before").text(edit.before);
        json.key("after").text(edit.after);
        json.close('}');
    }
    json.close(']');
}

void write_echo(JsonWriter& json, const View& view, const Link& link) {
    json.open('{');
    json.key("from").open('{');
    write_place(json, view, link.from, false);
    json.close('}');
    json.key("to").open('{');
    write_place(json, view, link.to, false);
    json.close('}');
    json.key("words").number(link.words);
    json.key("same").number(link.same);
    json.key("direction").text(name_of(link.direction));
    json.key("why").text(link.why);
    json.close('}');
}

void write_documents(JsonWriter& json, const View& view, const std::set<std::uint32_t>& documents) {
    write_list(json, "documents", documents, [&](std::uint32_t document) { write_document(json, view, document); });
}

void write_skipped(JsonWriter& json, const std::vector<Skipped>& skipped) {
    write_list(json, "skipped", skipped, [&](const Skipped& one) {
        json.open('{');
        json.key("path").text(one.path);
        json.key("reason").text(one.reason);
        json.close('}');
    });
}

}  // namespace firsthand::report
