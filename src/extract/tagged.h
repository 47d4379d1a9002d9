// What the network tagged -> passages in tokens. Quotation marks are hard evidence: no content ends inside a quotation that it
// mostly holds, and what stands in marks and was left over may continue the speaker before it.
#pragma once

#include <vector>

#include "extract/attributions.h"
#include "extract/decode.h"
#include "extract/names.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Bytes that a span of pieces covers, as tokens; empty where it covers none.
[[nodiscard]] TokenSpan tokens_of(const Annotation& annotation, const Encoding& encoding, PieceSpan span);

// In the order of their content.
[[nodiscard]] std::vector<Passing> place_tagged(const Document& document, const Annotation& annotation, const Names& names, const Encoding& encoding, const std::vector<Tagged>& tagged);

}  // namespace firsthand::extract
