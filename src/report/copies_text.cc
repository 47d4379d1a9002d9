// On the terminal: a table for each text, then the articles that owe much to others. Tested by copies_test.cc and the golden file
// copies.txt.
#include <algorithm>

#include <fmt/format.h>

#include "report/columns.h"
#include "report/copies.h"
#include "report/summary.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kLeastTitle = 48;            // columns; where fewer are left, the title has a line of its own

// An article to a row: share, name, date, words, title.
class Rows {
  public:
    Rows(const View& view, const CopiesFact& fact, const std::vector<std::uint32_t>& documents) : view_(view), fact_(fact) {
        for (const std::uint32_t index : documents) {
            percent_ = std::max(percent_, display_width(percent_in_words(fact.borrowed[index])));
            words_ = std::max(words_, count_of(view.words(index), "word").size());
            name_ = std::max(name_, display_width(short_name(view.document(index))));
            date_ = std::max(date_, display_width(day_of(view.document(index).published)));
        }
    }
    void write(Page& page, std::uint32_t index) const {
        const Document& document = view_.document(index);
        const std::string percent = percent_in_words(fact_.borrowed[index]), title = document.title.empty() ? document.id : document.title;
        const std::string lead(2 + percent_ - display_width(percent), ' ');
        std::vector<Page::Cell> cells{{percent, display_width(percent), Style::bold},
                                      {short_name(document), std::min(name_, page.width() / 3), Style::plain},
                                      {day_of(document.published), date_, Style::faint},
                                      {count_of(view_.words(index), "word"), words_, Style::faint}};
        const bool is_wide = 2 + percent_ + name_ + date_ + words_ + kLeastTitle < page.width();
        if (is_wide) cells.push_back({title, 0, Style::plain});
        page.row(lead, cells);
        if (!is_wide) page.line(std::string(4 + percent_, ' '), title, Style::faint);
    }

  private:
    const View& view_;
    const CopiesFact& fact_;
    std::size_t percent_ = 0, words_ = 0, name_ = 0, date_ = 0;
};

void write_group(Page& page, const View& view, const CopiesFact& fact, const SetView& group) {
    const CopyFact copy = describe_copy(view, group);
    page.gap();
    page.line("", copy_in_words(copy), Style::bold);
    page.line("", root_in_words(view, copy), Style::accent);
    const Rows rows(view, fact, group.documents);
    for (const std::uint32_t document : group.documents) rows.write(page, document);
}

void write_borrowers(Page& page, const View& view, const CopiesFact& fact) {
    if (fact.borrowers.empty()) return;
    page.gap();
    page.line("", fmt::format("{}: {} with {} % or more", kBorrowersHeading, count_of(fact.borrowers.size() + fact.more_borrowers, "article"), kLeastBorrowed), Style::bold);
    const Rows rows(view, fact, fact.borrowers);
    for (const std::uint32_t document : fact.borrowers) {
        rows.write(page, document);
        if (!fact.borrowed[document].from.empty()) page.line("      words also in: ", lenders_in_words(view, fact.borrowed[document]), Style::accent);
    }
    if (fact.more_borrowers > 0) page.line("  ", more_of(fact.more_borrowers, "article"), Style::faint);
}

}  // namespace

void write_copies_text(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    Page page(out, options);
    if (!write_read(page, view)) return;
    const CopiesFact fact = list_copied_texts(view, options.limit);
    page.gap();
    page.line("", copies_in_words(fact), Style::bold);
    if (!fact.groups.empty() || !fact.borrowers.empty()) page.line("", kPercentMeaning, Style::faint);
    for (const SetView* group : fact.groups) write_group(page, view, fact, *group);
    if (fact.more_groups > 0) page.line("", more_of(fact.more_groups, "text"), Style::faint);
    write_borrowers(page, view, fact);
}

}  // namespace firsthand::report
