// The frame of every page: head and masthead, what was skipped, the legend at its foot.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/facts.h"
#include "report/report.h"

namespace firsthand::report {

// Up to the heading; leaves <header> open. `skip` names the link that leads to id "main".
void write_page_start(std::string_view heading, std::string_view skip, std::ostream& out);
// What is not known of the articles; nothing where all is known.
void write_gaps(const Counts& counts, std::ostream& out);
// The whole head of a page that shows one thing: heading, what was read, what is not known of it; opens <main>.
void write_look_start(const View& view, std::string_view heading, std::ostream& out);
// "Valley Post · 4 March 2031 · its title or id · original": an article that does not stand on the page itself.
void write_article_name(const View& view, std::uint32_t document, std::ostream& out);
// Two wordings side by side, as items of a list of renderings; what only one has is marked. `where` is markup and stands above.
struct HtmlWording {
    std::string where, words;
};
void write_html_beside(const HtmlWording& first, const HtmlWording& second, std::ostream& out);
// How the marks of write_html_beside() are to be read.
void write_marks_legend(std::ostream& out);
void write_skipped_inputs(const std::vector<Skipped>& skipped, std::ostream& out);
// How to read the page: begins a list of <dt> and <dd>, which write_page_end() ends with the page.
void write_legend_start(std::ostream& out);
void write_page_end(const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
