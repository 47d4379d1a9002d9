#include <gtest/gtest.h>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

constexpr const char* kFerryOne = "The Harrowby ferry Sandpiper ran aground off Gull Point on Monday with forty passengers aboard, the coastguard said. The captain was unhurt.";
constexpr const char* kFerryTwo = "Forty passengers were taken off the grounded ferry Sandpiper at Gull Point. The coastguard praised the captain of the Harrowby line.";
constexpr const char* kFerryThree = "The captain grounded the Sandpiper near Gull Point, Harrowby; a coastguard boat fetched forty passengers from the ferry.";
constexpr const char* kMill = "The parish of Lower Wend sold its flour mill to the brewer Rell, who promises beer and jobs to the village.";

// A text that mentions nobody, and the names that it is made to hold: kind and form.
using Names = std::vector<std::pair<EntityKind, std::string>>;
Reading make_named(const std::string& id, const char* text, const Names& names, std::int64_t day = 10) {
    Reading reading = make_reading(id, text, "", day);
    for (const auto& [kind, name] : names) {
        const auto place = static_cast<std::uint32_t>(reading.entities.size());
        reading.entities.push_back({.id = place + 1, .kind = kind, .name = name, .mentions = {{place, place + 1}}});
    }
    return reading;
}
Names people(const std::vector<std::string>& names) {
    Names all;
    for (const std::string& name : names) all.emplace_back(EntityKind::person, name);
    return all;
}

// "label: document/name document/name | …" of all entity groups.
std::string list_people(const std::vector<Reading>& readings, unsigned threads = 1) {
    std::map<DocumentKey, const Reading*> by_key;
    for (const Reading& reading : readings) by_key[reading.key] = &reading;
    const TestPile pile(readings);
    std::string listed;
    for (const Group& group : pile.link(threads).groups) {
        if (group.kind != LinkKind::entity) continue;
        listed += (listed.empty() ? "" : " | ") + group.label + ":";
        for (const Passage& member : group.members) listed += " " + pile.id(member.document) + "/" + by_key.at(member.document)->entities.at(member.item - 1).name;
    }
    return listed;
}

// These names speak: somebody's words are theirs.
Reading make_speaking(const std::string& id, const char* text, const Names& names, std::int64_t day = 10) {
    Reading reading = make_named(id, text, names, day);
    for (const Entity& entity : reading.entities) {
        Attribution attribution;
        attribution.content = {{entity.id, entity.id + 1}};
        attribution.speaker = entity.id;
        attribution.speech = Speech::indirect;
        reading.attributions.push_back(attribution);
    }
    return reading;
}

// "document/name perhaps document/name: why | …"
std::string list_perhaps(const std::vector<Reading>& readings) {
    std::map<DocumentKey, const Reading*> by_key;
    for (const Reading& reading : readings) by_key[reading.key] = &reading;
    const TestPile pile(readings);
    const auto tell = [&](const Passage& place) { return pile.id(place.document) + "/" + by_key.at(place.document)->entities.at(place.item - 1).name; };
    std::string listed;
    for (const Link& link : pile.link().links)
        if (link.kind == LinkKind::entity) listed += (listed.empty() ? "" : " | ") + tell(link.to) + " perhaps " + tell(link.from) + ": " + link.why;
    return listed;
}

}  // namespace

TEST(Entities, OfOneFullNameInAStoryAreOne) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt"})), make_named("b", kFerryTwo, people({"Ilsa Brandt"}))}), "Ilsa Brandt: a/Ilsa Brandt b/Ilsa Brandt");
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt"})), make_named("b", kFerryTwo, people({"ILSA BRANDT"}))}), "Ilsa Brandt: a/Ilsa Brandt b/ILSA BRANDT");
}

TEST(Entities, OfOneNameInTwoStoriesStayTwo) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt"})), make_named("b", kMill, people({"Ilsa Brandt"}))}), "");
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt"}), 10), make_named("b", kFerryTwo, people({"Ilsa Brandt"}), 60)}), "");   // the same words weeks later
}

TEST(Entities, OfOneNameInTwoStoriesArePerhapsTheSame) {
    EXPECT_EQ(list_perhaps({make_speaking("a", kFerryOne, people({"Ilsa Brandt"})), make_speaking("b", kMill, people({"Ilsa Brandt"}))}),
              "b/Ilsa Brandt perhaps a/Ilsa Brandt: the same name in another story");
    EXPECT_EQ(list_perhaps({make_speaking("a", kFerryOne, people({"Ilsa Brandt"}), 10), make_speaking("b", kMill, people({"Ilsa Brandt"}), 12), make_speaking("c", kFerryTwo, people({"ILSA BRANDT"}), 60)}),
              "b/Ilsa Brandt perhaps a/Ilsa Brandt: the same name in another story | c/ILSA BRANDT perhaps a/Ilsa Brandt: the same name in another story");
    EXPECT_EQ(list_perhaps({make_speaking("a", kFerryOne, people({"Brandt"})), make_speaking("b", kMill, people({"Brandt"}))}), "") << "a surname alone is no name";
    EXPECT_EQ(list_perhaps({make_speaking("a", kFerryOne, people({"Ilsa Brandt"})), make_speaking("b", kMill, {{EntityKind::organization, "Ilsa Brandt"}})}), "") << "of another kind";
    EXPECT_EQ(list_perhaps({make_named("a", kFerryOne, people({"Ilsa Brandt"})), make_named("b", kMill, people({"Ilsa Brandt"}))}), "") << "nobody's words hang on it";
    EXPECT_EQ(list_perhaps({make_speaking("a", kFerryOne, {{EntityKind::outlet, "Gull Point Lantern"}}), make_speaking("b", kMill, {{EntityKind::outlet, "Gull Point Lantern"}})}), "") << "one already";
}

TEST(Entities, ASurnameOfTwoPeopleIsPerhapsEither) {
    EXPECT_EQ(list_perhaps({make_speaking("a", kFerryOne, people({"Ilsa Brandt", "Tomas Brandt"})), make_speaking("b", kFerryTwo, people({"Brandt"}))}),
              "b/Brandt perhaps a/Ilsa Brandt: 2 people of this story may be called so | b/Brandt perhaps a/Tomas Brandt: 2 people of this story may be called so");
    const std::vector<Reading> open{make_speaking("a", kFerryOne, people({"Ilsa Brandt", "Tomas Brandt"})), make_speaking("b", kFerryTwo, people({"Brandt"})), make_speaking("c", kFerryThree, people({"Brandt"}))};
    EXPECT_EQ(list_people(open), "") << "two of them may be two people";
}

TEST(Entities, ASurnameJoinsItsOnlyFullName) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt", "Tomas Rell"})), make_named("b", kFerryTwo, people({"Brandt"}))}), "Ilsa Brandt: a/Ilsa Brandt b/Brandt");
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Brandt"})), make_named("b", kFerryTwo, people({"Ilsa Brandt"})), make_named("c", kFerryThree, people({"Brandt"}))}),
              "Ilsa Brandt: a/Brandt b/Ilsa Brandt c/Brandt");
}

TEST(Entities, ASurnameOfTwoPeopleJoinsNeither) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt", "Tomas Brandt"})), make_named("b", kFerryTwo, people({"Brandt"}))}), "");
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt"})), make_named("b", kFerryTwo, people({"Tomas Brandt"})), make_named("c", kFerryThree, people({"Brandt"}))}), "");
}

TEST(Entities, ASurnameJoinsOneOfTwoFormsOfOneName) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Maria Brandt"})), make_named("b", kFerryTwo, people({"Ilsa Brandt"})), make_named("c", kFerryThree, people({"Brandt"}))}),
              "Ilsa Maria Brandt: a/Ilsa Maria Brandt b/Ilsa Brandt c/Brandt");
}

TEST(Entities, TwoPeopleOfOneSurnameStayTwo) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, people({"Ilsa Brandt", "Tomas Brandt"})), make_named("b", kFerryTwo, people({"Tomas Brandt", "Ilsa Brandt"}))}),
              "Ilsa Brandt: a/Ilsa Brandt b/Ilsa Brandt | Tomas Brandt: a/Tomas Brandt b/Tomas Brandt");
}

TEST(Entities, OrganizationsJoinWithTheirArticleOrWithout) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, {{EntityKind::organization, "The Harrowby Line"}}), make_named("b", kFerryTwo, {{EntityKind::organization, "Harrowby Line"}})}),
              "The Harrowby Line: a/The Harrowby Line b/Harrowby Line");
}

TEST(Entities, OutletsJoinOverAllStories) {
    const Names lantern{{EntityKind::outlet, "Gull Point Lantern"}};
    EXPECT_EQ(list_people({make_named("a", kFerryOne, lantern), make_named("b", kFerryTwo, lantern), make_named("c", kMill, lantern)}),
              "Gull Point Lantern: a/Gull Point Lantern b/Gull Point Lantern c/Gull Point Lantern");
}

TEST(Entities, APersonIsNoOutletOfTheSameName) {
    EXPECT_EQ(list_people({make_named("a", kFerryOne, {{EntityKind::outlet, "Lantern"}}), make_named("b", kFerryTwo, people({"Lantern"}))}), "");
}

TEST(Entities, UnnamedSourcesNeverJoin) {
    const Names insider{{EntityKind::unnamed, "insider"}};
    EXPECT_EQ(list_people({make_named("a", kFerryOne, insider), make_named("b", kFerryTwo, insider)}), "");
    const Names document{{EntityKind::document, "report"}};      // "the report" of two articles may be two
    EXPECT_EQ(list_people({make_named("a", kFerryOne, document), make_named("b", kFerryTwo, document)}), "");
}

TEST(Entities, ComeInTheOrderOfTheirFirstMention) {
    const Names names = people({"Zora Rell", "Ilsa Brandt"});
    EXPECT_EQ(list_people({make_named("a", kFerryOne, names), make_named("b", kFerryTwo, names)}), "Zora Rell: a/Zora Rell b/Zora Rell | Ilsa Brandt: a/Ilsa Brandt b/Ilsa Brandt");
}

TEST(Entities, AreTheSameOnAnyNumberOfThreads) {
    std::vector<Reading> readings{make_named("a", kFerryOne, people({"Ilsa Brandt", "Rell"})), make_named("b", kFerryTwo, people({"Brandt", "Tomas Rell"})), make_named("c", kMill, people({"Rell"}))};
    const std::string found = list_people(readings);
    EXPECT_EQ(found, "Ilsa Brandt: a/Ilsa Brandt b/Brandt | Tomas Rell: a/Rell b/Tomas Rell");
    std::reverse(readings.begin(), readings.end());
    EXPECT_EQ(list_people(readings, 2), found);
}

}  // namespace firsthand::link
