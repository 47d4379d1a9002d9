#include <gtest/gtest.h>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

const std::string kStory = "The Harrowby ferry Sandpiper ran aground off Gull Point with captain Ilsa Brandt and forty passengers. ";
const std::string kBeds = "The anchor went straight through the oyster beds and nobody in the office cared";
const std::string kSold = "The mill was never ours to sell, not for a single day of that summer";

Reading make_article(const std::string& id, const std::vector<std::string>& sayings, std::int64_t day = 3) {
    std::string text = kStory + make_words(20, day * 100 + static_cast<unsigned char>(id.front()));   // each article has words of its own
    for (const std::string& saying : sayings) text += " \"" + saying + "\" she said.";
    return make_reading(id, text, "", day);
}

std::vector<Group> list(const Linked& linked, LinkKind kind) {
    std::vector<Group> groups;
    for (const Group& group : linked.groups)
        if (group.kind == kind) groups.push_back(group);
    return groups;
}
std::vector<Group> list_claims(std::vector<Reading> readings) { return list(TestPile(std::move(readings)).link(), LinkKind::claim); }

// An invented saying of twelve rare words.
std::string make_saying(std::uint64_t seed) {
    std::string words = make_words(11, seed);
    words.pop_back();
    return words;
}

}  // namespace

TEST(Claims, AreTheSayingsOfSeveralArticles) {
    const TestPile pile({make_article("a", {kBeds}), make_article("b", {kBeds}), make_article("c", {kSold})});
    const Linked linked = pile.link();
    const std::vector<Group> claims = list(linked, LinkKind::claim), sayings = list(linked, LinkKind::utterance);
    ASSERT_EQ(claims.size(), 1U);
    ASSERT_EQ(sayings.size(), 1U);
    EXPECT_EQ(claims.front().label, kBeds);
    EXPECT_EQ(claims.front().members, sayings.front().members);
    EXPECT_EQ(pile.list_groups(linked, LinkKind::claim), "a b");
    for (const Passage& member : claims.front().members) EXPECT_EQ(pile.quote(member), kBeds);
}

TEST(Claims, HaveAnIdOfTheirOwnThatFollowsTheirSaying) {
    const TestPile pile({make_article("a", {kBeds}), make_article("b", {kBeds})});
    const Linked linked = pile.link();
    const std::string claim = list(linked, LinkKind::claim).at(0).id, saying = list(linked, LinkKind::utterance).at(0).id;
    EXPECT_TRUE(claim.starts_with("claim-")) << claim;
    EXPECT_EQ(claim.substr(claim.find('-')), saying.substr(saying.find('-')));
}

TEST(Claims, AreNotMadeOfWhatOneArticleSaysTwice) {
    const TestPile pile({make_article("a", {kBeds, kBeds}), make_article("b", {kSold})});
    const Linked linked = pile.link();
    EXPECT_EQ(list(linked, LinkKind::utterance).size(), 1U);     // one saying, printed twice
    EXPECT_TRUE(list(linked, LinkKind::claim).empty());
}

TEST(Claims, ComeInTheOrderOfTheArticlesThatCarryThem) {
    ASSERT_LT(kSold.size(), kBeds.size());                       // the longer words come first among equals only
    const std::vector<Group> claims = list_claims({make_article("a", {kBeds, kSold}), make_article("b", {kBeds, kSold}), make_article("c", {kSold})});
    ASSERT_EQ(claims.size(), 2U);
    EXPECT_EQ(claims[0].label, kSold);                           // three articles before two
    EXPECT_EQ(claims[0].members.size(), 3U);
    EXPECT_EQ(claims[1].label, kBeds);
    const std::vector<Group> equals = list_claims({make_article("a", {kSold, kBeds}), make_article("b", {kSold, kBeds})});
    ASSERT_EQ(equals.size(), 2U);
    EXPECT_EQ(equals[0].label, kBeds);
}

TEST(Claims, OfAStoryAreEightAtMost) {
    std::vector<std::string> sayings;
    for (std::uint64_t seed = 1; seed <= 11; ++seed) sayings.push_back(make_saying(seed * 1000));
    const std::vector<Group> claims = list_claims({make_article("a", sayings), make_article("b", sayings), make_article("c", {sayings[10]})});
    ASSERT_EQ(claims.size(), 8U);
    EXPECT_EQ(claims[0].label, sayings[10]);                     // the eleventh stays: three articles carry it
}

TEST(Claims, AreCountedForEachStoryByItself) {
    std::vector<std::string> here, there;
    for (std::uint64_t seed = 1; seed <= 9; ++seed) {
        here.push_back(make_saying(seed * 1000));
        there.push_back(make_saying(seed * 7777));
    }
    EXPECT_EQ(list_claims({make_article("a", here), make_article("b", here), make_article("c", there, 900), make_article("d", there, 900)}).size(), 16U);
}

TEST(Claims, DoNotHangOnTheOrderOfTheArticles) {
    const std::vector<Group> forth = list_claims({make_article("a", {kSold, kBeds}), make_article("b", {kSold}), make_article("c", {kBeds})});
    const std::vector<Group> back = list_claims({make_article("c", {kBeds}), make_article("b", {kSold}), make_article("a", {kSold, kBeds})});
    ASSERT_EQ(forth.size(), 2U);
    EXPECT_EQ(forth, back);
}

}  // namespace firsthand::link
