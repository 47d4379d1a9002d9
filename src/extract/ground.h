// Annotation -> the ground that attributions stand on: which quotation each token is in, and sentences that end in none.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/phrases.h"
#include "firsthand/types.h"

namespace firsthand::extract {

class Ground {
  public:
    Ground(const Document& document, const Annotation& annotation, const Names& names);
    Ground(const Ground&) = delete;                // phrases look at the vectors beside them
    Ground& operator=(const Ground&) = delete;

    const Annotation& annotation;
    std::vector<std::uint32_t> quotation_of;       // for each token: index + 1 of its outermost quotation
    Phrases phrases;
    std::vector<TokenSpan> sentences;              // of the article: none ends inside a quotation
    std::vector<std::uint32_t> paragraph_of;       // of sentences

    // With the marks, where there are some.
    [[nodiscard]] std::uint32_t first_token(std::uint32_t quotation) const;
    [[nodiscard]] std::uint32_t end_token(std::uint32_t quotation) const;
    [[nodiscard]] TokenSpan with_marks(std::uint32_t quotation) const { return {first_token(quotation), end_token(quotation)}; }
    // Never half a quotation: grows over the marks of those that it ends in.
    [[nodiscard]] TokenSpan whole_quotations(TokenSpan span) const;
    // Direct when every word is quoted, indirect when none is.
    [[nodiscard]] Speech speech_of(const std::vector<TokenSpan>& content) const;
    [[nodiscard]] bool is_possessive(std::uint32_t at) const;   // "'s"
    // “Jail pt 2”, “No Child Left Behind”: capitals throughout and no stop, or a word like "song" before it.
    [[nodiscard]] bool is_title_of_work(std::uint32_t quotation) const;
    [[nodiscard]] std::uint32_t count_words(TokenSpan span) const;

  private:
    [[nodiscard]] bool inside_one_quotation(std::uint32_t at) const;
    [[nodiscard]] bool cue_follows_question(TokenSpan next) const;

    std::string_view text_;
};

}  // namespace firsthand::extract
