// An attribution in tokens, before its speaker is known.
#pragma once

#include <algorithm>
#include <iterator>
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

    // Is a token in its content; in its source or content?
    [[nodiscard]] bool says(std::uint32_t token) const {
        return std::any_of(content.begin(), content.end(), [&](TokenSpan span) { return token >= span.begin && token < span.end; });
    }
    [[nodiscard]] bool holds(std::uint32_t token) const { return (token >= source.begin && token < source.end) || says(token); }
};

// The one of ordered spans that begins last at or before a token: of sentences or paragraphs, which cover every token, the one around it.
[[nodiscard]] inline TokenSpan span_around(const std::vector<TokenSpan>& spans, std::uint32_t token) {
    return *std::prev(std::upper_bound(spans.begin(), spans.end(), token, [](std::uint32_t at, TokenSpan span) { return at < span.begin; }));
}

}  // namespace firsthand::extract
