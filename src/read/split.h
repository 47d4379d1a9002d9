// A stream of JSON -> its elements: lines, or the values of a list, or values one after another. Holds one element at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/bytes.h"

namespace firsthand::read {

// The reason for leaving out what has more bytes than one document may have.
[[nodiscard]] std::string say_too_long(std::uint64_t limit);

struct Element {
    std::string_view bytes;                        // void after the next call; kPadding bytes behind it may be read
    std::uint64_t line = 1, column = 1;            // where it begins, from 1, in bytes
    bool first_on_line = true;                     // else its line alone does not name it
    std::string problem;                           // not empty: there are no bytes, and this is why
};

class Splitter {
  public:
    virtual ~Splitter() = default;
    [[nodiscard]] virtual std::optional<Element> next() = 0;
};

enum class Layout : std::uint8_t { lines, list, values };

// lines: a value on each line (JSON Lines). list: `[` value `,` value … `]`. values: one or more values over many lines.
// Elements over `limit` bytes are passed over with a problem; the rest goes on.
[[nodiscard]] std::unique_ptr<Splitter> split(Layout layout, Window& window, std::uint64_t limit);

}  // namespace firsthand::read
