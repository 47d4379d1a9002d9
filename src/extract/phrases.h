// The questions that placing asks of words and marks.
#pragma once

#include <string_view>

#include "extract/names.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// A view of one document's tokens with the questions that the rules ask.
class Phrases {
  public:
    Phrases(std::string_view text, const std::vector<Token>& tokens, const Names& names, const std::vector<std::uint32_t>& quotation_of)
        : text_(text), tokens_(tokens), names_(names), quotation_of_(quotation_of) {}

    [[nodiscard]] bool is_mark(std::uint32_t at, std::string_view marks) const;   // one of these one-byte marks
    [[nodiscard]] bool is_dash(std::uint32_t at) const;          // "—", "–", or "-" behind a blank
    [[nodiscard]] bool is_quoted(std::uint32_t at) const { return quotation_of_[at] != 0; }
    [[nodiscard]] bool is_pronoun(std::uint32_t at) const;       // he, she, they, it, I, we, who
    [[nodiscard]] bool is_adverb(std::uint32_t at) const;        // "also", "later", "-ly"
    [[nodiscard]] bool is_name(std::uint32_t at) const { return names_.mention_at[at] != 0; }
    [[nodiscard]] TokenSpan name_at(std::uint32_t at) const { return is_name(at) ? names_.mentions[names_.mention_at[at] - 1].tokens : TokenSpan{}; }
    [[nodiscard]] bool is_preposition(std::uint32_t at) const;
    [[nodiscard]] bool is_determiner(std::uint32_t at) const;
    // "— Mara Quill (@mquill), May 3": who signs what stands before the dash at `at`; empty when nobody does.
    [[nodiscard]] TokenSpan find_signature(std::uint32_t at) const;
    // Can somebody speak here: a name, a pronoun, a role, an unnamed source, an organisation, a document?
    [[nodiscard]] bool can_speak(TokenSpan phrase) const;

  private:
    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Names& names_;
    const std::vector<std::uint32_t>& quotation_of_;
};

}  // namespace firsthand::extract
