// What is asked of single ASCII characters, without a locale; other bytes are themselves.
#pragma once

#include <string_view>

namespace firsthand::base {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

inline constexpr std::string_view kBlanks = " \t\r\n\v\f";

// Without the characters of `blanks` at both ends.
constexpr std::string_view trim(std::string_view words, std::string_view blanks = kBlanks) {
    const auto begin = words.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : words.substr(begin, words.find_last_not_of(blanks) - begin + 1);
}

}  // namespace firsthand::base
