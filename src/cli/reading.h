// How the commands read: the next input with its progress, and one input on any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "cli/progress.h"
#include "firsthand/firsthand.h"
#include "read/read.h"

namespace firsthand::cli {

// How far a reader is: set where it is read, shown where results are consumed, on another thread.
struct SharedProgress {
    std::atomic<std::uint64_t> bytes{0}, of_bytes{0};
};

// The reader's next item; notes in `shared` how far it is. One thread at a time.
[[nodiscard]] std::optional<read::Item> next_item(read::Reader& reader, SharedProgress& shared);

// What is left when every item was read: documents that stand in lines of `extract` only.
[[nodiscard]] std::optional<read::Item> next_left(read::Reader& reader, SharedProgress& shared);

// A document as read_document() hands it out, by a line of `extract` where one speaks of it.
[[nodiscard]] Reading make_reading(const read::Reader& reader, const Models& models, Document document);

// Bytes where their sum is known, else the articles so far.
void show_reading(ProgressLine& line, const SharedProgress& shared, std::uint64_t articles);

}  // namespace firsthand::cli
