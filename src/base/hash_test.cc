#include "base/hash.h"

#include <gtest/gtest.h>

namespace firsthand::base {

TEST(Hash, WordsAreNeverZeroAndDiffer) {
    EXPECT_NE(hash_word(""), 0U);
    EXPECT_NE(hash_word("said"), hash_word("says"));
    EXPECT_EQ(hash_word("said"), hash_word("said"));
}

TEST(Hash, ShortHexIsTenDigitsOfTheTop) {
    EXPECT_EQ(short_hex(0), "0000000000");
    EXPECT_EQ(short_hex(0x123456789abcdef0ULL), "123456789a");
}

}  // namespace firsthand::base
