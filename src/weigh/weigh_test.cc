#include "weigh/weigh.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "weigh/ledger.h"
#include "weigh/people.h"

namespace firsthand::weigh {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Numbers = std::pair<std::uint32_t, std::uint32_t>;

Numbers numbers(const Interval& interval) { return {interval.low, interval.high}; }

// Articles with hand-made entities and attributions, and the groups that linking would have made of them.
class Pile {
  public:
    // An article that prints the words "It is over" once per call of quote().
    DocumentKey add(const std::string& outlet) {
        const DocumentKey key = readings_.size() + 1;
        auto reading = std::make_shared<Reading>();
        reading->key = key;
        reading->document.id = "article-" + std::to_string(key);
        reading->document.outlet = outlet;
        readings_[key] = reading;
        rows_.push_back({.key = key, .id = reading->document.id, .outlet = outlet});
        return key;
    }
    EntityId meet(DocumentKey key, EntityKind kind, const std::string& name, EntityId relay = kNobody) {
        Reading& reading = *readings_.at(key);
        Entity entity{.id = static_cast<EntityId>(reading.entities.size() + 1), .kind = kind, .name = name, .relay = relay};
        entity.mentions = {write(reading, name)};
        if (kind == EntityKind::unnamed) entity.description = name;
        reading.entities.push_back(entity);
        if (kind != EntityKind::unnamed) people_[name].push_back({key, entity.mentions.front(), entity.id});
        return entity.id;
    }
    Passage quote(DocumentKey key, EntityId speaker, std::vector<EntityId> relays = {}, const std::string& cue = "said") {
        Reading& reading = *readings_.at(key);
        Attribution attribution;
        attribution.speaker = speaker;
        attribution.relays = std::move(relays);
        attribution.content = {write(reading, "It is over")};
        attribution.cue = {write(reading, cue)};
        attribution.score = 0.9F;
        reading.attributions.push_back(attribution);
        return {key, attribution.content.front(), static_cast<std::uint32_t>(reading.attributions.size() - 1)};
    }
    // An article whose reporter heard one more person, whom no other article has.
    DocumentKey add_reporter(const std::string& outlet) {
        const DocumentKey key = add(outlet);
        hear(key);
        return key;
    }
    Passage hear(DocumentKey key) { return quote(key, meet(key, EntityKind::person, "Witness " + std::to_string(++witnesses_))); }
    Attribution& attribution(const Passage& passage) { return readings_.at(passage.document)->attributions.at(passage.item); }
    // What linking found: the articles quote one saying; they print one text; one name over several articles is one entity.
    void print_one_text(const std::vector<DocumentKey>& keys, const std::string& credit = "") {
        Group group{.kind = LinkKind::copy, .id = "copy-" + std::to_string(copies_.size())};
        for (const DocumentKey key : keys) group.members.push_back({key, {}, kNone});
        group.credit = credit;
        copies_.push_back(group);
    }
    void quote_one_saying(const std::vector<Passage>& members) {
        sayings_.push_back({.kind = LinkKind::utterance, .id = "utterance-" + std::to_string(sayings_.size() + 100), .members = members});
    }
    void join_names() {
        for (const auto& [name, members] : people_) {
            if (members.size() < 2) continue;
            Group group{.kind = LinkKind::entity, .id = "entity-" + name, .label = name};
            group.members = members;
            entities_.push_back(group);
        }
    }
    void repeat(DocumentKey from, DocumentKey to, std::uint32_t words) {
        echoes_.push_back({.kind = LinkKind::echo, .from = {from, {0, 1}, kNone}, .to = {to, {0, 1}, kNone}, .words = words, .same = words});
    }

    [[nodiscard]] Assessment weigh_utterance(const std::vector<Passage>& members) const { return weigh(LinkKind::utterance, members); }
    [[nodiscard]] Assessment weigh_claim(const std::vector<Passage>& members) const { return weigh(LinkKind::claim, members); }
    [[nodiscard]] Assessment weigh_story() const {
        std::vector<DocumentKey> keys;
        for (const auto& [key, reading] : readings_) keys.push_back(key);
        return weigh_story(keys);
    }
    [[nodiscard]] Assessment weigh_story(const std::vector<DocumentKey>& keys) const {
        std::vector<Passage> members;
        for (const DocumentKey key : keys) members.push_back({key, {}, kNone});
        return weigh(LinkKind::story, members);
    }
    // Claims are utterances with another name: claim-7 is utterance-7. Each utterance is weighed first, as the pipeline does.
    [[nodiscard]] std::vector<Assessment> weigh_claims_of(const std::vector<Group>& claims, const std::vector<Group>& utterances) const {
        const std::vector<Group> none;
        const Evidence evidence{rows_, copies_, none, entities_, utterances, claims, echoes_, [this](DocumentKey key) { return readings_.at(key); }};
        return weigh_claims(evidence, weigh_utterances(evidence));
    }
    [[nodiscard]] const Reading& reading(DocumentKey key) const { return *readings_.at(key); }
    [[nodiscard]] const std::vector<Group>& entities() const { return entities_; }

  private:
    static ByteSpan write(Reading& reading, const std::string& words) {
        std::string& text = reading.document.text;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += words + " ";
        return {begin, begin + static_cast<std::uint32_t>(words.size())};
    }
    [[nodiscard]] Assessment weigh(LinkKind kind, const std::vector<Passage>& members) const {
        const std::string id = kind == LinkKind::story ? "story-1" : kind == LinkKind::utterance ? "utterance-1" : "claim-1";
        const std::vector<Group> none;
        const std::vector<Group> groups{{.kind = kind, .id = id, .members = members}};
        const std::vector<Group> said{{.kind = LinkKind::utterance, .id = "utterance-1", .members = members}};
        const Evidence evidence{rows_,
                                copies_,
                                kind == LinkKind::story ? groups : none,
                                entities_,
                                kind == LinkKind::story ? sayings_ : said,
                                kind == LinkKind::claim ? groups : none,
                                echoes_,
                                [this](DocumentKey key) { return readings_.at(key); }};
        const std::vector<Assessment> all = kind == LinkKind::story       ? weigh_stories(evidence)
                                            : kind == LinkKind::utterance ? weigh_utterances(evidence)
                                                                          : weigh_claims(evidence, weigh_utterances(evidence));
        EXPECT_EQ(all.size(), 1U);
        EXPECT_EQ(all.front().group, id);
        EXPECT_EQ(all.front().kind, kind);
        return all.front();
    }

    std::map<DocumentKey, std::shared_ptr<Reading>> readings_;
    std::vector<DocumentRow> rows_;
    std::vector<Group> copies_, entities_, sayings_;
    std::vector<Link> echoes_;
    std::map<std::string, std::vector<Passage>> people_;
    int witnesses_ = 0;
};

// ---------------------------------------------------------------- the ledger

TEST(Ledger, CountsWhatNothingMerges) {
    EXPECT_EQ(numbers(Ledger(0).interval()), Numbers(0, 0));
    EXPECT_EQ(numbers(Ledger(1).interval()), Numbers(1, 1));
    EXPECT_EQ(numbers(Ledger(5).interval()), Numbers(5, 5));
}

TEST(Ledger, LowersBothEndsForCertainAndOneForLikelyMerges) {
    Ledger ledger(4);
    ledger.merge(0, 1, Certainty::certain, "one text");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(3, 3));
    ledger.merge(2, 3, Certainty::likely, "one room");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(2, 3));
    EXPECT_THAT(ledger.interval().why, ElementsAre("one text", "perhaps one: one room"));
}

TEST(Ledger, KeepsTheReasonOfAMergeThatJoinsOnly) {
    Ledger ledger(3);
    ledger.merge(0, 1, Certainty::certain, "one text");
    ledger.merge(1, 0, Certainty::certain, "one relay");
    ledger.merge(0, 1, Certainty::likely, "one room");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(2, 2));
    EXPECT_THAT(ledger.interval().why, ElementsAre("one text"));
    ledger.merge(1, 2, Certainty::certain, "one text");
    EXPECT_THAT(ledger.interval().why, ElementsAre("one text"));
}

TEST(Ledger, MakesALikelyMergeCertainLater) {
    Ledger ledger(2);
    ledger.merge(0, 1, Certainty::likely, "one room");
    ledger.merge(0, 1, Certainty::certain, "one text");
    EXPECT_EQ(numbers(ledger.interval()), Numbers(1, 1));
    EXPECT_THAT(ledger.interval().why, Contains("one text"));
}

TEST(Ledger, RootsAtTheFirstEntryOfTheCertainMerges) {
    Ledger ledger(4);
    ledger.merge(3, 2, Certainty::certain, "one text");
    ledger.merge(2, 1, Certainty::certain, "one text");
    ledger.merge(0, 3, Certainty::likely, "one room");
    EXPECT_EQ(ledger.root(3), 1U);
    EXPECT_EQ(ledger.root(0), 0U);
}

// Against the plainest way to count: labels that are overwritten until nothing changes.
RC_GTEST_PROP(Ledger, CountsComponentsInAnyOrder, ()) {
    const auto entries = *rc::gen::inRange<std::size_t>(1, 12);
    const auto entry = rc::gen::inRange<std::size_t>(0, entries);
    auto merges = *rc::gen::container<std::vector<std::tuple<std::size_t, std::size_t, bool>>>(rc::gen::tuple(entry, entry, rc::gen::arbitrary<bool>()));
    const auto count = [&](bool likely_too) {
        std::vector<std::size_t> labels(entries);
        for (std::size_t i = 0; i < entries; ++i) labels[i] = i;
        for (const auto& [a, b, certain] : merges)
            if (certain || likely_too) std::replace(labels.begin(), labels.end(), std::size_t{labels[b]}, std::size_t{labels[a]});
        return static_cast<std::uint32_t>(std::set<std::size_t>(labels.begin(), labels.end()).size());
    };
    const Numbers expected(count(true), count(false));
    for (int order = 0; order < 2; ++order) {
        Ledger ledger(entries);
        for (const auto& [a, b, certain] : merges) ledger.merge(a, b, certain ? Certainty::certain : Certainty::likely, "reason");
        RC_ASSERT(numbers(ledger.interval()) == expected);
        std::reverse(merges.begin(), merges.end());
    }
}

// ---------------------------------------------------------------- people

TEST(People, AreOneNumberOverTheirGroup) {
    Pile pile;
    const DocumentKey first = pile.add("The Lantern"), second = pile.add("The Beacon");
    const EntityId here = pile.meet(first, EntityKind::person, "Nora Quill");
    const EntityId other = pile.meet(first, EntityKind::person, "Peter Odd");
    const EntityId there = pile.meet(second, EntityKind::person, "Nora Quill");
    pile.join_names();
    const People people(pile.entities());
    EXPECT_EQ(people.number(first, here), people.number(second, there));
    EXPECT_NE(people.number(first, other), people.number(first, here));
    EXPECT_NE(people.number(first, other), people.number(second, other));
    EXPECT_EQ(people.number(first, kNobody), 0U);
    EXPECT_EQ(people.name(pile.reading(second), there), "Nora Quill");
    EXPECT_EQ(people.name(pile.reading(first), kNobody), "nobody named");
}

TEST(Documents, AreCalledByTheirOutletElseTheirIdWithoutFolders) {
    Document document{.id = "piles/monday.txt"};
    EXPECT_EQ(call_document(document), "monday.txt");            // the file's name
    document.outlet = "The Lantern";
    EXPECT_EQ(call_document(document), "The Lantern");
    EXPECT_LT(call_document({.id = std::string(500, 'x')}).size(), 100U);
}

// ---------------------------------------------------------------- sayings

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
    for (const auto& [outlet, credited] : {std::pair{"The Lantern", "Lantern"}, {"lantern", "The Lantern"}, {"The Lantern (Web News)", "The Lantern"}, {"AP", "Associated Press"}}) {
        Pile pile;
        const DocumentKey source = pile.add(outlet), beacon = pile.add("The Beacon");
        const EntityId relay = pile.meet(beacon, EntityKind::outlet, credited);
        const Interval weighed = pile.weigh_utterance({pile.hear(source), pile.quote(beacon, pile.meet(beacon, EntityKind::person, "Nora Quill"), {relay})}).independent;
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

// ---------------------------------------------------------------- stories

TEST(Stories, CountArticlesThatShowReportingOfTheirOwn) {
    Pile pile;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) pile.add_reporter(outlet);
    const Assessment apart = pile.weigh_story();
    EXPECT_EQ(numbers(apart.independent), Numbers(3, 3));
    EXPECT_THAT(apart.independent.why, IsEmpty());
    pile.print_one_text({1, 2});
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 2));
    EXPECT_THAT(weighed.why, ElementsAre("the articles print one text"));
}

// That no evidence merges two articles does not show that they are independent.
TEST(Stories, OfArticlesThatShowNothingOfTheirOwnAreOneAtLeast) {
    Pile pile;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) pile.add(outlet);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 3));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: nothing in The Beacon shows reporting of its own", "perhaps one: nothing in The Anchor shows reporting of its own"));
}

TEST(Stories, RiseAtTheLowEndByEachArticleWithItsOwnReporting) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon"), anchor = pile.add("The Anchor");
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(1, 3));
    pile.hear(beacon);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 3));
    pile.hear(anchor);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));
}

// What counts as reporting of its own: words in quotation marks of a person or an unnamed source, said to this article.
TEST(Stories, TakeOnlyTheWordsOfSomebodyHeardForOwnReporting) {
    const auto low_with = [](EntityKind kind, Speech speech, Hand hand, bool through_relay) {
        Pile pile;
        pile.add_reporter("The Lantern");
        const DocumentKey beacon = pile.add("The Beacon");
        const EntityId speaker = pile.meet(beacon, kind, "somebody of Fennholt");
        Attribution& attribution = pile.attribution(pile.quote(beacon, speaker));
        attribution.speech = speech;
        attribution.hand = hand;
        if (through_relay) attribution.relays = {pile.meet(beacon, EntityKind::outlet, "The Gull")};
        const Interval weighed = pile.weigh_story().independent;
        EXPECT_EQ(weighed.high, 2U);
        return weighed.low;
    };
    EXPECT_EQ(low_with(EntityKind::person, Speech::direct, Hand::told, false), 2U);
    EXPECT_EQ(low_with(EntityKind::person, Speech::direct, Hand::own, false), 2U);
    EXPECT_EQ(low_with(EntityKind::unnamed, Speech::direct, Hand::told, false), 2U);
    EXPECT_EQ(low_with(EntityKind::person, Speech::indirect, Hand::told, false), 1U);
    EXPECT_EQ(low_with(EntityKind::person, Speech::mixed, Hand::told, false), 1U);
    EXPECT_EQ(low_with(EntityKind::person, Speech::direct, Hand::retold, false), 1U);
    EXPECT_EQ(low_with(EntityKind::person, Speech::direct, Hand::told, true), 1U);
    EXPECT_EQ(low_with(EntityKind::unnamed, Speech::direct, Hand::told, true), 1U);
    for (const EntityKind kind : {EntityKind::organization, EntityKind::place, EntityKind::outlet, EntityKind::document, EntityKind::article})
        EXPECT_EQ(low_with(kind, Speech::direct, Hand::told, false), 1U) << static_cast<int>(kind);
    Pile pile;
    pile.add_reporter("The Lantern");
    pile.quote(pile.add("The Beacon"), kNobody);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(1, 2));
}

TEST(Stories, MayBeOneWayWhereArticlesQuoteTheSameSaying) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add_reporter(outlet);
        if (key < 3) members.push_back(pile.quote(key, pile.meet(key, EntityKind::person, "Nora Quill")));
    }
    pile.join_names();
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));      // one speaker is no saying
    pile.quote_one_saying(members);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 3));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: The Lantern and The Beacon quote the same words"));
}

TEST(Stories, DoNotTakeASharedSayingForOwnReporting) {
    Pile pile;
    const DocumentKey lantern = pile.add("The Lantern"), beacon = pile.add("The Beacon"), anchor = pile.add("The Anchor");
    const Passage first = pile.hear(beacon), second = pile.hear(anchor);
    pile.hear(lantern);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));
    pile.quote_one_saying({first, second});
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(1, 3));      // the two are one, and may both have it from the Lantern's witness
    pile.hear(anchor);
    pile.hear(beacon);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 3));
}

// A saying reaches into the stories that hold its articles, each by itself.
TEST(Stories, TakeNoNoticeOfArticlesOutsideThem) {
    Pile pile;
    const DocumentKey lantern = pile.add_reporter("The Lantern"), beacon = pile.add_reporter("The Beacon"), far_away = pile.add_reporter("The Anchor");
    pile.quote_one_saying({pile.hear(lantern), pile.hear(far_away)});
    pile.repeat(beacon, far_away, 90);
    pile.repeat(far_away, lantern, 90);
    const Interval weighed = pile.weigh_story({lantern, beacon}).independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 2));
    EXPECT_THAT(weighed.why, IsEmpty());
}

TEST(Stories, MayBeOneWayWhereOneOutletPrintsTwoArticles) {
    Pile pile;
    for (const char* outlet : {"The Lantern", "The Beacon", "Lantern", "", ""}) pile.add_reporter(outlet);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(4, 5));                 // that no outlet is given for two does not make them one
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: two articles of Lantern"));
}

TEST(Stories, MayBeOneWayWhereTwoPassOnOneRelay) {
    Pile pile;
    for (const char* outlet : {"The Beacon", "The Anchor", "The Gull"}) {
        const DocumentKey key = pile.add(outlet);
        if (key == 3) {
            pile.hear(key);
            continue;
        }
        const EntityId relay = pile.meet(key, EntityKind::outlet, "The Lantern");
        pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend", relay), {relay});
    }
    pile.join_names();
    const Assessment weighed = pile.weigh_story();
    EXPECT_EQ(numbers(weighed.independent), Numbers(2, 3));     // the rest of each article may be its own
    EXPECT_THAT(weighed.independent.why, ElementsAre("perhaps one: both rest on what The Lantern reports"));
    EXPECT_EQ(weighed.relays.size(), 1U);
}

// Three attributions through one relay, or a third of them all.
TEST(Stories, RestOnARelayOnlyWhereMuchOfAnArticleCameThroughIt) {
    const auto weigh_with = [](int relayed, int heard) {
        Pile pile;
        for (const char* outlet : {"The Beacon", "The Anchor"}) {
            const DocumentKey key = pile.add(outlet);
            const EntityId relay = pile.meet(key, EntityKind::outlet, "The Lantern");
            for (int a = 0; a < relayed; ++a) pile.quote(key, kNobody, {relay});
            for (int a = 0; a < heard; ++a) pile.hear(key);
        }
        pile.join_names();
        const Assessment weighed = pile.weigh_story();
        EXPECT_EQ(weighed.relays.size(), 1U);                   // named, whether the articles rest on it or not
        return numbers(weighed.independent);
    };
    EXPECT_EQ(weigh_with(1, 3), Numbers(2, 2));                 // a quarter
    EXPECT_EQ(weigh_with(1, 2), Numbers(1, 2));                 // a third
    EXPECT_EQ(weigh_with(2, 5), Numbers(2, 2));
    EXPECT_EQ(weigh_with(2, 4), Numbers(1, 2));
    EXPECT_EQ(weigh_with(3, 30), Numbers(1, 2));                // three
}

TEST(Stories, MayBeOneWayWhereAnArticleCreditsAnother) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add_reporter("The Beacon");
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 2));
    pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, "The Lantern"), {}, "reported");
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 2));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: The Beacon credits The Lantern, which is another of the articles"));
}

TEST(Stories, CompareOutletsByTheirFoldedNames) {
    const auto weigh_with = [](const std::string& outlet, const std::string& credited) {
        Pile pile;
        pile.add_reporter(outlet);
        const DocumentKey beacon = pile.add_reporter("The Beacon");
        pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, credited), {}, "reported");
        return numbers(pile.weigh_story().independent);
    };
    EXPECT_EQ(weigh_with("The Lantern", "Lantern"), Numbers(1, 2));
    EXPECT_EQ(weigh_with("Lantern", "The Lantern"), Numbers(1, 2));
    EXPECT_EQ(weigh_with("LANTERN (Web News)", "the Lantern"), Numbers(1, 2));
    EXPECT_EQ(weigh_with("The Night Lantern", "The Lantern"), Numbers(2, 2));
    EXPECT_EQ(weigh_with("The Anchor", "Beacon"), Numbers(2, 2));   // its own name in an article is no credit
    EXPECT_EQ(weigh_with("", ""), Numbers(2, 2));               // two unknown outlets are not one
}

TEST(Stories, MayBeOneWayWhereLongPassagesAreTheSame) {
    Pile pile;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) pile.add_reporter(outlet);
    pile.repeat(1, 2, 8);                                       // anybody may write eight words alike
    pile.repeat(1, 2, 24);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));
    pile.repeat(3, 2, 25);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 3));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: The Beacon and The Anchor have long passages word for word in common"));
}

// Every article has heard somebody: then nothing hangs on which of them comes first.
RC_GTEST_PROP(Stories, OfReportersAreCountedAlikeInAnyOrder, ()) {
    Pile pile;
    const auto count = *rc::gen::inRange<std::size_t>(1, 8);
    std::vector<DocumentKey> keys;
    for (std::size_t m = 0; m < count; ++m) {
        keys.push_back(pile.add_reporter("Outlet " + std::to_string(*rc::gen::inRange<std::size_t>(0, 3 * count))));
        if (*rc::gen::inRange(0, 3) == 0) pile.quote(keys.back(), kNobody, {pile.meet(keys.back(), EntityKind::outlet, "Relay " + std::to_string(*rc::gen::inRange(0, 2)))});
    }
    pile.join_names();
    if (*rc::gen::arbitrary<bool>()) pile.quote_one_saying({pile.hear(keys.front()), pile.hear(keys.back())});
    if (*rc::gen::arbitrary<bool>()) pile.repeat(keys.back(), keys[count / 2], 40);
    const Numbers first = numbers(pile.weigh_story(keys).independent);
    RC_ASSERT(first.first >= 1U);
    RC_ASSERT(first.first <= first.second);
    RC_ASSERT(first.second == count);                           // no certain evidence here
    for (std::size_t turn = 0; turn < count; ++turn) {
        std::rotate(keys.begin(), keys.begin() + 1, keys.end());
        RC_ASSERT(numbers(pile.weigh_story(keys).independent) == first);
    }
    std::reverse(keys.begin(), keys.end());
    RC_ASSERT(numbers(pile.weigh_story(keys).independent) == first);
}

// Words twice in one article (title and body) are a group too, but no other article carries them.
TEST(Stories, TakeWordsRepeatedInOneArticleForOwnReporting) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon");
    const EntityId nora = pile.meet(beacon, EntityKind::person, "Nora Quill");
    pile.quote_one_saying({pile.quote(beacon, nora), pile.quote(beacon, nora)});
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 2));
}

// Words that only an article of another story carries too.
TEST(Stories, TakeWordsRepeatedOutsideThemForOwnReporting) {
    Pile pile;
    const DocumentKey lantern = pile.add_reporter("The Lantern"), beacon = pile.add("The Beacon"), far_away = pile.add("The Anchor");
    pile.quote_one_saying({pile.hear(beacon), pile.hear(far_away)});
    EXPECT_EQ(numbers(pile.weigh_story({lantern, beacon}).independent), Numbers(2, 2));
}

// An article without its own reporting is perhaps one with another; which of them stands first changes nothing.
TEST(Stories, AreCountedAlikeWhereverTheArticleWithoutReportingStands) {
    Pile pile;
    const DocumentKey plain = pile.add("The Lantern"), beacon = pile.add_reporter("The Beacon"), anchor = pile.add_reporter("The Anchor");
    EXPECT_EQ(numbers(pile.weigh_story({beacon, anchor, plain}).independent), Numbers(2, 3));
    EXPECT_EQ(numbers(pile.weigh_story({beacon, plain, anchor}).independent), Numbers(2, 3));
    EXPECT_EQ(numbers(pile.weigh_story({plain, beacon, anchor}).independent), Numbers(2, 3));
}

// An article that rests on one reporter does not make another reporter one with that.
TEST(Stories, KeepReportersApartThoughOneIsCopied) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add_reporter("The Beacon"), anchor = pile.add("The Anchor");
    pile.repeat(beacon, anchor, 60);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 3));
}

// ---------------------------------------------------------------- claims

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
    const Assessment weighed = pile.weigh_claim({pile.quote(key, nora), pile.quote(key, peter, {}, "denied"), pile.quote(key, ada, {}, "doubted"), pile.quote(key, kNobody, {}, "denied")});
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
