// What can be read, in one table: name, suffixes, help, how. Help texts and the manual page come from it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "read/bytes.h"
#include "read/read.h"

namespace firsthand::read {

// The elements of one file, one after another. Paths are filled in, ids as given.
class DocumentStream {
  public:
    virtual ~DocumentStream() = default;
    [[nodiscard]] virtual std::optional<Item> next() = 0;
};

// An opened file, unpacked where it was a container.
struct Opened {
    std::unique_ptr<Window> window;
    std::string path;                              // as shown
    std::uint64_t document_bytes = 0;              // the most that one document may have
};

struct Format {
    std::string_view name;
    std::string_view suffixes;                     // as people write them; kinds are told by content
    std::string_view help;
    std::unique_ptr<DocumentStream> (*open)(Opened);
};

[[nodiscard]] std::span<const Format> list_formats();

// The format of these first bytes, or why there is none: "a PDF file: extract its text first".
struct Sniffed {
    const Format* format = nullptr;
    std::string problem;
};
[[nodiscard]] Sniffed sniff_format(std::string_view head);

inline constexpr std::size_t kSniffBytes = 1U << 16U;

}  // namespace firsthand::read
