// The longest common subsequence by the table of Wagner and Fischer (1974): sayings are short. Tested by diff_test.cc.
#include "report/diff.h"

#include <algorithm>

#include "base/utf8.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kLongest = 600;              // words; beyond this all went and all came

struct Word {
    std::string_view shown;
    std::string folded;                            // letters and digits only, unless there are none
};

std::vector<Word> split(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find(' ', i), text.size());
        if (end > i) {
            const std::string folded = base::fold(text.substr(i, end - i));
            std::string kept;
            for (std::size_t k = 0; k < folded.size();) {
                const base::Decoded d = base::decode(folded, k);
                if (base::is_letter(d.point) || base::is_digit(d.point)) kept.append(folded, k, d.size);
                k += d.size;
            }
            words.push_back({text.substr(i, end - i), kept.empty() ? folded : kept});
        }
        i = end + 1;
    }
    return words;
}

void add(std::vector<DiffPiece>& pieces, Change change, std::string_view word) {
    if (pieces.empty() || pieces.back().change != change) pieces.push_back({change, {}});
    if (!pieces.back().words.empty()) pieces.back().words += ' ';
    pieces.back().words += word;
}

}  // namespace

std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after) {
    const std::vector<Word> a = split(before), b = split(after);
    std::vector<DiffPiece> pieces;
    if (a.size() > kLongest || b.size() > kLongest) {
        for (const Word& word : a) add(pieces, Change::removed, word.shown);
        for (const Word& word : b) add(pieces, Change::added, word.shown);
        return pieces;
    }
    const std::size_t row = b.size() + 1;
    std::vector<std::uint16_t> common((a.size() + 1) * row, 0);          // of what follows a[i] and b[j]
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i * row + j] = a[i].folded == b[j].folded ? static_cast<std::uint16_t>(common[(i + 1) * row + j + 1] + 1)
                                                             : std::max(common[(i + 1) * row + j], common[i * row + j + 1]);
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i].folded == b[j].folded) {
            add(pieces, Change::same, b[j].shown);
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && common[(i + 1) * row + j] >= common[i * row + j + 1])) {
            add(pieces, Change::removed, a[i++].shown);
        } else {
            add(pieces, Change::added, b[j++].shown);
        }
    }
    return pieces;
}

}  // namespace firsthand::report
