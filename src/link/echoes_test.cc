#include <gtest/gtest.h>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

const std::string kPassage = "the salvage barge Cormorant dragged its anchor through the oyster beds before anybody in the harbour office woke up";

std::vector<Link> list_echoes(const Linked& linked) {
    std::vector<Link> echoes;
    for (const Link& link : linked.links)
        if (link.kind == LinkKind::echo) echoes.push_back(link);
    return echoes;
}

}  // namespace

TEST(Echoes, ArePlacedToTheByte) {
    const TestPile pile({make_reading("a", make_words(90, 1) + "Witnesses say " + kPassage + ". " + make_words(60, 2), "The Tern", 3),
                         make_reading("b", make_words(80, 3) + "It seems " + kPassage + "; " + make_words(70, 4), "The Auk", 5)});
    const auto echoes = list_echoes(pile.link());
    ASSERT_EQ(echoes.size(), 1U);
    EXPECT_EQ(pile.quote(echoes[0].from), kPassage);
    EXPECT_EQ(pile.quote(echoes[0].to), kPassage);
    EXPECT_EQ(echoes[0].words, 19U);
    EXPECT_EQ(echoes[0].same, 19U);
    EXPECT_EQ(pile.id(echoes[0].from.document), "a");
    EXPECT_EQ(echoes[0].direction, Direction::forward);
    EXPECT_EQ(echoes[0].why, "published 2 days later");
}

TEST(Echoes, ACreditDecidesTheDirectionWhereTimeDoesNot) {
    const auto link = [](std::string outlet, std::string names, std::int64_t day_a, std::int64_t day_b) {
        const TestPile pile({make_reading("a", make_words(60, 1) + kPassage + ". " + make_words(60, 2), std::move(outlet), day_a),
                             make_reading("b", make_words(60, 3) + std::move(names) + " says " + kPassage + ". " + make_words(60, 4), "The Auk", day_b)});
        const auto echoes = list_echoes(pile.link());
        EXPECT_EQ(echoes.size(), 1U);
        return echoes.empty() ? std::string{} : pile.id(echoes[0].from.document) + (echoes[0].direction == Direction::forward ? " forward: " : " unknown: ") + echoes[0].why;
    };
    EXPECT_EQ(link("The Harrowby Gazette", "the Harrowby Gazette", 3, 3), "a forward: names The Harrowby Gazette");
    EXPECT_EQ(link("The Harrowby Gazette", "somebody", 3, 3), "a unknown: published at the same time, as far as the dates tell");
    EXPECT_EQ(link("", "somebody", -1, 3), "b unknown: undated");
}

TEST(Echoes, TurnsOfPhraseAreNone) {
    const std::string phrase = "it is one of the most important things that we have to do now";
    const TestPile pile({make_reading("a", make_words(60, 1) + phrase + ". " + make_words(60, 2)), make_reading("b", make_words(60, 3) + phrase + ". " + make_words(60, 4))});
    EXPECT_TRUE(list_echoes(pile.link()).empty());
}

TEST(Echoes, AnOutletsFurnitureIsNone) {
    std::vector<Reading> readings;
    for (int i = 0; i < 4; ++i)
        readings.push_back(make_reading(std::string("d") + std::to_string(i), make_words(150, 10 + static_cast<std::uint64_t>(i)) + kPassage, "The Tern", i * 40));
    EXPECT_TRUE(list_echoes(TestPile(readings).link()).empty());
}

TEST(Echoes, InsideACopyGroupEachDocumentHasOneEdge) {
    std::vector<Reading> readings;
    for (int i = 0; i < 6; ++i) readings.push_back(make_reading(std::string("d") + std::to_string(i), make_words(150, 1), std::string("Outlet ") + std::to_string(i), i));
    const TestPile pile(readings);
    const auto echoes = list_echoes(pile.link());
    ASSERT_EQ(echoes.size(), 5U);
    for (const Link& echo : echoes) EXPECT_EQ(pile.id(echo.from.document), "d0");
}

}  // namespace firsthand::link
