// What the columns of Encoding::tags mean. The order is that of training/network.py; a model file repeats it and is refused if it differs.
//
// Every span is tagged O B I E S: outside, begin, inside, end, single piece.
#pragma once

#include <cstddef>

namespace firsthand::model {

inline constexpr std::size_t kSteps = 5;                              // O B I E S
inline constexpr std::size_t kRoles = 3;                              // source, cue, content: kSteps columns each
inline constexpr std::size_t kNameKinds = 3;                          // person, organisation, place: B I E S each, behind one O
inline constexpr std::size_t kActs = 4;                               // speech, thought, finding, attitude: read on the pieces of a cue

inline constexpr std::size_t kOuter = 0;                              // roles of attributions that stand in the article's own text
inline constexpr std::size_t kNested = kOuter + kRoles * kSteps;      // roles of those that stand in the content of another
inline constexpr std::size_t kNamed = kNested + kRoles * kSteps;
inline constexpr std::size_t kActed = kNamed + 1 + 4 * kNameKinds;
inline constexpr std::size_t kTags = kActed + kActs;

// Who belongs to whom: a content asks for its cue, a cue for its source, a content without a cue for its source.
enum class Relation : unsigned char { content_cue, cue_source, content_source };
inline constexpr std::size_t kRelations = 3;
inline constexpr std::size_t kLinkWidth = 32;
inline constexpr std::size_t kDistances = 21;                         // buckets of the gap between two spans (training/network.py, gap_buckets)
inline constexpr std::size_t kEvidence = 10;                          // numbers by which an attribution's score is made (training/decode.py, evidence)

}  // namespace firsthand::model
