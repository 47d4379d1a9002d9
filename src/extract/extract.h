// Annotation and Encoding of one document -> names, attributions, speakers.
#pragma once

#include "extract/decode.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Fills entities, attributions and terms of a reading whose document and annotation are there. Cannot fail.
void extract(Reading& reading);
// The same from what the network read in the document's text; `link` is asked who belongs to whom.
void extract(Reading& reading, const Encoding& encoding, const LinkScorer& link);
// The terms alone, where the rest is known.
void extract_terms(Reading& reading);

}  // namespace firsthand::extract
