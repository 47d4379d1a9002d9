// Pairs with a similarity -> groups, by average link.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace firsthand::link {

struct Edge {
    std::uint32_t a = 0, b = 0;                    // a < b, each pair once
    double similarity = 0;
};

// Joins the two groups whose members are most alike on average, again and again, while that average is at least
// `threshold`. A pair without an edge counts as 0. For each of `count` items the smallest item of its group.
[[nodiscard]] std::vector<std::uint32_t> join_by_average(std::size_t count, const std::vector<Edge>& edges, double threshold);

// The same where some groups stand already: `standing` has for each item the smallest item of its group, kNone for an item that
// stands in none. Two standing groups never join.
[[nodiscard]] std::vector<std::uint32_t> join_by_average(std::span<const std::uint32_t> standing, const std::vector<Edge>& edges, double threshold);

}  // namespace firsthand::link
