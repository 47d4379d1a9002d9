// English words in their forms: which are forms of one word, and what a contraction is short for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::lexicon {

// "don't" -> do not, "they've" -> they have, "can't" and "cannot" -> can not, "he'd" -> he 'd; any other word -> itself. Folded,
// apostrophes straight.
[[nodiscard]] std::vector<std::string> split_contraction(std::string_view word);

// A number that the regular forms of a word share, and the irregular ones of the commonest verbs: "remain", "remained";
// "go", "went", "gone". Forms of different words may share one ("hop", "hope").
[[nodiscard]] std::uint32_t find_stem(std::string_view word);

// A form that says when, beside another of the same stem: "remained", "went", "was"; not "remains", "remaining".
[[nodiscard]] bool is_marked_form(std::string_view word);

// "have", "was", "will", "did": words that only say when or how another verb is meant.
[[nodiscard]] bool is_auxiliary(std::uint32_t word);

}  // namespace firsthand::lexicon
