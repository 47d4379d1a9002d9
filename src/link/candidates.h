// Keys of all documents -> pairs of documents worth comparing. By postings, never all pairs.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::link {

// Which documents of one copy group take part.
enum class Copies : std::uint8_t {
    all,
    one_each,                                      // for each key one document of the group
};

struct CandidateRule {
    std::uint32_t least_shared = 1;                // keys that both have
    float least_share = 0;                         // and this share of the keys of the document that has fewer
    std::uint32_t most_documents = 50;             // a key of more documents is common
    std::uint32_t hubs = 0;                        // a common key pairs each document with this many of its documents; 0: with none
    Copies copies = Copies::all;
};

struct Candidate {
    std::uint32_t a = 0, b = 0;                    // places in the canonical order, a < b
    std::uint32_t shared = 0;                      // keys that both have
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

// Appends the keys of a document; any thread may call it. Keys may repeat.
using KeysOf = std::function<void(std::size_t document, std::vector<std::uint64_t>& keys)>;

// All pairs by the rule, by (a, b). `leaders`: for each document the leader of its copy group; empty: no groups.
// Memory: the postings are made in passes of at most kMostPostings; then the pairs.
[[nodiscard]] std::vector<Candidate> find_candidates(const std::vector<DocumentRow>& documents, const KeysOf& keys_of, const CandidateRule& rule,
                                                     const std::vector<std::uint32_t>& leaders, unsigned threads);

}  // namespace firsthand::link
