// A source span -> what stands there: a name, a pronoun, or a description with its head noun.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/names.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Who is looked for where no name stands. One row of weights each (antecedents.h).
enum class Asked : std::uint8_t { he_she, they, it, i, we, whoever, source, person, people, organization, document, thing, floating, unsaid };
inline constexpr std::size_t kAsked = 14;

enum class Determiner : std::uint8_t { none, definite, indefinite, demonstrative, possessive, another, several };

struct SourcePhrase {
    TokenSpan span;                                // without a possessive or a comma at its end
    EntityId named = kNobody;                      // whom it names; else it asks
    std::vector<EntityId> with;                    // who else is named beside: "Nora Quill and Peter Odd"
    EntityId owner = kNobody;                      // whose it is: "a spokesman for Woods", "Woods’ agent"
    std::uint32_t head = kNone;                    // token of the head noun of a description
    bool speaks_for_owner = false;                 // a mouthpiece of a name
    bool owner_in_front = false;                   // "the Odd administration", not "the mayor of Norland"
    bool is_mouthpiece = false;                    // "a spokesman", "the statement"
    Asked asked = Asked::thing;
    Determiner determiner = Determiner::none;
    lexicon::Gender gender = lexicon::Gender::unknown;
};

// Looks at one document's tokens and names.
class SourcePhrases {
  public:
    SourcePhrases(std::string_view text, const std::vector<Token>& tokens, const Names& names) : text_(text), tokens_(tokens), names_(names) {}

    // `source` is not empty.
    [[nodiscard]] SourcePhrase read(TokenSpan source) const;
    // For whom a mouthpiece speaks that bears no name: "for the actress", "company", "her". Empty: it does not say.
    [[nodiscard]] TokenSpan principal_of(const SourcePhrase& mouthpiece) const;
    [[nodiscard]] bool is_possessive(std::uint32_t at) const;    // "'s", or the bare apostrophe of "Woods’"
    [[nodiscard]] Determiner determiner_of(TokenSpan phrase) const { return find_determiner(phrase); }
    [[nodiscard]] bool is_lead(std::uint32_t at) const;          // a word that ends a noun's own words: "filed", "who", "on"
    // "the poll released on Monday" -> "the poll": without what happened to it.
    [[nodiscard]] TokenSpan own_words(const SourcePhrase& phrase) const;
    // The noun phrase that ends right before a token, from its determiner or number on; empty where none begins near.
    [[nodiscard]] TokenSpan phrase_before(std::uint32_t token) const;
    // "hardliners in the Ruritania": within the phrase, articles looked through.
    [[nodiscard]] bool is_behind_preposition(const NameMention& mention, std::uint32_t phrase_begin) const;

  private:
    [[nodiscard]] bool read_pronoun(SourcePhrase& phrase) const;
    [[nodiscard]] EntityId head_name(const SourcePhrase& phrase) const;
    [[nodiscard]] EntityId closing_name(const SourcePhrase& phrase) const;
    [[nodiscard]] EntityId titled_person(TokenSpan span) const;
    [[nodiscard]] EntityId bracketed_name(TokenSpan span) const;
    [[nodiscard]] std::vector<EntityId> names_beside(const SourcePhrase& phrase) const;
    [[nodiscard]] EntityId owner_in(const SourcePhrase& phrase) const;
    [[nodiscard]] std::uint32_t find_head(TokenSpan source) const;
    [[nodiscard]] Determiner find_determiner(TokenSpan source) const;
    [[nodiscard]] const Entity& entity_of(const NameMention& mention) const { return names_.entities[mention.entity - 1]; }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Names& names_;
};

}  // namespace firsthand::extract
