#include "weigh/pile_test.h"

namespace firsthand::weigh {
namespace {

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

}  // namespace
}  // namespace firsthand::weigh
