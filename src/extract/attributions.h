// Who says what, by rules: quotations and clauses with their cue and their source span.
//
// Kept in one small place on purpose: the encoder replaces most of it, the quotation marks stay.
#pragma once

#include <vector>

#include "extract/names.h"
#include "firsthand/types.h"
#include "lexicon/cues.h"

namespace firsthand::extract {

// An attribution before its speaker is known.
struct Passing {
    Speech speech = Speech::direct;
    Act act = Act::speech;
    TokenSpan source, cue, to;                     // empty: none
    std::vector<TokenSpan> content;                // ordered
    bool floating = false;                         // a quotation without any cue that continues the last speaker
    bool continues = false, runs_on = false;       // its quotation goes on from the paragraph before; into the next one
    float score = 0;
};

// In the order of their content.
[[nodiscard]] std::vector<Passing> find_attributions(const Document& document, const Annotation& annotation, const Names& names);

}  // namespace firsthand::extract
