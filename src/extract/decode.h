// Encoding -> spans of pieces that belong together: who said what, and names, as the network scored them.
//
// Spans are the best path under the grammar O (B I* E | S) (Viterbi); links are its best candidate above nobody. The same steps
// as training/decode.py, by which the weights were judged. A content has at most one cue, a cue at most one source.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "firsthand/types.h"
#include "model/encoder.h"

namespace firsthand::extract {

using model::PieceSpan;

// One attribution. Empty spans: none was found.
struct Tagged {
    PieceSpan source, cue;
    std::vector<PieceSpan> content;                // ordered, not empty
    bool nested = false;                           // stands in the content of another
    Act act = Act::speech;
    std::array<float, model::kEvidence> evidence{};   // what speaks for it: training/decode.py, evidence()
    friend bool operator==(const Tagged&, const Tagged&) = default;
};

struct TaggedName {
    PieceSpan pieces;
    EntityKind kind = EntityKind::person;          // person, organization or place
    friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

// Scores of every query (row) with every key; above 0 is more likely than nobody. model::Encoder::links does it.
using LinkScorer = std::function<std::vector<float>(model::Relation relation, std::span<const PieceSpan> queries, std::span<const PieceSpan> keys)>;

// The spans of one role: `column` is the first of its five in Encoding::tags.
[[nodiscard]] std::vector<PieceSpan> decode_role(const Encoding& encoding, std::size_t column);
// By begin of content, outer before nested.
[[nodiscard]] std::vector<Tagged> decode_attributions(const Encoding& encoding, const LinkScorer& link);
// Ordered, disjoint.
[[nodiscard]] std::vector<TaggedName> decode_names(const Encoding& encoding);

}  // namespace firsthand::extract
