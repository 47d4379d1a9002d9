// Through whom the words of an attribution came: outlets that were told, that quote, or for which the speaker writes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/passing.h"
#include "extract/names.h"
#include "extract/source_phrase.h"
#include "firsthand/types.h"

namespace firsthand::extract {

class RelayFinder {
  public:
    RelayFinder(const Document& document, const Annotation& annotation, const Names& names);

    // Nearest to the article first. Only what its own words say: no carrying over.
    [[nodiscard]] std::vector<EntityId> find(const Passing& passing) const;
    // Said on an occasion of its own: "in a statement", "told reporters", "on Twitter". What was told to an outlet before does not hold for it.
    [[nodiscard]] bool is_new_occasion(const Passing& passing) const;
    // An outlet that bears no name: "a German newspaper", "state television", told or spoken on. Empty: none.
    [[nodiscard]] TokenSpan unnamed_outlet_of(const Passing& passing) const;
    // The document in which a speaker says it: "her resignation letter". Empty: none is named.
    [[nodiscard]] TokenSpan document_of(const Passing& passing) const;
    // The first outlet of a source phrase: "the Page Six source".
    [[nodiscard]] EntityId outlet_in(TokenSpan source) const;
    // "the newspaper": the outlet named last before; nobody for other phrases.
    [[nodiscard]] EntityId the_outlet(TokenSpan phrase) const { return is_the_outlet(phrase) ? outlet_before(phrase.begin) : kNobody; }
    [[nodiscard]] bool is_relay(EntityId entity) const { return entity != kNobody && entity <= may_relay_.size() && may_relay_[entity - 1]; }

  private:
    [[nodiscard]] EntityId outlet_at(std::uint32_t token) const;
    [[nodiscard]] EntityId told_at(std::uint32_t token) const;
    [[nodiscard]] bool is_the_outlet(TokenSpan phrase) const;
    [[nodiscard]] EntityId outlet_before(std::uint32_t token) const;
    void add(EntityId entity, std::vector<EntityId>& found) const;
    void add_told(const Passing& passing, std::vector<EntityId>& found) const;
    void add_article(const Passing& passing, std::vector<EntityId>& found) const;
    void add_adverbials(const Passing& passing, std::vector<EntityId>& found) const;
    void add_desks(TokenSpan source, std::vector<EntityId>& found) const;
    [[nodiscard]] TokenSpan with_desk(const Passing& passing) const;
    [[nodiscard]] TokenSpan title_behind(std::uint32_t at, std::uint32_t end) const;
    [[nodiscard]] bool is_spoken_to(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] bool opens_adverbial(std::uint32_t token, std::uint32_t begin) const;

    std::string_view text_;
    const Annotation& annotation_;
    const Names& names_;
    SourcePhrases phrases_;
    std::vector<bool> may_relay_;                  // of the named entities
};

}  // namespace firsthand::extract
