// Names of people, organisations, places and outlets in one document, and which of them mean the same.
#pragma once

#include <cstdint>
#include <vector>

#include "firsthand/types.h"
#include "lexicon/people.h"

namespace firsthand::extract {

// One place where a name stands.
struct NameMention {
    TokenSpan tokens;                              // without title: "Plant", not "Mr. Plant"
    TokenSpan whole;                               // with its titles and roles in front: "Twitter user MAbiga6"
    EntityId entity = kNobody;
};

struct Names {
    std::vector<NameMention> mentions;             // in order
    std::vector<Entity> entities;                  // id = index + 1, by first mention
    std::vector<lexicon::Gender> genders;          // of the entities
    std::vector<std::uint32_t> mention_at;         // for each token: index + 1 of the mention that covers it, 0 none
};

// A name as the network tagged it.
struct TaggedTokens {
    TokenSpan tokens;
    EntityKind kind = EntityKind::person;
};

// From what was tagged (ordered, disjoint); outlets also by their list.
[[nodiscard]] Names gather_names(const Document& document, const Annotation& annotation, const std::vector<TaggedTokens>& tagged);

}  // namespace firsthand::extract
