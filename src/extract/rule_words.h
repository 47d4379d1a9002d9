// The small word lists of the rules: what makes a cue a noun, a quotation a title, a clause a content.
#pragma once

#include "lexicon/words.h"

namespace firsthand::extract {

[[nodiscard]] const lexicon::WordSet& noun_markers();  // before these a cue's form is a noun: "the reports", "his claim"
[[nodiscard]] const lexicon::WordSet& never_before_verbs();
[[nodiscard]] const lexicon::WordSet& ambiguous_forms();
[[nodiscard]] const lexicon::WordSet& he_or_she();
[[nodiscard]] const lexicon::WordSet& title_words();  // before these a quotation is a title or a label

}  // namespace firsthand::extract
