#include "lexicon/words.h"

#include <gtest/gtest.h>

namespace firsthand::lexicon {

TEST(WordSet, HoldsItsWordsAndNoOthers) {
    const WordSet words("said  says told");
    EXPECT_TRUE(words.contains(base::hash_word("said")));
    EXPECT_TRUE(words.contains(base::hash_word("told")));
    EXPECT_FALSE(words.contains(base::hash_word("sad")));
    EXPECT_FALSE(words.contains(base::hash_word("")));
    EXPECT_FALSE(WordSet("").contains(base::hash_word("a")));
}

}  // namespace firsthand::lexicon
