// Five characters of HTML are escaped (WHATWG, "Serializing HTML fragments", and the apostrophe); control and bidi characters
// are named, since they can make a text show what it does not say (CVE-2021-42574). Tested by html_test.cc.
#include "report/html_text.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace firsthand::report {

namespace {

bool is_joiner(char32_t point) { return point == 0x200C || point == 0x200D; }   // inside emoji and Persian words; harmless

void put(std::ostream& out, std::string_view text, bool in_value) {
    std::size_t from = 0;
    const auto replace = [&](std::size_t at, std::size_t size, std::string_view with) {
        out << text.substr(from, at - from) << with;
        from = at + size;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        std::size_t size = 1;
        if (c == '&') {
            replace(i, 1, "&amp;");
        } else if (c == '<') {
            replace(i, 1, "&lt;");
        } else if (c == '>') {
            replace(i, 1, "&gt;");
        } else if (c == '"') {
            replace(i, 1, "&quot;");
        } else if (c == '\'') {
            replace(i, 1, "&#39;");
        } else if (c == '\t' || c == '\n' || c == '\r') {
            replace(i, 1, " ");
        } else if (c < 0x20 || c >= 0x7F) {
            const base::Decoded d = base::decode(text, i);
            size = d.size;
            const auto number = static_cast<std::uint32_t>(d.point);
            if (!d.valid) replace(i, d.size, "\xEF\xBF\xBD");
            else if (base::is_control(d.point) && !is_joiner(d.point))
                replace(i, d.size, in_value ? fmt::format("[U+{:04X}]", number) : fmt::format("<span class=\"control\">U+{:04X}</span>", number));
        }
        i += size;
    }
    out << text.substr(from);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Escaped text) {
    put(out, text.text, false);
    return out;
}

std::ostream& operator<<(std::ostream& out, EscapedValue text) {
    put(out, text.text, true);
    return out;
}

bool is_web_address(std::string_view url) {
    const std::string start = base::fold(url.substr(0, 8));
    if (!start.starts_with("http://") && !start.starts_with("https://")) return false;
    for (std::size_t i = 0; i < url.size();) {
        const base::Decoded d = base::decode(url, i);
        if (base::is_control(d.point) || base::is_space(d.point) || d.point == base::kReplacement) return false;
        i += d.size;
    }
    return url.size() > 8 && url.size() <= 4096;
}

}  // namespace firsthand::report
