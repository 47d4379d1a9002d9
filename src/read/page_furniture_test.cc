#include "read/page_furniture.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

LineSetting plain(std::string_view line) { return {.letters = static_cast<std::uint32_t>(line.size())}; }
LineSetting link(std::string_view line) { return {.letters = static_cast<std::uint32_t>(line.size()), .linked = static_cast<std::uint32_t>(line.size())}; }

TEST(PageFurniture, FormulasAreKnown) {
    for (const std::string_view line : {"Advertisement", "ADVERTISEMENT", "Also read: Tea in Lund", "RELATED: Tea in Lund", "Read more", "Sign up for our newsletter", "Photo: Jo Falk", "\u00A9 2021 The Quell Times",
             "Photos \u00A9 Jo Falk", "Lire aussi : le th\u00E9", "Reading time: 3 minutes", "Share", "\u200B", "\u2028",
             "More:", "Cover image: the bank at Osk", "Main image credit: Jo Falk", "This document is subject to copyright. No part may be sold.",
             "Citation: Ferry aground (2021, May 4) retrieved 5 May 2021 from https://quell.example/ferry", "[button link=\"/a\"] Send[/button]", "[gallery ids=\"1,2\"]"})
        EXPECT_TRUE(is_furniture(line, plain(line))) << line;
    for (const std::string_view line : {"Follow Jo Falk on the sea", "Watch: the ferry is lifted", "For more, see here"}) EXPECT_TRUE(is_furniture(line, link(line))) << line;
}

TEST(PageFurniture, SentencesThatBeginLikeOneStay) {
    for (const std::string_view line : {"Follow the coast to the harbour.", "Share prices fell.", "Add tea to it.", "Printed books sell.", "For more than a year he waited.", "Closed roads.", "Watch: it sank.", "Provided by the state, the aid came late.", "Provided by Quell Agency", "More boats came.", "[sic] he wrote", "[He waited]"})
        EXPECT_FALSE(is_furniture(line, plain(line))) << line;
    const std::string longer = "Read more than one of the depth charts, as the inquiry did, and you will see that the bank has moved by forty metres since the storm of last year, " + std::string(200, 'x');
    EXPECT_FALSE(is_furniture(longer, plain(longer)));
}

TEST(PageFurniture, LinesAboveTheText) {
    for (const std::string_view line : {"By Jo Falk", "Published 4 May 2021", "04.05.2021, 10:15", "Von Jo Falk"}) EXPECT_TRUE(is_headline_matter(line, static_cast<std::uint32_t>(line.size()))) << line;
    for (const std::string_view line : {"He waited.", "In 2021 the ferry sank.", "OSK", "Quell 14 11 6 15 - 44"}) EXPECT_FALSE(is_headline_matter(line, static_cast<std::uint32_t>(line.size()))) << line;
}

TEST(PageFurniture, FeetAndOrnaments) {
    EXPECT_TRUE(opens_foot("12 Comments"));
    EXPECT_TRUE(opens_foot("You may also like"));
    EXPECT_FALSE(opens_foot("The inquiry"));
    EXPECT_TRUE(is_ornament("___"));
    EXPECT_TRUE(is_ornament("* * *"));
    EXPECT_FALSE(is_ornament("x"));
    EXPECT_FALSE(is_furniture("* * *", plain("* * *")));
}

}  // namespace
}  // namespace firsthand::read
