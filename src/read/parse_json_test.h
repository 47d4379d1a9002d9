// JSON in a test -> what the parser makes of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/bytes.h"
#include "read/json.h"

namespace firsthand::read {

inline std::vector<Parsed> parse_all(std::string json) {
    JsonParser parser;
    const std::size_t size = json.size();
    json.append(kPadding, '\0');
    return parser.parse(std::string_view(json).substr(0, size));
}

inline Document parse(const std::string& json) {
    auto parsed = parse_all(json);
    if (parsed.size() == 1 && std::holds_alternative<Document>(parsed[0])) return std::get<Document>(parsed[0]);
    ADD_FAILURE() << json << "\n" << (parsed.size() == 1 && std::holds_alternative<std::string>(parsed[0]) ? std::get<std::string>(parsed[0]) : "no document");
    return {};
}

}  // namespace firsthand::read
