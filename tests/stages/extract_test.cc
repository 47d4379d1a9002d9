// Who is given which words: texts as a reader meets them, and what he would say of each. Speakers: speakers_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read_text.h"

namespace firsthand::stages {
namespace {

using testing::ElementsAreArray;

// "direct | source | cue | content" for each attribution of the text.
struct Row {
    std::string text;
    Lines expected;
};

void expect_attributions(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.text);
        EXPECT_THAT(list_attributions(read_text(row.text)), ElementsAreArray(row.expected));
    }
}

TEST(Quotations, HaveTheirSourceBeforeOrBehindThem) {
    expect_attributions({
        {"“We go home today,” said Ada Quill, 40.", {"direct | Ada Quill | said | “We go home today,”"}},
        {"“We go home today,” Ada Quill said.", {"direct | Ada Quill | said | “We go home today,”"}},
        {"Ada Quill said, “We go home today.”", {"direct | Ada Quill | said | “We go home today.”"}},
        {"Ada Quill said: “We go home today.”", {"direct | Ada Quill | said | “We go home today.”"}},
        {"“We go home today,” she said.", {"direct | she | said | “We go home today,”"}},
        {"“We go home today,” Ada Quill told reporters.", {"direct | Ada Quill | told | “We go home today,”"}},
        {"“We go home today,” Ada Quill said on Monday.", {"direct | Ada Quill | said | “We go home today,”"}},
        {"“We go home today,” Ada Quill has said.", {"direct | Ada Quill | has said | “We go home today,”"}},
        {"“We go home today,” Ada Quill said, smiling.", {"direct | Ada Quill | said | “We go home today,”"}},
        {"“It is safe,” Ada Quill said when asked about the bridge.", {"direct | Ada Quill | said | “It is safe,”"}},
        {"Asked about the bridge, Ada Quill said: “It is safe.”", {"direct | Ada Quill | said | “It is safe.”"}},
        {"Ada Quill: “It is safe for everybody.”", {"direct | Ada Quill | : | “It is safe for everybody.”"}},
        {"“It is safe for everybody,” the statement read.", {"direct | the statement | read | “It is safe for everybody,”"}},
        {"“The man is safe,” police said.", {"direct | police | said | “The man is safe,”"}},
    });
}

TEST(Quotations, AreSignedBehindADash) {
    expect_attributions({
        {"Then came a post.\n\n“The bridge is closed.”\n\n— Mara Quill (@mquill), August 30, 2021\n\nNobody answered.", {"direct | Mara Quill | — | “The bridge is closed.”"}},
        {"“Go.” — Mara Quill", {"direct | Mara Quill | — | “Go.”"}},
        {"“The bridge is closed” — Mara Quill never said that.", {"direct | - | - | “The bridge is closed”"}},
    });
}

TEST(Quotations, StandInMarksOfEveryKind) {
    expect_attributions({
        {"\"We go home today,\" said Ada Quill.", {"direct | Ada Quill | said | \"We go home today,\""}},
        {"‘We go home today,’ said Ada Quill.", {"direct | Ada Quill | said | ‘We go home today,’"}},
        {"\"It's over,\" she said. \"We're done.\"", {"direct | she | said | \"It's over,\" … \"We're done.\""}},
        {"« We go home today », said Ada Quill.", {"direct | Ada Quill | said | « We go home today »"}},
        {"“It’s ‘over and done with,’ he told me,” Ada Quill said.", {"direct | Ada Quill | said | “It’s ‘over and done with,’ he told me,”"}},
        {"“It isn’t the bakers’ fault,” Ada Quill said.", {"direct | Ada Quill | said | “It isn’t the bakers’ fault,”"}},
    });
}

TEST(Quotations, AreBrokenByTheirCueOrGoOnBehindIt) {
    expect_attributions({
        {"“We go,” said Ada Quill, “and we do not come back.”", {"direct | Ada Quill | said | “We go,” … “and we do not come back.”"}},
        {"“We go,” she told the crowd on Monday, “and we do not come back.”", {"direct | she | told | “We go,” … “and we do not come back.”"}},
        {"“We go home today,” said Ada Quill. “Nobody will stop us.”", {"direct | Ada Quill | said | “We go home today,” … “Nobody will stop us.”"}},
    });
}

TEST(Quotations, EndWithAQuestionBeforeANameInCapitals) {
    expect_attributions({
        {"“Where are they going?” Nora Pell asked.", {"direct | Nora Pell | asked | “Where are they going?”"}},
        {"“Never again!” Nora Pell shouted.", {"direct | Nora Pell | shouted | “Never again!”"}},
        {"“Where are they going?” asked Nora Pell.", {"direct | Nora Pell | asked | “Where are they going?”"}},
        {"“Where are they going?” she asked.", {"direct | she | asked | “Where are they going?”"}},
    });
}

TEST(Quotations, OfAParagraphWithoutCueContinueTheLastSpeaker) {
    expect_attributions({
        {"“We go home today,” Ada Quill said.\n\n“Nobody will stop us on the way.”",
         {"direct | Ada Quill | said | “We go home today,”", "direct | - | - | “Nobody will stop us on the way.”"}},
        {"“We go home today,” Ada Quill said.\n\nThe bridge was built in 1901.\n\n“Nobody will stop us on the way.”",
         {"direct | Ada Quill | said | “We go home today,”", "direct | - | - | “Nobody will stop us on the way.”"}},
        {"Ada Quill said, “We go home today, and nobody will stop us.\n\n“We have waited long enough for this.”",
         {"direct | Ada Quill | said | “We go home today, and nobody will stop us.", "direct | - | - | “We have waited long enough for this.”"}},
    });
}

TEST(MixedQuotations, AreFragmentsInsideAClause) {
    expect_attributions({
        {"Ada Quill called the plan “a sham and a shame”.", {"mixed | Ada Quill | called | the plan “a sham and a shame”"}},
        {"Ada Quill said the plan was “a sham and a shame”.", {"mixed | Ada Quill | said | the plan was “a sham and a shame”"}},
        {"The plan is “a sham and a shame,” Ada Quill said.", {"mixed | Ada Quill | said | The plan is “a sham and a shame,”"}},
        {"Ada Quill said that “nobody at all” had seen the man.", {"mixed | Ada Quill | said | that “nobody at all” had seen the man"}},
        {"According to Ada Quill, the plan is “a sham and a shame”.", {"mixed | Ada Quill | According to | the plan is “a sham and a shame”"}},
    });
}

TEST(IndirectSpeech, IsTheClauseBehindOrBeforeItsCue) {
    expect_attributions({
        {"Ada Quill said that the bridge is safe.", {"indirect | Ada Quill | said | that the bridge is safe"}},
        {"Ada Quill said the bridge is safe.", {"indirect | Ada Quill | said | the bridge is safe"}},
        {"The bridge is safe, Ada Quill said.", {"indirect | Ada Quill | said | The bridge is safe"}},
        {"The bridge is safe, said Ada Quill.", {"indirect | Ada Quill | said | The bridge is safe"}},
        {"Ada Quill told The Harbour Post that the bridge would open in May.", {"indirect | Ada Quill | told | that the bridge would open in May"}},
        {"Ada Quill denied that she had met the man.", {"indirect | Ada Quill | denied | that she had met the man"}},
        {"The mayor has repeatedly said that the bridge is safe.", {"indirect | The mayor | has repeatedly said | that the bridge is safe"}},
        {"Ada Quill added that the bridge, which opened in May, was safe, and that it would stay open.",
         {"indirect | Ada Quill | added | that the bridge, which opened in May, was safe, and that it would stay open"}},
        {"The Lower Mill council said in a statement that the bridge was safe.", {"indirect | The Lower Mill council | said | that the bridge was safe"}},
        {"According to Ada Quill, the bridge is safe.", {"indirect | Ada Quill | According to | the bridge is safe"}},
        {"The bridge is safe, according to Ada Quill.", {"indirect | Ada Quill | according to | The bridge is safe"}},
        {"In a statement, the Lower Mill Police said the man was safe.", {"indirect | the Lower Mill Police | said | the man was safe"}},
    });
}

TEST(SecondCues, KeepTheSourceOfTheirSentence) {
    expect_attributions({
        {"“We never met,” Ada Quill said, adding that she had been at home.", {"direct | Ada Quill | said | “We never met,”", "indirect | Ada Quill | adding | that she had been at home"}},
        {"Ada Quill denied the claim, saying “we never met the man at all”.", {"direct | Ada Quill | saying | “we never met the man at all”"}},
    });
}

TEST(Sources, TakeTheirAppositionsWithThem) {
    expect_attributions({
        {"Ty Odd, 40, of Lower Mill, said the river rose at night.", {"indirect | Ty Odd, 40, of Lower Mill, | said | the river rose at night"}},
        {"“The river rose at night,” Ty Odd, a baker from Lower Mill, said.", {"direct | Ty Odd, a baker from Lower Mill, | said | “The river rose at night,”"}},
        {"Nora Quill, who runs the mill, said the river rose.", {"indirect | Nora Quill, who runs the mill, | said | the river rose"}},
        {"“We go home,” Ada Quill, the town’s mayor, told a crowd on Monday.", {"direct | Ada Quill, the town’s mayor, | told | “We go home,”"}},
        {"Ada Quill, when asked about the bridge, said it was safe.", {"indirect | Ada Quill, when asked about the bridge, | said | it was safe"}},
        {"Peter Odd’s wife, Nora Quill, said he was well.", {"indirect | Peter Odd’s wife, Nora Quill, | said | he was well"}},
        {"“He will play on Sunday,” agent Mark Pell said.", {"direct | agent Mark Pell | said | “He will play on Sunday,”"}},
        {"“He will play on Sunday,” said agent Mark Pell.", {"direct | agent Mark Pell | said | “He will play on Sunday,”"}},
        {"“We ran,” Lt. Peter Odd of the Lower Mill Police said.", {"direct | Lt. Peter Odd of the Lower Mill Police | said | “We ran,”"}},
        {"Halden Motors spokesman Peter Odd said the plant would stay open.", {"indirect | Halden Motors spokesman Peter Odd | said | the plant would stay open"}},
        {"“The match is off today,” said the players’ union.", {"direct | the players’ union | said | “The match is off today,”"}},
    });
}

TEST(WorksAndLabels, AreNoSpeech) {
    expect_attributions({
        {"The band played “Harbour Lights” and went home.", {}},
        {"The band played its song “Where The Boats Go To Sleep” and went home.", {}},
        {"The film “A Year In The Mill” opens on Friday.", {}},
        {"“Where The Boats Go To Sleep” opens on Friday.", {}},
        {"The so-called “bridge party” met on Monday.", {}},
        {"He is known as “the baker” in town.", {}},
        {"“Harbour Lights” opens on Friday.", {}},
    });
}

TEST(PlainProse, HasNoAttribution) {
    expect_attributions({
        {"", {}},
        {"The bridge opened on Monday, in the rain.", {}},
        {"Nobody denied the prize to the baker.", {}},
        {"The town published the reports on the bridge.", {}},
    });
}

TEST(Acts, TellFindingsAndThoughtsFromSpeech) {
    const auto act_of = [](const char* text) {
        const Reading reading = read_text(text);
        return reading.attributions.size() == 1 ? static_cast<int>(reading.attributions.front().act) : -1;
    };
    EXPECT_EQ(act_of("A study by Norland University found that the river rises every year."), static_cast<int>(Act::finding));
    EXPECT_EQ(act_of("Ada Quill believes that the river rises every year."), static_cast<int>(Act::thought));
    EXPECT_EQ(act_of("Ada Quill says that the river rises every year."), static_cast<int>(Act::speech));
}

TEST(Addressees, AreThoseWhoWereTold) {
    const auto told = [](const char* text) {
        const Reading reading = read_text(text);
        return reading.attributions.size() == 1 ? join_pieces(reading.document.text, reading.attributions.front().to) : "not one attribution";
    };
    EXPECT_EQ(told("“The bridge is safe,” Ada Quill told Reuters."), "Reuters");
    EXPECT_EQ(told("Ada Quill told The Harbour Post that the bridge would open in May."), "The Harbour Post");
    EXPECT_EQ(told("Ada Quill told reporters that the bridge would open in May."), "reporters");
    EXPECT_EQ(told("Ada Quill said that the bridge would open in May."), "-");
}

TEST(Hands, KnowAPersonsOwnPost) {
    const auto hand_of = [](const char* text) {
        const Reading reading = read_text(text);
        return reading.attributions.size() == 1 ? static_cast<int>(reading.attributions.front().hand) : -1;
    };
    EXPECT_EQ(hand_of("Ada Quill tweeted: “We go home today, all of us.”"), static_cast<int>(Hand::own));
    EXPECT_EQ(hand_of("“We go home today, all of us,” Ada Quill posted on Instagram on Monday."), static_cast<int>(Hand::own));
    EXPECT_EQ(hand_of("“We go home today, all of us,” Ada Quill told Reuters."), static_cast<int>(Hand::told));
    EXPECT_EQ(hand_of("“We go home today, all of us,” a source told Page Six."), static_cast<int>(Hand::told));
}

TEST(Parents, AreTheContentsThatHoldAnotherAttribution) {
    const auto parents = [](const char* text) {
        std::vector<int> found;
        for (const Attribution& attribution : read_text(text).attributions) found.push_back(attribution.parent == kNone ? -1 : static_cast<int>(attribution.parent));
        return found;
    };
    EXPECT_THAT(parents("The Guardian reported on Monday that Nora Quill said the mill had burned down."), ElementsAreArray({-1, 0}));
    EXPECT_THAT(parents("Peter Odd said that Nora Quill told Reuters the mill had burned down."), ElementsAreArray({-1, 0}));
    EXPECT_THAT(parents("Peter Odd said the mill burned. Nora Quill said the bridge fell."), ElementsAreArray({-1, -1}));
    EXPECT_THAT(parents("“We never met,” Ada Quill said, adding that she had been at home."), ElementsAreArray({-1, -1}));
}

}  // namespace
}  // namespace firsthand::stages
