// Tested by json_test.cc.
#include "read/json_value.h"

#include <cmath>

#include <fmt/format.h>

namespace firsthand::read {

bool is_empty(dom::element value) {
    if (value.is_null()) return true;
    std::string_view words;
    if (value.get(words) == simdjson::SUCCESS) return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
    dom::array list;
    if (value.get(list) == simdjson::SUCCESS) return list.begin() == list.end();
    dom::object object;
    if (value.get(object) == simdjson::SUCCESS) return object.begin() == object.end();
    return false;
}

std::optional<dom::element> find_member(dom::object object, std::string_view key) {
    dom::element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS || is_empty(value)) return std::nullopt;
    return value;
}

std::string_view find_words(dom::object object, std::string_view key) {
    std::string_view words;
    if (object.at_key(key).get(words) != simdjson::SUCCESS) return {};
    return words;
}

namespace {

// CSL's {"date-parts": [["2026", 3, 14]]} as "2026-03-14".
std::string say_date_parts(dom::element value) {
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS || list.begin() == list.end()) return {};
    dom::array parts;
    if ((*list.begin()).get(parts) != simdjson::SUCCESS) return {};
    std::string out;
    for (const dom::element part : parts) {
        const std::string words = say_value(part, 1);
        if (words.empty() || out.size() > 10) break;
        if (!out.empty()) out += words.size() == 1 ? "-0" : "-";
        out += words;
    }
    return out;
}

}  // namespace

std::string say_value(dom::element value, int depth) {
    std::string_view words;
    std::int64_t whole = 0;
    std::uint64_t large = 0;
    double real = 0;
    dom::object object;
    dom::array list;
    if (value.get(words) == simdjson::SUCCESS) {
        const auto begin = words.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) return {};
        return std::string(words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1));
    }
    if (value.get(whole) == simdjson::SUCCESS) return std::to_string(whole);
    if (value.get(large) == simdjson::SUCCESS) return std::to_string(large);
    if (value.get(real) == simdjson::SUCCESS) {
        constexpr double kExact = 9007199254740992.0;
        if (std::abs(real) < kExact && real == std::floor(real)) return std::to_string(static_cast<std::int64_t>(real));
        return fmt::format("{}", real);
    }
    if (depth > 2) return {};
    if (value.get(object) == simdjson::SUCCESS) {
        if (const auto parts = find_member(object, "date-parts")) return say_date_parts(*parts);
        if (const auto rendered = find_words(object, "rendered"); !rendered.empty()) return say_rendered(rendered);
        for (const std::string_view key : {"name", "title", "$date", "$oid", "$numberLong", "@value", "value", "text", "domain", "uri", "url", "id", "@id"})
            if (const auto inner = find_member(object, key)) return say_value(*inner, depth + 1);
        return {};
    }
    if (value.get(list) == simdjson::SUCCESS) {
        for (const dom::element inner : list)
            if (std::string said = say_value(inner, depth + 1); !said.empty()) return said;
    }
    return {};
}

std::string say_authors(dom::element value) {
    const auto say_one = [](dom::element one) -> std::string {
        dom::object object;
        if (one.is_number() || one.is_bool()) return {};
        if (one.get(object) != simdjson::SUCCESS) return say_value(one);
        const std::string_view family = find_words(object, "family"), given = find_words(object, "given");
        if (family.empty()) return say_value(one);
        return given.empty() ? std::string(family) : fmt::format("{} {}", given, family);
    };
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return say_one(value);
    std::string out;
    for (const dom::element inner : list) {
        const std::string name = say_one(inner);
        if (name.empty()) continue;
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

void append_text(dom::element value, std::string& out) {
    std::string_view words;
    dom::array list;
    dom::object object;
    if (value.get(words) == simdjson::SUCCESS) {
        if (!out.empty()) out += "\n\n";
        out += words;
    } else if (value.get(list) == simdjson::SUCCESS) {
        for (const dom::element inner : list) append_text(inner, out);
    } else if (value.get(object) == simdjson::SUCCESS) {
        for (const std::string_view key : {"summary", "sections", "headline", "paragraphs", "text", "rendered"}) {
            dom::element inner;
            if (object.at_key(key).get(inner) == simdjson::SUCCESS) append_text(inner, out);
        }
    }
}

}  // namespace firsthand::read
