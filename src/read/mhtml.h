// A web page as "Webpage, single file" saves it (MHTML, RFC 2557): a mail whose parts are the page and what it shows.
#pragma once

#include <string>
#include <string_view>

#include "read/read.h"

namespace firsthand::read {

// A row of the table of formats.
[[nodiscard]] bool is_mhtml(std::string_view head);

// The page among the parts: the one that `start` names, else the first of HTML. Its pictures and frames are left out.
[[nodiscard]] Item parse_mhtml(std::string bytes);

}  // namespace firsthand::read
