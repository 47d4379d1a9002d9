// Base64 of RFC 4648, with padding, by OpenSSL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::base {

[[nodiscard]] std::string encode_base64(std::span<const std::int8_t> bytes);
// Nothing for what is no base64.
[[nodiscard]] std::optional<std::vector<std::int8_t>> decode_base64(std::string_view letters);

}  // namespace firsthand::base
