// Tested by base64_test.cc.
#include "base/base64.h"

#include <openssl/evp.h>

#include <algorithm>

namespace firsthand::base {

std::string encode_base64(std::span<const std::int8_t> bytes) {
    std::string letters((bytes.size() + 2) / 3 * 4 + 1, '\0');   // OpenSSL ends it with a zero
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(letters.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    letters.resize(static_cast<std::size_t>(size));
    return letters;
}

std::optional<std::vector<std::int8_t>> decode_base64(std::string_view letters) {
    const bool blank = std::any_of(letters.begin(), letters.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });   // OpenSSL trims these
    if (blank || letters.size() % 4 != 0 || letters.size() > std::size_t{1} << 30U) return std::nullopt;
    const std::size_t padding = letters.ends_with("==") ? 2 : letters.ends_with('=') ? 1 : 0;
    std::vector<std::int8_t> bytes(letters.size() / 4 * 3);
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), reinterpret_cast<const unsigned char*>(letters.data()), static_cast<int>(letters.size()));
    if (size < 0 || static_cast<std::size_t>(size) < padding) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return bytes;
}

}  // namespace firsthand::base
