#include "weigh/pile_test.h"

namespace firsthand::weigh {
namespace {

TEST(Claims, OfOneSpeakerHaveOneOriginHoweverManyReport) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add(outlet);
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::person, "Nora Quill")));
    }
    pile.join_names();
    const Assessment weighed = pile.weigh_claim(members);
    EXPECT_EQ(numbers(weighed.supporting), Numbers(1, 3));      // three may have heard her
    EXPECT_EQ(weighed.supporting, pile.weigh_utterance(members).independent);
    EXPECT_EQ(numbers(weighed.denying), Numbers(0, 0));
    ASSERT_EQ(weighed.origins.size(), 1U);
    EXPECT_EQ(weighed.origins.front().kind, OriginKind::person);
    EXPECT_EQ(weighed.origins.front().first, 1U);
    EXPECT_THAT(weighed.origins.front().why, ElementsAre("Nora Quill again"));
    EXPECT_EQ(weighed.positions.size(), 3U);
}

// Two names that linking did not join are two origins to look at, but the words were said once.
TEST(Claims, OfOneNameInUnlinkedArticlesAreStillOneSaying) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon"}) {
        const DocumentKey key = pile.add(outlet);
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::person, "Nora Quill")));
    }
    const Assessment weighed = pile.weigh_claim(members);
    EXPECT_EQ(weighed.origins.size(), 2U);
    EXPECT_EQ(numbers(weighed.supporting), Numbers(1, 2));
}

// "She denied it: 'It is over'": the cue stands before the denial's own words, which she asserts.
TEST(Claims, AreAssertedWhateverTheCue) {
    Pile pile;
    const DocumentKey key = pile.add("The Lantern");
    const EntityId nora = pile.meet(key, EntityKind::person, "Nora Quill"), peter = pile.meet(key, EntityKind::person, "Peter Odd"), ada = pile.meet(key, EntityKind::person, "Ada Pell");
    const Assessment weighed = pile.weigh_claim({pile.quote(key, nora), pile.quote(key, peter, {}, "denied"), pile.quote(key, ada, {}, "doubted"),
        pile.quote(key, kNobody, {}, "denied")});
    EXPECT_EQ(numbers(weighed.supporting), Numbers(1, 1));      // one article
    EXPECT_EQ(numbers(weighed.denying), Numbers(0, 0));
    ASSERT_EQ(weighed.positions.size(), 4U);
    for (std::size_t p = 0; p < 3; ++p) EXPECT_EQ(weighed.positions[p].stance, Stance::asserts) << p;
    EXPECT_EQ(weighed.positions[3].stance, Stance::reports);
    ASSERT_EQ(weighed.origins.size(), 3U);                      // nobody is none
    for (std::size_t p = 0; p < 3; ++p) EXPECT_EQ(weighed.positions[p].origin, p);
    for (const Origin& origin : weighed.origins) EXPECT_EQ(origin.side, Side::supports);
    EXPECT_EQ(weighed.positions[3].origin, kNone);
}

TEST(Claims, OfNobodyNamedHaveNoOriginAndNoSupport) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon"}) members.push_back(pile.quote(pile.add(outlet), kNobody));
    const Assessment weighed = pile.weigh_claim(members);
    EXPECT_THAT(weighed.origins, IsEmpty());
    EXPECT_EQ(numbers(weighed.supporting), Numbers(0, 0));
    ASSERT_EQ(weighed.positions.size(), 2U);
    for (const Position& position : weighed.positions) EXPECT_EQ(position.stance, Stance::reports);
}

TEST(Claims, HaveTheIntervalOfTheirOwnUtterance) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) members.push_back(pile.hear(pile.add(outlet)));
    const std::vector<Group> utterances{{.kind = LinkKind::utterance, .id = "utterance-2b", .members = {members[0], members[1]}},
                                        {.kind = LinkKind::utterance, .id = "utterance-1a", .members = members}};
    const std::vector<Group> claims{{.kind = LinkKind::claim, .id = "claim-1a", .members = members},
                                    {.kind = LinkKind::claim, .id = "claim-2b", .members = {members[0], members[1]}},
                                    {.kind = LinkKind::claim, .id = "claim-3c", .members = {members[2]}}};
    const std::vector<Assessment> weighed = pile.weigh_claims_of(claims, utterances);
    ASSERT_EQ(weighed.size(), 3U);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(weighed[c].group, claims[c].id);
    EXPECT_EQ(numbers(weighed[0].supporting), Numbers(1, 3));
    EXPECT_EQ(numbers(weighed[1].supporting), Numbers(1, 2));
    EXPECT_EQ(numbers(weighed[2].supporting), Numbers(0, 0));   // its utterance was not weighed
}

TEST(Claims, OfUnnamedSourcesWithoutARelayAreOneAtLeastAndEachAtMost) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon"}) {
        const DocumentKey key = pile.add(outlet);
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend")));
    }
    const Assessment weighed = pile.weigh_claim(members);
    EXPECT_EQ(numbers(weighed.supporting), Numbers(1, 2));
    EXPECT_THAT(weighed.supporting.why, ElementsAre(HasSubstr("perhaps one: the same words")));
    ASSERT_EQ(weighed.origins.size(), 2U);
    EXPECT_EQ(weighed.origins.at(0).kind, OriginKind::unnamed_source);
}

TEST(Claims, OfUnnamedSourcesThroughOneRelayAreOne) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add(outlet);
        const EntityId relay = pile.meet(key, EntityKind::outlet, "The Lantern");
        members.push_back(pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend", relay), {relay}));
    }
    pile.join_names();
    const Assessment weighed = pile.weigh_claim(members);
    EXPECT_EQ(numbers(weighed.supporting), Numbers(1, 1));
    ASSERT_EQ(weighed.origins.size(), 1U);
    EXPECT_EQ(weighed.origins.at(0).relay, 1U);
    EXPECT_THAT(weighed.origins.at(0).why, ElementsAre("unnamed, through The Lantern again"));
}

TEST(Claims, PositionsPointToTheirEvidenceAndChain) {
    Pile pile;
    const DocumentKey key = pile.add("The Beacon");
    const EntityId relay = pile.meet(key, EntityKind::outlet, "The Lantern");
    const EntityId friend_of = pile.meet(key, EntityKind::unnamed, "friend", relay);
    pile.quote(key, kNobody);
    const Assessment weighed = pile.weigh_claim({pile.quote(key, friend_of, {relay})});
    ASSERT_EQ(weighed.positions.size(), 1U);
    const Position& position = weighed.positions.front();
    EXPECT_EQ(slice(pile.reading(key).document.text, position.evidence), "It is over");
    EXPECT_THAT(position.chain, ElementsAre(relay, friend_of));
    EXPECT_EQ(position.holder, friend_of);
    EXPECT_EQ(position.attribution, 1U);
    EXPECT_EQ(position.document, key);
}

}  // namespace
}  // namespace firsthand::weigh
