// The longest piece of the vocabulary that the word begins with, then the longest that the rest begins with, and so on; a word
// that cannot be divided is one [UNK] (Wu et al. 2016). Words of ASCII between spaces and common punctuation are looked up as they
// lie in the text; every other word is folded first, point by point, on the stack. A word that is
// divided has at most 100 points, so the work is linear. Tested by word_piece_test.cc.
#include "model/word_piece.h"

#include <unicode/unorm2.h>

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "model/fold_point.h"

namespace firsthand::model {

namespace {

constexpr std::string_view kUnknown = "[UNK]", kContinues = "##";
constexpr std::uint32_t kLongestWord = 100;        // code points, folded; a longer one is [UNK]
constexpr std::size_t kLongestPiece = 400;         // bytes: what such a word can have

enum class ByteKind : std::uint8_t { letter, space, punctuation, rare };   // rare: control characters, and all beyond ASCII

struct ByteTable {
    std::array<ByteKind, 256> kind{};
    std::array<unsigned char, 256> folded{};       // letters and digits in lower case; 0: not part of a word
};

constexpr ByteTable kBytes = [] {
    ByteTable table;
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const bool upper = byte >= 'A' && byte <= 'Z';
        const bool letter = upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        const bool space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        table.kind[byte] = letter ? ByteKind::letter : space ? ByteKind::space : byte > 0x20 && byte < 0x7F ? ByteKind::punctuation : ByteKind::rare;
        table.folded[byte] = letter ? static_cast<unsigned char>(upper ? byte + 32 : byte) : std::uint8_t{0};
    }
    return table;
}();

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// U+2010 to U+2027: hyphens, dashes, quotation marks, bullets, the ellipsis. Less 0x2010; nothing: something else.
std::optional<std::uint32_t> typographic_mark(std::string_view text, std::size_t at) {
    if (text.size() - at < 3 || byte_at(text, at) != 0xE2 || byte_at(text, at + 1) != 0x80) return std::nullopt;
    const std::uint32_t mark = byte_at(text, at + 2) - 0x90U;
    return mark < 24 ? std::optional(mark) : std::nullopt;
}

bool step(const PieceTrie& trie, PieceTrie::Place& place, char32_t point) {
    const auto add = [&](char32_t value) { return trie.step(place, static_cast<unsigned char>(value)); };
    const auto add_rest = [&](char32_t shift) { return add(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) return add(point);
    if (point < 0x800) return add(0xC0U | point >> 6U) && add_rest(0);
    if (point < 0x10000) return add(0xE0U | point >> 12U) && add_rest(6) && add_rest(0);
    return add(0xF0U | point >> 18U) && add_rest(12) && add_rest(6) && add_rest(0);
}

// A folded word, with the places that its points come from.
class Word {
  public:
    [[nodiscard]] bool empty() const { return size_ == 0; }
    void add(char32_t point, std::uint32_t begin, std::uint32_t end) {
        if (size_ < kLongestWord) points_[size_] = {point, begin, end};
        if (size_ == 0) begin_ = begin;
        end_ = end;
        ++size_;
    }
    void append_pieces(const PieceTrie& trie, std::uint32_t unknown, std::vector<Piece>& pieces) {
        const std::size_t before = pieces.size();
        bool known = size_ <= kLongestWord;
        for (std::uint32_t at = 0; known && at < size_;) {
            PieceTrie::Place place = at == 0 ? trie.words() : trie.continuations();
            Piece found{PieceTrie::kNone, points_[at].begin, 0};
            for (std::uint32_t i = at; i < size_ && step(trie, place, points_[i].point); ++i) {
                if (place.id() == PieceTrie::kNone) continue;
                found.id = place.id();
                found.end = points_[i].end;
                at = i + 1;
            }
            known = found.id != PieceTrie::kNone;
            pieces.push_back(found);
        }
        if (!known) {
            pieces.resize(before);
            pieces.push_back({unknown, begin_, end_});
        }
        size_ = 0;
    }

  private:
    struct Origin {
        char32_t point;
        std::uint32_t begin, end;
    };
    std::array<Origin, kLongestWord> points_;      // left as they are: most words are short
    std::uint32_t size_ = 0, begin_ = 0, end_ = 0;
};

Error damaged(std::size_t line, std::string_view what) { return {ErrorCode::input, fmt::format("vocabulary, line {}: {}", line + 1, what)}; }

using Entries = std::vector<PieceTrie::Entry>;

// The error of the first line that is wrong, or nothing.
std::optional<Error> sort_and_check(Entries& entries) {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.letters < b.letters; });
    const auto twin = std::adjacent_find(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.letters == b.letters; });
    if (twin == entries.end()) return std::nullopt;
    return damaged(std::max(twin[0].id, twin[1].id), "the piece of an earlier line once more");
}

bool continues(std::string_view piece) { return piece.size() > kContinues.size() && piece.starts_with(kContinues); }

}  // namespace

Result<WordPiece> WordPiece::from_vocabulary(std::string_view lines) {
    Entries words, continuations;
    std::uint32_t size = 0;
    for (std::size_t begin = 0; begin < lines.size(); ++size) {
        if (size == PieceTrie::kNone) return damaged(size, "more pieces than a tokenizer can have");
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        const std::string_view piece = lines.substr(begin, end - begin);
        begin = end + 1;
        if (piece.empty()) return damaged(size, "no piece");
        if (piece.size() > kLongestPiece) return damaged(size, "longer than a piece can be");
        if (!base::is_valid_utf8(piece) || piece.find('\0') != piece.npos) return damaged(size, "not UTF-8 text");
        if (continues(piece)) {
            continuations.push_back({piece.substr(kContinues.size()), size});
        } else {
            words.push_back({piece, size});
        }
    }
    for (Entries* entries : {&words, &continuations})
        if (auto error = sort_and_check(*entries)) return *std::move(error);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* decomposition = unorm2_getNFDInstance(&status);
    if (U_FAILURE(status) != 0) return Error{ErrorCode::io, fmt::format("ICU's normalization data cannot be loaded: {}", u_errorName(status))};
    WordPiece made(PieceTrie(words, continuations), size, decomposition);
    if (!made.find(kUnknown)) return Error{ErrorCode::input, "no vocabulary of word pieces: it has no piece [UNK]"};
    return made;
}

WordPiece::WordPiece(PieceTrie trie, std::uint32_t size, const UNormalizer2* decomposition)
    : trie_(std::move(trie)), size_(size), decomposition_(decomposition) {
    unknown_ = find(kUnknown).value_or(0);
    for (std::size_t byte = 0; byte < ascii_marks_.size(); ++byte) {
        const char mark = static_cast<char>(byte);
        if (kBytes.kind[byte] == ByteKind::punctuation) ascii_marks_[byte] = find({&mark, 1}).value_or(unknown_);
    }
    for (std::uint32_t mark = 0; mark < typographic_marks_.size(); ++mark) {
        PieceTrie::Place place = trie_.words();
        const bool known = step(trie_, place, 0x2010 + mark) && place.id() != PieceTrie::kNone;
        typographic_marks_[mark] = known ? place.id() : unknown_;
    }
}

std::optional<std::uint32_t> WordPiece::find(std::string_view piece) const {
    PieceTrie::Place place = trie_.words();
    if (continues(piece)) {
        place = trie_.continuations();
        piece.remove_prefix(kContinues.size());
    }
    for (const char byte : piece)
        if (byte == '\0' || !trie_.step(place, static_cast<unsigned char>(byte))) return std::nullopt;
    return place.id() == PieceTrie::kNone ? std::nullopt : std::optional(place.id());
}

void WordPiece::split(std::string_view text, std::vector<Piece>& pieces) const {
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at < size;) {
        const unsigned char first = byte_at(text, at);
        const ByteKind kind = kBytes.kind[first];
        if (kind == ByteKind::space) {
            ++at;
        } else if (kind == ByteKind::punctuation) {
            pieces.push_back({ascii_marks_[first], at, at + 1});
            ++at;
        } else if (kind == ByteKind::letter) {
            const std::uint32_t begin = at;
            PieceTrie::Place place = trie_.words();
            bool known = true;
            for (; at < size; ++at) {
                const unsigned char letter = kBytes.folded[byte_at(text, at)];
                if (letter == 0 || !(known = trie_.step(place, letter))) break;
            }
            while (at < size && kBytes.folded[byte_at(text, at)] != 0) ++at;
            if (!ends_word(text, at)) {
                at = split_any(text, begin, pieces);
            } else if (known && place.id() != PieceTrie::kNone && at - begin <= kLongestWord) {
                pieces.push_back({place.id(), begin, at});
            } else {
                append_ascii_word(text, begin, at, pieces);
            }
        } else if (const auto mark = typographic_mark(text, at)) {
            pieces.push_back({typographic_marks_[*mark], at, at + 3});
            at += 3;
        } else {
            at = split_any(text, at, pieces);
        }
    }
}

// Whether a word of ASCII that reaches to `at` is over there for sure.
bool WordPiece::ends_word(std::string_view text, std::size_t at) const {
    return at == text.size() || kBytes.kind[byte_at(text, at)] != ByteKind::rare || typographic_mark(text, at);
}

void WordPiece::append_ascii_word(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Piece>& pieces) const {
    const std::size_t before = pieces.size();
    bool known = end - begin <= kLongestWord;
    for (std::uint32_t at = begin; known && at < end;) {
        PieceTrie::Place place = at == begin ? trie_.words() : trie_.continuations();
        Piece found{PieceTrie::kNone, at, 0};
        for (std::uint32_t i = at; i < end && trie_.step(place, kBytes.folded[byte_at(text, i)]); ++i) {
            if (place.id() == PieceTrie::kNone) continue;
            found.id = place.id();
            at = i + 1;
        }
        known = found.id != PieceTrie::kNone;
        found.end = at;
        pieces.push_back(found);
    }
    if (known) return;
    pieces.resize(before);
    pieces.push_back({unknown_, begin, end});
}

// Reads on until no word is open. Returns where that is.
std::uint32_t WordPiece::split_any(std::string_view text, std::uint32_t at, std::vector<Piece>& pieces) const {
    Word word;
    const auto close = [&] {
        if (!word.empty()) word.append_pieces(trie_, unknown_, pieces);
    };
    do {
        const base::Decoded here = base::decode(text, at);
        const std::uint32_t end = at + here.size;
        if (const unsigned char letter = here.point < 0x80 ? kBytes.folded[here.point] : std::uint8_t{0}; letter != 0) {
            word.add(letter, at, end);
        } else {
            for (const FoldedPoint& folded : fold_point(here.point, decomposition_)) {
                if (folded.kind != PointKind::letter) close();
                if (folded.kind != PointKind::space) word.add(folded.point, at, end);
                if (folded.kind != PointKind::letter) close();
            }
        }
        at = end;
    } while (!word.empty() && at < text.size());
    close();
    return at;
}

}  // namespace firsthand::model
