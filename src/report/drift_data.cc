// As JSON (firsthand.drift/1) and as a table of one row for each rendering. Tested by drift_test.cc and the golden files drift.json
// and drift.csv.
#include <set>

#include "report/csv_writer.h"
#include "report/drift.h"
#include "report/json_groups.h"
#include "report/json_reading.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

// An utterance as in a trace; its members have also their words and who said them, in words.
void write_drift(JsonWriter& json, const View& view, const DriftFact& drift) {
    const Group& group = *drift.utterance.group;
    json.open('{');
    write_utterance_fields(json, view, group);
    json.key("fullest").number(drift.fullest);
    json.key("members").open('[');
    for (std::uint32_t i = 0; i < group.members.size(); ++i) {
        json.open('{');
        write_member_fields(json, view, group, i);
        json.key("words").text(quoted_words(view, group.members[i]));
        json.key("said_by").text(said_by(view, group.members[i]));
        json.close('}');
    }
    json.close(']');
    write_edits(json, group);
    json.close('}');
}

}  // namespace

void write_drift_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const DriftsFact fact = list_drifts(view, options);
    std::set<std::uint32_t> named;
    for (const DriftFact& drift : fact.drifts)
        for (const Passage& member : drift.utterance.group->members)
            if (const std::uint32_t document = view.index_of(member.document); document != kNone) named.insert(document);
    JsonWriter json(out);
    json.open('{');
    write_head(json, "firsthand.drift/1", options);
    write_documents(json, view, named);
    write_skipped(json, corpus.skipped);
    write_list(json, "utterances", fact.drifts, [&](const DriftFact& drift) { write_drift(json, view, drift); });
    json.new_line();
    json.key("left_out").open('{');
    json.key("utterances").number(fact.more_drifts);
    json.close('}');
    json.close('}');
    json.new_line();
}

void write_drift_csv(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    CsvWriter csv(out, {"utterance", "articles", "form", "document", "outlet", "published", "title", "said_by", "words", "compared_with", "compared_words", "edits"});
    const auto write_row = [&](const DriftFact& drift, const DriftWording& wording, std::uint32_t member) {
        const Group& group = *drift.utterance.group;
        const std::uint32_t against = wording.against == kNone ? kNone : view.index_of(group.members[wording.against].document);
        csv.text(group.id).number(drift.utterance.documents).text(form_of(group, member));
        csv.document(view, view.index_of(group.members[member].document)).text(said_by(view, group.members[member])).text(quoted_words(view, group.members[member]));
        csv.text(against == kNone ? std::string_view() : std::string_view(view.document(against).id));
        csv.text(against == kNone ? std::string() : quoted_words(view, group.members[wording.against]));
        std::string edits;
        for (const EditFact& edit : wording.edits) edits += (edits.empty() ? "" : "; ") + edit_line(edit);
        csv.text(edits).end_row();
    };
    for (const DriftFact& drift : list_drifts(view, options).drifts)
        for (const DriftWording& wording : drift.wordings)
            for (const std::uint32_t member : wording.members) write_row(drift, wording, member);
}

}  // namespace firsthand::report
