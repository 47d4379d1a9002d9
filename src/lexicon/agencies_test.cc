#include "lexicon/agencies.h"

#include <gtest/gtest.h>

namespace firsthand::lexicon {

namespace {

std::string credit_of(std::string text, std::string outlet = "", std::string author = "") {
    Document document;
    document.text = std::move(text);
    document.outlet = std::move(outlet);
    document.author = std::move(author);
    return find_credit(document);
}

}  // namespace

TEST(Agencies, CreditsAtHeadAndFoot) {
    EXPECT_EQ(credit_of("Pier closed\n\nHARROWBY, March 3 (Reuters) - The pier is closed."), "Reuters");
    EXPECT_EQ(credit_of("HARROWBY (AP) — The pier is closed."), "AP");
    EXPECT_EQ(credit_of("Pier closed\n\nBy Reuters\n\nThe pier is closed."), "Reuters");
    EXPECT_EQ(credit_of("Pier closed\n\nThe Associated Press\n\nThe pier is closed."), "AP");
    EXPECT_EQ(credit_of("By Vera Olin, Associated Press\n\nThe pier is closed."), "AP");
    EXPECT_EQ(credit_of("The pier is closed.", "", "Agence France-Presse"), "AFP");
    EXPECT_EQ(credit_of("The pier is closed.", "Reuters"), "Reuters");
    EXPECT_EQ(credit_of("The pier is closed.\n\n(Reporting by Vera Olin; Editing by Tomas Rell)"), "Reuters");
    EXPECT_EQ(credit_of("The pier is closed.\n\nCopyright 2018 The Associated Press. All rights reserved."), "AP");
}

TEST(Agencies, WhatIsNoCredit) {
    EXPECT_EQ(credit_of("The pier is closed, the mayor told Reuters on Monday, and it will stay so."), "");
    EXPECT_EQ(credit_of("(Photo by Vera Olin / AFP)\n\nThe pier is closed."), "");
    EXPECT_EQ(credit_of("The pier is closed.\n\nThe Associated Press contributed to this report."), "");
    EXPECT_EQ(credit_of("The map of Harrowby shows the pier."), "");
    EXPECT_EQ(credit_of(""), "");
}

TEST(Agencies, OutletsThatAreAgencies) {
    EXPECT_EQ(find_agency("Reuters"), "Reuters");
    EXPECT_EQ(find_agency("apnews.com"), "AP");
    EXPECT_EQ(find_agency("www.reuters.com"), "Reuters");
    EXPECT_EQ(find_agency("The Associated Press"), "AP");
    EXPECT_EQ(find_agency("Harrowby Times"), "");
    EXPECT_EQ(find_agency(""), "");
}

}  // namespace firsthand::lexicon

namespace firsthand::lexicon {

TEST(Agencies, AnyAgencyThatADatelineNames) {
    const auto credit = [](std::string text) {
        Document document;
        document.text = std::move(text);
        return find_credit(document);
    };
    EXPECT_EQ(credit("HOLLOW MILL, Nov. 4 (Tarn Press) — The ward stays open."), "Tarn Press");
    EXPECT_EQ(credit("By Ada Quill\n\nHOLLOW (Tarn Press) - The ward stays open."), "Tarn Press");
    EXPECT_EQ(credit("The minister (an old friend) — the one with the hat — left."), "");
    EXPECT_EQ(credit("HOLLOW MILL (12 November) — The ward stays open."), "");
    EXPECT_EQ(credit("THE MINISTER (Quill) left."), "");
}

}  // namespace firsthand::lexicon
