// On the terminal: a pair of articles with its reason, then each passage side by side. Tested by echoes_test.cc and the golden
// file echoes.txt.
#include <algorithm>

#include <fmt/format.h>

#include "report/beside.h"
#include "report/echoes.h"
#include "report/summary.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

void write_articles(Page& page, const View& view, const EchoPair& pair) {
    std::size_t name = 0, date = 0;
    for (const std::uint32_t index : {pair.from, pair.to}) {
        name = std::max(name, display_width(short_name(view.document(index))));
        date = std::max(date, display_width(day_of(view.document(index).published)));
    }
    for (const std::uint32_t index : {pair.from, pair.to}) {
        const Document& document = view.document(index);
        page.row("  ", {{short_name(document), std::min(name, page.width() / 3), Style::plain},
                        {day_of(document.published), date, Style::faint},
                        {document.title.empty() ? document.id : document.title, 0, Style::plain}}, Page::Last::wrap);
    }
}

void write_pair(Page& page, const View& view, const EchoPair& pair) {
    page.gap();
    page.line("", fmt::format("{}: {}", names_in_words(view, pair), size_in_words(pair)), Style::bold);
    page.line("", reason_in_words(pair), Style::accent);
    write_articles(page, view, pair);
    for (const Link* echo : pair.passages) {
        page.line("  - ", size_in_words(*echo), Style::faint);
        write_beside(page, "    ", {short_name(view.document(pair.from)), passage_words(view, echo->from)},
                     {short_name(view.document(pair.to)), passage_words(view, echo->to)});
    }
}

}  // namespace

void write_echoes_text(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    Page page(out, options);
    if (!write_read(page, view)) return;
    const EchoesFact fact = list_echo_pairs(view, options.limit);
    page.gap();
    page.line("", echoes_in_words(fact), Style::bold);
    if (fact.pairs.empty()) return;
    page.line("", "A ← B: A has it from B, by a credit or by the dates.", Style::faint);
    write_marks_legend(page);
    page.line("", "Long stretches that are alike are shortened here, not in --html and --csv.", Style::faint);
    for (const EchoPair& pair : fact.pairs) write_pair(page, view, pair);
    if (fact.more_pairs == 0) return;
    page.gap();
    page.line("", more_of(fact.more_pairs, "pair"), Style::faint);
}

}  // namespace firsthand::report
