// View -> how many of an article's words are somebody else's: that it has from an article before it, or from an agency.
//
// At least `low`: an echo whose direction is known, the text of the root of its copy group, or the text of an agency that the
// group credits. At most `high`: also what stands in another article where nothing tells which of the two was first. Who is
// quoted does not matter: words are borrowed from whoever printed them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/view.h"

namespace firsthand::report {

struct Borrowed {
    struct Lender {
        std::uint32_t document = 0, words = 0;
    };
    std::uint32_t words = 0, low = 0, high = 0;    // of the article; of them somebody else's
    std::vector<Lender> from;                      // the articles that have them, most words first; they may have the same ones
};
// By document.
[[nodiscard]] std::vector<Borrowed> measure_borrowed(const View& view);

[[nodiscard]] unsigned percent_of(std::uint32_t part, std::uint32_t whole);
// "97 %", "0 to 62 %".
[[nodiscard]] std::string percent_in_words(const Borrowed& borrowed);

}  // namespace firsthand::report
