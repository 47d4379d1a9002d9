// Tested by words_test.cc.
#include "lexicon/words.h"

#include <algorithm>
#include <bit>

namespace firsthand::lexicon {

WordSet::WordSet(std::string_view blank_separated) {
    const auto words = static_cast<std::uint32_t>(std::count(blank_separated.begin(), blank_separated.end(), ' ') + 1);
    slots_.assign(std::bit_ceil(words * 2 + 2), 0);
    mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
    while (!blank_separated.empty()) {
        const std::size_t end = std::min(blank_separated.find(' '), blank_separated.size());
        if (end > 0) insert(base::hash_word(blank_separated.substr(0, end)));
        blank_separated.remove_prefix(std::min(end + 1, blank_separated.size()));
    }
}

void WordSet::insert(std::uint32_t word) {
    std::uint32_t i = word & mask_;
    while (slots_[i] != 0 && slots_[i] != word) i = (i + 1) & mask_;
    slots_[i] = word;
}

}  // namespace firsthand::lexicon
