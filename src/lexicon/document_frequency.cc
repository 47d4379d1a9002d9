// An open-addressed table of 32-bit word hashes, filled once from the word lists. Two words of one hash keep the commoner one.
// Tested by document_frequency_test.cc.
#include "lexicon/document_frequency.h"

#include <string_view>
#include <vector>

#include "base/hash.h"

namespace firsthand::lexicon {

namespace {

struct RarityClass {
    float rarity;
    std::string_view words;                        // separated by blanks and line ends
};

constexpr RarityClass kClasses[] = {
#include "lexicon/document_frequency_words.inc"
};

struct Slot {
    std::uint32_t word = 0;                        // 0: empty
    float rarity = 0;
};

constexpr std::uint32_t kSlots = 1U << 17U;        // three times the words of the table: short runs
constexpr std::uint32_t first_slot(std::uint32_t word) { return static_cast<std::uint32_t>(base::mix(word)) & (kSlots - 1); }

void insert(std::vector<Slot>& slots, std::uint32_t word, float rarity) {
    std::uint32_t at = first_slot(word);
    while (slots[at].word != 0) {
        if (slots[at].word == word) return;
        at = (at + 1) & (kSlots - 1);
    }
    slots[at] = {word, rarity};
}

std::vector<Slot> make_table() {
    std::vector<Slot> slots(kSlots);
    for (const auto& [rarity, words] : kClasses) {              // the commonest class first
        for (std::size_t begin = 0; begin < words.size();) {
            const std::size_t end = std::min(words.find_first_of(" \n", begin), words.size());
            if (end > begin) insert(slots, base::hash_word(words.substr(begin, end - begin)), rarity);
            begin = end + 1;
        }
    }
    return slots;
}

}  // namespace

float find_rarity(std::uint32_t word) {
    static const std::vector<Slot> table = make_table();
    for (std::uint32_t at = first_slot(word); table[at].word != 0; at = (at + 1) & (kSlots - 1))
        if (table[at].word == word) return table[at].rarity;
    return kUnknownWordRarity;
}

}  // namespace firsthand::lexicon
