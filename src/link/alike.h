// Terms of all documents -> pairs whose weighted words are alike. By postings in a window of time, never all pairs.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::link {

struct AlikePair {
    std::uint32_t a = 0, b = 0;                    // places in the canonical order, a < b
    float weighted = 0;                            // cosine of Term::weight over the heaviest terms of both
    friend bool operator==(const AlikePair&, const AlikePair&) = default;
};

struct AlikeRule {
    std::size_t heaviest = 120;                    // terms of a document that count
    float least = 0.04F;                           // AlikePair::weighted
    std::int64_t window_seconds = 10 * 86400LL;    // between documents whose day is known
    std::uint32_t most_neighbours = 400;           // documents before in the window that share a term: no more are looked at
    std::uint32_t most_documents = 400;            // that share a term, where a day is not known: a term of more says nothing there
    std::size_t at_once = 50'000;                  // documents whose postings are in memory
};

// The terms of a document, by word; none for one that takes no part. Any thread may call it.
using TermsOf = std::function<std::vector<Term>(std::uint32_t document)>;

// By (a, b). `documents` in canonical order.
[[nodiscard]] std::vector<AlikePair> find_alike(const std::vector<DocumentRow>& documents, const TermsOf& terms_of, const AlikeRule& rule, unsigned threads);

}  // namespace firsthand::link
