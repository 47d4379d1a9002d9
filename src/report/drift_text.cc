// On the terminal: the fullest rendering, who has it, and each other wording beside what it is compared with. Tested by
// drift_test.cc and the golden file drift.txt.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/beside.h"
#include "report/drift.h"
#include "report/summary.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

// A rendering to a row: form, article, date, who said it.
class Rows {
  public:
    Rows(const View& view, const Group& group) : view_(view), group_(group) {
        for (std::uint32_t i = 0; i < group.members.size(); ++i) {
            const std::uint32_t index = view.index_of(group.members[i].document);
            if (index == kNone) continue;
            form_ = std::max(form_, form_of(group, i).size());
            name_ = std::max(name_, display_width(short_name(view.document(index))));
            date_ = std::max(date_, display_width(day_of(view.document(index).published)));
        }
    }
    void write(Page& page, std::uint32_t member, std::string_view form) const {
        const std::uint32_t index = view_.index_of(group_.members[member].document);
        if (index == kNone) return;
        const Document& document = view_.document(index);
        page.row("  ", {{std::string(form), std::max<std::size_t>(form_, kFullest.size()), Style::accent},
                        {short_name(document), std::min(name_, page.width() / 3), Style::plain},
                        {day_of(document.published), date_, Style::faint},
                        {said_by(view_, group_.members[member]), 0, Style::plain}}, Page::Last::wrap);
    }
    static constexpr std::string_view kFullest = "fullest";

  private:
    const View& view_;
    const Group& group_;
    std::size_t form_ = 0, name_ = 0, date_ = 0;
};

// "Valley Post, The Lantern": each once.
std::string list_names(const View& view, const Group& group, const std::vector<std::uint32_t>& members) {
    std::vector<std::string> names;
    for (const std::uint32_t member : members) {
        std::string name = short_name(view.document(view.index_of(group.members[member].document)));
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

void write_wording(Page& page, const View& view, const DriftFact& drift, const DriftWording& wording, const Rows& rows) {
    const Group& group = *drift.utterance.group;
    for (const std::uint32_t member : wording.members) rows.write(page, member, member == drift.fullest ? Rows::kFullest : form_of(group, member));
    if (wording.against == kNone) return;
    for (const EditFact& edit : wording.edits) page.line(edit.turns ? "    ! " : "    ~ ", edit_line(edit), edit.turns ? Style::alarm : Style::plain);
    write_beside(page, "      ", {list_names(view, group, {wording.against}), quoted_words(view, group.members[wording.against])},
                 {list_names(view, group, wording.members), wording.words});
}

void write_drift(Page& page, const View& view, const DriftFact& drift) {
    const UtteranceFact& utterance = drift.utterance;
    const Group& group = *utterance.group;
    page.gap();
    page.line("", in_marks(quoted_words(view, group.members[drift.fullest])), Style::bold);
    page.line("", fmt::format("{} · {} in {}{}", group.id, count_of(group.members.size(), "rendering"), count_of(utterance.documents, "article"), worth_in_words(utterance)), Style::faint);
    if (const std::uint32_t story = view.story_of_group(group); view.stories().size() > 1 && story != kNone) page.line("story: ", view.stories()[story].title, Style::faint);
    const Rows rows(view, group);
    for (const DriftWording& wording : drift.wordings) write_wording(page, view, drift, wording, rows);
}

}  // namespace

void write_drift_text(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    Page page(out, options);
    if (!write_read(page, view)) return;
    const DriftsFact fact = list_drifts(view, options);
    page.gap();
    if (options.utterance.empty()) page.line("", drifts_in_words(fact), Style::bold);
    if (!fact.drifts.empty()) write_marks_legend(page);
    for (const DriftFact& drift : fact.drifts) write_drift(page, view, drift);
    if (fact.more_drifts == 0) return;
    page.gap();
    page.line("", more_of(fact.more_drifts, "saying"), Style::faint);
}

}  // namespace firsthand::report
