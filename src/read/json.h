// One JSON object -> its Document, by the field names of fields.cc; or its Documents, where it is what an API answered.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/record.h"

namespace firsthand::read {

class JsonParser {
  public:
    JsonParser();
    JsonParser(JsonParser&&) noexcept;
    JsonParser& operator=(JsonParser&&) noexcept;
    ~JsonParser();
    // What the object holds, or why it holds nothing; more than one for an answer that wraps its articles ({"articles":[…]}), never
    // empty. kPadding bytes behind `json` must be readable. `id` holds the given id only.
    [[nodiscard]] std::vector<Parsed> parse(std::string_view json);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace firsthand::read
