// Document -> the news agency or release wire that its credit line names.
#pragma once

#include <string>
#include <string_view>

#include "firsthand/types.h"

namespace firsthand::lexicon {

// The agency ("Reuters", "AP") whose text this says it is: a byline, a dateline or a credit line at the head or foot of the
// text, in the author, or in the outlet. Empty: none. Photo credits and "contributed to this report" are none.
[[nodiscard]] std::string find_credit(const Document& document);

// The agency that an outlet is: "Reuters", "apnews.com" -> "AP". Empty: none.
[[nodiscard]] std::string find_agency(std::string_view outlet);

}  // namespace firsthand::lexicon
