// Word -> how rare it is in the news.
//
// The table (document_frequency_words.inc) is made by tools/make_document_frequency.py and shipped, so that the weight of a
// word never hangs on which other articles are in the pile.
#pragma once

#include <cstdint>

namespace firsthand::lexicon {

// What a word that is not in the table weighs: names and slips that the big pile hardly knows.
inline constexpr float kUnknownWordRarity = 8.0F;

// log(articles / articles that hold the word), by the hash of the folded word without its possessive ending
// (base/hash.h hash_word). From 0 (everywhere) to kUnknownWordRarity (not in the table).
[[nodiscard]] float find_rarity(std::uint32_t word);

}  // namespace firsthand::lexicon
