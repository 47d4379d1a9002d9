// Two documents -> how likely they tell one story. Weights learned by training/stories.py.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "link/digest.h"

namespace firsthand::link {

// Cosines of what two documents are made of, 0..1; `sense` −1..1.
struct Likeness {
    float weighted = 0;                            // words, those of title, lead and names for more
    float title = 0, plain = 0;                    // words of the titles; all words alike
    float names = 0, others = 0;                   // plain, names alone and without them
    float sense = 0;                               // what the leads are about, as the network sees it
    bool sensed = false;                           // a network read both
};

[[nodiscard]] Likeness measure_likeness(const Digest& a, const Digest& b);

// How crowded it is around a document: Likeness::weighted with the documents near it in time.
struct Surroundings {
    float nearest = 0;                             // with the most alike one
    float crowd = 0;                               // with the second to the eighth, on average
};
inline constexpr std::size_t kCrowd = 8;
inline constexpr double kCrowdDays = 4;            // apart at most; a document without a day is near to all

struct PairContext {
    double days = 0;                               // between the two; nothing where `dated` is false
    bool dated = false;                            // the days of both are known
    std::uint32_t words = 0;                       // of the shorter one
    Surroundings a, b;
};

inline constexpr std::size_t kLikenessFeatures = 28;
using LikenessFeatures = std::array<float, kLikenessFeatures>;
// Symmetric in a and b.
[[nodiscard]] LikenessFeatures list_features(const Likeness& likeness, const PairContext& context);
// The logarithm of the odds that they tell one story.
[[nodiscard]] float rate_story(const LikenessFeatures& features);

}  // namespace firsthand::link
