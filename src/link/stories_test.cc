#include <gtest/gtest.h>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

constexpr const char* kFerryOne = "The Harrowby ferry Sandpiper ran aground off Gull Point on Monday with forty passengers aboard, the coastguard said. Captain Ilsa Brandt was unhurt.";
constexpr const char* kFerryTwo = "Forty passengers were taken off the grounded ferry Sandpiper at Gull Point. The coastguard praised captain Ilsa Brandt of the Harrowby line.";
constexpr const char* kFerryThree = "Captain Ilsa Brandt grounded the Sandpiper near Gull Point, Harrowby; a coastguard boat fetched forty passengers from the ferry.";
constexpr const char* kMill = "The parish of Lower Wend sold its flour mill to the brewer Tomas Rell, who promises beer and jobs to the village.";

std::string list(std::vector<Reading> readings) {
    const TestPile pile(std::move(readings));
    return pile.list_groups(pile.link(), LinkKind::story);
}

}  // namespace

TEST(Stories, OneEventNearInTimeIsOneStory) {
    EXPECT_EQ(list({make_reading("a", kFerryOne, "", 10), make_reading("b", kFerryTwo, "", 11), make_reading("c", kMill, "", 10)}), "a b");
}

TEST(Stories, TheSameWordsWeeksApartAreTwoEvents) {
    EXPECT_EQ(list({make_reading("a", kFerryOne, "", 10), make_reading("b", kFerryTwo, "", 30)}), "");
}

TEST(Stories, WithoutDatesTheWordsDecide) {
    EXPECT_EQ(list({make_reading("a", kFerryOne), make_reading("b", kFerryTwo), make_reading("c", kMill)}), "a b");
    EXPECT_EQ(list({make_reading("a", kFerryOne, "", 10), make_reading("b", kFerryTwo), make_reading("c", kMill, "", 10)}), "a b");
}

TEST(Stories, AnUndatedArticleBridgesNoYears) {
    const std::string found = list({make_reading("old", kFerryOne, "", 10), make_reading("new", kFerryThree, "", 4000), make_reading("undated", kFerryTwo)});
    EXPECT_TRUE(found == "old undated" || found == "new undated") << found;
}

TEST(Stories, HoldEveryDocumentAndTheHeadlineNearestToAll) {
    Reading a = make_reading("a", kFerryOne, "", 10), b = make_reading("b", kFerryTwo, "", 10), c = make_reading("c", kMill, "", 10);
    a.document.title = "Ferry aground";
    b.document.title = "Sandpiper passengers safe";
    c.document.title = "Mill sold";
    const TestPile pile({a, b, c});
    std::vector<std::string> labels;
    std::size_t members = 0;
    for (const Group& group : pile.link().groups) {
        if (group.kind != LinkKind::story) continue;
        members += group.members.size();
        labels.push_back(group.label);
    }
    EXPECT_EQ(members, 3U);
    EXPECT_EQ(labels, (std::vector<std::string>{"Ferry aground", "Mill sold"}));
}

}  // namespace firsthand::link
