// View -> `firsthand echoes`: the passages that one article repeats from another, pair by pair.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "report/report.h"
#include "report/view.h"

namespace firsthand::report {

// Two articles with what they share. Where the direction is known `to` has it from `from`.
struct EchoPair {
    std::uint32_t from = 0, to = 0;
    Direction direction = Direction::unknown;
    std::string why;
    bool one_text = false;                         // both print it: a copy group
    std::uint32_t same = 0;                        // words repeated, in all passages
    std::vector<const Link*> passages;             // the longest first
};
struct EchoesFact {
    std::vector<EchoPair> pairs;                   // the most words first
    std::size_t more_pairs = 0;                    // left out by the limit
};
[[nodiscard]] EchoesFact list_echo_pairs(const View& view, unsigned limit);

// "3 pairs of articles share passages".
[[nodiscard]] std::string echoes_in_words(const EchoesFact& fact);
// "The Lantern ← Valley Post", or "The Lantern, Valley Post" where nobody knows who has it from whom.
[[nodiscard]] std::string names_in_words(const View& view, const EchoPair& pair);
// "published 1 day later; both print one text".
[[nodiscard]] std::string reason_in_words(const EchoPair& pair);
// "312 words in 2 passages".
[[nodiscard]] std::string size_in_words(const EchoPair& pair);
// "52 words, 50 of them the same".
[[nodiscard]] std::string size_in_words(const Link& echo);

void write_echoes_text(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_echoes_json(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_echoes_csv(const Corpus& corpus, const ReportOptions& options, std::ostream& out);
void write_echoes_html(const Corpus& corpus, const ReportOptions& options, std::ostream& out);

}  // namespace firsthand::report
