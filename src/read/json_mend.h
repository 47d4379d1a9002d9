// JSON that a parser refuses -> JSON that says what was meant.
#pragma once

#include <string>
#include <string_view>

namespace firsthand::read {

// Mends what stands inside texts: UTF-8, raw control characters, half surrogate pairs. Sets `replaced` where a character was
// lost. Valid JSON stays as it is.
[[nodiscard]] std::string mend_texts(std::string_view json, bool& replaced);

// Mends what templates and hands leave around texts: comments, CDATA, commas too many or too few, values that are missing,
// quotation marks inside a text, semicolons, brackets that do not match or never close. The answer is a list of the values
// that stand there one after another. Empty: nested too deep. Linear.
[[nodiscard]] std::string mend_structure(std::string_view json);

}  // namespace firsthand::read
