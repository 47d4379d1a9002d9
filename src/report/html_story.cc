// One story of the page: its facts, the words that stand in several articles, who is quoted through whom, who prints one text,
// and why the number of independent origins is what it is. Tested by html_test.cc and the golden file report.html.
#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "report/diff.h"
#include "report/html.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kVoices = 15, kEdits = 8, kReasons = 8, kClaims = 8, kPositions = 12;

// The outlet, as a link to the place in its article when that is on the page.
void write_place(const PagePlan& plan, std::uint32_t document, std::uint32_t attribution, std::ostream& out) {
    const std::string name = short_name(plan.view.document(document));
    if (!plan.documents[document]) {
        out << "<bdi>" << Escaped{name} << "</bdi>";
        return;
    }
    out << "<a href=\"#d" << document + 1;
    if (attribution != kNone) out << "-q" << attribution + 1;
    out << "\"><bdi>" << Escaped{name} << "</bdi></a>";
}

void write_places(const PagePlan& plan, const Group& group, const std::vector<std::uint32_t>& members, std::ostream& out) {
    bool first = true;
    for (const std::uint32_t member : members) {
        const std::uint32_t document = plan.view.index_of(group.members[member].document);
        if (document == kNone) continue;
        if (!first) out << ", ";
        write_place(plan, document, group.members[member].item, out);
        first = false;
    }
}

void write_documents(const PagePlan& plan, const std::vector<std::uint32_t>& documents, std::ostream& out) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i > 0) out << ", ";
        write_place(plan, documents[i], kNone, out);
    }
}

void write_reasons(const std::vector<std::string>& reasons, std::ostream& out) {
    if (reasons.empty()) return;
    const auto write = [&](std::size_t begin, std::size_t end) {
        out << "<ul>\n";
        for (std::size_t i = begin; i < end; ++i) out << "<li>" << Escaped{reasons[i]} << "</li>\n";
        out << "</ul>\n";
    };
    write(0, std::min(reasons.size(), kReasons));
    if (reasons.size() <= kReasons) return;
    out << "<details><summary>" << more_of(reasons.size() - kReasons, "reason") << "</summary>\n";
    write(kReasons, reasons.size());
    out << "</details>\n";
}

void write_origins(const View& view, const StoryView& story, std::ostream& out) {
    if (story.weight == nullptr || story.weight->independent.high == 0 || story.documents.size() == 1) return;
    constexpr std::uint32_t kDots = 12;
    const Interval& independent = story.weight->independent;
    out << "<section class=\"origins\">\n<h3>Independent origins: " << range_of(independent) << "</h3>\n";
    if (independent.high <= kDots) {
        out << "<p class=\"dots\" aria-hidden=\"true\">";
        for (std::uint32_t i = 0; i < independent.high; ++i) out << (i < independent.low ? "●" : "○");
        out << "</p>\n";
    }
    write_reasons(independent.why, out);
    if (const std::string relays = relays_in_words(view, story.weight); !relays.empty())
        out << "<p class=\"relays\">Passed on by: <bdi>" << Escaped{relays} << "</bdi></p>\n";
    out << "</section>\n";
}

void write_difference(const std::string& before, const std::string& after, std::ostream& out) {
    bool first = true;
    for (const DiffPiece& piece : diff_words(before, after)) {
        if (!first) out << ' ';
        first = false;
        switch (piece.change) {
            case Change::same: out << Escaped{piece.words}; break;
            case Change::removed: out << "<del>" << Escaped{piece.words} << "</del>"; break;
            case Change::added: out << "<ins>" << Escaped{piece.words} << "</ins>"; break;
        }
    }
}

void write_renderings(const PagePlan& plan, const UtteranceFact& fact, std::ostream& out) {
    out << "<ol class=\"renderings\">\n";
    for (std::size_t i = 0; i < fact.renderings.size(); ++i) {
        const Rendering& rendering = fact.renderings[i];
        out << "<li><p class=\"where\">" << (i == 0 ? "" : fmt::format("<b>{}</b> in ", name_of(rendering.form)));
        write_places(plan, *fact.group, rendering.members, out);
        out << "</p><p class=\"wording\" dir=\"auto\">“";
        if (i == 0) {
            out << Escaped{rendering.words};
        } else {
            write_difference(fact.renderings.front().words, rendering.words, out);
        }
        out << "”</p></li>\n";
    }
    out << "</ol>\n";
}

void write_edits(const PagePlan& plan, const UtteranceFact& fact, std::ostream& out) {
    if (fact.edits.empty()) return;
    out << "<ul class=\"edits\">\n";
    for (std::size_t i = 0; i < fact.edits.size() && i < kEdits; ++i) {
        const EditFact& edit = fact.edits[i];
        out << "<li" << (edit.turns ? " class=\"turns\"" : "") << "><b>" << name_of(edit.edit->kind) << "</b> " << Escaped{edit.words};
        if (!edit.documents.empty()) {
            out << " in ";
            write_documents(plan, edit.documents, out);
        }
        out << "</li>\n";
    }
    if (fact.edits.size() > kEdits) out << "<li>" << more_of(fact.edits.size() - kEdits, "change") << "</li>\n";
    out << "</ul>\n";
}

void write_saying(const PagePlan& plan, std::size_t index, std::ostream& out) {
    const UtteranceFact& fact = plan.sayings[index];
    out << "<article class=\"saying\" id=\"u" << index + 1 << "\">\n<p class=\"count\"><b>" << fact.documents << "</b> articles</p>\n<div>\n";
    if (fact.renderings.size() > 1) {
        write_renderings(plan, fact, out);
    } else {
        out << "<blockquote dir=\"auto\">" << Escaped{in_marks(fact.words)} << "</blockquote>\n<p class=\"where\">word for word in ";
        if (!fact.renderings.empty()) write_places(plan, *fact.group, fact.renderings.front().members, out);
        out << "</p>\n";
    }
    out << "<p class=\"credit\">";
    for (std::size_t i = 0; i < fact.chains.size(); ++i) {
        out << (i == 0 ? "" : "; ") << "<bdi>" << Escaped{fact.chains[i].chain} << "</bdi>";
        if (fact.chains.size() == 1) continue;
        out << " <span class=\"in\">(in ";
        write_documents(plan, fact.chains[i].documents, out);
        out << ")</span>";
    }
    out << worth_in_words(fact) << "</p>\n";
    write_edits(plan, fact, out);
    if (fact.weight != nullptr && !fact.weight->independent.why.empty()) {
        out << "<details><summary>Why " << range_of(fact.weight->independent) << "</summary>\n";
        write_reasons(fact.weight->independent.why, out);
        out << "</details>\n";
    }
    out << "</div>\n</article>\n";
}

void write_sayings(const PagePlan& plan, std::size_t story, std::ostream& out) {
    const std::size_t begin = plan.first_saying[story], end = plan.first_saying[story + 1];
    if (begin == end) return;
    out << "<section class=\"sayings\">\n<h3>Said in several articles</h3>\n";
    for (std::size_t i = begin; i < end; ++i) write_saying(plan, i, out);
    if (plan.hidden_sayings[story] > 0) out << "<p class=\"more\">" << more_of(plan.hidden_sayings[story], "saying") << "</p>\n";
    out << "</section>\n";
}

void write_voices(const PagePlan& plan, const StoryView& story, std::ostream& out) {
    const std::vector<Voice> voices = list_voices(plan.view, story);
    if (voices.empty()) return;
    out << "<section class=\"voices\">\n<h3>Who is quoted, and through whom</h3>\n<table>\n"
           "<thead><tr><th scope=\"col\">Through ← who</th><th scope=\"col\">Articles</th><th scope=\"col\">For example</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < voices.size() && i < kVoices; ++i) {
        const Voice& voice = voices[i];
        out << "<tr><th scope=\"row\"><bdi>" << Escaped{voice.chain} << "</bdi></th><td>" << voice.documents.size() << "</td><td dir=\"auto\">"
            << Escaped{in_marks(base::shorten(rendering_words(plan.view, voice.sample), 120))} << " ";
        write_place(plan, voice.documents.front(), voice.sample.item, out);
        out << "</td></tr>\n";
    }
    out << "</tbody>\n</table>\n";
    if (voices.size() > kVoices) out << "<p class=\"more\">… and " << voices.size() - kVoices << " more</p>\n";
    out << "</section>\n";
}

void write_copies(const PagePlan& plan, const StoryView& story, std::ostream& out) {
    const std::vector<CopyFact> copies = list_copies(plan.view, story);
    if (copies.empty()) return;
    out << "<section class=\"copies\">\n<h3>One text, printed by several</h3>\n<ul>\n";
    for (const CopyFact& copy : copies) {
        out << "<li><b>" << Escaped{copy_in_words(copy)} << ":</b> ";
        write_documents(plan, copy.documents, out);
        if (!copy.why.empty()) out << ". <span class=\"why\">" << Escaped{copy.why} << "</span>";
        out << "</li>\n";
    }
    out << "</ul>\n</section>\n";
}

// "Mara Ellin denies it in Valley Post, Eastmoor Gazette": one line for a holder and a stance.
void write_positions(const PagePlan& plan, const Assessment& weight, std::ostream& out) {
    struct Line {
        std::string holder;
        Stance stance;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> places;           // document, attribution; each document once
    };
    std::vector<Line> lines;
    for (const Position& position : weight.positions) {
        const std::uint32_t document = plan.view.index_of(position.document);
        if (document == kNone) continue;
        const std::string holder = name_in_words(plan.view, plan.view.entity_id(document, position.holder));
        auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.holder == holder && one.stance == position.stance; });
        if (line == lines.end()) line = lines.insert(lines.end(), {holder, position.stance, {}});
        const auto is_here = [&](const auto& place) { return place.first == document; };
        if (std::none_of(line->places.begin(), line->places.end(), is_here)) line->places.emplace_back(document, position.attribution);
    }
    out << "<ul>\n";
    for (std::size_t i = 0; i < lines.size() && i < kPositions; ++i) {
        out << "<li><bdi>" << Escaped{lines[i].holder} << "</bdi> <b>" << name_of(lines[i].stance) << "</b> it in ";
        for (std::size_t k = 0; k < lines[i].places.size(); ++k) {
            if (k > 0) out << ", ";
            write_place(plan, lines[i].places[k].first, lines[i].places[k].second, out);
        }
        out << "</li>\n";
    }
    if (lines.size() > kPositions) out << "<li>" << more_of(lines.size() - kPositions, "position") << "</li>\n";
    out << "</ul>\n";
}

void write_claims(const PagePlan& plan, const StoryView& story, std::ostream& out) {
    std::size_t shown = 0;
    for (const Group* claim : story.claims) {
        const Assessment* weight = plan.view.weight(*claim);
        if (weight == nullptr || weight->denying.high == 0 || shown++ >= kClaims) continue;   // the others stand among the sayings
        if (shown == 1) out << "<section class=\"claims\">\n<h3>Denied</h3>\n";
        out << "<article class=\"claim\"><h4 dir=\"auto\">" << Escaped{in_marks(statement_words(*claim))} << "</h4>\n<p><b>" << status_of(*weight)
            << "</b> · origins for it " << range_of(weight->supporting) << " · against it " << range_of(weight->denying) << "</p>\n";
        write_positions(plan, *weight, out);
        out << "</article>\n";
    }
    if (shown > kClaims) out << "<p class=\"more\">" << more_of(shown - kClaims, "claim") << "</p>\n";
    if (shown > 0) out << "</section>\n";
}

}  // namespace

void write_html_story(const PagePlan& plan, std::size_t story, std::ostream& out) {
    const StoryView& view = *plan.stories[story];
    out << "<section class=\"story\" id=\"s" << story + 1 << "\">\n<header>\n<h2 dir=\"auto\">" << Escaped{view.title} << "</h2>\n<p class=\"facts\">"
        << Escaped{story_in_words(plan.view, view)} << "</p>\n<p class=\"days\">" << Escaped{days_of(plan.view, view.documents)};
    const Counts counts = count_story(plan.view, view);
    if (counts.undated > 0 && counts.undated < counts.articles) out << " · " << counts.undated << " undated";
    if (counts.without_outlet == counts.articles) {
        out << " · no outlet given";
    } else if (counts.without_outlet > 0) {
        out << " · " << counts.without_outlet << " without an outlet";
    }
    out << "</p>\n</header>\n<div class=\"evidence\">\n";
    std::ostringstream said;
    write_sayings(plan, story, said);
    write_claims(plan, view, said);
    if (!said.view().empty()) out << "<div class=\"said\">\n" << said.view() << "</div>\n";
    out << "<div class=\"ledger\">\n";
    write_origins(plan.view, view, out);
    write_copies(plan, view, out);
    write_voices(plan, view, out);
    out << "</div>\n</div>\n";
    write_html_articles(plan, view, out);
    out << "</section>\n";
}

}  // namespace firsthand::report
