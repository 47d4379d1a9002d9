#include "weigh/pile_test.h"

namespace firsthand::weigh {
namespace {

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

// A correction brings no second origin, whatever it adds; what it keeps is still its own.
TEST(Stories, CountVersionsOfOneArticleOnce) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey before = pile.add("The Beacon"), after = pile.add_reporter("The Beacon");
    pile.quote_one_saying({pile.hear(before), pile.hear(after)});
    EXPECT_EQ(pile.weigh_story().independent.high, 3U);
    pile.set_address(before, "https://beacon.example/goat");
    pile.set_address(after, "https://beacon.example/goat");
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 2));
    EXPECT_THAT(weighed.why, ElementsAre("two versions of one article"));
}

// That no evidence merges two articles does not show that they are independent.
TEST(Stories, OfArticlesThatShowNothingOfTheirOwnAreOneAtLeast) {
    Pile pile;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) pile.add(outlet);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 3));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: nothing in The Beacon shows reporting of its own",
        "perhaps one: nothing in The Anchor shows reporting of its own"));
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
        for (int other = 0; other < 3; ++other) pile.quote(beacon, kNobody);    // it does not rest on the one
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

TEST(Stories, MayBeOneWayWhereAnArticleHasOnlyASharedSaying) {
    Pile pile;
    std::vector<Passage> members;
    for (const char* outlet : {"The Lantern", "The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add(outlet);
        if (key < 3) members.push_back(pile.quote(key, pile.meet(key, EntityKind::person, "Nora Quill")));
        if (key != 2) pile.hear(key);
    }
    pile.join_names();
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));      // one speaker is no saying
    pile.quote_one_saying(members);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 3));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: The Lantern and The Beacon quote the same words"));
    pile.hear(2);                                               // both were at the press conference, and asked further
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));
    EXPECT_THAT(pile.weigh_story().independent.why, IsEmpty());
}

TEST(Stories, DoNotTakeASharedSayingForOwnReporting) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon"), anchor = pile.add("The Anchor");
    const Passage first = pile.hear(beacon), second = pile.hear(anchor);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));
    pile.quote_one_saying({first, second});
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 3));                 // the two are one, and nothing else in them is their own
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: The Beacon and The Anchor quote the same words",
        "perhaps one: nothing in The Beacon shows reporting of its own"));
    pile.hear(anchor);
    pile.hear(beacon);
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(3, 3));
}

// The copies of a text carry its words too: that takes nothing from what the text heard, and a cut copy is its whole.
TEST(Stories, TakeTheCopiesOfATextForOneReporter) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon"), anchor = pile.add("The Anchor"), gull = pile.add("The Gull");
    pile.print_one_text({beacon, anchor, gull});
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(1, 2));
    const Passage first = pile.hear(anchor), second = pile.hear(gull);      // cut from the Beacon's
    pile.quote_one_saying({first, second});
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(2, 2));
    EXPECT_THAT(weighed.why, ElementsAre("the articles print one text"));
}

// A saying reaches into the stories that hold its articles, each by itself.
TEST(Stories, TakeNoNoticeOfArticlesOutsideThem) {
    Pile pile;
    const DocumentKey lantern = pile.add_reporter("The Lantern"), beacon = pile.add_reporter("The Beacon"),
        far_away = pile.add_reporter("The Anchor");
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
    for (const char* outlet : {"The Gull", "The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add_reporter(outlet);
        if (key == 1) continue;
        const EntityId relay = pile.meet(key, EntityKind::outlet, "The Lantern");
        if (key == 3) pile.attribution({key, {}, 0}).relays = {relay};      // its one witness spoke to The Lantern
        pile.quote(key, pile.meet(key, EntityKind::unnamed, "friend", relay), {relay});
    }
    pile.join_names();
    const Assessment weighed = pile.weigh_story();
    EXPECT_EQ(numbers(weighed.independent), Numbers(2, 3));     // the rest of each article may be its own
    EXPECT_THAT(weighed.independent.why, ElementsAre("perhaps one: both rest on what The Lantern reports"));
    EXPECT_EQ(weighed.relays.size(), 1U);
}

// Three attributions through one relay, or a third of them all. The Beacon shows nothing of its own: it leans on the article
// that it rests on, else on the first.
TEST(Stories, RestOnARelayOnlyWhereMuchOfAnArticleCameThroughIt) {
    const auto rests = [](int relayed, int others) {
        Pile pile;
        pile.add_reporter("The Gull");
        pile.add_reporter("The Lantern");
        const DocumentKey beacon = pile.add("The Beacon");
        const EntityId relay = pile.meet(beacon, EntityKind::outlet, "The Lantern");
        for (int a = 0; a < relayed; ++a) pile.quote(beacon, kNobody, {relay});
        for (int a = 0; a < others; ++a) pile.quote(beacon, kNobody);
        const Assessment weighed = pile.weigh_story();
        EXPECT_EQ(numbers(weighed.independent), Numbers(2, 3));
        EXPECT_EQ(weighed.relays.size(), 1U);                   // named, whether the article rests on it or not
        EXPECT_EQ(weighed.independent.why.size(), 1U);
        return weighed.independent.why.front() == "perhaps one: The Beacon credits The Lantern, which is another of the articles";
    };
    EXPECT_FALSE(rests(1, 3));                                  // a quarter
    EXPECT_TRUE(rests(1, 2));                                   // a third
    EXPECT_FALSE(rests(2, 5));
    EXPECT_TRUE(rests(2, 4));
    EXPECT_TRUE(rests(3, 30));                                  // three
}

TEST(Stories, KeepReportersApartThatNameOneRelay) {
    Pile pile;
    for (const char* outlet : {"The Beacon", "The Anchor"}) {
        const DocumentKey key = pile.add(outlet);
        pile.quote(key, kNobody, {pile.meet(key, EntityKind::outlet, "The Lantern")});
    }
    pile.join_names();
    pile.hear(1);
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 2));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: both rest on what The Lantern reports"));
    pile.hear(2);                                               // each has a witness of its own now
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 2));
}

TEST(Stories, MayBeOneWayWhereAnArticleCreditsAnother) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon");
    pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, "The Lantern"), {}, "reported");
    const Interval weighed = pile.weigh_story().independent;
    EXPECT_EQ(numbers(weighed), Numbers(1, 2));
    EXPECT_THAT(weighed.why, ElementsAre("perhaps one: The Beacon credits The Lantern, which is another of the articles"));
    pile.hear(beacon);                                          // it followed up, but says itself whom it follows
    EXPECT_EQ(pile.weigh_story().independent, weighed);
}

// Nobody else of the story has it from there: that is another way, though not one of its own.
TEST(Stories, TakeARelayThatIsNoneOfTheArticlesForAWay) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon");
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(1, 2));
    pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, "The Gull"), {}, "reported");
    const Assessment weighed = pile.weigh_story();
    EXPECT_EQ(numbers(weighed.independent), Numbers(2, 2));
    EXPECT_THAT(weighed.independent.why, IsEmpty());
    EXPECT_EQ(weighed.relays.size(), 1U);
}

TEST(Stories, CompareOutletsByTheirFoldedNames) {
    const auto why_with = [](const std::string& outlet, const std::string& credited) {
        Pile pile;
        pile.add_reporter(outlet);
        const DocumentKey beacon = pile.add("The Beacon");
        pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, credited), {}, "reported");
        return pile.weigh_story().independent.why;
    };
    const auto credits = ElementsAre(HasSubstr("The Beacon credits "));
    EXPECT_THAT(why_with("The Lantern", "Lantern"), credits);
    EXPECT_THAT(why_with("Lantern", "The Lantern"), credits);
    EXPECT_THAT(why_with("LANTERN (Web News)", "the Lantern"), credits);
    EXPECT_THAT(why_with("night-lantern.example", "The Night Lantern"), credits);
    EXPECT_THAT(why_with("The Night Lantern", "The Lantern"), IsEmpty());
    EXPECT_THAT(why_with("", "The Lantern"), IsEmpty());        // who prints this is not given
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

// Who leans on whom may hang on the order of the articles, how many stand by themselves never.
RC_GTEST_PROP(Stories, AreCountedAlikeInAnyOrder, ()) {
    Pile pile;
    const auto count = *rc::gen::inRange<std::size_t>(1, 8);
    const auto any_outlet = [&] { return "Outlet " + std::to_string(*rc::gen::inRange<std::size_t>(0, 3 * count)); };
    std::vector<DocumentKey> keys;
    for (std::size_t m = 0; m < count; ++m) {
        keys.push_back(pile.add(any_outlet()));
        if (*rc::gen::arbitrary<bool>()) continue;
        pile.hear(keys.back());
        if (*rc::gen::inRange(0, 3) == 0) pile.quote(keys.back(), kNobody, {pile.meet(keys.back(), EntityKind::outlet, any_outlet())});
    }
    pile.join_names();
    const auto any_article = [&] { return keys[*rc::gen::inRange<std::size_t>(0, count)]; };
    for (int saying = *rc::gen::inRange(0, 3); saying > 0; --saying) pile.quote_one_saying({pile.hear(any_article()), pile.hear(any_article()), pile.hear(any_article())});
    for (int echo = *rc::gen::inRange(0, 3); echo > 0; --echo) pile.repeat(any_article(), any_article(), 40);
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

// The same with a saying: the Beacon has it from the Anchor, which heard more; the Lantern has a witness of its own.
TEST(Stories, KeepReportersApartThoughASayingOfOneIsPassedOn) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon"), anchor = pile.add_reporter("The Anchor");
    pile.quote_one_saying({pile.hear(beacon), pile.hear(anchor)});
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(2, 3));
}

// Two reporters and one who has only their common saying: whichever prints it first.
TEST(Stories, OfASharedSayingAreCountedAlikeInAnyOrder) {
    Pile pile;
    const DocumentKey plain = pile.add("The Lantern"), beacon = pile.add_reporter("The Beacon"), anchor = pile.add_reporter("The Anchor");
    const Passage a = pile.hear(plain), b = pile.hear(beacon), c = pile.hear(anchor);
    pile.quote_one_saying({b, c, a});
    EXPECT_EQ(numbers(pile.weigh_story({beacon, anchor, plain}).independent), Numbers(2, 3));
    Pile again;
    const DocumentKey first = again.add("The Lantern"), second = again.add_reporter("The Beacon"), third = again.add_reporter("The Anchor");
    again.quote_one_saying({again.hear(first), again.hear(second), again.hear(third)});
    EXPECT_EQ(numbers(again.weigh_story().independent), Numbers(2, 3));
}

// "The Beacon has learned", in the Beacon, is no way that anything came from elsewhere.
TEST(Stories, DoNotTakeAnArticlesOwnOutletForItsRelay) {
    Pile pile;
    pile.add_reporter("The Lantern");
    const DocumentKey beacon = pile.add("The Beacon");
    pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, "Beacon"), {}, "reported");
    EXPECT_EQ(numbers(pile.weigh_story().independent), Numbers(1, 2));
}

// One article passes on a relay, the other shows nothing: one at least, whichever comes first.
TEST(Stories, CountAnArticleThatShowsNothingAlikeBeforeAndBehindARelay) {
    Pile pile;
    const DocumentKey plain = pile.add("The Lantern"), beacon = pile.add("The Beacon");
    pile.quote(beacon, pile.meet(beacon, EntityKind::outlet, "The Gull"), {}, "reported");
    EXPECT_EQ(numbers(pile.weigh_story({beacon, plain}).independent), Numbers(1, 2));
    EXPECT_EQ(numbers(pile.weigh_story({plain, beacon}).independent), Numbers(1, 2));
}

}  // namespace
}  // namespace firsthand::weigh
