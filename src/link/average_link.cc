// A heap of group pairs over a sparse graph; stale entries are recognised by the groups' versions. Sums are kept as whole
// numbers, so that the order of adding does not matter. Tested by average_link_test.cc against the plain method.
#include "link/average_link.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <tuple>

#include "firsthand/types.h"

namespace firsthand::link {

namespace {

constexpr double kUnit = 1U << 30U;                // a similarity of 1 as a whole number

class AverageLink {
  public:
    AverageLink(std::span<const std::uint32_t> standing, const std::vector<Edge>& edges)
        : group_of_(standing.begin(), standing.end()), sizes_(standing.size(), 0), versions_(standing.size(), 0), stands_(standing.size(), false), sums_(standing.size()) {
        for (std::uint32_t i = 0; i < standing.size(); ++i) {
            stands_[i] = standing[i] == i;
            if (standing[i] == kNone) group_of_[i] = i;
            ++sizes_[group_of_[i]];
        }
        for (const Edge& edge : edges) {
            const auto sum = static_cast<std::int64_t>(std::llround(edge.similarity * kUnit));
            const std::uint32_t a = group_of_[edge.a], b = group_of_[edge.b];
            if (a == b) continue;
            sums_[a][b] += sum;
            sums_[b][a] += sum;
        }
    }

    std::vector<std::uint32_t> join(double threshold) {
        for (std::uint32_t a = 0; a < sums_.size(); ++a)
            for (const auto& [b, sum] : sums_[a])
                if (a < b) offer(a, b, threshold);
        while (!heap_.empty()) {
            const Entry best = heap_.top();
            heap_.pop();
            if (best.version_a == versions_[best.a] && best.version_b == versions_[best.b]) merge(best.a, best.b, threshold);
        }
        for (std::uint32_t i = 0; i < group_of_.size(); ++i) group_of_[i] = group_of_[group_of_[i]];   // smaller ones are settled before
        return group_of_;
    }

  private:
    struct Entry {
        double average = 0;
        std::uint32_t a = 0, b = 0, version_a = 0, version_b = 0;
        bool operator<(const Entry& other) const { return average != other.average ? average < other.average : std::tie(a, b) > std::tie(other.a, other.b); }
    };

    void offer(std::uint32_t a, std::uint32_t b, double threshold) {
        if (stands_[a] && stands_[b]) return;
        if (a > b) std::swap(a, b);
        const double average = static_cast<double>(sums_[a][b]) / kUnit / (static_cast<double>(sizes_[a]) * static_cast<double>(sizes_[b]));
        if (average >= threshold) heap_.push({average, a, b, versions_[a], versions_[b]});
    }

    // b is taken into a, the smaller number.
    void merge(std::uint32_t a, std::uint32_t b, double threshold) {
        sums_[a].erase(b);
        sums_[b].erase(a);
        for (const auto& [other, sum] : sums_[b]) {
            sums_[a][other] += sum;
            sums_[other].erase(b);
            sums_[other][a] += sum;
        }
        sums_[b].clear();
        sizes_[a] += sizes_[b];
        group_of_[b] = a;
        stands_[a] = stands_[a] || stands_[b];
        ++versions_[a];
        versions_[b] = 0xFFFFFFFF;
        for (const auto& [other, sum] : sums_[a]) offer(a, other, threshold);
    }

    std::vector<std::uint32_t> group_of_, sizes_, versions_;
    std::vector<bool> stands_;
    std::vector<std::map<std::uint32_t, std::int64_t>> sums_;
    std::priority_queue<Entry> heap_;
};

}  // namespace

std::vector<std::uint32_t> join_by_average(std::size_t count, const std::vector<Edge>& edges, double threshold) {
    return join_by_average(std::vector<std::uint32_t>(count, kNone), edges, threshold);
}

std::vector<std::uint32_t> join_by_average(std::span<const std::uint32_t> standing, const std::vector<Edge>& edges, double threshold) {
    return AverageLink(standing, edges).join(threshold);
}

}  // namespace firsthand::link
