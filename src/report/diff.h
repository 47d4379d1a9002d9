// Two wordings -> what stayed, what went, what came, word by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::report {

// A word of both as it stands in each, or of one alone: then the other side is empty.
struct WordPair {
    std::string_view before, after;
    friend bool operator==(const WordPair&, const WordPair&) = default;
    [[nodiscard]] bool is_same() const { return !before.empty() && !after.empty(); }
};
// Case and punctuation at the ends of a word do not count as a change. All words of both, in order.
[[nodiscard]] std::vector<WordPair> align_words(std::string_view before, std::string_view after);

enum class Change : std::uint8_t { same, removed, added };

struct DiffPiece {
    Change change = Change::same;
    std::string words;                             // joined by blanks; `same` as it stands in `after`
    friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

// The same in pieces. Those that are not `removed` make `after`, those that are not `added` make `before`, but for case and
// punctuation.
[[nodiscard]] std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after);

}  // namespace firsthand::report
