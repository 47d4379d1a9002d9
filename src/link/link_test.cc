#include "link/link.h"

#include <gtest/gtest.h>

#include <chrono>

#include "link/linkers.h"
#include "link/test_readings.h"

namespace firsthand::link {

namespace {

// A small pile with something of each kind.
std::vector<Reading> make_pile() {
    const std::string wire = "HARROWBY (AP) - " + make_words(100, 1) + "\"The anchor went straight through the oyster beds\" the pilot said. ";
    std::vector<Reading> readings;
    for (int i = 0; i < 5; ++i) readings.push_back(make_reading("wire" + std::to_string(i), wire + make_words(5, 100 + static_cast<std::uint64_t>(i)), "Outlet " + std::to_string(i), 3 + i % 2));
    for (int i = 0; i < 5; ++i)
        readings.push_back(make_reading("own" + std::to_string(i), make_words(80, 200 + static_cast<std::uint64_t>(i)) + make_words(30, 300 + static_cast<std::uint64_t>(i / 2)) +
                                            "\"The anchor went straight through the oyster beds and the office slept\" he said.", "Paper " + std::to_string(i), i == 4 ? -1 : 4));
    return readings;
}

bool equal(const Linked& a, const Linked& b) { return a.links == b.links && a.groups == b.groups; }

}  // namespace

TEST(Linkers, EachRowHasANameAndHelp) {
    for (const Linker& linker : linkers()) {
        EXPECT_FALSE(linker.name.empty());
        EXPECT_FALSE(linker.help.empty());
        EXPECT_EQ(linker.keys == nullptr, linker.compare == nullptr);
        EXPECT_NE(linker.group, nullptr);
    }
}

TEST(LinkCorpus, DoesNotDependOnThreadsOrOrder) {
    const Linked once = TestPile(make_pile()).link(1);
    EXPECT_TRUE(std::any_of(once.links.begin(), once.links.end(), [](const Link& link) { return link.kind == LinkKind::echo; }));
    EXPECT_TRUE(std::any_of(once.groups.begin(), once.groups.end(), [](const Group& group) { return group.kind == LinkKind::utterance; }));
    EXPECT_TRUE(equal(once, TestPile(make_pile()).link(3)));
    std::vector<Reading> turned = make_pile();
    std::reverse(turned.begin(), turned.end());
    EXPECT_TRUE(equal(once, TestPile(turned).link(2)));
}

TEST(LinkCorpus, LinksAndGroupsStandByKind) {
    const Linked linked = TestPile(make_pile()).link();
    EXPECT_TRUE(std::is_sorted(linked.links.begin(), linked.links.end(), [](const Link& a, const Link& b) { return a.kind < b.kind; }));
    EXPECT_TRUE(std::is_sorted(linked.groups.begin(), linked.groups.end(), [](const Group& a, const Group& b) { return a.kind < b.kind; }));
}

TEST(LinkCorpus, SpansLieInTheirTexts) {
    const TestPile pile(make_pile());
    const Linked linked = pile.link();
    const auto check = [&](const Passage& passage) {
        const auto reading = pile.load()(passage.document);
        EXPECT_LE(passage.span.begin, passage.span.end);
        EXPECT_LE(passage.span.end, reading->document.text.size());
    };
    for (const Link& link : linked.links) {
        check(link.from);
        check(link.to);
    }
    for (const Group& group : linked.groups)
        for (const Passage& member : group.members) check(member);
}

TEST(LinkCorpus, TakesNothingAndOneDocument) {
    EXPECT_TRUE(TestPile({}).link().groups.empty());
    const Linked one = TestPile({make_reading("a", "")}).link(2);
    EXPECT_EQ(std::count_if(one.groups.begin(), one.groups.end(), [](const Group& group) { return group.kind == LinkKind::story || group.kind == LinkKind::copy; }), 2);
}

TEST(LinkCorpus, ManyCopiesAreLinear) {
    std::vector<Reading> readings;
    for (std::uint64_t i = 0; i < 2000; ++i) readings.push_back(make_reading("d" + std::to_string(i), make_words(60, 1) + make_words(6, 1000 + i), "Outlet " + std::to_string(i), 3));
    const TestPile pile(std::move(readings));
    const Linked linked = pile.link(2);
    const auto largest = [&](LinkKind kind) {
        std::size_t most = 0;
        for (const Group& group : linked.groups)
            if (group.kind == kind) most = std::max(most, group.members.size());
        return most;
    };
    EXPECT_EQ(largest(LinkKind::copy), 2000U);
    EXPECT_EQ(largest(LinkKind::story), 2000U);
    EXPECT_LT(linked.links.size(), 20U * 2000);
}

}  // namespace firsthand::link
