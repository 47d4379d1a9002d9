// Text -> text nodes and attribute values of a page. The only way by which anything that was read gets onto the page.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace firsthand::report {

// As a text node; characters that control or reorder text are shown by their number.
struct Escaped {
    std::string_view text;
};
std::ostream& operator<<(std::ostream& out, Escaped text);

// As the value of an attribute, between double quotation marks.
struct EscapedValue {
    std::string_view text;
};
std::ostream& operator<<(std::ostream& out, EscapedValue text);

// True for http and https addresses without white space or control characters: the only ones that become links.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace firsthand::report
