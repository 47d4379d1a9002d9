// A plain text -> one Document. Front matter stays in the text, marked as furniture.
#pragma once

#include <string>

#include "firsthand/types.h"

namespace firsthand::read {

// Front matter is a block between lines of ---, or a few lines such as "Title: …" and "URL: …" before an empty line.
// `id` holds the given id only.
[[nodiscard]] Document parse_text(std::string text);

}  // namespace firsthand::read
