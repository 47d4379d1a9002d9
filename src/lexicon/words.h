// Sets and tables of single words, looked up by Token::word.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace firsthand::lexicon {

// A constant set of words. Built once from literals, looked up by hash: open addressing, half full at most.
class WordSet {
  public:
    WordSet(std::string_view blank_separated);
    [[nodiscard]] bool contains(std::uint32_t word) const {
        for (std::uint32_t i = word & mask_; slots_[i] != 0; i = (i + 1) & mask_)
            if (slots_[i] == word) return true;
        return false;
    }

  private:
    void insert(std::uint32_t word);
    std::vector<std::uint32_t> slots_;
    std::uint32_t mask_ = 0;
};

}  // namespace firsthand::lexicon
