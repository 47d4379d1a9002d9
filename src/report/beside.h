// Two wordings -> the terminal: side by side where it is wide enough, else one above the other; what only one of them has is marked.
#pragma once

#include <string>
#include <string_view>

#include "report/columns.h"

namespace firsthand::report {

// One wording, and whose it is.
struct Wording {
    std::string name, words;
};

// A wording that both have to the word is shown once. Of long stretches that are alike the ends are shown, and how many words
// stand between.
void write_beside(Page& page, std::string_view lead, const Wording& first, const Wording& second);

// Says how words are marked that only one of two wordings has.
void write_marks_legend(Page& page);

}  // namespace firsthand::report
