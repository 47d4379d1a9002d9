// Outlets that news names: newspapers, broadcasters, agencies, sites. One file to extend: the list in outlets.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::lexicon {

// How many tokens from `at` on name an outlet (the longest name), 0 for none. A short form that is a common word
// ("the Post", "Time") counts only in capitals and, where the list says so, behind "the".
[[nodiscard]] std::uint32_t outlet_tokens(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end);

// One form for the names of one outlet, to compare them: "The Hollow Ledger", "Hollow Ledger (Web News)" and
// "hollow-ledger.example" are "hollowledger"; agencies by their full name. Not for showing.
[[nodiscard]] std::string fold_outlet(std::string_view name);

}  // namespace firsthand::lexicon
