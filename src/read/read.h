// Bytes -> Documents. A Reader walks what the user named and hands out one document, or one reason, at a time.
//
// To add a format: one file read/<name>.cc, one row in read/formats.cc, a fuzz target, a golden case.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand::read {

// See ReadOptions::document_time.
inline constexpr std::chrono::milliseconds kDocumentTime = std::chrono::seconds(10);

struct ReadOptions {
    std::vector<std::string> paths;                // files, folders (walked), "-" for standard input
    std::string meta_path;                         // CSV with the columns path or id, url, outlet, title, published; empty: none
    std::string model;                             // of several lines of `extract` on one text those of this model go first
    std::uint64_t document_bytes = 32U << 20U;     // the most that one document may have, unpacked
    std::uint64_t text_bytes = 5U << 20U;          // the most that its text may have: all behind reading is linear in it
    std::chrono::milliseconds document_time = kDocumentTime;   // of a processor: the most that next(), and complete(), may need for one document
    std::uint64_t ratio_bytes = 1U << 20U;         // beyond this much output …
    std::uint32_t ratio = 200;                     // … a compressed file may unpack to this many times its size
};

// A web page as it was met: complete() makes a document of it.
struct Page {
    std::string path;                              // as shown
    std::string url;                               // where it was saved from, when something beside the page says so
    std::string charset;                           // as the server declared it; empty: not known
    std::string bytes;
    std::vector<std::string> notes;                // what is known before it is read: "truncated"
    std::string title, text;                       // as an archive lists them, for a page that shows none of its own
};

// One element of the input: a document, a page that is still to be read, or why there is neither.
using Item = std::variant<Document, Page, Skipped>;
using Completed = std::variant<Document, Skipped>;

struct Progress {
    std::uint64_t bytes = 0, of_bytes = 0;         // of the files on disk; of_bytes 0: unknown (standard input)
};

// Reads on demand: memory is bounded by one document and some buffers, however large the input. Documents come in the
// order of their paths (a folder's members sorted by name), then of their lines.
class Reader {
  public:
    // Error: none of the paths exists, a meta file that cannot be read. One path that does not exist comes as Skipped.
    [[nodiscard]] static Result<Reader> open(ReadOptions options);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    // The next element; empty at the end. Does not throw on any bytes. What is slow is left to complete(), so that any number
    // of threads can do it.
    [[nodiscard]] std::optional<Item> next();
    // The document of an element, with all that can be told of it. From any thread.
    [[nodiscard]] Completed complete(Item item) const;
    // What lines of `extract` among the input say of a completed document; empty: it must be extracted. From any thread.
    [[nodiscard]] std::optional<Extracted> recall(const Document& document) const;
    // When every item is completed and recalled: the documents that stand in lines of `extract` only, to be completed and recalled
    // like the others; empty at the end.
    [[nodiscard]] std::optional<Item> next_left();
    // When every item is completed: what holds no article text and joined no article of this run, one for each file; and
    // what lines of `extract` could not be used for.
    [[nodiscard]] std::vector<Skipped> list_unjoined() const;
    [[nodiscard]] Progress progress() const;

  private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// The last step of Reader::complete(), in place: repaired UTF-8, title from the first line, furniture, language, outlet from
// the URL, notes. Changes nothing the second time.
void complete(Document& document);

}  // namespace firsthand::read
