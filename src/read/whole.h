// A file that holds one article: read whole, made into one item.
#pragma once

#include <memory>
#include <string>

#include "read/formats.h"

namespace firsthand::read {

// `make` gets all bytes, never only blanks; the path is set behind it, and what a broken file lacks is noted. Files over
// Limits::document_bytes are refused.
[[nodiscard]] std::unique_ptr<DocumentStream> open_whole(Opened opened, Item (*make)(std::string bytes));

}  // namespace firsthand::read
