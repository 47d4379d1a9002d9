// Names as they are gathered from what was tagged: forms of one name, kinds, mentions.
#include "rows.h"

namespace firsthand::stages {
namespace {

using testing::ElementsAreArray;

TEST(Names, GatherTheFormsOfOneName) {
    const std::vector<Row> rows = {
        {"{Nora Quill} lives in a mill. {Quill}, 40, is a baker. Mrs. {Quill} also sings. {Nora} has two cats.", {"person Nora Quill (Mrs. Quill, Nora, Quill)"}},
        {"Mr. {Peter Odd} opened the bridge on Monday. Mr. {Odd} smiled.", {"person Peter Odd (Mr. Odd, Mr. Peter Odd, Odd)"}},
        {"[Halden Motors] closed the plant. [Halden] paid the workers.", {"organization Halden Motors (Halden)"}},
        {"{Nora Quill} and {Peter Quill} own the mill.", {"person Nora Quill", "person Peter Quill"}},
        {"{Bill de Wael} came. Later {De Wael} left.", {"person Bill de Wael (De Wael)"}},
        {"{Martin Odd, Jr.} came. Dr. {Odd} left.", {"person Martin Odd, Jr. (Dr. Odd, Odd)"}},
        {"The [National Bridge Authority] met. The [NBA] has nine members.", {"organization National Bridge Authority (NBA)"}},
        {"The [Canadian Navy] sailed. The [Navy] came back.", {"organization Canadian Navy (Navy)"}},
        {"{Carla Carter} works at the [Carter Center]. {Carter} likes it.", {"person Carla Carter (Carter)", "organization Carter Center"}},
        {"Professor {Ida Holm} of [Norland University] came.", {"person Ida Holm (Professor Ida Holm)", "organization Norland University"}},
        {"The match was moved from ~Paris~ to ~London~.", {"place Paris", "place London"}},
        {"A ~Norland-based~ firm came.", {}},
    };
    expect_rows(rows, list_entities);
}

TEST(Names, AreOutletsWhereTheLexiconKnowsThem) {
    EXPECT_THAT(list_entities(read_marked("{Ada Quill} spoke to Reuters.")), ElementsAreArray({"person Ada Quill", "outlet Reuters"}));
}

TEST(Names, HaveTheirMentionsInOrder) {
    const Reading reading = read_marked("{Nora Quill} lives in a mill. {Quill}, 40, is a baker. <t1>“I sing too,”</t1> <s1>Mrs. {Quill}</s1> <c1>said</c1>.");
    ASSERT_FALSE(reading.entities.empty());
    EXPECT_EQ(join_pieces(reading.document.text, reading.entities.front().mentions), "Nora Quill … Quill … Quill");
}

}  // namespace
}  // namespace firsthand::stages
