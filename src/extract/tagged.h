// What the network tagged -> passages in tokens. Quotation marks are hard evidence: no content ends inside a quotation that it
// mostly holds, and what stands in marks and was left over may continue the speaker before it.
#pragma once

#include <vector>

#include "extract/passing.h"
#include "extract/decode.h"
#include "extract/names.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// An attribution as the network tagged it, in tokens. Empty spans: none was found, or it covers no token.
struct TaggedPassage {
    TokenSpan source, cue;
    std::vector<TokenSpan> content;                // ordered
    bool nested = false;
    Act act = Act::speech;
    float score = 0;                               // 0..1, the chance that it is right
};

// What the network found in a document, or in a part of it.
struct Heard {
    std::vector<TaggedTokens> names;               // ordered, disjoint
    std::vector<TaggedPassage> passages;           // in the order of their content
};

// Tokens that a span of bytes touches; empty where there are none.
[[nodiscard]] TokenSpan tokens_of(const Annotation& annotation, ByteSpan span);
// Tokens that the bytes of a span of pieces touch.
[[nodiscard]] TokenSpan tokens_of(const Annotation& annotation, const Encoding& encoding, PieceSpan span);
// Appends what an encoding holds: the document's next part.
void hear(const Annotation& annotation, const Encoding& encoding, const LinkScorer& link, std::span<const float, model::kEvidence> calibration, Heard& heard);

// In the order of their content.
[[nodiscard]] std::vector<Passing> place_tagged(const Document& document, const Annotation& annotation, const Names& names, const std::vector<TaggedPassage>& tagged);

}  // namespace firsthand::extract
