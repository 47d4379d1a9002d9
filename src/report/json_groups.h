// Links and groups -> their part of the JSON: places, copies, utterances, echoes. Shared by all objects of several documents.
//
// Functions whose names end in `_fields` write keys into an object that is open, so that a report may add its own.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "report/json_writer.h"
#include "report/view.h"

namespace firsthand::report {

void write_interval(JsonWriter& json, const Interval& interval);
// The entities that the passages name, each once.
void write_entity_ids(JsonWriter& json, const View& view, std::string_view name, const std::vector<Passage>& passages);
void write_document_ids(JsonWriter& json, const View& view, const std::vector<std::uint32_t>& documents);
// A place by document, and in code points of the text or title that it lies in.
void write_place(JsonWriter& json, const View& view, const Passage& passage, bool in_title);
void write_copy_fields(JsonWriter& json, const View& view, const SetView& copy);
void write_utterance_fields(JsonWriter& json, const View& view, const Group& group);
void write_member_fields(JsonWriter& json, const View& view, const Group& group, std::size_t index);
void write_edits(JsonWriter& json, const Group& group);
void write_echo(JsonWriter& json, const View& view, const Link& link);

// A list of large things, a line each.
template <typename List, typename Write>
void write_list(JsonWriter& json, std::string_view name, const List& list, Write write) {
    json.new_line();
    json.key(name).open('[');
    for (const auto& item : list) {
        write(item);
        json.new_line();
    }
    json.close(']');
}
// The documents that a report names, in canonical order.
void write_documents(JsonWriter& json, const View& view, const std::set<std::uint32_t>& documents);
void write_skipped(JsonWriter& json, const std::vector<Skipped>& skipped);

}  // namespace firsthand::report
