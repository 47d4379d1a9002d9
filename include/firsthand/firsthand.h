// Firsthand as a library: what one document says by itself. Include this.
#pragma once

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand {

// "0.1.0"
[[nodiscard]] std::string_view version();

// Reads one document: annotation, names, attributions, terms. Touches no shared state; any number of threads may call it.
[[nodiscard]] Reading read_document(Document document);

}  // namespace firsthand
