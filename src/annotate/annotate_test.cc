#include "annotate/annotate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/hash.h"
#include "base/utf8.h"

namespace firsthand::annotate {
namespace {

using testing::ElementsAre;
using Strings = std::vector<std::string>;

Document document(std::string text) {
    Document d;
    d.text = std::move(text);
    return d;
}

Strings tokens_of(const std::string& text) {
    Strings out;
    const Document d = document(text);
    for (const Token& token : annotate(d).tokens) out.emplace_back(d.text.substr(token.begin, token.end - token.begin));
    return out;
}

Strings sentences_of(const std::string& text) {
    Strings out;
    const Document d = document(text);
    const Annotation a = annotate(d);
    for (const TokenSpan s : a.sentences) out.emplace_back(d.text.substr(a.tokens[s.begin].begin, a.tokens[s.end - 1].end - a.tokens[s.begin].begin));
    return out;
}

// "depth:words", with ~ for one that its paragraph leaves open and + for one that continues.
Strings quotations_of(const std::string& text) {
    Strings out;
    const Document d = document(text);
    for (const Quotation& q : annotate(d).quotations)
        out.push_back(std::to_string(q.depth) + (q.continues ? "+" : "") + (q.closed ? "" : "~") + ":" + std::string(slice(d.text, q.inside)));
    return out;
}

TEST(Tokens, KeepHyphensApostrophesInitialsAndNumbers) {
    EXPECT_THAT(tokens_of("Nail al-Brek’s U.S. trip isn't over."), ElementsAre("Nail", "al-Brek", "’s", "U.S.", "trip", "isn't", "over", "."));
    EXPECT_THAT(tokens_of("It's 1,250.5 km at 9:30, the 44-year-old"), ElementsAre("It", "'s", "1,250.5", "km", "at", "9:30", ",", "the", "44-year-old"));
    EXPECT_THAT(tokens_of("together–she’s ``so'' nice--"), ElementsAre("together", "–", "she", "’s", "``", "so", "''", "nice", "-", "-"));
}

TEST(Tokens, FoldCurlyAndStraightApostrophesAlike) {
    const Document d = document("ISN’T isn't");
    const Annotation a = annotate(d);
    ASSERT_EQ(a.tokens.size(), 2U);
    EXPECT_EQ(a.tokens[0].word, a.tokens[1].word);
    EXPECT_EQ(a.tokens[0].letter_case, LetterCase::upper);
}

TEST(Sentences, SurviveAbbreviationsInitialsAndMarks) {
    EXPECT_THAT(sentences_of("Mr. Odd left. “Fine.” She stayed at 5 p.m. The end."), ElementsAre("Mr. Odd left.", "“Fine.”", "She stayed at 5 p.m.", "The end."));
    EXPECT_THAT(sentences_of("The U.S. Senate met J. K. Brill of Acme Inc. in Sept. 2012. Why?! No."),
                ElementsAre("The U.S. Senate met J. K. Brill of Acme Inc. in Sept. 2012.", "Why?!", "No."));
    EXPECT_THAT(sentences_of("\"Gone?\" he asked. \"Yes,\" she said."), ElementsAre("\"Gone?\" he asked.", "\"Yes,\" she said."));
}

TEST(Paragraphs, SplitAtLinesUnlessTheTextIsWrappedByHand) {
    EXPECT_EQ(annotate(document("One line.\nAnother line.\n\nThird.")).paragraphs.size(), 3U);
    const std::string wrapped =
        "The council of the small town met on\nmonday evening in the old hall to\ntalk about the ferry that no longer\nruns in the winter months because\nof the ice and the wind that\nblows.\n\nNext one.";
    EXPECT_EQ(annotate(document(wrapped)).paragraphs.size(), 2U);
}

TEST(Paragraphs, LeaveFurnitureOut) {
    Document d = document("Real words.\n\nRead also: more\n\nThe end.");
    d.furniture = {{13, 28}};
    const Annotation a = annotate(d);
    EXPECT_EQ(a.paragraphs.size(), 2U);
    for (const Token& token : a.tokens) EXPECT_FALSE(overlap({token.begin, token.end}, d.furniture[0]));
}

struct QuoteCase {
    const char* text;
    Strings expected;
};
class Quotes : public testing::TestWithParam<QuoteCase> {};
TEST_P(Quotes, ArePaired) { EXPECT_EQ(quotations_of(GetParam().text), GetParam().expected); }
INSTANTIATE_TEST_SUITE_P(
    Table, Quotes,
    testing::Values(
        QuoteCase{"“We go,” he said. “Now.”", {"0:We go,", "0:Now."}},
        QuoteCase{"\"We go,\" he said. \"Now.\"", {"0:We go,", "0:Now."}},
        QuoteCase{"He said: \"We shan't 'go' there\" today.", {"0:We shan't 'go' there", "1:go"}},
        QuoteCase{"‘It isn’t ours,’ said Mo’s aunt.", {"0:It isn’t ours,"}},
        QuoteCase{"'It isn't ours,' said the boys' aunt.", {"0:It isn't ours,"}},
        QuoteCase{"The boys' aunt saw Mo's 'bus in the '90s.", {}},
        QuoteCase{"“She told me ‘never again’ twice.”", {"0:She told me ‘never again’ twice.", "1:never again"}},
        QuoteCase{"“He said “no” and left.”", {"0:He said “no” and left.", "1:no"}},
        QuoteCase{"«Nous partons», he said.", {"0:Nous partons"}},
        QuoteCase{"„Wir gehen”, he said.", {"0:Wir gehen"}},
        QuoteCase{"``So be it,'' he said. \"Never.''", {"0:So be it,", "0:Never."}},
        QuoteCase{"“together, ” he said", {"0:together, "}},
        QuoteCase{"“We run on.\n\n“And on.”\n\nDone.", {"0~:We run on.", "0+:And on."}},
        QuoteCase{"\"We run on.\n\n\"And on,\" he said. \"Yes.\"", {"0~:We run on.", "0+:And on,", "0:Yes."}},
        QuoteCase{"“We run on.\n\nAnd on.” Then no more.", {"0~:We run on.", "0+:And on."}},
        QuoteCase{"“Never closed.\n\nNext one.", {"0~:Never closed."}},
        QuoteCase{"He said, “It is lost, and “this is kept” he said.", {"0~:It is lost, and", "0:this is kept"}},
        QuoteCase{"Stray” close, then “fine”.", {"0:fine"}},
        QuoteCase{"”Wrong way“ he said", {"0:Wrong way"}},
        QuoteCase{"(\"In brackets\") and \"'Nested first,' she said\"", {"0:In brackets", "0:'Nested first,' she said", "1:Nested first,"}},
        QuoteCase{"A 5\" pipe and \"\" nothing", {}}));

std::vector<std::uint32_t> keys_of(const Annotation& annotation) {
    std::vector<std::uint32_t> keys;
    for (const Token& token : annotation.tokens) keys.push_back(token.word);
    return keys;
}

TEST(Invisible, CharactersInsideAWordAreNotThere) {
    for (const char* text : {"in\u00ADde\u00ADpen\u00ADdent", "inde\u200Bpendent", "\uFEFFindependent", "independent\u2060", "\u202Aindependent\u202C", "IN\u200DDEPENDENT\uFE0F"}) {
        const Document d = document(text);
        const Annotation a = annotate(d);
        ASSERT_EQ(a.tokens.size(), 1U) << text;
        EXPECT_EQ(a.tokens[0].word, base::hash_word("independent")) << text;
    }
    EXPECT_THAT(tokens_of("\u202AMr\u00AD.\u200B Odd\u200E’\u200Bs U\u00AD.S\u200B.\u00AD 1\u200B,\u200B250 it\u00AD’\u00ADs '\u200B'"),
                ElementsAre("Mr", ".", "Odd", "’\u200Bs", "U\u00AD.S\u200B.", "1\u200B,\u200B250", "it", "’\u00ADs", "'\u200B'"))
        << "inside a token they stay in its span, around it they do not";
    EXPECT_EQ(annotate(document("H\uFE0Fi")).tokens[0].letter_case, LetterCase::title);
    EXPECT_TRUE(annotate(document("\u200B\u00AD")).tokens.empty());
    EXPECT_THAT(sentences_of("It ended.\u200B” \u200FThen it\u00AD.\u200E"), ElementsAre("It ended.\u200B”", "Then it\u00AD."));
}

TEST(Invisible, CharactersDoNotPartQuotationMarks) {
    EXPECT_EQ(quotations_of("\u200F\"\u200BWe go,\u00AD\" he said. \u202A\"Now.\"\u202C"), (Strings{"0:\u200BWe go,\u00AD", "0:Now."}));
    EXPECT_EQ(quotations_of("\u200E'\u200EIt isn\u00AD't ours,\u200B'\u200B said he."), (Strings{"0:\u200EIt isn\u00AD't ours,\u200B"}));
    EXPECT_EQ(quotations_of("`\u200B`So be it,'\u00AD' he said."), (Strings{"0:So be it,"}));
}

RC_GTEST_PROP(Invisible, CharactersChangeNothingButOffsets, (const std::vector<std::uint16_t>& picks)) {
    static const Strings kPieces = {"word", "A", " ", "\n\n", "\"", "“", "”", "'", "’s", "’", ".", "é", "Mr.", "\n", "1,2", "«", "''", "``", "-", "…", "U.S.", "7", "&"};
    static const Strings kInvisible = {"\u00AD", "\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u061C", "\uFE0F"};
    std::string plain, filled;
    std::vector<std::uint32_t> plain_at;                         // for each byte of `filled`, and its end, where it stands in `plain`
    for (const std::uint16_t pick : picks) {
        for (const char c : kPieces[pick % kPieces.size()]) {
            plain_at.push_back(static_cast<std::uint32_t>(plain.size()));
            plain.push_back(c);
            filled.push_back(c);
        }
        if (pick % 3 != 0) continue;
        const std::string& invisible = kInvisible[pick / 3 % kInvisible.size()];
        plain_at.insert(plain_at.end(), invisible.size(), static_cast<std::uint32_t>(plain.size()));
        filled += invisible;
    }
    plain_at.push_back(static_cast<std::uint32_t>(plain.size()));
    const Annotation expected = annotate(document(plain));
    const Annotation found = annotate(document(filled));
    RC_ASSERT(keys_of(found) == keys_of(expected));
    for (std::size_t i = 0; i < found.tokens.size(); ++i) {
        RC_ASSERT(plain_at[found.tokens[i].begin] == expected.tokens[i].begin && plain_at[found.tokens[i].end] == expected.tokens[i].end);
        RC_ASSERT(base::fold(filled.substr(found.tokens[i].begin, 1)) == base::fold(plain.substr(expected.tokens[i].begin, 1)));
        RC_ASSERT(found.tokens[i].kind == expected.tokens[i].kind && found.tokens[i].letter_case == expected.tokens[i].letter_case);
    }
    RC_ASSERT(found.sentences == expected.sentences);
    RC_ASSERT(found.quotations.size() == expected.quotations.size());
    for (std::size_t i = 0; i < found.quotations.size(); ++i) {
        RC_ASSERT(found.quotations[i].tokens == expected.quotations[i].tokens && found.quotations[i].closed == expected.quotations[i].closed);
        RC_ASSERT(plain_at[found.quotations[i].inside.begin] == expected.quotations[i].inside.begin);
        RC_ASSERT(plain_at[found.quotations[i].inside.end] == expected.quotations[i].inside.end);
    }
}

RC_GTEST_PROP(Annotate, SpansLieInsideTheTextInOrder, (const std::vector<std::uint8_t>& picks)) {
    static const Strings kPieces = {"word", " ", "\n\n", "\"", "“", "”", "'", "‘", "’", ".", "é", "Mr.", "\n", "1,2", "«", "»", "''", "``", "-", "…"};
    std::string text;
    for (const auto pick : picks) text += kPieces[pick % kPieces.size()];
    const Document d = document(text);
    const Annotation a = annotate(d);
    std::uint32_t at = 0;
    for (const Token& token : a.tokens) {
        RC_ASSERT(token.begin >= at && token.end > token.begin && token.end <= text.size());
        RC_ASSERT(base::is_valid_utf8(text.substr(token.begin, token.end - token.begin)));
        at = token.end;
    }
    std::uint32_t covered = 0;
    for (const TokenSpan s : a.sentences) {
        RC_ASSERT(s.begin == covered && s.end > s.begin);
        covered = s.end;
    }
    RC_ASSERT(covered == a.tokens.size());
    for (const Quotation& q : a.quotations) {
        RC_ASSERT(q.span.begin <= q.inside.begin && q.inside.begin <= q.inside.end && q.inside.end <= q.span.end && q.span.end <= text.size());
        RC_ASSERT(q.tokens.begin < q.tokens.end && q.tokens.end <= a.tokens.size());
        RC_ASSERT(base::is_valid_utf8(slice(text, q.inside)));
    }
}

}  // namespace
}  // namespace firsthand::annotate
