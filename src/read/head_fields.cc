// Tested by head_fields_test.cc.
#include "read/head_fields.h"

#include <algorithm>

#include "base/ascii.h"

namespace firsthand::read {

namespace {

using base::lower;
using base::trim;

constexpr std::size_t kMostFields = 1000;
constexpr std::string_view kBlanks = " \t\r\n\f\v";

// Takes the next line off, with its end.
std::string_view take_line(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// A parameter's value: up to the next semicolon, or a text in quotation marks. Takes it off `rest`.
std::string take_value(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
    std::string value;
    if (!rest.starts_with('"')) {
        const auto end = std::min(rest.find(';'), rest.size());
        value = trim(rest.substr(0, end));
        rest.remove_prefix(end);
        return value;
    }
    std::size_t at = 1;
    for (; at < rest.size() && rest[at] != '"'; ++at) {
        if (rest[at] == '\\' && at + 1 < rest.size()) ++at;
        value.push_back(rest[at]);
    }
    rest.remove_prefix(std::min(rest.find(';', std::min(at, rest.size())), rest.size()));
    return value;
}

}  // namespace

std::size_t find_body(std::string_view message) {
    for (std::size_t at = 0; at < message.size();) {
        if (message[at] == '\n') return at + 1;
        if (message[at] == '\r' && at + 1 < message.size() && message[at + 1] == '\n') return at + 2;
        const auto end = message.find('\n', at);
        if (end == std::string_view::npos) break;
        at = end + 1;
    }
    return std::string_view::npos;
}

std::string_view first_line(std::string_view message) { return take_line(message); }

HeadFields HeadFields::parse(std::string_view head) {
    HeadFields out;
    while (!head.empty()) {
        const std::string_view line = take_line(head);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (!out.fields_.empty()) out.fields_.back().value.append(" ").append(trim(line));
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        if (out.fields_.size() == kMostFields) break;
        out.fields_.push_back({fold_token(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
    }
    return out;
}

std::string_view HeadFields::find(std::string_view name) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.name == name; });
    return found == fields_.end() ? std::string_view() : std::string_view(found->value);
}

ContentType parse_content_type(std::string_view value) {
    ContentType out;
    const auto end = std::min(value.find_first_of(";,"), value.size());
    out.type = fold_token(value.substr(0, end));
    std::string_view rest = value.substr(end);
    while (rest.starts_with(';') || rest.starts_with(',')) {
        rest.remove_prefix(1);
        const auto stop = std::min(rest.find_first_of("=;"), rest.size());
        const std::string name = fold_token(rest.substr(0, stop));
        rest.remove_prefix(stop);
        if (!rest.starts_with('=')) continue;
        rest.remove_prefix(1);
        std::string found = take_value(rest);
        std::string* const place = name == "charset" ? &out.charset : name == "boundary" ? &out.boundary : name == "start" ? &out.start : nullptr;
        if (place != nullptr && place->empty()) *place = std::move(found);
    }
    return out;
}

std::string fold_token(std::string_view token) {
    std::string out(trim(token));
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

std::string clean_address(std::string_view address) {
    address = trim(address);
    if (address.size() > 2 && address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    const std::string scheme = fold_token(address.substr(0, 8));
    return scheme.starts_with("http://") || scheme.starts_with("https://") ? std::string(address) : std::string();
}

}  // namespace firsthand::read
