// "By Jane Doe and John Roe, Tarn Press" -> the names of people and agencies in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::read {

// How sure it is before reading that the words are names.
enum class BylineKind : std::uint8_t {
    field,                                         // a field for authors: anything but addresses and the like
    marked,                                        // a line that the page marks as byline: two words or more, in capitals
    line                                           // any line: only behind "By"
};

struct Byline {
    std::vector<std::string> people;               // or bodies; in order, each once
    std::string agency;                            // as it is written there
    std::string collective;                        // "Staff Reports"
    bool introduced = false;                       // "By …"
    bool waiting = false;                          // "By", and the line ends
    bool whole = true;                             // nothing else stands there
    [[nodiscard]] bool empty() const { return people.empty() && agency.empty() && collective.empty(); }
};

// Pieces may be parted by kSeam (page_head.h).
[[nodiscard]] Byline read_byline(std::string_view words, BylineKind kind);

// "Jane Doe, John Roe, Tarn Press"
[[nodiscard]] std::string join_byline(const Byline& byline);

}  // namespace firsthand::read
