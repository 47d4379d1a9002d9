// Does every position of a record point at something? What comes from a disk may be followed without looking only then.
#pragma once

#include "firsthand/types.h"

namespace firsthand::store {

// Spans lie inside the text (of attributions and mentions: inside text or title), tokens are in order, token spans lie inside the tokens, and
// entities and parents are in the reading.
[[nodiscard]] bool keeps_law(const Reading& reading);
// Its positions are in other records: nothing can be said here.
[[nodiscard]] inline bool keeps_law(const Link&) { return true; }
// Edits name members, and there are no forms or one for each member.
[[nodiscard]] bool keeps_law(const Group& group);
// Positions name origins.
[[nodiscard]] bool keeps_law(const Assessment& assessment);

}  // namespace firsthand::store
