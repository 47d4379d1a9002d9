// What the network tagged, by hand -> passages: quotation marks are hard evidence.
#include "extract/tagged.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/hash.h"

namespace firsthand::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Tokens are what blanks part; “ and ” stand alone and open and close a quotation. One sentence, one paragraph.
struct Article {
    explicit Article(std::string text) {
        document.text = std::move(text);
        std::uint32_t begin = 0, open = kNone;
        for (std::uint32_t at = 0; at <= document.text.size(); ++at) {
            if (at < document.text.size() && document.text[at] != ' ') continue;
            const std::string word = document.text.substr(begin, at - begin);
            Token token{begin, at, 0, TokenKind::word, LetterCase::lower};
            const auto index = static_cast<std::uint32_t>(annotation.tokens.size());
            if (word == "“" || word == "”") {
                token.kind = TokenKind::quote;
                if (word == "“") open = index;
                if (word == "”" && open != kNone)
                    annotation.quotations.push_back({{annotation.tokens[open].begin, at}, {annotation.tokens[open].end, begin}, {open + 1, index}, 0, true, false});
            } else if (word == "," || word == ".") {
                token.kind = TokenKind::punctuation;
            } else {
                token.word = base::hash_word(word);
            }
            annotation.tokens.push_back(token);
            begin = at + 1;
        }
        annotation.sentences = annotation.paragraphs = {{0, static_cast<std::uint32_t>(annotation.tokens.size())}};
        names.mention_at.assign(annotation.tokens.size(), 0);
    }
    [[nodiscard]] std::vector<Passing> place(std::vector<TaggedPassage> tagged) const { return place_tagged(document, annotation, names, tagged); }

    Document document;
    Annotation annotation;
    Names names;
};

TEST(PlaceTagged, GrowsOverAQuotationThatItMostlyHolds) {
    const Article article("“ we go home today , ” she said .");   // tokens 0…9
    const auto found = article.place({{.source = {7, 8}, .cue = {8, 9}, .content = {{1, 5}}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].content, ElementsAre(TokenSpan{0, 7}));
    EXPECT_EQ(found[0].speech, Speech::direct);
}

TEST(PlaceTagged, LeavesAQuotationThatItOnlyTouches) {
    const Article article("she said that he left “ in a very great hurry indeed and without a hat ” .");
    const auto found = article.place({{.source = {0, 1}, .cue = {1, 2}, .content = {{2, 7}}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].content, ElementsAre(TokenSpan{2, 5}));
    EXPECT_EQ(found[0].speech, Speech::indirect);
}

TEST(PlaceTagged, StripsCommasAndNamesTheAddressee) {
    const Article article("according , we go , she told the paper that night .");
    const auto found = article.place({{.source = {5, 6}, .cue = {6, 7}, .content = {{1, 5}}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].content, ElementsAre(TokenSpan{2, 4}));
    EXPECT_EQ(found[0].to, (TokenSpan{7, 9}));
}

TEST(PlaceTagged, KeepsNoWordsOfNobody) {
    const Article article("it rained all day .");
    EXPECT_THAT(article.place({{.content = {{0, 4}}}}), IsEmpty());
    const Article quoted("“ it rained all day ” .");
    EXPECT_THAT(quoted.place({{.content = {{0, 6}}}}), testing::SizeIs(1)) << "in marks it continues the last speaker";
    EXPECT_TRUE(quoted.place({{.content = {{0, 6}}}})[0].floating);
    EXPECT_THAT(quoted.place({{.source = {1, 2}, .content = {{2, 4}}, .nested = true}}), IsEmpty()) << "nested, without a cue";
}

TEST(PlaceTagged, GathersWhatIsOnePiece) {
    const Article article("“ we go home ” she said .");
    const auto found = article.place({{.source = {5, 6}, .cue = {6, 7}, .content = {{0, 2}, {3, 5}}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].content, testing::SizeIs(testing::Le(2)));
    for (std::size_t i = 1; i < found[0].content.size(); ++i) EXPECT_LE(found[0].content[i - 1].end, found[0].content[i].begin);
}

TEST(PlaceTagged, LeavesOutWhatStandsInAnotherSentence) {
    Article article("the mill burned . she said that it was late .");   // tokens 0…9
    article.annotation.sentences = {{0, 4}, {4, 11}};
    const auto found = article.place({{.source = {4, 5}, .cue = {5, 6}, .content = {{0, 3}, {6, 10}}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].content, ElementsAre(TokenSpan{6, 10}));
    EXPECT_THAT(article.place({{.source = {4, 5}, .cue = {5, 6}, .content = {{0, 3}}}}), testing::SizeIs(1)) << "but not all that there is";
}

TEST(PlaceTagged, PartsQuotationsOfLaterParagraphs) {
    Article article("she said “ we go home ” . “ nobody will stop us now ” .");   // tokens 0…15
    article.annotation.sentences = article.annotation.paragraphs = {{0, 8}, {8, 16}};
    const auto found = article.place({{.source = {0, 1}, .cue = {1, 2}, .content = {{2, 7}, {8, 15}}}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_THAT(found[0].content, ElementsAre(TokenSpan{2, 7}));
    EXPECT_TRUE(found[1].floating);
    EXPECT_NE(found[1].speaker_of, 0U);
    EXPECT_EQ(found[0].speaker_of, found[1].speaker_of);
}

TEST(PlaceTagged, TakesQuotationsThatWereLeftOver) {
    const Article article("“ we shall all go home again today . ” .");
    const auto found = article.place({});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].floating);
    const Article label("“ big hat ” is his song .");
    EXPECT_THAT(label.place({}), IsEmpty()) << "a few words that open a sentence are a title or a label";
}

}  // namespace
}  // namespace firsthand::extract
