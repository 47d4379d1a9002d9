// Who speaks, and through whom: names, pronouns, unnamed sources and their relays, over the sentences of one text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read_text.h"

namespace firsthand::stages {
namespace {

using testing::ElementsAreArray;

// "speaker <- relay" for each attribution of the text.
struct Row {
    std::string text;
    Lines expected;
};

void expect_speakers(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.text);
        EXPECT_THAT(list_speakers(read_text(row.text)), ElementsAreArray(row.expected));
    }
}

EntityId speaker(const Reading& reading, std::size_t attribution) { return reading.attributions.at(attribution).speaker; }
const Entity& speaking(const Reading& reading, std::size_t attribution) { return reading.entities.at(speaker(reading, attribution) - 1); }

TEST(Pronouns, GoToThePersonThatAgrees) {
    expect_speakers({
        {"Nora Quill met Peter Odd in the hall. “I am not leaving,” he said.", {"Peter Odd"}},
        {"Nora Quill met Peter Odd in the hall. “I am not leaving,” she said.", {"Nora Quill"}},
        {"Peter Odd met Nora Quill in the hall. “I am not leaving,” he said.", {"Peter Odd"}},
        {"Peter Odd met Nora Quill in the hall. “I am not leaving,” she said.", {"Nora Quill"}},
        {"Nora Quill spoke to the crowd. “The band is over and I am glad,” she told reporters.", {"Nora Quill"}},
        {"“I am not leaving,” Nora Quill said. “I was never asked,” she added.", {"Nora Quill", "Nora Quill"}},
        {"Nora Quill came in. “Stop there,” Peter Odd said. “I am not leaving,” she said.", {"Peter Odd", "Nora Quill"}},
        {"Mr. Dell met Mrs. Fenn in the hall. “I am not leaving,” she said.", {"Fenn"}},
    });
}

TEST(ShortNames, MeanTheirOnlyFullName) {
    expect_speakers({
        {"Nora Quill opened the bridge on Monday. “It is safe,” Quill said.", {"Nora Quill"}},
        {"Nora Quill and Peter Odd own the mill. “We bought it,” Quill said. “She paid for it,” Odd said.", {"Nora Quill", "Peter Odd"}},
        {"Nora Quill and Peter Quill own the mill. “It is safe for everybody,” Peter Quill said.", {"Peter Quill"}},
        {"Halden Motors closed the plant. Halden said the workers would be paid.", {"Halden Motors"}},
        {"“It is a great day for us,” Peter said.", {"Peter"}},
    });
}

TEST(Titles, BelongToThePersonTheyStandBefore) {
    expect_speakers({
        {"Mr. Peter Odd opened the bridge on Monday. “It is safe,” Mr. Odd said.", {"Peter Odd"}},
        {"Mayor Nora Quill opened the bridge. “It is safe for everybody,” Mayor Quill said.", {"Nora Quill"}},
        {"Mayor Nora Quill opened the bridge. “It is safe for everybody,” the mayor said.", {"Nora Quill"}},
        {"“We will go,” said President Hal Orr. “We will win.” Orr also said he was tired.", {"Hal Orr", "Hal Orr"}},
        {"The singer Nora Quill said she was leaving. “It was time,” the singer said.", {"Nora Quill", "Nora Quill"}},
        {"Nora Quill left the band. Quill had sung for 20 years. “It was time,” said Quill. “We had enough,” the 44-year-old singer said.", {"Nora Quill", "Nora Quill"}},
        {"Professor Ida Holm of Norland University said the river rises every year.", {"Ida Holm"}},
        {"“The river rises every year,” said Ida Holm, a professor at Norland University.", {"Ida Holm"}},
        {"“We ran,” Lt. Peter Odd of the Lower Mill Police said.", {"Peter Odd"}},
        {"The woman, Nora Quill, said she ran.", {"Nora Quill"}},
    });
}

TEST(Appositions, NameTheSpeakerNotTheOneHeBelongsTo) {
    expect_speakers({
        {"Woods’ agent, Mark Pell, said the golfer was resting.", {"Mark Pell"}},
        {"Woods’ agent, Mark Pell, said: “He is resting at home now.”", {"Mark Pell"}},
        {"“He will play on Sunday,” said agent Mark Pell.", {"Mark Pell"}},
        {"Peter Odd’s wife, Nora Quill, said he was well.", {"Nora Quill"}},
        {"The Guardian said that Ada Quill, who lives there, was well.", {"Guardian"}},
        {"Ty Odd, 40, of Lower Mill, said the river rose at night.", {"Ty Odd"}},
        {"Ty Odd, who met Nora Quill at the mill, said the river rose at night.", {"Ty Odd"}},
        {"“We ran,” said Nora Quill, whose house burned down.", {"Nora Quill"}},
        {"“The match is off today,” said the players’ union.", {"players’ union"}},
    });
}

TEST(Spokesmen, SpeakForTheirOrganization) {
    expect_speakers({
        {"“The plant stays open,” a spokesman for Halden Motors said.", {"Halden Motors"}},
        {"“The plant stays open,” a Halden Motors spokeswoman said.", {"Halden Motors"}},
        {"A spokesman for Halden Motors said the plant would stay open.", {"Halden Motors"}},
        {"Ada Quill was away. “It is safe,” Quill’s spokeswoman said.", {"Ada Quill"}},
        {"Ada Quill was away. “It is safe,” Quill’s lawyer said.", {"Quill’s lawyer"}},
        {"“It is safe,” Quill’s spokesman Peter Odd said. Ada Quill was away.", {"Peter Odd"}},
        {"Halden Motors spokesman Peter Odd said the plant would stay open.", {"Peter Odd"}},
    });
}

TEST(Relays, AreTheOutletsThatWereTold) {
    expect_speakers({
        {"“The bridge is safe,” Ada Quill told Reuters.", {"Ada Quill <- Reuters"}},
        {"“The bridge is safe,” Ada Quill said in a statement to Reuters.", {"Ada Quill <- Reuters"}},
        {"“The bridge is safe,” Ada Quill told reporters.", {"Ada Quill"}},
        {"A source told Page Six that the band was over.", {"source <- Page Six"}},
        {"“The band is over,” sources told Page Six.", {"sources <- Page Six"}},
        {"Ada Quill was away. “She is well,” a source close to Quill told People.", {"source close to Quill <- People"}},
        {"“The band is over now,” a source told The Guardian. “They are done,” the source told People.", {"source <- Guardian", "source <- People"}},
        {"“They were not talking for months,” the Page Six source said.", {"Page Six source <- Page Six"}},
        {"The Guardian reported on Monday that the mill had burned down.", {"Guardian"}},
        {"The Guardian reported on Monday that Nora Quill said the mill had burned down.", {"Guardian", "Nora Quill <- Guardian"}},
        {"Peter Odd said that Nora Quill told Reuters the mill had burned down.", {"Peter Odd", "Nora Quill <- Reuters <- Peter Odd"}},
    });
}

TEST(Relays, HoldForTheNextWordsOfTheSameSpeakerOnly) {
    expect_speakers({
        {"“I am done with the band,” Nora Quill told Page Six. “It was my choice,” Quill said.", {"Nora Quill <- Page Six", "Nora Quill <- Page Six"}},
        {"“I am done with the band,” Nora Quill told Page Six.\n\n“Nobody ever listened to me there.”", {"Nora Quill <- Page Six", "Nora Quill <- Page Six"}},
        {"“I am done with the band,” Nora Quill told Page Six.\n\nPeter Odd disagreed. “It was my choice,” he said.", {"Nora Quill <- Page Six", "Peter Odd"}},
    });
}

TEST(Relays, AreNeverTheArticlesOwnOutlet) {
    const Reading reading = read_text("“The bridge is safe,” Ada Quill told Reuters.", "Reuters");
    EXPECT_THAT(list_speakers(reading), ElementsAreArray({"Ada Quill"}));
}

TEST(UnnamedSources, AreTypedByDescriptionNumberAndRelay) {
    const Reading reading = read_text("“The band is over,” a music insider told Page Six. Several friends of the singer said the drummer had left.");
    ASSERT_EQ(reading.attributions.size(), 2U);
    EXPECT_EQ(speaking(reading, 0).kind, EntityKind::unnamed);
    EXPECT_EQ(speaking(reading, 0).description, "music insider");
    EXPECT_EQ(speaking(reading, 0).number, Number::one);
    EXPECT_EQ(call_entity(reading, speaking(reading, 0).relay), "Page Six");
    EXPECT_EQ(speaking(reading, 1).kind, EntityKind::unnamed);
    EXPECT_EQ(speaking(reading, 1).number, Number::several);
    EXPECT_EQ(speaking(reading, 1).relay, kNobody);
}

TEST(UnnamedSources, AreOneWhenTheTextSaysTheSource) {
    for (const char* text : {"A source told Page Six that the band was over. “They are done with it,” the source said.",
                             "“The band is over,” an insider told Page Six. “Nobody talks to the drummer,” the insider added.",
                             "“The band is over,” a source told Page Six. “They hate each other,” the insider adds.",
                             "“The band is over,” an insider told Page Six.\n\n“Nobody talks to the drummer any more.”"}) {
        SCOPED_TRACE(text);
        const Reading reading = read_text(text);
        ASSERT_EQ(reading.attributions.size(), 2U);
        EXPECT_EQ(speaker(reading, 0), speaker(reading, 1));
        EXPECT_EQ(call_entity(reading, speaking(reading, 1).relay), "Page Six");
    }
}

TEST(UnnamedSources, AreFoundAgainByTheirRelay) {
    const Reading reading = read_text("“The band is over,” a source told Page Six.\n\nMeanwhile, a source told People that the tour goes on.\n\n“They hate each other,” the Page Six source added.");
    ASSERT_EQ(reading.attributions.size(), 3U);
    EXPECT_EQ(speaker(reading, 0), speaker(reading, 2));
    EXPECT_NE(speaker(reading, 0), speaker(reading, 1));
}

TEST(UnnamedSources, StayApart) {
    for (const char* text : {"A source told Page Six that the band was over. Another source said the tour would go on as planned.",
                             "A source told Page Six that the band was over. A second source told Page Six the tour would go on.",
                             "A source told Page Six, “The band is over.” A source told Reuters, “The tour goes on as planned.”",
                             "“They were not talking,” a Page Six source claimed. “They are talking now,” a People source said.",
                             "A source told Page Six that the band was over. “They get on very well,” the other source said.",
                             "A nurse said the mill was on fire. “It was very loud,” the driver said.",
                             "A source told Page Six that the band was over. A friend of the drummer said the tour would go on."}) {
        SCOPED_TRACE(text);
        const Reading reading = read_text(text);
        ASSERT_EQ(reading.attributions.size(), 2U);
        EXPECT_NE(speaker(reading, 0), speaker(reading, 1));
        EXPECT_EQ(speaking(reading, 0).kind, EntityKind::unnamed);
        EXPECT_EQ(speaking(reading, 1).kind, EntityKind::unnamed);
    }
}

TEST(ContinuedQuotations, BelongToTheLastSpeaker) {
    expect_speakers({
        {"“We go home today,” Ada Quill said.\n\n“Nobody will stop us on the way.”", {"Ada Quill", "Ada Quill"}},
        {"“We go home today,” Ada Quill said.\n\nThe bridge was built in 1901.\n\n“Nobody will stop us on the way.”", {"Ada Quill", "Ada Quill"}},
        {"Ada Quill said, “We go home today, and nobody will stop us.\n\n“We have waited long enough for this.”", {"Ada Quill", "Ada Quill"}},
        {"“We never met,” Ada Quill said, adding that she had been at home.", {"Ada Quill", "Ada Quill"}},
    });
}

TEST(Entities, GatherTheFormsOfOneName) {
    const std::vector<Row> rows = {
        {"Nora Quill lives in a mill. Quill, 40, is a baker. Mrs. Quill also sings. Nora has two cats.", {"person Nora Quill (Mrs. Quill, Nora, Quill)"}},
        {"Mr. Peter Odd opened the bridge on Monday. “It is safe,” Mr. Odd said.", {"person Peter Odd (Mr. Odd, Mr. Peter Odd, Odd)"}},
        {"Halden Motors closed the plant. Halden said the workers would be paid.", {"organization Halden Motors (Halden)"}},
        {"Nora Quill and Peter Quill own the mill.", {"person Nora Quill", "person Peter Quill"}},
        {"“The bridge is safe,” Ada Quill told Reuters.", {"person Ada Quill", "outlet Reuters"}},
        {"Professor Ida Holm of Norland University said the river rises every year.", {"person Ida Holm (Professor Ida Holm)", "organization Norland University"}},
        {"The match was moved from Paris to London.", {"place Paris", "place London"}},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.text);
        EXPECT_THAT(list_entities(read_text(row.text)), ElementsAreArray(row.expected));
    }
}

TEST(Entities, AreNotMadeOfHeadlineWords) {
    EXPECT_THAT(list_entities(read_text("Ada Quill Says Bridge Is Safe\n\nThe bridge opened on Monday.")), testing::IsEmpty());
    EXPECT_THAT(list_entities(read_text("BRIDGE OPENS AT LAST AFTER LONG WAIT\n\nThe bridge opened on Monday.")), testing::IsEmpty());
}

TEST(Entities, HaveTheirMentionsInOrder) {
    const Reading reading = read_text("Nora Quill lives in a mill. Quill, 40, is a baker. “I sing too,” Mrs. Quill said.");
    ASSERT_FALSE(reading.entities.empty());
    EXPECT_EQ(join_pieces(reading.document.text, reading.entities.front().mentions), "Nora Quill … Quill … Quill");
}

}  // namespace
}  // namespace firsthand::stages
