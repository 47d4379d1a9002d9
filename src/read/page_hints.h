// What the names that a page gives to its elements (class, id, role, itemprop) say about their purpose. Soft evidence: authors
// choose names freely; whoever asks weighs them against the text inside.
#pragma once

#include <cstdint>

#include "read/html.h"

namespace firsthand::read {

using Hints = std::uint32_t;
namespace hint {
inline constexpr Hints body = 1U << 0U;            // the article's text: itemprop=articleBody
inline constexpr Hints likely_body = 1U << 1U;     // class "entry-content", "article__body", "story-text"
inline constexpr Hints furniture = 1U << 2U;       // menus, shares, recommendations, adverts, sign-ups
inline constexpr Hints comments = 1U << 3U;        // what readers wrote
inline constexpr Hints caption = 1U << 4U;         // of pictures, with their credits
inline constexpr Hints byline = 1U << 5U;          // author, date, reading time, and what is told about the author
inline constexpr Hints pull_quote = 1U << 6U;      // a sentence of the text, shown twice
inline constexpr Hints hidden = 1U << 7U;          // not shown when the page opens
inline constexpr Hints post = 1U << 8U;            // an embedded post of a social network
inline constexpr Hints summary = 1U << 9U;         // standfirst, dek: above the text
inline constexpr Hints consent = 1U << 10U;        // cookie walls, dialogs: over the page, not in it
inline constexpr Hints weak = 1U << 11U;           // mostly furniture; but frameworks name what holds text like this too ("widget")
}  // namespace hint

[[nodiscard]] Hints read_hints(const Html& page, NodeId node);

}  // namespace firsthand::read
