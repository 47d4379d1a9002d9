// Annotation -> the weighted words that tell one story from another.
#pragma once

#include <vector>

#include "firsthand/types.h"

namespace firsthand::extract {

// How much more a word weighs for the place where it stands.
struct TermOptions {
    float title = 3.0F;                            // each time in the title counts as this many
    float lead = 1.5F;                             // each time among the first `lead_words` words
    float name = 1.4F;                             // factor for words that are mostly capitalised within sentences
    unsigned lead_words = 80;
    unsigned most_terms = 250;                     // the heaviest are kept
};

// Unit-length sublinear TF-IDF over words (no numbers), by word. A text and its title give the same terms in any pile.
[[nodiscard]] std::vector<Term> weigh_terms(const Document& document, const Annotation& annotation, const TermOptions& options = {});

}  // namespace firsthand::extract
