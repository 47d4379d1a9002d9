// Two wordings -> what stayed, what went, what came, word by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::report {

enum class Change : std::uint8_t { same, removed, added };

struct DiffPiece {
    Change change = Change::same;
    std::string words;                             // joined by blanks; `same` as it stands in `after`
    friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

// Case and punctuation at the ends of a word do not count as a change. The pieces that are not `removed` make `after`, those
// that are not `added` make `before`, but for that.
[[nodiscard]] std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after);

}  // namespace firsthand::report
