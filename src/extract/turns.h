// Interviews and transcripts: lines that begin with who speaks. "Q: …", "A: …", "NORA QUILL: …", "NQ: …".
#pragma once

#include <vector>

#include "extract/names.h"
#include "extract/tagged.h"
#include "firsthand/types.h"

namespace firsthand::extract {

// What one says until the next speaks, or the paragraph ends.
struct Turn {
    TokenSpan label;                               // "NORA QUILL"; its colon stands right behind
    TokenSpan words;                               // what is said
};

// All lines with a label, in order; none where a text has fewer than four, or no label that comes again.
[[nodiscard]] std::vector<Turn> find_turns(const Document& document, const Annotation& annotation);
// Labels of several words in capitals are names, also where the network saw none: "NORA QUILL". Returns `tagged` with them.
[[nodiscard]] std::vector<TaggedTokens> with_labels(const Document& document, const Annotation& annotation, const std::vector<Turn>& turns, const std::vector<TaggedTokens>& tagged);
// What persons say in turns becomes passages of their own, in place of what the network made of labels; questions, and labels that name
// nobody ("MYTH:", "Related:"), are left alone.
void take_turns(const Document& document, const Annotation& annotation, const Names& names, const std::vector<Turn>& turns, std::vector<Passing>& passages);

}  // namespace firsthand::extract
