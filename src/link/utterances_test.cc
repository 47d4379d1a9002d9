#include <gtest/gtest.h>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

const std::string kStory = "The Harrowby ferry Sandpiper ran aground off Gull Point with captain Ilsa Brandt and forty passengers. ";

std::vector<Group> list_utterances(const Linked& linked) {
    std::vector<Group> groups;
    for (const Group& group : linked.groups)
        if (group.kind == LinkKind::utterance) groups.push_back(group);
    return groups;
}

// Groups of quotations, one for each text, all in one story or each in a story of its own.
std::string group_quotations(const std::vector<std::string>& quotations, bool one_story) {
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < quotations.size(); ++i) {
        const std::string around = one_story ? kStory : make_words(60, 50 + i);
        readings.push_back(make_reading(std::string(1, static_cast<char>('a' + i)), around + "\"" + quotations[i] + "\" she said.", "", one_story ? 3 : static_cast<std::int64_t>(i) * 100));
    }
    const TestPile pile(std::move(readings));
    return pile.list_groups(pile.link(), LinkKind::utterance);
}

}  // namespace

TEST(Utterances, AlteredRenderingsWithinOneStoryAreOne) {
    const std::string one = "We weren't dredging for weeks after the barge sank, but we began dredging again late last autumn for the sake of the oysters";
    const std::string other = "We did not dredge for several weeks after the barge sank, but started dredging again late last autumn";
    EXPECT_EQ(group_quotations({one, other}, true), "a b");
}

TEST(Utterances, CutRenderingsAreOneEverywhere) {
    const std::string whole = "The anchor went straight through the oyster beds and nobody in the office cared";
    EXPECT_EQ(group_quotations({whole, "The anchor went straight through the oyster beds"}, true), "a b");
    EXPECT_EQ(group_quotations({whole, "The anchor went straight through the oyster beds"}, false), "a b");
    EXPECT_EQ(group_quotations({whole, "The mill was never ours to sell, not for a single day"}, true), "");
}

TEST(Utterances, CommonPhrasesAreNotJoined) {
    EXPECT_EQ(group_quotations({"I don't know what to say", "I don't know what to say"}, false), "");
    EXPECT_EQ(group_quotations({"We have no comment at this time", "We have no comment at this time"}, false), "");
    EXPECT_EQ(group_quotations({"the oyster beds are dead", "the oyster beds are dead"}, true), "a b");
}

TEST(Utterances, FormsAndEditsAreAgainstTheFullest) {
    const TestPile pile({make_reading("a", kStory + "\"We will not sell the old mill to Tomas Rell or to any other brewer\" she said.", "", 1),
                         make_reading("b", kStory + "\"We will sell the old mill to Tomas Rell or to any other brewer\" she said.", "", 2),
                         make_reading("c", kStory + "\"We will not sell the old mill to Tomas Rell\" she said.", "", 3)});
    const auto groups = list_utterances(pile.link());
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].forms, (std::vector<Form>{Form::verbatim, Form::altered, Form::trimmed}));
    EXPECT_EQ(groups[0].edits, (std::vector<Edit>{{0, 1, EditKind::negation, "not", ""}, {0, 2, EditKind::truncation, "or to any other brewer", ""}}));
    EXPECT_EQ(groups[0].label, "We will not sell the old mill to Tomas Rell or to any other brewer");
    EXPECT_EQ(pile.quote(groups[0].members[2]), "We will not sell the old mill to Tomas Rell");
    EXPECT_EQ(groups[0].members[2].item, 0U);
}

TEST(Utterances, OneDocumentThatSaysItTwice) {
    const TestPile pile({make_reading("a", "\"The oyster beds are gone for good\" she said. " + make_words(40, 1) + "\"The oyster beds are gone for good\" she said again.")});
    const auto groups = list_utterances(pile.link());
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].why, "the same words twice in one article");
}

TEST(Utterances, EqualRenderingsStandInOneTree) {
    const std::string half = "The anchor went straight through the oyster beds", other = "nobody in the harbour office ever cared about it";
    EXPECT_EQ(group_quotations({half + " and " + other, half, half + ", and the mill was never ours to sell", half}, false), "b c d");   // one of two fuller ones, but both the same
}

TEST(Utterances, BrokenByItsCueIsOneNode) {
    Reading reading = make_reading("a", kStory + "\"The anchor went straight through\" she said \"the oyster beds and nobody cared\".", "", 3);
    ASSERT_EQ(reading.attributions.size(), 2U);
    reading.attributions[0].content.push_back(reading.attributions[1].content[0]);
    reading.attributions.pop_back();
    const TestPile pile({reading, make_reading("b", kStory + "\"The anchor went straight through the oyster beds and nobody cared\" she said.", "", 3)});
    const auto groups = list_utterances(pile.link());
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].forms, (std::vector<Form>{Form::verbatim, Form::verbatim}));
}

TEST(Utterances, AnotherUnnamedSourceIsAChangeOfCredit) {
    const auto credited = [](const std::string& id, EntityKind kind, const std::string& name, float score = 0.9F) {
        Reading reading = make_reading(id, kStory + "\"The anchor went straight through the oyster beds\" it was said.", "", 3);
        reading.entities.push_back({.id = 1, .kind = kind, .name = name, .mentions = {{0, 3}}});
        reading.attributions[0].speaker = 1;
        reading.attributions[0].score = score;
        return reading;
    };
    const auto edits = [&](const Reading& other) { return list_utterances(TestPile({credited("a", EntityKind::unnamed, "harbour insider"), other}).link()).at(0).edits; };
    EXPECT_EQ(edits(credited("b", EntityKind::unnamed, "another source")), (std::vector<Edit>{{0, 1, EditKind::speaker, "harbour insider", "another source"}}));
    EXPECT_TRUE(edits(credited("b", EntityKind::unnamed, "a harbour insider")).empty()) << "nothing tells them apart";
    EXPECT_TRUE(edits(credited("b", EntityKind::unnamed, "another source", 0.5F)).empty()) << "not sure";
    EXPECT_TRUE(edits(credited("b", EntityKind::person, "Ilsa Brandt")).empty());
}

TEST(Utterances, CompareIsMirrored) {
    const Digest a = digest_reading(make_reading("a", "\"The anchor went straight through the oyster beds and nobody in the office cared\""));
    const Digest b = digest_reading(make_reading("b", "\"The anchor went through the oyster beds\" and \"the mill was never ours\""));
    std::vector<Match> forth, back;
    compare_utterances(a, b, forth);
    compare_utterances(b, a, back);
    ASSERT_EQ(forth.size(), 1U);
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(forth[0].score, back[0].score);
    EXPECT_EQ(forth[0].same, back[0].same);
    EXPECT_EQ(forth[0].in_a, back[0].in_b);
}

}  // namespace firsthand::link
