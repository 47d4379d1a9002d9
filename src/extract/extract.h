// Annotation and Encoding of one document -> names, attributions, speakers.
#pragma once

#include "extract/tagged.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Fills entities, attributions and terms of a reading whose document and annotation are there, from what the network found in its text.
// Cannot fail.
void extract(Reading& reading, const Heard& heard);
// The terms alone, where the rest is known.
void extract_terms(Reading& reading);

}  // namespace firsthand::extract
