// As a page: a table for each text, then the articles that owe much to others. Tested by html_test.cc and the golden file copies.html.
#include "report/copies.h"
#include "report/html_page.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

enum class Lenders { hidden, shown };

void write_table(const View& view, const CopiesFact& fact, const std::vector<std::uint32_t>& documents, Lenders lenders, std::ostream& out) {
    out << "<table class=\"copied\">\n<thead><tr><th scope=\"col\">Article</th><th scope=\"col\">Somebody else’s</th><th scope=\"col\">Words</th>"
        << (lenders == Lenders::shown ? "<th scope=\"col\">Words also in</th>" : "") << "</tr></thead>\n<tbody>\n";
    for (const std::uint32_t document : documents) {
        const Borrowed& borrowed = fact.borrowed[document];
        out << "<tr><th scope=\"row\">";
        write_article_name(view, document, out);
        out << "</th><td>" << percent_in_words(borrowed) << "</td><td>" << count_of(view.words(document), "word") << "</td>";
        if (lenders == Lenders::shown) out << "<td><bdi>" << Escaped{lenders_in_words(view, borrowed)} << "</bdi></td>";
        out << "</tr>\n";
    }
    out << "</tbody>\n</table>\n";
}

void write_group(const View& view, const CopiesFact& fact, const SetView& group, std::ostream& out) {
    const CopyFact copy = describe_copy(view, group);
    const Document& first = view.document(copy.root == kNone ? group.documents.front() : copy.root);
    out << "<article class=\"saying\">\n<p class=\"count\"><b>" << group.documents.size() << "</b> articles</p>\n<div>\n<p class=\"wording\" dir=\"auto\">"
        << Escaped{base::squeeze(first.title.empty() ? first.id : first.title)} << "</p>\n<p class=\"credit\">" << Escaped{copy_in_words(copy)} << ". <bdi>"
        << Escaped{root_in_words(view, copy)} << "</bdi></p>\n";
    write_table(view, fact, group.documents, Lenders::hidden, out);
    out << "</div>\n</article>\n";
}

}  // namespace

void write_copies_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    const CopiesFact fact = list_copied_texts(view, options.limit);
    write_look_start(view, copies_in_words(fact), out);
    for (const SetView* group : fact.groups) write_group(view, fact, *group, out);
    if (fact.more_groups > 0) out << "<p class=\"more\">" << more_of(fact.more_groups, "text") << "</p>\n";
    if (!fact.borrowers.empty()) {
        out << "<section class=\"story\">\n<h2>" << kBorrowersHeading << "</h2>\n";
        write_table(view, fact, fact.borrowers, Lenders::shown, out);
        if (fact.more_borrowers > 0) out << "<p class=\"more\">" << more_of(fact.more_borrowers, "article") << "</p>\n";
        out << "</section>\n";
    }
    out << "</main>\n";
    write_skipped_inputs(corpus.skipped, out);
    write_legend_start(out);
    out << "<dt>somebody else’s</dt><dd>" << kPercentMeaning << "</dd>\n<dt>words also in</dt><dd>articles that have the same words, and how many of them.</dd>\n";
    write_page_end(options, out);
}

}  // namespace firsthand::report
