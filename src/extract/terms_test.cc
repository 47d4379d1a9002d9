#include "extract/terms.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/hash.h"
#include "base/utf8.h"

namespace firsthand::extract {

namespace {

// Words between blanks, one sentence.
Annotation cut_words(const std::string& text) {
    Annotation annotation;
    for (std::uint32_t begin = 0; begin < text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find_first_of(" \n", begin), text.size()));
        if (end > begin) {
            const std::string word = text.substr(begin, end - begin);
            const bool number = word[0] >= '0' && word[0] <= '9';
            const LetterCase letter_case = word[0] >= 'A' && word[0] <= 'Z' ? LetterCase::title : LetterCase::lower;
            annotation.tokens.push_back({begin, end, base::hash_word(base::fold(word)), number ? TokenKind::number : TokenKind::word, letter_case});
        }
        begin = end + 1;
    }
    annotation.sentences = {{0, static_cast<std::uint32_t>(annotation.tokens.size())}};
    return annotation;
}

std::vector<Term> weigh(const std::string& title, const std::string& text, ByteSpan title_span = {}) {
    Document document;
    document.title = title;
    document.text = text;
    document.title_span = title_span;
    return weigh_terms(document, cut_words(text));
}

float weight_of(const std::vector<Term>& terms, const char* word) {
    for (const Term& term : terms)
        if (term.word == base::hash_word(word)) return term.weight;
    return 0;
}

}  // namespace

TEST(Terms, AreOfUnitLengthAndSorted) {
    const auto terms = weigh("Ferry aground", "the ferry ran aground off the point and forty passengers waded ashore");
    double squares = 0;
    for (const Term& term : terms) squares += static_cast<double>(term.weight) * term.weight;
    EXPECT_NEAR(squares, 1.0, 1e-4);
    EXPECT_TRUE(std::is_sorted(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.word < b.word; }));
}

TEST(Terms, RareWordsTitlesAndRepetitionWeighMore) {
    const auto terms = weigh("Oysters", "the ferry and the ferry and oysters near barges said the people");
    EXPECT_EQ(weight_of(terms, "the"), 0.0F);
    EXPECT_GT(weight_of(terms, "ferry"), weight_of(terms, "people"));
    EXPECT_GT(weight_of(terms, "oysters"), weight_of(terms, "barges"));
}

TEST(Terms, NumbersAndPossessiveEndingsAreLeftOut) {
    EXPECT_EQ(weight_of(weigh("", "ferry 1912 aground"), "1912"), 0.0F);
    EXPECT_EQ(weight_of(weigh("", "ferry 's aground"), "'s"), 0.0F);
    EXPECT_EQ(weight_of(weigh("", "ferry ’s aground"), "'s"), 0.0F);
    EXPECT_GT(weight_of(weigh("Sandpiper’s end", "text"), "sandpiper"), 0.0F);
}

TEST(Terms, ATitleInTheTextCountsAsOneOutsideIt) {
    const std::string text = "Oysters gone\n\nthe barges left";
    const auto inside = weigh("Oysters gone", text, {0, 12});
    const auto outside = weigh("Oysters gone", "the barges left");
    EXPECT_NEAR(weight_of(inside, "oysters"), weight_of(outside, "oysters"), 1e-5);
    EXPECT_TRUE(weigh("", "").empty());
    EXPECT_TRUE(weigh("— “ ” … 12", "").empty());
}

}  // namespace firsthand::extract
