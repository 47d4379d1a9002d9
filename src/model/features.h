// Pieces of a text -> what the network reads of each: what the uncased pieces have lost. The same rules as training/pieces.py.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "firsthand/types.h"
#include "model/word_piece.h"

namespace firsthand::model {

enum class Case : std::uint8_t { none, lower, title, upper, mixed };       // of its ASCII letters
enum class Quote : std::uint8_t { outside, inside, mark };                 // of double quotation marks; every paragraph starts outside
enum class Gap : std::uint8_t { none, space, line };                       // before the piece; the text's first has `line`
enum class Zone : std::uint8_t { body, title, inside };                    // inside: the content of an attribution read by itself

struct InputPiece {
    std::uint32_t id = 0;
    Case letter_case = Case::none;
    Quote quote = Quote::outside;
    Gap gap = Gap::none;
    Zone zone = Zone::body;
    friend bool operator==(const InputPiece&, const InputPiece&) = default;
};

// A text to be read.
struct Text {
    std::string_view text;
    ByteSpan title;                                // bytes of `text` that are its title; may be empty
    Zone zone = Zone::body;                        // of all the rest
    std::span<const ByteSpan> leave_out;           // furniture, ordered and disjoint: pieces that touch it are dropped, and a line break stands in their place
};

// Replaces both vectors: one entry for each piece that stays.
void find_features(const Text& text, std::span<const Piece> pieces, std::vector<ByteSpan>& spans, std::vector<InputPiece>& inputs);

}  // namespace firsthand::model
