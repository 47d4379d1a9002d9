// One JSON object -> its Document, by the field names of fields.cc; or its Documents, where it is what an API answered.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/record.h"

namespace firsthand::read {

struct JsonPart {
    Parsed parsed;
    std::size_t number = 1;                        // among those of its object, from 1
    bool alone = false;                            // its object holds no other
};

class JsonParser {
  public:
    // `document_time`: see ReadOptions.
    explicit JsonParser(std::chrono::milliseconds document_time = kDocumentTime);
    JsonParser(JsonParser&&) noexcept;
    JsonParser& operator=(JsonParser&&) noexcept;
    ~JsonParser();
    // Begins with an object; kPadding bytes behind `json` must be readable, but only during the call.
    void start(std::string_view json);
    // What the object holds, or why it holds nothing; more than one for an answer that wraps its articles ({"articles":[…]}), at
    // least one. One at a time, for an answer of 4 MB may hold a million. `id` holds the given id only.
    [[nodiscard]] std::optional<JsonPart> next();
    // Both, for a small one.
    [[nodiscard]] std::vector<Parsed> parse(std::string_view json);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace firsthand::read
