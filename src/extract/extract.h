// Annotation and Encoding of one document -> names, attributions, speakers.
#pragma once

#include "extract/tagged.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Fills entities, attributions and terms of a reading whose document and annotation are there. Cannot fail.
void extract(Reading& reading);
// The same from what the network found in the document's text.
void extract(Reading& reading, const Heard& heard);
// The terms alone, where the rest is known.
void extract_terms(Reading& reading);

}  // namespace firsthand::extract
