// What is said about a document in its notes, in one place.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::read {

inline constexpr std::string_view kUndated = "undated";
inline constexpr std::string_view kNoOutlet = "no outlet";
inline constexpr std::string_view kTruncated = "truncated";
inline constexpr std::string_view kNotEnglish = "not English";
inline constexpr std::string_view kReplaced = "invalid characters replaced";
inline constexpr std::string_view kAltered = "changed since it was archived";
inline constexpr std::string_view kListedText = "text from the archive's list of pages";

inline constexpr std::string_view kMojibake = "mojibake";
inline std::string say_charset(std::string_view charset) { return "read as " + std::string(charset); }

inline void add_note(Document& document, std::string_view note) {
    if (std::find(document.notes.begin(), document.notes.end(), note) == document.notes.end()) document.notes.emplace_back(note);
}

}  // namespace firsthand::read
