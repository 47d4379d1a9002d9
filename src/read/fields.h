// Field names of crawlers and exports -> ours. One table; see fields.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::read {

enum class Field : std::uint8_t { none, id, text, title, url, outlet, site, source, published, updated, crawled, author, genre };

struct FieldName {
    std::string_view name;                         // lower case, without - _ . : and blanks
    Field field = Field::none;
    std::uint8_t rank = 0;                         // of several names in one record the lowest wins
};

// Field::none for a name that nobody knows. Case and the marks between words do not matter, but for Event Registry's dateTime.
[[nodiscard]] FieldName find_field(std::string_view key);

// "opinion", "Op-Ed", "press release", … ; Genre::unknown for all else.
[[nodiscard]] Genre parse_genre(std::string_view words);

// True for "https://…": a field called "source" may be an address or a name.
[[nodiscard]] bool is_address(std::string_view words);

}  // namespace firsthand::read
