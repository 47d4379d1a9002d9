// The table of linkers: what can link two documents, in the order in which they run.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <span>
#include <string_view>
#include <vector>

#include "link/candidates.h"
#include "link/digest.h"
#include "link/link.h"

namespace firsthand::link {

// What compare() found: a place of one document goes with a place of another. Places are what the linker's group() knows.
struct Match {
    std::uint32_t a = 0, b = 0;                    // documents, places in the canonical order
    TokenSpan in_a, in_b;                          // echo: words; utterance: one saying, [index, index + 1)
    std::uint32_t words = 0, same = 0;             // of the longer side; in both
    float score = 0;                               // symmetric
    friend bool operator==(const Match&, const Match&) = default;
};

// Where group() works: the documents, and the groups of the linkers before.
struct LinkContext {
    const std::vector<DocumentRow>& documents;     // canonical order
    const DigestShelf& digests;
    const LoadReading& load;
    unsigned threads = 1;
    std::vector<std::uint32_t> leaders;            // after copies: for each document the leader of its copy group, itself when alone
    std::vector<std::uint32_t> stories;            // after stories: for each document the number of its story
    boost::unordered_flat_map<DocumentKey, std::uint32_t> places;   // of the documents in the canonical order

    [[nodiscard]] std::uint32_t place_of(DocumentKey key) const { return places.at(key); }
};

struct Linker {
    std::string_view name;
    LinkKind kind;
    std::string_view help;
    CandidateRule rule;
    void (*keys)(const Digest& digest, std::vector<std::uint64_t>& keys);              // null: nothing is compared, group() does it all
    void (*compare)(const Digest& a, const Digest& b, std::vector<Match>& matches);    // fills places, words and score; a and b are set for it
    void (*group)(LinkContext& context, std::vector<Match> matches, Linked& linked);   // appends links and groups of its kind
};

[[nodiscard]] std::span<const Linker> linkers();

// Compares pairs of documents on all threads; matches in the order of the pairs.
[[nodiscard]] std::vector<Match> compare_pairs(const LinkContext& context, std::span<const Candidate> pairs,
                                               void (*compare)(const Digest&, const Digest&, std::vector<Match>&));

// copies.cc
void find_copy_keys(const Digest& digest, std::vector<std::uint64_t>& keys);
void compare_copies(const Digest& a, const Digest& b, std::vector<Match>& matches);
void group_copies(LinkContext& context, std::vector<Match> matches, Linked& linked);
// stories.cc
void group_stories(LinkContext& context, std::vector<Match> matches, Linked& linked);
// echoes.cc
void find_echo_keys(const Digest& digest, std::vector<std::uint64_t>& keys);
void compare_echoes(const Digest& a, const Digest& b, std::vector<Match>& matches);
void group_echoes(LinkContext& context, std::vector<Match> matches, Linked& linked);
// utterances.cc
void find_utterance_keys(const Digest& digest, std::vector<std::uint64_t>& keys);
void compare_utterances(const Digest& a, const Digest& b, std::vector<Match>& matches);
void group_utterances(LinkContext& context, std::vector<Match> matches, Linked& linked);
// entities.cc
void group_entities(LinkContext& context, std::vector<Match> matches, Linked& linked);
// claims.cc
void group_claims(LinkContext& context, std::vector<Match> matches, Linked& linked);

}  // namespace firsthand::link
