#include "link/average_link.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <numeric>
#include <set>

#include "firsthand/types.h"

namespace firsthand::link {

namespace {

// The plain method: all pairs of groups again and again.
std::vector<std::uint32_t> join_plainly(std::size_t count, const std::vector<Edge>& edges, double threshold) {
    std::vector<std::uint32_t> group(count);
    std::iota(group.begin(), group.end(), 0U);
    for (;;) {
        double best = -1;
        std::uint32_t best_a = 0, best_b = 0;
        for (std::uint32_t a = 0; a < count; ++a)
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (group[a] != a || group[b] != b) continue;
                double sum = 0;
                for (const Edge& edge : edges)
                    if ((group[edge.a] == a && group[edge.b] == b) || (group[edge.a] == b && group[edge.b] == a)) sum += edge.similarity;
                const auto size = [&](std::uint32_t g) { return static_cast<double>(std::count(group.begin(), group.end(), g)); };
                const double average = sum / (size(a) * size(b));
                if (sum > 0 && average > best) std::tie(best, best_a, best_b) = std::tuple(average, a, b);
            }
        if (best < threshold) return group;
        std::replace(group.begin(), group.end(), best_b, best_a);
    }
}

}  // namespace

RC_GTEST_PROP(AverageLink, EqualsThePlainMethod, ()) {
    const auto count = *rc::gen::inRange<std::uint32_t>(1, 9);
    std::vector<Edge> edges;
    for (std::uint32_t a = 0; a < count; ++a)
        for (std::uint32_t b = a + 1; b < count; ++b)
            if (*rc::gen::inRange(0, 3) > 0) edges.push_back({a, b, static_cast<double>(*rc::gen::inRange(1, 1024)) / 1024.0});
    RC_ASSERT(join_by_average(count, edges, 0.3) == join_plainly(count, edges, 0.3));
}

TEST(AverageLink, StandingGroupsNeverJoin) {
    // 0 and 1 stand together, 2 alone; 3 is most like 2, and 4 like both.
    const std::vector<std::uint32_t> standing{0, 0, 2, kNone, kNone};
    EXPECT_EQ(join_by_average(standing, {{0, 2, 1}, {1, 2, 1}, {2, 3, 0.9}, {0, 4, 0.8}, {1, 4, 0.8}, {2, 4, 0.5}, {3, 4, 0.3}}, 0.3), (std::vector<std::uint32_t>{0, 0, 2, 2, 0}));
    EXPECT_EQ(join_by_average(standing, {{3, 4, 0.9}}, 0.3), (std::vector<std::uint32_t>{0, 0, 2, 3, 3}));
    EXPECT_EQ(join_by_average(standing, {{0, 3, 0.4}}, 0.3), (std::vector<std::uint32_t>{0, 0, 2, 3, 4})) << "on average 0.2";
}

TEST(AverageLink, DoesNotChain) {
    // 0-1-2-3 each like the next one only: two pairs, not one chain.
    EXPECT_EQ(join_by_average(4, {{0, 1, 0.9}, {1, 2, 0.8}, {2, 3, 0.9}}, 0.3), (std::vector<std::uint32_t>{0, 0, 2, 2}));
    EXPECT_TRUE(join_by_average(0, {}, 0.3).empty());
}

}  // namespace firsthand::link
