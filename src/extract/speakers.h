// Who the source spans mean, and through whom the words came: speakers, unnamed sources, relays, nesting.
#pragma once

#include <vector>

#include "extract/antecedents.h"
#include "extract/passing.h"
#include "extract/names.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// Fills reading.entities and reading.attributions from names and passages. `choose` decides whom pronouns and descriptions mean.
void find_speakers(Reading& reading, Names& names, std::vector<Passing>& passages, const Chooser& choose = choose_likeliest);

}  // namespace firsthand::extract
