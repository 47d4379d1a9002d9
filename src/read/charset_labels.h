// Names of charsets: as documents label them, as the WHATWG names them, as ICU does.
#pragma once

#include <string_view>

namespace firsthand::read {

enum class Script : unsigned char { latin, other, wide };       // wide: several bytes a character

struct Charset {
    std::string_view name;                         // WHATWG
    std::string_view icu;                          // its converter
    Script script;
    std::string_view labels;                       // lower case, blank-separated, the name itself left out
};

// The row of a label, whatever its case and the blanks or quotation marks around it; nullptr when there is none.
[[nodiscard]] const Charset* find_charset_row(std::string_view label);

}  // namespace firsthand::read
