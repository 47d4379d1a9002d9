// Hashes: documents, words and runs of words. 64 bits of XXH3, and cheap mixing on top.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace firsthand::base {

[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes);

// A folded word (see utf8.h fold_word) as 32 bits; never 0.
[[nodiscard]] std::uint32_t hash_word(std::string_view folded);

// splitmix64's finalizer: spreads the bits of a small integer.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27U;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

[[nodiscard]] constexpr std::uint64_t combine(std::uint64_t seed, std::uint64_t value) {
    return mix(seed * 0x9e3779b97f4a7c15ULL + value + 0x7f4a7c15ULL);
}

// The first 10 hex digits of a hash, for ids.
[[nodiscard]] std::string short_hex(std::uint64_t value);

}  // namespace firsthand::base
