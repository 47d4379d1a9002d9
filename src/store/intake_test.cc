#include "store/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/hash.h"

namespace firsthand::store {
namespace {

Reading reading(std::string id, std::string path, std::string text) {
    Reading r;
    r.document.id = std::move(id);
    r.document.path = std::move(path);
    r.document.text = std::move(text);
    r.key = base::hash_bytes(r.document.id);
    return r;
}

TEST(Intake, SettlesSharedIdsWhateverTheOrder) {
    std::vector<Reading> readings = {reading("a", "1.txt", "one"), reading("a", "2.txt", "one"), reading("a", "3.txt", "another"), reading("b", "4.txt", "one")};
    std::sort(readings.begin(), readings.end(), [](const Reading& x, const Reading& y) { return x.document.path < y.document.path; });
    do {
        auto store = Store::open_temporary();
        ASSERT_TRUE(store);
        Intake intake(*store);
        for (const Reading& r : readings) ASSERT_TRUE(intake.add(r));
        std::vector<Skipped> skipped;
        ASSERT_TRUE(intake.settle(skipped));
        EXPECT_THAT(skipped, testing::ElementsAre(Skipped{"2.txt", "the same id and text as 1.txt"}));
        const auto rows = store->documents();
        ASSERT_TRUE(rows);
        ASSERT_EQ(rows->size(), 3U);
        EXPECT_EQ(store->reading(base::hash_bytes("a"))->document.path, "3.txt");   // "another" before "one"
        EXPECT_EQ(store->reading(base::hash_bytes("a#2"))->document.path, "1.txt");
        EXPECT_EQ(store->reading(base::hash_bytes("b"))->document.path, "4.txt");
    } while (std::next_permutation(readings.begin(), readings.end(), [](const Reading& x, const Reading& y) { return x.document.path < y.document.path; }));
}

}  // namespace
}  // namespace firsthand::store
