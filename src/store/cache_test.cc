#include "store/cache.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace firsthand::store {
namespace {

std::shared_ptr<const Reading> make_reading(DocumentKey key, std::size_t size) {
    Reading reading;
    reading.key = key;
    reading.document.text = std::string(size, 'x');
    return std::make_shared<const Reading>(std::move(reading));
}

TEST(Cache, FindsWhatItKeeps) {
    Cache cache(1U << 20U);
    EXPECT_EQ(cache.find(1), nullptr);
    const auto kept = cache.keep(1, make_reading(1, 100));
    EXPECT_EQ(cache.find(1), kept);
    EXPECT_EQ(cache.keep(1, make_reading(1, 100)), kept) << "the first one stays";
}

TEST(Cache, StaysBelowItsBytesAndLetsGoOfTheOldest) {
    constexpr std::uint64_t kMost = 1U << 20U;
    Cache cache(kMost);
    cache.keep(0, make_reading(0, 1000));
    for (DocumentKey key = 1; key < 5000; ++key) {
        cache.keep(key, make_reading(key, 1000));
        ASSERT_NE(cache.find(0), nullptr) << "used all the time: " << key;
        ASSERT_LE(cache.bytes(), kMost);
    }
    EXPECT_GT(cache.bytes(), kMost / 2);
    EXPECT_EQ(cache.find(1), nullptr);
    EXPECT_NE(cache.find(4999), nullptr);
}

TEST(Cache, LetsGoOfEverything) {
    Cache cache(1U << 20U);
    const auto held = cache.keep(1, make_reading(1, 100));
    cache.clear();
    EXPECT_EQ(cache.find(1), nullptr);
    EXPECT_EQ(cache.bytes(), 0U);
    EXPECT_EQ(held->document.text.size(), 100U);
}

TEST(Cache, HandsBackWhatIsTooLargeToKeep) {
    Cache cache(1U << 10U);
    cache.keep(2, make_reading(2, 1));
    EXPECT_NE(cache.keep(1, make_reading(1, 100000)), nullptr);
    EXPECT_EQ(cache.find(1), nullptr);
}

TEST(Cache, CountsWhatStringsAndListsHold) {
    Reading reading;
    reading.annotation.tokens.resize(1000);
    reading.document.text = std::string(5000, 'x');
    EXPECT_GE(count_bytes(reading), sizeof reading + 1000 * sizeof(Token) + 5000);
}

TEST(Cache, ServesManyThreads) {
    Cache cache(1U << 16U);
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < 4; ++t)
        threads.emplace_back([&cache, t] {
            for (unsigned i = 0; i < 2000; ++i) {
                const DocumentKey key = (i * 7 + t) % 100;
                auto found = cache.find(key);
                if (!found) found = cache.keep(key, make_reading(key, 500));
                ASSERT_EQ(found->key, key);
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_LE(cache.bytes(), 1U << 16U);
}

}  // namespace
}  // namespace firsthand::store
