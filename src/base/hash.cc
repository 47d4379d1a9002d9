// Tested by hash_test.cc.
#include "base/hash.h"

#include <xxhash.h>

namespace firsthand::base {

std::uint64_t hash_bytes(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint32_t hash_word(std::string_view folded) {
    const auto hash = static_cast<std::uint32_t>(hash_bytes(folded));
    return hash == 0 ? 1 : hash;
}

std::string short_hex(std::uint64_t value) {
    std::string text(10, '0');
    for (int i = 0; i < 10; ++i) text[static_cast<std::size_t>(i)] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 15U];
    return text;
}

}  // namespace firsthand::base
