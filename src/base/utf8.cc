// Decoding follows Unicode 15, table 3-7 (well-formed UTF-8 byte sequences). Tested by utf8_test.cc.
#include "base/utf8.h"

#include <unicode/uchar.h>

#include <fmt/format.h>

namespace firsthand::base {

namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

Decoded decode_long(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    const unsigned a = byte(0);
    if (a < 0x80) return {static_cast<char32_t>(a), 1};
    if (a < 0xC2 || a > 0xF4) return {kReplacement, 1, false};
    const std::uint32_t length = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
    const unsigned low = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80;
    const unsigned high = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < low || byte(1) > high) return {kReplacement, 1, false};
    char32_t point = (a & (0xFFU >> (length + 1))) << 6U | (byte(1) & 0x3FU);
    for (std::uint32_t i = 2; i < length; ++i) {
        if (!is_continuation(static_cast<unsigned char>(byte(i)))) return {kReplacement, i, false};
        point = point << 6U | (byte(i) & 0x3FU);
    }
    return {point, length};
}

void append_utf8(std::string& out, char32_t point) {
    const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | point >> 6U);
        put(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0U | point >> 12U);
        put(0x80U | (point >> 6U & 0x3FU));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xF0U | point >> 18U);
        put(0x80U | (point >> 12U & 0x3FU));
        put(0x80U | (point >> 6U & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const Decoded d = decode(text, i);
        if (!d.valid) return false;
        i += d.size;
    }
    return true;
}

std::string repair_utf8(std::string_view bytes, bool& changed) {
    changed = false;
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded d = decode(bytes, i);
        if (d.valid && d.point != 0) {
            out.append(bytes.substr(i, d.size));
        } else {
            append_utf8(out, kReplacement);
            changed = true;
        }
        i += d.size;
    }
    return out;
}

bool is_letter(char32_t point) {
    if (point < 0x80) return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    return (U_GET_GC_MASK(static_cast<UChar32>(point)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}
bool is_digit(char32_t point) {
    if (point < 0x80) return point >= '0' && point <= '9';
    return u_isdigit(static_cast<UChar32>(point)) != 0;
}
bool is_upper(char32_t point) {
    if (point < 0x80) return point >= 'A' && point <= 'Z';
    return u_isupper(static_cast<UChar32>(point)) != 0 || u_istitle(static_cast<UChar32>(point)) != 0;
}
bool is_space(char32_t point) {
    if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
    return u_isUWhiteSpace(static_cast<UChar32>(point)) != 0;
}
bool is_control(char32_t point) {
    if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return true;
    return (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF ||
           (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

bool is_invisible_long(char32_t point) {
    if (point < 0x300) return point == 0xAD;
    if (point >= 0x2010 && point < 0x202A) return false;         // the dashes and quotation marks of every text
    return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_invisible(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode(text, i);
        if (!is_invisible(d.point)) return false;
        i += d.size;
    }
    return true;
}

void fold_word(std::string_view word, std::string& out) {
    out.clear();
    for (std::size_t i = 0; i < word.size();) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte < 0x80) {
            out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : word[i]);
            ++i;
            continue;
        }
        const Decoded d = decode(word, i);
        i += d.size;
        if (d.point == 0x2019 || d.point == 0x2018 || d.point == 0x02BC || d.point == 0xFF07) {
            out.push_back('\'');
        } else if (is_invisible(d.point) || is_control(d.point)) {
            continue;
        } else {
            append_utf8(out, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(d.point), U_FOLD_CASE_DEFAULT)));
        }
    }
}

std::string fold(std::string_view text) {
    std::string out;
    fold_word(text, out);
    return out;
}

std::string escape_controls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode(text, i);
        if (is_control(d.point)) {
            out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(d.point));
        } else if (!d.valid) {
            append_utf8(out, kReplacement);
        } else {
            out.append(text.substr(i, d.size));
        }
        i += d.size;
    }
    return out;
}

std::string shorten(std::string_view text, std::size_t points) {
    std::size_t i = 0;
    std::size_t last = 0;
    for (std::size_t count = 0; i < text.size(); ++count) {
        if (count + 1 == points) last = i;
        if (count == points) return std::string(text.substr(0, last)) + "…";
        i += decode(text, i).size;
    }
    return std::string(text);
}

std::string squeeze(std::string_view text) {
    std::string out;
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode(text, i);
        if (is_space(d.point)) {
            gap = !out.empty();
        } else if (!is_control(d.point) && d.point != 0x00AD) {
            if (gap) out.push_back(' ');
            gap = false;
            out.append(text.substr(i, d.size));
        }
        i += d.size;
    }
    return out;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            ascii_ = false;
            break;
        }
    }
    if (ascii_) return;
    before_.reserve(text.size() / 64 + 1);
    std::uint32_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % 64 == 0) before_.push_back(points);
        points += is_continuation(static_cast<unsigned char>(text[i])) ? 0 : 1;
    }
    if (text.size() % 64 == 0) before_.push_back(points);
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
    if (ascii_) return byte;
    std::uint32_t points = before_[byte / 64];
    for (std::uint32_t i = byte / 64 * 64; i < byte; ++i) points += is_continuation(static_cast<unsigned char>(text_[i])) ? 0 : 1;
    return points;
}

ByteOffsets::ByteOffsets(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_continuation(static_cast<unsigned char>(text[i]))) continue;
        if (size_ % 64 == 0) begins_.push_back(static_cast<std::uint32_t>(i));
        ++size_;
    }
    if (size_ == text.size()) begins_.clear();
}

std::uint32_t ByteOffsets::at(std::uint64_t point) const {
    if (point >= size_) return static_cast<std::uint32_t>(text_.size());
    if (begins_.empty()) return static_cast<std::uint32_t>(point);
    std::size_t byte = begins_[point / 64];
    for (std::uint64_t i = point / 64 * 64; i < point; ++i) {
        ++byte;
        while (byte < text_.size() && is_continuation(static_cast<unsigned char>(text_[byte]))) ++byte;
    }
    return static_cast<std::uint32_t>(byte);
}

}  // namespace firsthand::base
