// Whom a pronoun, a description or a floating quotation means: everybody who was mentioned around it, with what speaks for each.
//
// A mention-ranking model (Denis & Baldridge 2008): each candidate, and nobody that was mentioned, is a set of features; the weights,
// one row for each kind of question, were learned from labelled attributions (training/mentions.py) and stand in
// antecedent_weights.inc. The best candidate wins.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "extract/source_phrase.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// What may speak for a candidate. The order is that of antecedent_weights.inc.
enum class Feature : std::uint8_t {
    // nobody that was mentioned: a new source, or none
    nobody, nobody_definite, nobody_indefinite, nobody_bare, nobody_possessive, nobody_demonstrative, nobody_another, nobody_several, nobody_long, nobody_aged, nobody_owned, nobody_nested, nobody_first,
    // what the candidate is
    person, organization, place, outlet, document, unnamed_one, unnamed_several,
    same_gender, unknown_gender, other_gender,
    // where it was mentioned last
    same_sentence, sentence_1, sentence_2, sentence_4, sentence_8, further, only_later,
    same_paragraph, previous_paragraph,
    subject, owns, behind_preposition, quoted, by_reference,
    first_fit, second_fit, later_fit, only_fit,
    // what it said so far
    last_speaker, last_speaker_same_paragraph, last_speaker_previous_paragraph, speaker_before_last, spoke_before,
    speaker_around, not_speaker_around, speaker_beside,
    // how much the document is about it
    mentions_1, mentions_2, mentions_4, mentions_8, first_of_kind, most_of_kind, in_title,
    // words that it shares with the description
    called_so, only_one_called_so, head_in_name, same_description, shares_word,
    inside_own_content, owner_of_phrase,
    count
};
inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::count);

struct Candidate {
    EntityId entity = kNobody;                     // kNobody: nobody that was mentioned
    std::bitset<kFeatures> features;
    void note(Feature feature, bool holds = true) { features.set(static_cast<std::size_t>(feature), holds); }
};

// The index of the chosen one of the candidates of a passage; the first candidate is nobody.
using Chooser = std::function<std::size_t(std::size_t passage, Asked asked, std::span<const Candidate> candidates)>;
[[nodiscard]] std::size_t choose_likeliest(std::size_t passage, Asked asked, std::span<const Candidate> candidates);

// A question: where it stands and what is known of its surroundings.
struct Question {
    SourcePhrase phrase;
    std::uint32_t at = 0;                          // token: where the source stands, or the content of a floating quotation
    const std::vector<TokenSpan>* content = nullptr;
    EntityId around = kNobody;                     // who says the content in which this one stands
    EntityId beside = kNobody;                     // who said the last one in the same content
    EntityId relay = kNobody;                      // whom the source told, as its own words say
    TokenSpan to;                                  // the addressee
    bool quoted = false;                           // the source stands in quotation marks
    bool nested = false;
};

// What was said so far in a document: mentions by name stand from the start, others are added as they are understood.
class Discourse {
  public:
    Discourse(const Document& document, const Annotation& annotation, const Names& names);

    [[nodiscard]] bool is_quoted(std::uint32_t token) const { return quoted_[token]; }
    [[nodiscard]] std::vector<Candidate> candidates(const Question& question) const;
    // A pronoun or a description that means an entity; a new entity has `head` as its noun.
    void add_mention(std::uint32_t token, EntityId entity, std::uint32_t head);
    // Who said an attribution that stands in nobody's words.
    void add_speaker(std::uint32_t token, EntityId entity);
    // Whom "who" and "which" mean at a token: the person, the name, that stands before.
    [[nodiscard]] EntityId right_before(std::uint32_t token) const;

  private:
    struct Mention {
        std::uint32_t token = 0;
        EntityId entity = kNobody;
        bool subject = false, owns = false, behind = false, quoted = false, reference = false;
    };
    struct Seen {
        EntityId entity = kNobody;
        const Mention* mention = nullptr;          // the nearest
        bool later = false;
    };

    void note_names(const Document& document);
    void note_calls();
    void call(EntityId entity, std::uint32_t word);
    [[nodiscard]] bool is_called(EntityId entity, std::uint32_t word) const;
    [[nodiscard]] std::vector<Seen> nearest(const Question& question) const;
    [[nodiscard]] Candidate nobody(const Question& question) const;
    [[nodiscard]] Candidate describe(const Question& question, const Seen& seen) const;
    void describe_place(const Question& question, const Seen& seen, Candidate& candidate) const;
    void describe_speaking(const Question& question, EntityId entity, Candidate& candidate) const;
    void describe_words(const Question& question, EntityId entity, Candidate& candidate) const;
    [[nodiscard]] bool fits(const Question& question, EntityId entity) const;
    [[nodiscard]] bool is_barred(const Question& question, EntityId entity) const;
    [[nodiscard]] bool is_another(const Question& question, EntityId entity) const;
    [[nodiscard]] bool is_same_noun(std::uint32_t head, EntityId entity) const;
    [[nodiscard]] bool is_inside(std::uint32_t token, const Question& question) const;

    std::string_view text_;
    const Annotation& annotation_;
    const Names& names_;
    SourcePhrases phrases_;
    std::vector<std::uint32_t> sentence_of_, paragraph_of_;      // of tokens
    std::vector<bool> quoted_;                     // of tokens
    std::vector<Mention> by_name_, by_reference_;  // in order; in the order of understanding
    struct Said {
        std::uint32_t token = 0;
        EntityId entity = kNobody;
    };
    std::vector<Said> speakers_;
    std::vector<std::vector<std::uint32_t>> calls_;              // of named entities: title and apposition words
    std::vector<std::uint32_t> heads_;             // of entities: the noun of the last description, 0 none
    std::vector<std::uint32_t> counts_;            // of entities: mentions by name in the document
    std::vector<bool> in_title_;                   // of named entities
    std::vector<std::vector<std::uint32_t>> words_;              // of named entities: of their names
    std::vector<std::uint32_t> last_reference_;    // of entities: index in by_reference_
    EntityId first_[7] = {}, most_[7] = {};        // by kind
};

}  // namespace firsthand::extract
