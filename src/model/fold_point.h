// Code point -> the code points that the vocabulary knows it by.
#pragma once

#include <array>
#include <cstdint>

struct UNormalizer2;

namespace firsthand::model {

enum class PointKind : std::uint8_t {
    letter,                                        // and digits, symbols, marks: what words are made of
    ideograph,                                     // a word by itself
    punctuation,                                   // a word by itself
    space,
    nothing,                                       // as if it were not there
};

struct FoldedPoint {
    PointKind kind = PointKind::letter;
    char32_t point = 0;
};

// What one code point becomes: decomposed, without its accents, in lower case. Empty: it is as if it were not there.
struct FoldedPoints {
    std::array<FoldedPoint, 4> points;             // no code point decomposes into more
    std::uint32_t size = 0;
    [[nodiscard]] const FoldedPoint* begin() const { return points.data(); }
    [[nodiscard]] const FoldedPoint* end() const { return points.data() + size; }
};

// `decomposition` is ICU's NFD.
[[nodiscard]] FoldedPoints fold_point(char32_t point, const UNormalizer2* decomposition);

}  // namespace firsthand::model
