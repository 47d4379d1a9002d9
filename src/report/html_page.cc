// Tested by html_test.cc and the golden files.
#include "report/html_page.h"

#include <algorithm>

#include "report/diff.h"
#include "report/html.h"
#include "report/html_text.h"
#include "report/words.h"

namespace firsthand::report {

void write_page_start(std::string_view heading, std::string_view skip, std::ostream& out) {
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" << style_hash()
        << "'; base-uri 'none'; form-action 'none'\">\n"
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        << "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Firsthand: " << Escaped{heading} << "</title>\n<style>" << style_sheet()
        << "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" << Escaped{skip} << "</a>\n"
        << "<header class=\"masthead\">\n<p class=\"brand\">Firsthand</p>\n<p class=\"motto\">Who said it first, and who only repeats it</p>\n<h1>"
        << Escaped{heading} << "</h1>\n";
}

void write_gaps(const Counts& counts, std::ostream& out) {
    const std::string gaps = gaps_in_words(counts);
    if (gaps.empty()) return;
    out << "<p class=\"gaps\">" << Escaped{gaps};
    if (counts.skipped > 0) out << " (<a href=\"#skipped\">why</a>)";
    out << "</p>\n";
}

void write_look_start(const View& view, std::string_view heading, std::ostream& out) {
    const Counts counts = count_all(view);
    write_page_start(heading, "Skip to the results", out);
    out << "<p class=\"gaps\">" << Escaped{counts_in_words(counts)} << "</p>\n";
    write_gaps(counts, out);
    out << "</header>\n<main id=\"main\">\n";
}

void write_article_name(const View& view, std::uint32_t index, std::ostream& out) {
    const Document& document = view.document(index);
    out << "<b><bdi>" << Escaped{short_name(document)} << "</bdi></b> · " << Escaped{day_of(document.published)};
    out << " · <bdi>" << Escaped{base::squeeze(document.title.empty() ? document.id : document.title)} << "</bdi>";
    if (is_web_address(document.url)) out << " · <a href=\"" << EscapedValue{document.url} << "\" rel=\"noopener noreferrer\">original</a>";
}

namespace {

// One side of the pairs: words that the other side has not, as <del> or <ins>.
void write_side(const std::vector<WordPair>& pairs, std::string_view WordPair::* side, std::string_view tag, std::ostream& out) {
    bool first = true, marked = false;
    const auto close = [&] {
        if (marked) out << "</" << tag << '>';
        marked = false;
    };
    for (const WordPair& pair : pairs) {
        if ((pair.*side).empty()) continue;
        if (pair.is_same()) close();
        if (!first) out << ' ';
        if (!pair.is_same() && !marked) {
            out << '<' << tag << '>';
            marked = true;
        }
        out << Escaped{pair.*side};
        first = false;
    }
    close();
}

}  // namespace

void write_html_beside(const HtmlWording& first, const HtmlWording& second, std::ostream& out) {
    const std::vector<WordPair> pairs = align_words(first.words, second.words);
    const bool alike = std::all_of(pairs.begin(), pairs.end(), [](const WordPair& pair) { return pair.is_same(); });
    out << "<ol class=\"renderings\">\n<li><p class=\"where\">" << (alike ? "word for word in " : "") << first.where;
    if (alike) out << "<br>and " << second.where;
    out << "</p><p class=\"wording\" dir=\"auto\">";
    write_side(pairs, &WordPair::before, "del", out);
    out << "</p></li>\n";
    if (!alike) {
        out << "<li><p class=\"where\">" << second.where << "</p><p class=\"wording\" dir=\"auto\">";
        write_side(pairs, &WordPair::after, "ins", out);
        out << "</p></li>\n";
    }
    out << "</ol>\n";
}

void write_marks_legend(std::ostream& out) {
    out << "<dt><del>left</del> <ins>right</ins></dt><dd>words that only the one on the left, or only the one on the right, has.</dd>\n";
}

void write_skipped_inputs(const std::vector<Skipped>& skipped, std::ostream& out) {
    constexpr std::size_t kSkipped = 200;
    if (skipped.empty()) return;
    out << "<section id=\"skipped\" class=\"skipped\">\n<h2>What was skipped, and why</h2>\n<ul>\n";
    for (std::size_t i = 0; i < skipped.size() && i < kSkipped; ++i)
        out << "<li><code>" << Escaped{skipped[i].path} << "</code> " << Escaped{skipped[i].reason} << "</li>\n";
    if (skipped.size() > kSkipped) out << "<li>… and " << skipped.size() - kSkipped << " more, all of them in the JSON</li>\n";
    out << "</ul>\n</section>\n";
}

void write_legend_start(std::ostream& out) { out << "<footer>\n<h2>How to read this page</h2>\n<dl>\n"; }

void write_page_end(const ReportOptions& options, std::ostream& out) {
    out << "</dl>\n<p>The page shows what the articles say and where they have it from. It does not say what is true.</p>\n<p class=\"program\">"
        << Escaped{options.program} << "</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace firsthand::report
