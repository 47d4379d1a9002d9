#include "lexicon/furniture.h"

#include <gtest/gtest.h>

#include <string>

namespace firsthand::lexicon {
namespace {

TEST(Furniture, WholeLines) {
    for (const char* line : {"You Might Also Like", "You might also like:", "Related:", "RELATED ARTICLES", "Advertisement", "ADVERTISEMENT",
        "Story Continued Below",
                             "Share this article", "Read More", "Read more:", "Related: Bridge over the Quell closed for a week",
                             "More: What the mayor knew",
                             "Sign up for our newsletter", "Sign up for Daily Newsletters Manage Newsletters", "Mara Quill | Instagram",
                             "Photo: Jon Dell",
                             "Image copyright Dell Pictures", "(Jon Dell/Reuters)", "Follow @maraquill", "Follow Mara Quill on Twitter",
                             "CLICK HERE TO GET THE QUELL NEWS APP",
                             "Copyright © 2019 The Quell Times, LLC.", "© 2018 Quell Content Agency, LLC",
                             "We use cookies to improve your experience on this site.",
                             "This article is more than 2 years old", "Don’t miss", "Continue reading…",
                             "Enlarge this image toggle caption Jon Dell/AP Jon Dell/AP"})
        EXPECT_TRUE(is_furniture_line(line)) << line;
}

TEST(Furniture, TheArticlesOwnWords) {
    for (const char* line : {"", "The Associated Press contributed to this report.", "Copyright 2019 The Associated Press. All rights reserved.",
        "(Reuters)",
                             "QUELL (Reuters) - The bridge is closed.", "Share prices fell.", "Related companies were searched, too.",
                             "“Read more books,” she said.",
                             "Advertisement spending fell by a third in the second quarter, the firm said, as clients held back and waited for the "
                             "vote in May.",
                             "Photographers waited outside.", "Follow the money, the detective said on Twitter-like sites.",
                             "Print is dead, the mayor said.",
                             "Signing up for the race closes on Friday.", "Video of the crash was shown in court.", "By Mara Quill", "…", "***"})
        EXPECT_FALSE(is_furniture_line(line)) << line;
}

TEST(Furniture, HeadingsOfLists) {
    EXPECT_TRUE(is_furniture_heading("You Might Also Like"));
    EXPECT_TRUE(is_furniture_heading("Most read:"));
    EXPECT_FALSE(is_furniture_heading("Advertisement"));
    EXPECT_FALSE(is_furniture_heading("Related: Bridge over the Quell closed"));
}

TEST(Furniture, GluedToTheLastLine) {
    EXPECT_EQ(find_furniture_tail("That was all.You Might Also Like"), std::string("You Might Also Like").size());
    EXPECT_EQ(find_furniture_tail("“That was all.” Read More"), std::string("Read More").size());
    EXPECT_EQ(find_furniture_tail("Is that all? Advertisement"), std::string("Advertisement").size());
    EXPECT_EQ(find_furniture_tail("It is a place that you might also like"), 0U);
    EXPECT_EQ(find_furniture_tail("The sign at the door says Read More"), 0U);
    EXPECT_EQ(find_furniture_tail("Advertisement"), 0U);
    EXPECT_EQ(find_furniture_tail(""), 0U);
}

}  // namespace
}  // namespace firsthand::lexicon
