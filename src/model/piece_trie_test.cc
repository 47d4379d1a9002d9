#include "model/piece_trie.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>

namespace firsthand::model {

namespace {

using Pieces = std::map<std::string, std::uint32_t>;

std::vector<PieceTrie::Entry> entries(const Pieces& pieces) {
    std::vector<PieceTrie::Entry> sorted;
    for (const auto& [letters, id] : pieces) sorted.push_back({letters, id});
    return sorted;
}

// kNone, too, for what no piece begins with.
std::uint32_t find(const PieceTrie& trie, PieceTrie::Place place, std::string_view letters) {
    for (const char letter : letters)
        if (!trie.step(place, static_cast<unsigned char>(letter))) return PieceTrie::kNone;
    return place.id();
}

}  // namespace

TEST(PieceTrie, KeepsBeginningsAndContinuationsApart) {
    const PieceTrie trie(entries({{"war", 1}, {"warden", 2}}), entries({{"den", 3}}));
    EXPECT_EQ(find(trie, trie.words(), "war"), 1U);
    EXPECT_EQ(find(trie, trie.words(), "ward"), PieceTrie::kNone);
    EXPECT_EQ(find(trie, trie.words(), "warden"), 2U);
    EXPECT_EQ(find(trie, trie.words(), "wardens"), PieceTrie::kNone);
    EXPECT_EQ(find(trie, trie.words(), "den"), PieceTrie::kNone);
    EXPECT_EQ(find(trie, trie.continuations(), "den"), 3U);
    EXPECT_EQ(find(trie, trie.continuations(), "war"), PieceTrie::kNone);
}

TEST(PieceTrie, AStepThatFailsLeavesThePlaceAsItWas) {
    const PieceTrie trie(entries({{"war", 1}}), {});
    PieceTrie::Place place = trie.words();
    ASSERT_TRUE(trie.step(place, 'w'));
    for (unsigned byte = 1; byte < 256; ++byte) {
        if (byte != 'a') {
            EXPECT_FALSE(trie.step(place, static_cast<unsigned char>(byte)));
        }
    }
    ASSERT_TRUE(trie.step(place, 'a'));
    EXPECT_TRUE(trie.step(place, 'r'));
    EXPECT_EQ(place.id(), 1U);
    place = trie.continuations();
    for (unsigned byte = 1; byte < 256; ++byte) EXPECT_FALSE(trie.step(place, static_cast<unsigned char>(byte)));
}

// Few letters: deep and crowded; all bytes: broad.
RC_GTEST_PROP(PieceTrie, FindsWhatAMapFinds, (bool crowded)) {
    const auto letter = rc::gen::map(crowded ? rc::gen::inRange(1, 4) : rc::gen::inRange(1, 256), [](int byte) { return static_cast<char>(byte); });
    const auto strings = rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(letter));
    const auto number = [](std::vector<std::string> letters) {
        Pieces pieces;
        for (std::string& piece : letters)
            if (!piece.empty()) pieces.emplace(std::move(piece), static_cast<std::uint32_t>(pieces.size()));
        return pieces;
    };
    const Pieces words = number(*strings), continuations = number(*strings);
    const PieceTrie trie(entries(words), entries(continuations));
    const auto agree = [&](const Pieces& pieces, PieceTrie::Place root, const std::string& letters) {
        const auto found = pieces.find(letters);
        RC_ASSERT(find(trie, root, letters) == (found == pieces.end() ? PieceTrie::kNone : found->second));
    };
    for (const Pieces* pieces : {&words, &continuations})
        for (const auto& [letters, id] : *pieces) {
            agree(words, trie.words(), letters);
            agree(continuations, trie.continuations(), letters);
            if (letters.size() > 1) agree(words, trie.words(), letters.substr(0, letters.size() / 2));
            agree(words, trie.words(), letters + "\x01");
        }
}

}  // namespace firsthand::model
