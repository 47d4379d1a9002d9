// The lines around a page's headline, as a reader sees them: where byline and date stand.
#pragma once

#include <string>
#include <vector>

#include "read/html.h"

namespace firsthand::read {

// Between pieces of a line that stand in different elements.
inline constexpr char kSeam = '\x1F';

struct HeadLine {
    std::string text;                              // blanks squeezed; pieces parted by kSeam
    NodeId first = 0;                              // its first text
    bool byline = false;                           // the page marks it as the author's
    bool date = false, update = false;             // … as a date, as the date of a change
    bool below = true;                             // behind the headline
    bool lead = false;                             // behind the first long paragraph: only what is marked still counts
};

// Nearest first: those behind the headline, then those before it from the last on.
[[nodiscard]] std::vector<HeadLine> find_head_lines(const Html& page, NodeId headline);

}  // namespace firsthand::read
