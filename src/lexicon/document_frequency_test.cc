#include "lexicon/document_frequency.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace firsthand::lexicon {

TEST(DocumentFrequency, CommonWordsWeighLessThanRareOnes) {
    const auto rarity = [](const char* word) { return find_rarity(base::hash_word(word)); };
    EXPECT_LT(rarity("the"), 0.1F);
    EXPECT_LT(rarity("said"), rarity("divorce"));
    EXPECT_LT(rarity("divorce"), rarity("aardvark"));
    EXPECT_EQ(rarity("zzyxqv"), kUnknownWordRarity);
}

TEST(DocumentFrequency, NothingIsBelowZeroOrAboveTheUnknown) {
    for (std::uint32_t word = 1; word < 200000; ++word) {
        const float rarity = find_rarity(word * 21563U + 1U);
        EXPECT_GE(rarity, 0.0F);
        EXPECT_LE(rarity, kUnknownWordRarity);
    }
}

}  // namespace firsthand::lexicon
