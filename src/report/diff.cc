// The longest common subsequence by the table of Wagner and Fischer (1974) of what lies between the common ends. Where the table
// would be too large, the nearest place where the two agree again is sought instead. Tested by diff_test.cc.
#include "report/diff.h"

#include <algorithm>
#include <span>

#include "report/shown_words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kMostCells = 1U << 21U;      // of the table
constexpr std::size_t kFurthest = 120;             // words to look ahead, on both sides together
constexpr std::size_t kAgreed = 3;                 // words that must be the same for the two to agree again

struct Side {
    std::string_view text;
    std::span<const ShownWord> words;
    [[nodiscard]] std::string_view shown(std::size_t i) const { return slice(text, words[i].span); }
    [[nodiscard]] Side part(std::size_t begin, std::size_t size) const { return {text, words.subspan(begin, size)}; }
};

void align_by_table(const Side& a, const Side& b, std::vector<WordPair>& pairs) {
    const std::size_t row = b.words.size() + 1;
    std::vector<std::uint32_t> common((a.words.size() + 1) * row, 0);    // of what follows a[i] and b[j]
    for (std::size_t i = a.words.size(); i-- > 0;)
        for (std::size_t j = b.words.size(); j-- > 0;)
            common[i * row + j] = a.words[i].folded == b.words[j].folded ? common[(i + 1) * row + j + 1] + 1 : std::max(common[(i + 1) * row + j], common[i * row + j + 1]);
    std::size_t i = 0, j = 0;
    while (i < a.words.size() || j < b.words.size()) {
        if (i < a.words.size() && j < b.words.size() && a.words[i].folded == b.words[j].folded) {
            pairs.push_back({a.shown(i++), b.shown(j++)});
        } else if (j == b.words.size() || (i < a.words.size() && common[(i + 1) * row + j] >= common[i * row + j + 1])) {
            pairs.push_back({a.shown(i++), {}});
        } else {
            pairs.push_back({{}, b.shown(j++)});
        }
    }
}

bool agree(const Side& a, std::size_t i, const Side& b, std::size_t j) {
    std::size_t same = 0;
    while (same < kAgreed && i + same < a.words.size() && j + same < b.words.size() && a.words[i + same].folded == b.words[j + same].folded) ++same;
    return same == kAgreed;
}

void align_by_looking_ahead(const Side& a, const Side& b, std::vector<WordPair>& pairs) {
    std::size_t i = 0, j = 0;
    const auto pass = [&](std::size_t to_i, std::size_t to_j) {
        while (i < to_i) pairs.push_back({a.shown(i++), {}});
        while (j < to_j) pairs.push_back({{}, b.shown(j++)});
    };
    while (i < a.words.size() && j < b.words.size()) {
        if (a.words[i].folded == b.words[j].folded) {
            pairs.push_back({a.shown(i++), b.shown(j++)});
            continue;
        }
        std::size_t skip_a = a.words.size() - i, skip_b = b.words.size() - j;        // nowhere: all of it
        for (std::size_t far = 1, found = 0; far <= kFurthest && found == 0; ++far)
            for (std::size_t k = 0; k <= far && found == 0; ++k)
                if (agree(a, i + k, b, j + far - k)) skip_a = k, skip_b = far - k, found = 1;
        pass(i + skip_a, j + skip_b);
    }
    pass(a.words.size(), b.words.size());
}

void add(std::vector<DiffPiece>& pieces, Change change, std::string_view word) {
    if (pieces.empty() || pieces.back().change != change) pieces.push_back({change, {}});
    if (!pieces.back().words.empty()) pieces.back().words += ' ';
    pieces.back().words += word;
}

}  // namespace

std::vector<WordPair> align_words(std::string_view before, std::string_view after) {
    const std::vector<ShownWord> words_a = split_words(before), words_b = split_words(after);
    const Side a{before, words_a}, b{after, words_b};
    const auto same = [](const ShownWord& x, const ShownWord& y) { return x.folded == y.folded; };
    const auto head = static_cast<std::size_t>(std::mismatch(words_a.begin(), words_a.end(), words_b.begin(), words_b.end(), same).first - words_a.begin());
    auto tail = static_cast<std::size_t>(std::mismatch(words_a.rbegin(), words_a.rend(), words_b.rbegin(), words_b.rend(), same).first - words_a.rbegin());
    tail = std::min({tail, words_a.size() - head, words_b.size() - head});
    const Side middle_a = a.part(head, words_a.size() - head - tail), middle_b = b.part(head, words_b.size() - head - tail);
    std::vector<WordPair> pairs;
    for (std::size_t i = 0; i < head; ++i) pairs.push_back({a.shown(i), b.shown(i)});
    (middle_a.words.size() * middle_b.words.size() <= kMostCells ? align_by_table : align_by_looking_ahead)(middle_a, middle_b, pairs);
    for (std::size_t i = tail; i > 0; --i) pairs.push_back({a.shown(words_a.size() - i), b.shown(words_b.size() - i)});
    return pairs;
}

std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after) {
    std::vector<DiffPiece> pieces;
    for (const WordPair& pair : align_words(before, after)) {
        if (pair.is_same()) add(pieces, Change::same, pair.after);
        else if (pair.after.empty()) add(pieces, Change::removed, pair.before);
        else add(pieces, Change::added, pair.after);
    }
    return pieces;
}

}  // namespace firsthand::report
