// As a page: an utterance to a section, each other wording beside what it is compared with. Tested by html_test.cc and the golden
// file drift.html.
#include <sstream>

#include "report/drift.h"
#include "report/html_page.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

// "altered in Valley Post · 4 March 2031 · its title; said by Mara Ellin".
void write_member(const View& view, const Group& group, std::uint32_t member, std::string_view form, std::ostream& out) {
    out << "<b>" << form << "</b> in ";
    write_article_name(view, view.index_of(group.members[member].document), out);
    out << "; said by <bdi>" << Escaped{said_by(view, group.members[member])} << "</bdi>";
}

void write_wording(const View& view, const DriftFact& drift, const DriftWording& wording, std::ostream& out) {
    const Group& group = *drift.utterance.group;
    out << "<ul class=\"edits\">\n";
    for (const EditFact& edit : wording.edits)
        out << "<li" << (edit.turns ? " class=\"turns\"" : "") << "><b>" << name_of(edit.edit->kind) << "</b> " << Escaped{edit.words} << "</li>\n";
    out << "</ul>\n";
    std::ostringstream against, here;
    write_article_name(view, view.index_of(group.members[wording.against].document), against);
    for (const std::uint32_t member : wording.members) {
        if (member != wording.members.front()) here << "<br>";
        write_member(view, group, member, form_of(group, member), here);
    }
    write_html_beside({"compared with " + against.str(), quoted_words(view, group.members[wording.against])}, {here.str(), wording.words}, out);
}

void write_drift(const View& view, const DriftFact& drift, std::ostream& out) {
    const Group& group = *drift.utterance.group;
    out << "<article class=\"saying\" id=\"" << EscapedValue{group.id} << "\">\n<p class=\"count\"><b>" << drift.utterance.documents << "</b> "
        << (drift.utterance.documents == 1 ? "article" : "articles") << "</p>\n<div>\n<blockquote dir=\"auto\">"
        << Escaped{in_marks(quoted_words(view, group.members[drift.fullest]))} << "</blockquote>\n<p class=\"credit\"><code>" << Escaped{group.id} << "</code>"
        << Escaped{worth_in_words(drift.utterance)} << "</p>\n";
    for (const DriftWording& wording : drift.wordings) {
        if (wording.against != kNone) {
            write_wording(view, drift, wording, out);
            continue;
        }
        for (const std::uint32_t member : wording.members) {
            out << "<p class=\"where\">";
            write_member(view, group, member, member == drift.fullest ? std::string_view("fullest") : form_of(group, member), out);
            out << "</p>\n";
        }
    }
    out << "</div>\n</article>\n";
}

}  // namespace

void write_drift_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const DriftsFact fact = list_drifts(view, options);
    write_look_start(view, options.utterance.empty() ? drifts_in_words(fact) : "One saying, rendering by rendering", out);
    for (const DriftFact& drift : fact.drifts) write_drift(view, drift, out);
    if (fact.more_drifts > 0) out << "<p class=\"more\">" << more_of(fact.more_drifts, "saying") << "</p>\n";
    out << "</main>\n";
    write_skipped_inputs(corpus.skipped, out);
    write_legend_start(out);
    write_marks_legend(out);
    out << "<dt>fullest</dt><dd>the rendering with the most words; the others are compared with it, or with the one that they are nearest to.</dd>\n"
           "<dt>independent origins</dt><dd>separate ways by which the words came in: at least the first number, at most the second.</dd>\n"
           "<dt>A ← B</dt><dd>A passed on what B said.</dd>\n";
    write_page_end(options, out);
}

}  // namespace firsthand::report
