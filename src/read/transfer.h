// What a body was wrapped in for its way through the net: chunks, compressions, quoted-printable, base64.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/formats.h"

namespace firsthand::read {

// A body in chunks (RFC 9112, 7.1) without them; empty when it is in none, whatever its head says: many archives keep the
// field and not the chunks. `cut` is set when the last one is missing.
[[nodiscard]] std::optional<std::string> join_chunks(std::string_view body, bool& cut);

struct Decoded {
    std::string bytes;                             // all that could be had
    std::string problem;                           // why that is not all, or nothing
    bool refused = false;                          // too large or a bomb: there are no bytes
};

// Undoes a Content-Encoding ("gzip", "br", "gzip, br", …). A body that is declared to be packed and is not stays as it is.
[[nodiscard]] Decoded decode_content(std::string body, std::string_view encodings, const Limits& limits);

// Undoes a Content-Transfer-Encoding; unknown ones are none.
[[nodiscard]] std::string decode_transfer(std::string_view body, std::string_view encoding);

}  // namespace firsthand::read
