#include "link/edits.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "link/test_readings.h"

namespace firsthand::link {

namespace {

Rendering make(const Reading& reading) {
    const auto word_tokens = find_word_tokens(reading.annotation);
    std::vector<std::uint32_t> all(word_tokens.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    return make_rendering(reading, word_tokens, all);
}

struct Case {
    const char* from;
    const char* to;
    std::vector<Edit> edits;
};

}  // namespace

TEST(Edits, AreTypedByWhatWasLostOrAdded) {
    using enum EditKind;
    const Case cases[] = {
        {"we will not sell the mill", "we will sell the mill", {{0, 0, negation, "not", ""}}},
        {"they are leaving town", "they aren't leaving town", {{0, 0, negation, "are", "aren't"}}},
        {"they do not know", "they don't know", {}},
        {"it is late and we are cold", "it is late and we're cold", {}},
        {"the ferry remains here", "the ferry remained here", {{0, 0, tense, "remains", "remained"}}},
        {"they found the boat", "they have found the boat", {{0, 0, tense, "", "have"}}},
        {"they have found the boat at last", "they've found boats at last", {{0, 0, deletion, "the", ""}, {0, 0, wording, "boat", "boats"}}},
        {"the boats came home today and nobody was hurt", "today the boats came home and nobody was hurt", {{0, 0, order, "today", "today"}}},
        {"the city and the mill were late", "the mill were late", {{0, 0, truncation, "the city and", ""}}},
        {"they came to the ferry late and to the ferry", "they came to the ferry", {{0, 0, truncation, "late and to the ferry", ""}}},
        {"on the 29th of May", "on the 29 of May", {}},
        {"they mended bridges and orchards all year", "they mended orchards and bridges all year", {{0, 0, order, "bridges and", "and bridges"}}},
        {"the ferry was late", "the ferry was late, as it has been all this year", {{0, 0, extension, "", "as it has been all this year"}}},
        {"We waited all night at the pier because Vera was out at sea", "she was out at sea", {{0, 0, truncation, "We waited all night at the pier because", ""}, {0, 0, name, "Vera", "she"}}},
        {"the ferry, which had no lights on, was late", "the ferry … was late", {{0, 0, truncation, "which had no lights on", ""}}},
        {"we lost 12 boats in the storm", "we lost 20 boats in the storm", {{0, 0, number, "12", "20"}}},
        {"we lost three boats", "we lost nine boats", {{0, 0, number, "three", "nine"}}},
        {"he met Vera Olin at noon", "he met Tomas Rell at noon", {{0, 0, name, "Vera Olin", "Tomas Rell"}}},
        {"it will probably rain on the fair", "it will rain on the fair", {{0, 0, hedge, "probably", ""}}},
        {"the ferry was late again, as ever", "the ferry was late again", {{0, 0, truncation, "as ever", ""}}},
        {"And so the ferry was late", "the ferry was late", {{0, 0, truncation, "And so", ""}}},
        {"the old ferry was late", "the ferry was late", {{0, 0, deletion, "old", ""}}},
        {"the ferry was late", "the old ferry was late", {{0, 0, insertion, "", "old"}}},
        {"they began talking in summer", "they started speaking in summer", {{0, 0, wording, "began talking", "started speaking"}}},
        {"the ferry was late", "The ferry was late", {}},
    };
    for (const Case& c : cases) {
        const Reading from = make_reading("a", c.from), to = make_reading("b", c.to);
        EXPECT_EQ(find_edits(make(from), make(to)), c.edits) << c.from << " -> " << c.to;
    }
}

TEST(Edits, FormsAreVerbatimTrimmedAltered) {
    const Reading whole = make_reading("a", "We never sold the mill, and we never will.");
    const auto form = [&](const char* text) { return find_form(make(whole), make(make_reading("b", text))); };
    EXPECT_EQ(form("we never sold the mill and we never will"), Form::verbatim);
    EXPECT_EQ(form("we never sold the mill"), Form::trimmed);
    EXPECT_EQ(form("we sold the mill"), Form::altered);
}

RC_GTEST_PROP(Edits, Replay, ()) {
    const auto words = rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)), [](const std::vector<int>& numbers) {
        std::string text;
        for (const int number : numbers) text += std::string(1, static_cast<char>('a' + number)) + "x ";
        return text;
    });
    const Reading from = make_reading("a", *words), to = make_reading("b", *words);
    const Rendering before = make(from), after = make(to);
    std::vector<std::uint32_t> replayed;
    std::uint32_t at = 0;
    for (const Change& change : find_changes(before, after)) {
        for (; at < change.from.begin; ++at) replayed.push_back(before.words[at].word);
        for (std::uint32_t i = change.to.begin; i < change.to.end; ++i) replayed.push_back(after.words[i].word);
        at = change.from.end;
    }
    for (; at < before.words.size(); ++at) replayed.push_back(before.words[at].word);
    std::vector<std::uint32_t> expected;
    for (const SpokenWord& word : after.words) expected.push_back(word.word);
    RC_ASSERT(replayed == expected);
}

}  // namespace firsthand::link
