// Lines of a web page that are no part of the article: "You Might Also Like", "Advertisement", "Sign up for our newsletter".
//
// Precision first: a line that may be the article's own words is none. Credits ("The Associated Press contributed to this
// report") are none either: they tell where a text came from. To add one: a row in furniture.cc and one in its test.
#pragma once

#include <cstddef>
#include <string_view>

namespace firsthand::lexicon {

// Is all of this line furniture? Without the blanks around it.
[[nodiscard]] bool is_furniture_line(std::string_view line);

// Does this line head a list of other articles ("You Might Also Like", "Most read")? Then short lines up to the end of the
// text are that list.
[[nodiscard]] bool is_furniture_heading(std::string_view line);

// How many bytes at the end of an article's last line are furniture that was glued to it; 0 mostly.
[[nodiscard]] std::size_t find_furniture_tail(std::string_view line);

}  // namespace firsthand::lexicon
