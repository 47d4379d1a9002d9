// Reading -> its part of the JSON: the document, its attributions, its entities. Shared by `trace` and `extract`.
#pragma once

#include "report/json_writer.h"
#include "report/report.h"
#include "report/view.h"

namespace firsthand::report {

// How ids and places of one document go out: over the whole trace, or by itself.
struct Place {
    const View* view = nullptr;                    // null: the document by itself, its own ids
    std::uint32_t document = 0;
    const Reading& reading;
    const base::CodePoints& text;                  // of Document::text

    [[nodiscard]] std::uint32_t entity(EntityId id) const { return view != nullptr ? view->entity_id(document, id) : id; }
    [[nodiscard]] std::uint32_t attribution(std::uint32_t index) const {
        return view != nullptr ? view->attribution_id(document, index) : index + 1;
    }
};

void write_head(JsonWriter& json, std::string_view schema, const ReportOptions& options);
void write_document(JsonWriter& json, const View& view, std::uint32_t index);
void write_attribution(JsonWriter& json, const Place& place, std::uint32_t index);
// An entity over the whole trace.
void write_entity(JsonWriter& json, const View& view, const EntityView& entity);

}  // namespace firsthand::report
