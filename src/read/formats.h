// What can be read, in one table: name, suffixes, help, how. Help texts and the manual page come from it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "firsthand/error.h"
#include "read/bytes.h"
#include "read/listing.h"
#include "read/read.h"
#include "read/split.h"

namespace firsthand::read {

// The elements of one file, one after another. Paths are filled in, ids as given.
class DocumentStream {
  public:
    virtual ~DocumentStream() = default;
    [[nodiscard]] virtual std::optional<Item> next() = 0;
    // Bytes of the file that were read beside its window, for progress.
    [[nodiscard]] virtual std::uint64_t taken() const { return 0; }
};

class ExtractLines;

// What one file may ask for (see ReadOptions).
struct Limits {
    std::uint64_t document_bytes = 32U << 20U;
    std::chrono::milliseconds document_time = kDocumentTime;
    UnpackLimits unpack;
};

// An opened file, or a member of an archive; unpacked where it was a container.
struct Opened {
    std::unique_ptr<Window> window;
    std::string path;                              // as shown
    Limits limits;
    int descriptor = -1;                           // of the file, for formats that do not stream; -1: there is none to seek in
    bool in_archive = false;                       // archives in archives are refused
    bool unpacked = false;                         // unpack_container() was here
    bool listed = false;                           // its records without text were taken by Format::list before: nothing is to be said of them
};

struct Format {
    std::string_view name;
    std::string_view suffixes;                     // as people write them; kinds are told by content
    std::string_view help;
    bool (*recognise)(std::string_view head);      // of the first kSniffBytes, behind a byte order mark; the first row that says yes
    std::unique_ptr<DocumentStream> (*open)(Opened);
    void (*list)(Opened, Listings&) = nullptr;     // starts a file of listings and adds its records without text, if it holds such; null: it never does
    bool beside = false;                           // holds lines of `extract`: indexed before the first document, not read in their turn
};

[[nodiscard]] std::span<const Format> list_formats();

// JSON in its three layouts (json_stream.cc).
[[nodiscard]] std::unique_ptr<DocumentStream> open_json(Layout layout, Opened opened);
// The records of a JSON file whose first ones have addresses and no text.
void list_json(Layout layout, Opened opened, Listings& listings);

// The format of these first bytes, or why there is none: "a PDF file: extract its text first".
struct Sniffed {
    const Format* format = nullptr;
    std::string problem;
};
[[nodiscard]] Sniffed sniff_format(std::string_view head);

// Unpacks, sniffs and opens. Error: what it is instead of something readable, and what would help.
[[nodiscard]] Result<std::unique_ptr<DocumentStream>> open_stream(Opened opened);

// The first pass over a file: unpacks, sniffs, and takes its lines of `extract`, or its records without text, if its format has
// such. `file`: where it can be opened again.
void list_records(Opened opened, std::string file, Listings& listings, ExtractLines& lines);

// By its name, can a file hold records without text, or lines of `extract`? Others are opened once only.
[[nodiscard]] bool may_be_listing(std::string_view path);

// Puts the window of what is packed in place of its own. Error: it is packed twice.
[[nodiscard]] Result<void> unpack_container(Opened& opened);
// Does it hold lines of `extract`? Looks at its first bytes only. Unpacks it.
[[nodiscard]] bool begins_with_extract_line(Opened& opened);

inline constexpr std::size_t kSniffBytes = 1U << 16U;

}  // namespace firsthand::read
