// Text -> word pieces.
//
// The pieces of the uncased BERT family (BertNormalizer, BertPreTokenizer and WordPiece of Hugging Face's `tokenizers`, ids and
// places alike; bench/compare_word_piece.py compares them), without the pieces that frame a text: "[CLS]" in a text is text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "firsthand/error.h"
#include "model/piece_trie.h"

struct UNormalizer2;

namespace firsthand::model {

struct Piece {
    std::uint32_t id = 0;                          // the line of the vocabulary
    std::uint32_t begin = 0, end = 0;              // bytes of the text; whole characters: two pieces of one character have the same
};

// Never changed after it was made; threads share it.
class WordPiece {
  public:
    // One piece a line; "##" before it: goes on with a word. Must hold "[UNK]".
    [[nodiscard]] static Result<WordPiece> from_vocabulary(std::string_view lines);

    // Appends the pieces of the text, in its order. Linear in its length; bytes that are no UTF-8 are as if they were not there.
    // The text has less than 4 GB.
    void split(std::string_view text, std::vector<Piece>& pieces) const;

    // The id of a piece as it stands in the vocabulary: "said", "##ing", "[CLS]".
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view piece) const;
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] std::uint32_t unknown() const { return unknown_; }

  private:
    WordPiece(PieceTrie trie, std::uint32_t size, const UNormalizer2* decomposition);

    [[nodiscard]] bool ends_word(std::string_view text, std::size_t at) const;
    void append_ascii_word(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Piece>& pieces) const;
    [[nodiscard]] std::uint32_t split_any(std::string_view text, std::uint32_t at, std::vector<Piece>& pieces) const;

    PieceTrie trie_;
    std::uint32_t size_ = 0, unknown_ = 0;
    const UNormalizer2* decomposition_;            // ICU's, lives as long as the program
    std::array<std::uint32_t, 128> ascii_marks_{}; // the ids of ASCII punctuation
    std::array<std::uint32_t, 24> typographic_marks_{};         // and of U+2010 to U+2027
};

}  // namespace firsthand::model
