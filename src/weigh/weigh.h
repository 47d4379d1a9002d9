// Groups -> independent origins with their reasons, relays, positions.
//
// To add a question: one file weigh/<question>.cc and a line in weigh.cc.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::weigh {

using LoadReading = std::function<std::shared_ptr<const Reading>(DocumentKey)>;

// What there is to weigh. Everything by kind, as the store hands it back.
struct Evidence {
    const std::vector<DocumentRow>& documents;     // canonical order
    const std::vector<Group>& copies;
    const std::vector<Group>& stories;
    const std::vector<Group>& entities;
    const std::vector<Group>& utterances;
    const std::vector<Group>& claims;
    const std::vector<Link>& echoes;
    LoadReading load;
};

// One assessment for each group, in the order of the groups.
[[nodiscard]] std::vector<Assessment> weigh_stories(const Evidence& evidence);
[[nodiscard]] std::vector<Assessment> weigh_utterances(const Evidence& evidence);
// `utterances`: what weigh_utterances() gave for the same evidence.
[[nodiscard]] std::vector<Assessment> weigh_claims(const Evidence& evidence, const std::vector<Assessment>& utterances);

}  // namespace firsthand::weigh
