// Values of a JSON object in words. The header of those that know the shape of some record; simdjson stays behind json.h for
// all others.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "read/record.h"

namespace firsthand::read {

namespace dom = simdjson::dom;

// Null, a blank text, an empty list or object.
[[nodiscard]] bool is_empty(dom::element value);

// A short value in words: a text, a number, the name of an object, the first of a list.
[[nodiscard]] std::string say_value(dom::element value, int depth = 0);

// Authors are one text, a list of texts, or a list of objects with names ({"name"}, {"given", "family"}). A number names nobody.
[[nodiscard]] std::string say_authors(dom::element value);

// A text, a list of paragraphs, or Fundus' body of sections.
void append_text(dom::element value, std::string& out);

// The value of a member that is there and not empty.
[[nodiscard]] std::optional<dom::element> find_member(dom::object object, std::string_view key);
// … in words, when it is a text; else empty.
[[nodiscard]] std::string_view find_words(dom::object object, std::string_view key);

}  // namespace firsthand::read
