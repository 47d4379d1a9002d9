// Two runs of words -> where they say the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "firsthand/types.h"
#include "link/digest.h"

namespace firsthand::link {

// Equal words: [a, a + length) and [b, b + length).
struct Block {
    std::uint32_t a = 0, b = 0, length = 0;
    friend bool operator==(const Block&, const Block&) = default;
    friend auto operator<=>(const Block&, const Block&) = default;
};

// Calls visit(of_a, of_b) for each hash that both have, with all that bear it. Both sorted by their member `hash`.
template <typename Hashed, typename Visit>
void join_by_hash(std::span<const Hashed> a, std::span<const Hashed> b, Visit visit) {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].hash != b[j].hash) {
            ++(a[i].hash < b[j].hash ? i : j);
            continue;
        }
        std::size_t i_end = i, j_end = j;
        while (i_end < a.size() && a[i_end].hash == a[i].hash) ++i_end;
        while (j_end < b.size() && b[j_end].hash == b[j].hash) ++j_end;
        visit(a.subspan(i, i_end - i), b.subspan(j, j_end - j));
        i = i_end;
        j = j_end;
    }
}

// A longest common subsequence as maximal blocks, in order. Needs time and memory for a.size() × b.size(): for short runs.
[[nodiscard]] std::vector<Block> align_words(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// A passage of one text that repeats a passage of the other.
struct Overlap {
    TokenSpan in_a, in_b;                          // words
    std::uint32_t same = 0;                        // words that stand in both, in order
    friend bool operator==(const Overlap&, const Overlap&) = default;
};

struct OverlapOptions {
    std::uint32_t least_same = 8;
    float least_share = 0.7F;                      // of the longer side
    std::uint32_t most_gap = 8;                    // words between two equal runs, on either side
    std::size_t most_overlaps = 200;               // the longest are kept
};

// All repeated passages, by place in a. Words are equal runs grown from shared fingerprints (sorted by hash), chained in
// order over small gaps. Linear but for the sorting: a text of millions of words is no trouble.
[[nodiscard]] std::vector<Overlap> find_overlaps(std::span<const std::uint32_t> a, std::span<const Fingerprint> fingerprints_a, std::span<const std::uint32_t> b,
                                                 std::span<const Fingerprint> fingerprints_b, const OverlapOptions& options = {});

}  // namespace firsthand::link
