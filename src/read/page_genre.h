// Fields and address of a page -> the kind of its article.
#pragma once

#include <string_view>

#include "firsthand/types.h"
#include "read/json_ld.h"
#include "read/page_fields.h"

namespace firsthand::read {

// From metadata only: the type in JSON-LD, the section, the address.
[[nodiscard]] Genre choose_genre(const PageFields& fields, const StructuredArticle& article, std::string_view url);

}  // namespace firsthand::read
