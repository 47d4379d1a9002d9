// An attribution in tokens, before its speaker is known.
#pragma once

#include <vector>

#include "firsthand/types.h"

namespace firsthand::extract {

struct Passing {
    Speech speech = Speech::direct;
    Act act = Act::speech;
    TokenSpan source, cue, to;                     // empty: none
    std::vector<TokenSpan> content;                // ordered
    EntityId speaker = kNobody;                    // known already: whose turn it is in an interview
    std::uint32_t speaker_of = 0;                  // passages with the same number have one speaker; 0: not told
    bool passive = false;                          // "was told": its subject is who hears, nobody says who spoke
    bool floating = false;                         // a quotation without any cue that continues the last speaker
    bool continues = false, runs_on = false;       // its quotation goes on from the paragraph before; into the next one
    float score = 0;
};

}  // namespace firsthand::extract
