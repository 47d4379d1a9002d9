#include "weigh/pile_test.h"

namespace firsthand::weigh {
namespace {

TEST(Utterances, OfOneTextAreOneWayForCertain) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) members.push_back(pile.quote(pile.add(outlet), kNobody));
    pile.print_one_text({1, 2, 3}, "Norwire");
    const Interval weighed = pile.weigh_utterance(members).independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 1));
    EXPECT_THAT(weighed.why, ElementsAre("the articles print one text, credited to Norwire"));
}

TEST(Utterances, OfTwoTextsAreTwoWaysAtMost) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor", "The Gull"}) members.push_back(pile.quote(pile.add(outlet), kNobody));
    pile.print_one_text({1, 3});
    pile.print_one_text({2, 4});
    EXPECT_EQ(numbers(pile.weigh_utterance(members).independent), Numbers(1, 2));
}

TEST(Utterances, ThroughOneRelayAreOneWay) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add(outlet);
        const EntityId relay = pile.meet(key, EntityKind::outlet, "The Lantern");
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend", relay), {relay}));
    }
    pile.join_names();
    const Assessment weighed = pile.weigh_utterance(members);
    EXPECT_EQ(numbers(weighed.independent), Numbers(1, 1));
    EXPECT_THAT(weighed.independent.why, ElementsAre("both took the words from The Lantern"));
    ASSERT_EQ(weighed.relays.size(), 1U);                       // one outlet, though two articles name it
    EXPECT_EQ(weighed.relays.front().document, 1U);
    EXPECT_EQ(pile.reading(1).entities[weighed.relays.front().item - 1].name, "The Lantern");
}

TEST(Utterances, ThroughTwoRelaysMayBeTwoWays) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Gull"}) {
        const DocumentKey key = pile.add("");
        const EntityId relay = pile.meet(key, EntityKind::outlet, outlet);
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend", relay), {relay}));
    }
    pile.join_names();
    const Assessment weighed = pile.weigh_utterance(members);
    EXPECT_EQ(numbers(weighed.independent), Numbers(1, 2));
    EXPECT_EQ(weighed.relays.size(), 2U);
}

TEST(Utterances, OfAnArticleThatCreditsAnotherGoBackToIt) {
    Pile pile;
    const DocumentKey lantern = pile.add("The Lantern"), beacon = pile.add("The Beacon"), anchor = pile.add("The Anchor");
    std::vector<Passage> members{pile.quote(lantern, pile.meet(lantern, EntityKind::person, "Nora Quill"))};
    const EntityId relay = pile.meet(beacon, EntityKind::outlet, "The Lantern");
    members.push_back(pile.quote(beacon, pile.meet(beacon, EntityKind::person, "Nora Quill"), {relay}));
    members.push_back(pile.quote(anchor, pile.meet(anchor, EntityKind::person, "Nora Quill")));
    pile.join_names();
    const Interval weighed = pile.weigh_utterance(members).independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 2));
    EXPECT_THAT(weighed.why, Contains("it credits The Lantern, which is one of the articles"));
}

TEST(Utterances, OfUnnamedSourcesWithoutARelayWidenTheInterval) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add(outlet);
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend")));
    }
    const Interval weighed = pile.weigh_utterance(members).independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 2));
    EXPECT_THAT(weighed.why, ElementsAre(HasSubstr("perhaps one: ")));
}

TEST(Utterances, OfOneSpeakerHeardByTenAreOneToTen) {
    Pile pile;
    std::vector<Passage> members;
    for (int reporter = 0; reporter < 10; ++reporter) {
        const DocumentKey key = pile.add("Outlet " + std::to_string(reporter));
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::person, "Nora Quill")));
    }
    pile.join_names();
    EXPECT_EQ(numbers(pile.weigh_utterance(members).independent), Numbers(1, 10));
}

TEST(Utterances, PrintedTwiceInOneArticleAreOneWay) {
    Pile pile;
    const DocumentKey key = pile.add("The Beacon");
    const EntityId speaker = pile.meet(key, EntityKind::person, "Nora Quill");
    const Interval weighed = pile.weigh_utterance({pile.quote(key, speaker), pile.quote(key, speaker)}).independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 1));
    EXPECT_THAT(weighed.why, ElementsAre("one article prints the words twice"));
}

// An article says "Lantern" where the pile's file names "The Lantern (Web News)"; agencies go by two names.
TEST(Utterances, CompareOutletsByTheirFoldedNames) {
    for (const auto& [outlet, credited] : {std::pair{"The Lantern", "Lantern"}, {"lantern", "The Lantern"}, {"The Lantern (Web News)",
        "The Lantern"}, {"AP", "Associated Press"}}) {
        Pile pile;
        const DocumentKey source = pile.add(outlet), beacon = pile.add("The Beacon");
        const EntityId relay = pile.meet(beacon, EntityKind::outlet, credited);
        const Interval weighed = pile.weigh_utterance({pile.hear(source), pile.quote(beacon, pile.meet(beacon, EntityKind::person, "Nora Quill"),
            {relay})}).independent;
        EXPECT_EQ(numbers(weighed), Numbers(1, 1)) << outlet << " / " << credited;
        EXPECT_THAT(weighed.why, ElementsAre("it credits " + std::string(credited) + ", which is one of the articles"));
    }
    Pile pile;
    const DocumentKey night = pile.add("The Night Lantern"), beacon = pile.add("The Beacon");
    const EntityId relay = pile.meet(beacon, EntityKind::outlet, "The Lantern");
    EXPECT_EQ(numbers(pile.weigh_utterance({pile.hear(night), pile.quote(beacon, kNobody, {relay})}).independent), Numbers(1, 2));  // another paper
}

// Numbers hang on what the articles say, never on who comes first. No two articles of one outlet here.
RC_GTEST_PROP(Utterances, AreCountedAlikeInAnyOrder, ()) {
    Pile pile;
    const auto count = *rc::gen::inRange<std::size_t>(1, 8);
    std::vector<Passage> members;
    for (std::size_t m = 0; m < count; ++m) {
        const DocumentKey key = pile.add("Outlet " + std::to_string(m));
        std::vector<EntityId> relays;
        if (const auto relay = *rc::gen::inRange<std::size_t>(0, 2 * count); relay < count && relay != m) relays.push_back(pile.meet(key, EntityKind::outlet, "Outlet " + std::to_string(relay)));
        members.push_back(pile.quote(key, kNobody, relays));
    }
    pile.join_names();
    if (count > 3) pile.print_one_text({1, count});
    const Numbers first = numbers(pile.weigh_utterance(members).independent);
    RC_ASSERT(first.first >= 1U);
    RC_ASSERT(first.first <= first.second);
    RC_ASSERT(first.second <= count);
    for (std::size_t turn = 0; turn < count; ++turn) {
        std::rotate(members.begin(), members.begin() + 1, members.end());
        RC_ASSERT(numbers(pile.weigh_utterance(members).independent) == first);
    }
    std::reverse(members.begin(), members.end());
    RC_ASSERT(numbers(pile.weigh_utterance(members).independent) == first);
}

}  // namespace
}  // namespace firsthand::weigh
