#include <gtest/gtest.h>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

std::string wire_text() { return "HARROWBY (Reuters) - The harbour board voted on Monday to close the north pier.\n" + make_words(120, 1); }

const Group& find_group(const Linked& linked, std::size_t members) {
    const auto found = std::find_if(linked.groups.begin(), linked.groups.end(), [&](const Group& group) { return group.kind == LinkKind::copy && group.members.size() == members; });
    EXPECT_NE(found, linked.groups.end());
    return *found;
}

}  // namespace

TEST(Copies, AWireTextCutOrWithAnotherHeadIsOneGroup) {
    const std::string text = wire_text();
    const TestPile pile({make_reading("cut", text.substr(0, text.size() * 7 / 10), "The Daily Gull", 3), make_reading("headed", "Pier shut\n\n" + text, "Harrowby Times", 3),
                         make_reading("whole", text, "The Tern", 3), make_reading("other", make_words(120, 99), "The Auk", 3)});
    const Linked linked = pile.link();
    EXPECT_EQ(pile.list_groups(linked, LinkKind::copy), "cut headed whole");
    const Group& group = find_group(linked, 3);
    EXPECT_EQ(group.credit, "Reuters");
    EXPECT_EQ(group.root, 0U);
    EXPECT_EQ(group.why, "one text that credits Reuters, whose own article is not here");
    EXPECT_TRUE(group.id.starts_with("copy-"));
}

TEST(Copies, EveryDocumentIsInOneGroup) {
    const TestPile pile({make_reading("a", make_words(60, 1)), make_reading("b", make_words(60, 2)), make_reading("c", ""), make_reading("d", "Two words")});
    std::size_t members = 0;
    for (const Group& group : pile.link().groups)
        if (group.kind == LinkKind::copy) members += group.members.size();
    EXPECT_EQ(members, 4U);
}

TEST(Copies, TheAgencyItselfIsTheRoot) {
    const TestPile pile({make_reading("a", wire_text(), "The Tern", 3), make_reading("b", wire_text(), "Reuters", 4)});
    const Linked linked = pile.link();
    EXPECT_EQ(pile.id(find_group(linked, 2).root), "b");
    EXPECT_EQ(find_group(linked, 2).why, "one text that credits Reuters, whose own article is here");
}

TEST(Copies, WithoutACreditTheFirstOneOrTheFullestIsTheRoot) {
    const std::string text = make_words(120, 5);
    const TestPile dated({make_reading("late", text, "The Tern", 9), make_reading("early", text, "The Auk", 4)});
    EXPECT_EQ(dated.id(find_group(dated.link(), 2).root), "early");
    EXPECT_EQ(find_group(dated.link(), 2).why, "one text, published 5 days before the next");
    const TestPile undated({make_reading("cut", text.substr(0, text.size() * 7 / 10), "The Tern"), make_reading("full", text, "The Auk")});
    EXPECT_EQ(undated.id(find_group(undated.link(), 2).root), "full");
    const TestPile same_day({make_reading("x", text, "The Tern", 4), make_reading("y", text, "The Auk", 4)});
    EXPECT_EQ(find_group(same_day.link(), 2).root, 0U);
}

TEST(Copies, DoNotChainAway) {
    // Each text shares two thirds with the next one only: a chain, but no one text.
    std::vector<std::string> parts;
    for (std::uint64_t i = 0; i < 6; ++i) parts.push_back(make_words(60, i + 1));
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < 4; ++i) readings.push_back(make_reading(std::string(1, static_cast<char>('a' + i)), parts[i] + parts[i + 1] + parts[i + 2], "O" + std::to_string(i)));
    const TestPile pile(readings);
    EXPECT_EQ(pile.list_groups(pile.link(), LinkKind::copy), "a b c");   // all match b; d matches c only
}

TEST(Copies, ArticlesOfOneOutletThatShareFurnitureAreNotCopies) {
    const std::string furniture = make_words(100, 7);
    const TestPile pile({make_reading("a", make_words(40, 1) + furniture, "The Tern"), make_reading("b", make_words(160, 2) + furniture, "The Tern")});
    EXPECT_EQ(pile.list_groups(pile.link(), LinkKind::copy), "");
    const TestPile abroad({make_reading("a", make_words(40, 1) + furniture, "The Tern"), make_reading("b", make_words(160, 2) + furniture, "The Auk")});
    EXPECT_EQ(abroad.list_groups(abroad.link(), LinkKind::copy), "a b");
}

TEST(Copies, CompareIsMirrored) {
    const Digest a = digest_reading(make_reading("a", make_words(100, 1) + make_words(30, 2))), b = digest_reading(make_reading("b", make_words(100, 1) + make_words(50, 3)));
    std::vector<Match> forth, back;
    compare_copies(a, b, forth);
    compare_copies(b, a, back);
    ASSERT_EQ(forth.size(), 1U);
    EXPECT_EQ(forth, back);
}

}  // namespace firsthand::link
