// UTF-8: decoding, repair, folding of words, and the one place where bytes become code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::base {

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at `at` and its length in bytes. Where the bytes are no UTF-8: kReplacement, the length of the maximal
// ill-formed part (Unicode 15, 3.9: what one U+FFFD stands for), and valid is false.
struct Decoded {
    char32_t point = kReplacement;
    std::uint32_t size = 1;
    bool valid = true;
};
[[nodiscard]] Decoded decode_long(std::string_view text, std::size_t at);
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) {
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) return {static_cast<unsigned char>(text[at]), 1};
    return decode_long(text, at);
}
void append_utf8(std::string& out, char32_t point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);
// Each maximal ill-formed part (as Python and the WHATWG do it) and each NUL becomes one U+FFFD. Sets `changed` when anything did.
[[nodiscard]] std::string repair_utf8(std::string_view bytes, bool& changed);

[[nodiscard]] bool is_letter(char32_t point);
[[nodiscard]] bool is_digit(char32_t point);
[[nodiscard]] bool is_upper(char32_t point);
[[nodiscard]] bool is_space(char32_t point);
[[nodiscard]] bool is_control(char32_t point);                  // C0, C1, bidi controls and the like: never shown raw
// Takes no room and means nothing to a reader of news: soft hyphens, zero-width and bidi characters, variation selectors. Inside
// a word it is as if it were not there.
[[nodiscard]] bool is_invisible_long(char32_t point);
[[nodiscard]] inline bool is_invisible(char32_t point) { return point >= 0xAD && is_invisible_long(point); }
[[nodiscard]] bool is_invisible(std::string_view text);         // all of it; of nothing too

// Lower case, curly apostrophes straight, invisible and control characters gone.
void fold_word(std::string_view word, std::string& out);
[[nodiscard]] std::string fold(std::string_view text);

// Control characters as \u{1b}, for terminals and messages.
[[nodiscard]] std::string escape_controls(std::string_view text);

// The longest prefix of at most `points` code points, with "…" when something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t points);

// White space runs become one blank, the ends are cut; soft hyphens, controls and zero-width characters go.
[[nodiscard]] std::string squeeze(std::string_view text);

// Byte offsets of one text to code points. O(1) for ASCII, O(64) else.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text);                 // keeps a view: the text must outlive it
    [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;   // code points before `byte`
    [[nodiscard]] ByteSpan operator()(ByteSpan bytes) const { return {at(bytes.begin), at(bytes.end)}; }

  private:
    std::string_view text_;
    bool ascii_ = true;
    std::vector<std::uint32_t> before_;                         // code points before each 64th byte
};

// The other way round: code points of one text to byte offsets. O(1) for ASCII, O(64) else.
class ByteOffsets {
  public:
    explicit ByteOffsets(std::string_view text);                // keeps a view: the text must outlive it
    [[nodiscard]] std::uint64_t size() const { return size_; }  // code points in all
    [[nodiscard]] std::uint32_t at(std::uint64_t point) const;  // of a point up to size()

  private:
    std::string_view text_;
    std::uint64_t size_ = 0;
    std::vector<std::uint32_t> begins_;                         // byte of each 64th code point; empty: all is ASCII
};

}  // namespace firsthand::base
