// As a page: a pair of articles with its reason, each passage side by side. Tested by html_test.cc and the golden file echoes.html.
#include <sstream>

#include "report/echoes.h"
#include "report/html_page.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

void write_pair(const View& view, const EchoPair& pair, std::ostream& out) {
    out << "<article class=\"saying pair\">\n<p class=\"count\"><b>" << pair.same << "</b> words</p>\n<div>\n<p class=\"wording\"><bdi>" << Escaped{names_in_words(view, pair)}
        << "</bdi></p>\n<p class=\"credit\">" << count_of(pair.passages.size(), "passage") << "; " << Escaped{reason_in_words(pair)} << "</p>\n";
    const auto name = [&](std::uint32_t document) {
        std::ostringstream words;
        write_article_name(view, document, words);
        return words.str();
    };
    for (const Link* echo : pair.passages) {
        out << "<p class=\"where\">" << Escaped{size_in_words(*echo)} << "</p>\n";
        write_html_beside({name(pair.from), passage_words(view, echo->from)}, {name(pair.to), passage_words(view, echo->to)}, out);
    }
    out << "</div>\n</article>\n";
}

}  // namespace

void write_echoes_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const EchoesFact fact = list_echo_pairs(view, options.limit);
    write_look_start(view, echoes_in_words(fact), out);
    for (const EchoPair& pair : fact.pairs) write_pair(view, pair, out);
    if (fact.more_pairs > 0) out << "<p class=\"more\">" << more_of(fact.more_pairs, "pair") << "</p>\n";
    out << "</main>\n";
    write_skipped_inputs(corpus.skipped, out);
    write_legend_start(out);
    write_marks_legend(out);
    out << "<dt>A ← B</dt><dd>A has it from B, by a credit or by the dates.</dd>\n";
    write_page_end(options, out);
}

}  // namespace firsthand::report
