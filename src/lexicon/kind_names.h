// Kinds -> the contract's names for them, as the JSON has them, and back.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::lexicon {

// Each in the order of its enumeration.
inline constexpr std::array<std::string_view, 3> kSpeechNames{"direct", "indirect", "mixed"};
inline constexpr std::array<std::string_view, 4> kActNames{"speech", "thought", "finding", "attitude"};
inline constexpr std::array<std::string_view, 3> kHandNames{"own", "told", "retold"};
inline constexpr std::array<std::string_view, 7> kEntityNames{"person", "organization", "place", "outlet", "document", "unnamed", "article"};
inline constexpr std::array<std::string_view, 3> kNumberNames{"unknown", "one", "several"};
inline constexpr std::array<std::string_view, 7> kGenreNames{"unknown", "news", "opinion", "satire", "advert", "release", "live"};
inline constexpr std::array<std::string_view, 5> kPrecisionNames{"none", "year", "month", "day", "second"};

template <typename Kind, std::size_t kCount>
[[nodiscard]] std::optional<Kind> find_kind(const std::array<std::string_view, kCount>& names, std::string_view name) {
    for (std::size_t i = 0; i < kCount; ++i)
        if (names[i] == name) return static_cast<Kind>(i);
    return std::nullopt;
}

}  // namespace firsthand::lexicon
