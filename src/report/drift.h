// View -> `firsthand drift`: one utterance, rendering by rendering, with what was changed in each.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"
#include "report/facts.h"
#include "report/report.h"

namespace firsthand::report {

// The utterance that a user means: its id or an unambiguous beginning of it; empty for "all". An id that is none: what would help.
[[nodiscard]] Result<void> check_utterance_name(std::string_view given);
[[nodiscard]] Result<std::string> find_utterance(const Corpus& corpus, std::string_view given);

// Renderings with the same words. Words that are quoted in part only count as far as they are quoted.
struct DriftWording {
    std::string words;
    std::uint32_t against = kNone;                 // the member that they are compared with; kNone: nothing was changed
    std::vector<EditFact> edits;                   // what a reader must not miss first
    std::vector<std::uint32_t> members;            // indices of Group::members
};
struct DriftFact {
    UtteranceFact utterance;
    std::uint32_t fullest = 0;                     // member
    std::vector<DriftWording> wordings;            // the fullest first, then those whose edits tell most
};
struct DriftsFact {
    std::vector<DriftFact> drifts;                 // the most telling edits first
    std::size_t more_drifts = 0;                   // left out by the limit
};
// Those that `options` ask for: one, or all whose renderings differ.
[[nodiscard]] DriftsFact list_drifts(const View& view, const ReportOptions& options);

// "5 sayings differ from article to article".
[[nodiscard]] std::string drifts_in_words(const DriftsFact& fact);
// Through whom a rendering came; "nobody named" where nobody is.
[[nodiscard]] std::string said_by(const View& view, const Passage& member);
[[nodiscard]] std::string_view form_of(const Group& group, std::uint32_t member);
// "negation: “will not close” became “will close”".
[[nodiscard]] std::string edit_line(const EditFact& edit);

void write_drift_text(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_drift_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_drift_csv(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_drift_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
