// Text -> words as a reader sees them: runs between white space, each with the form by which two are told to be the same. A lone
// dash or mark goes with the word before it, at the beginning with the one after it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::report {

struct ShownWord {
    ByteSpan span;                                 // of the text
    std::string folded;                            // its letters and digits in lower case, else its symbols; empty only where the text has neither
};
[[nodiscard]] std::vector<ShownWord> split_words(std::string_view text);

}  // namespace firsthand::report
