#include "base/threads.h"

#include <gtest/gtest.h>

#include <numeric>

namespace firsthand::base {

TEST(Threads, ParallelForVisitsEachIndexOnce) {
    for (const unsigned threads : {1U, 2U, 5U}) {
        std::vector<int> seen(1000, 0);
        parallel_for(seen.size(), threads, [&](std::size_t i) { ++seen[i]; });
        EXPECT_EQ(std::accumulate(seen.begin(), seen.end(), 0), 1000);
        EXPECT_EQ(*std::max_element(seen.begin(), seen.end()), 1);
    }
}

TEST(Threads, PipelineKeepsOrderAndStopsEarly) {
    for (const unsigned threads : {1U, 2U, 5U}) {
        for (const int last : {1000, 137}) {
            int next = 0;
            std::vector<int> out;
            ordered_pipeline(
                threads, [&]() -> std::optional<int> { return next < 1000 ? std::optional(next++) : std::nullopt; }, [](int value) { return value * 2; },
                [&](int value) {
                    out.push_back(value);
                    return static_cast<int>(out.size()) < last;
                });
            ASSERT_EQ(out.size(), static_cast<std::size_t>(last));
            for (int i = 0; i < last; ++i) EXPECT_EQ(out[static_cast<std::size_t>(i)], 2 * i);
        }
    }
}

}  // namespace firsthand::base
