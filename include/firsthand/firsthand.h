// Firsthand as a library: what one document says by itself. Include this.
#pragma once

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand {

// "0.1.0"
[[nodiscard]] std::string_view version();

// Reads one document: annotation, names, attributions, terms. Touches no shared state; any number of threads may call it.
[[nodiscard]] Reading read_document(Document document);
// The same, where it was extracted before: only annotation and terms are made anew. Every position must have been checked.
[[nodiscard]] Reading read_document(Document document, Extracted extracted);

}  // namespace firsthand
