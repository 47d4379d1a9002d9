// Who the source spans mean, and through whom the words came: speakers, unnamed sources, relays.
#pragma once

#include <vector>

#include "extract/attributions.h"
#include "extract/names.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Fills reading.entities and reading.attributions from names and passages.
void find_speakers(Reading& reading, Names& names, std::vector<Passing>& passages);

}  // namespace firsthand::extract
