// View -> `firsthand copies`: which articles print one text, and which have many of their words from others without being copies.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "report/borrowed.h"
#include "report/facts.h"
#include "report/report.h"

namespace firsthand::report {

constexpr unsigned kLeastBorrowed = 30;            // per cent; an article that is no copy is told from here on

struct CopiesFact {
    std::vector<Borrowed> borrowed;                // by document
    std::vector<const SetView*> groups;            // of two articles or more, the largest first
    std::vector<std::uint32_t> borrowers;          // no copies, but kLeastBorrowed or more at most; the largest share first
    std::size_t more_groups = 0, more_borrowers = 0;           // left out by the limit
};
[[nodiscard]] CopiesFact list_copied_texts(const View& view, unsigned limit);

// "2 texts are printed by several articles, 7 in all".
[[nodiscard]] std::string copies_in_words(const CopiesFact& fact);
// "Goes back to Valley Post, 4 March 2031: one text, published 2 hours before the next", or why nobody can tell.
[[nodiscard]] std::string root_in_words(const View& view, const CopyFact& copy);
// "Valley Post 212, The Lantern 12 (2 articles)": who has a borrower's words as well, with how many of them; of several articles
// of one outlet the most.
[[nodiscard]] std::string lenders_in_words(const View& view, const Borrowed& borrowed);

inline constexpr std::string_view kBorrowersHeading = "No copies, but many words of others";
inline constexpr std::string_view kPercentMeaning =
    "Per cent: how many of an article's words are somebody else's, that is, stand in the same order in an article that it has them from or in an agency's text, quotations included. "
    "Of two numbers the first is certain; the second counts also what another article has and no date or credit tells who had it first.";

void write_copies_text(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_copies_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_copies_csv(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_copies_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
