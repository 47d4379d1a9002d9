#include "model/word_piece.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

#include "base/utf8.h"

namespace firsthand::model {

namespace {

using testing::HasSubstr;

const std::vector<std::string> kVocabulary = {
    "[UNK]", "[CLS]", "a", "b", "e", "##e", "##a", "##b", "cafe", "the", "bridge", "brid", "##ge", "##ges", "##s", "war", "##den", "warden", "x", "##x",
    "'", "\u2019", "\u2014", ",", ".", "$", "=", "[", "]", "5", "##5", "##m", "\u00A3", "\u4E2D", "\u6587", "\u1100", "##\u1161", "##\u11A8", "\u0438",
    "##\u0438", "\u00F8", "\U0001F600", "##\U0001F600", "w", "##\u1100"};

WordPiece make_tokenizer() {
    std::string lines;
    for (const std::string& piece : kVocabulary) lines += piece + '\n';
    return WordPiece::from_vocabulary(lines).value();
}

const WordPiece& tokenizer() {
    static const WordPiece kTokenizer = make_tokenizer();
    return kTokenizer;
}

std::vector<Piece> split(std::string_view text) {
    std::vector<Piece> pieces;
    tokenizer().split(text, pieces);
    return pieces;
}

// "piece begin-end" for each, with " " between them; "?" is [UNK].
std::string show(std::string_view text) {
    std::string out;
    for (const Piece& piece : split(text))
        out += fmt::format("{}{} {}-{}", out.empty() ? "" : " ", piece.id == 0 ? "?" : kVocabulary.at(piece.id), piece.begin, piece.end);
    return out;
}

void expect(const std::vector<std::pair<std::string_view, std::string>>& cases) {
    for (const auto& [text, pieces] : cases) EXPECT_EQ(show(text), pieces) << base::escape_controls(text);
}

}  // namespace

TEST(WordPiece, TakesTheLongestPieceFirst) {
    expect({{"", ""},
            {" \n\t\r ", ""},
            {"the bridge", "the 0-3 bridge 4-10"},
            {"The BRIDGE.", "the 0-3 bridge 4-10 . 10-11"},
            {"bridges", "bridge 0-6 ##s 6-7"},
            {"bridge5s", "bridge 0-6 ##5 6-7 ##s 7-8"},
            {"wardens war", "warden 0-6 ##s 6-7 war 8-11"},
            {"warde", "? 0-5"},                    // "war" and then nothing: there is no way back
            {"bridgeq bridge", "? 0-7 bridge 8-14"},
            {"den", "? 0-3"},                      // only goes on with a word
            {"$5m, 'b'", "$ 0-1 5 1-2 ##m 2-3 , 3-4 ' 5-6 b 6-7 ' 7-8"},
            {"a!b", "a 0-1 ? 1-2 b 2-3"},          // punctuation that the vocabulary has not
            {"[CLS]", "[ 0-1 ? 1-4 ] 4-5"},        // text, never the piece that frames a text
            {"##ge", "? 0-1 ? 1-2 ? 2-4"}});
}

TEST(WordPiece, PlacesAreBytesOfTheTextAsItIs) {
    expect({{"warden\u2019s\u2014bridge", "warden 0-6 \u2019 6-9 ? 9-10 \u2014 10-13 bridge 13-19"},
            {"Caf\u00E9 a", "cafe 0-5 a 6-7"},
            {"cafe\u0301 a", "cafe 0-4 a 7-8"},    // an accent of its own belongs to no piece
            {"x\u00C9\u00E9x", "x 0-1 ##e 1-3 ##e 3-5 ##x 5-6"},
            {"\u00F8 \u00D8", "\u00F8 0-2 \u00F8 3-5"},
            {"\u0418\u0439", "\u0438 0-2 ##\u0438 2-4"},
            {"\uAC01", "\u1100 0-3 ##\u1161 0-3 ##\u11A8 0-3"},         // a syllable of three pieces
            {"\u00A35m", "\u00A3 0-2 ##5 2-3 ##m 3-4"},
            {"a\u4E2D\u6587b", "a 0-1 \u4E2D 1-4 \u6587 4-7 b 7-8"},
            {"\u4E00a", "? 0-3 a 3-4"},
            {"a\u2260b", "a 0-1 = 1-4 b 4-5"},
            {"a\u00A0b\u3000e", "a 0-1 b 3-4 e 7-8"},
            {"\U0001F600\U0001F600 \U0001F600\u200D\U0001F600", "\U0001F600 0-4 ##\U0001F600 4-8 \U0001F600 9-13 ##\U0001F600 16-20"},
            {"\U0001F601\U0001F600", "? 0-8"}});
}

TEST(WordPiece, PassesOverWhatNobodySees) {
    using namespace std::string_view_literals;
    expect({{"brid\u00ADges", "bridge 0-8 ##s 8-9"},
            {"bri\u00ADdge", "bridge 0-8"},
            {"\u200Bbridge\uFEFF", "bridge 3-9"},
            {"br\x01idge", "bridge 0-7"},
            {"the\x7F bridge\x0B", "the 0-3 bridge 5-11"},
            {"a\0b"sv, "a 0-1 ##b 2-3"},
            {"a\uFFFDb", "a 0-1 ##b 4-5"},
            {"a\xFF" "b", "a 0-1 ##b 2-3"},        // no UTF-8
            {"a\xE2\x80", "a 0-1"},
            {"\xE2\x80", ""},
            {"\u0301\u200B\u00AD", ""},
            {",\u0301a", ", 0-1 a 3-4"}});
}

TEST(WordPiece, AWordOfMoreThanAHundredPointsIsUnknown) {
    for (const std::string letter : {"e", "E", "\u00E9", "e\u0301"}) {
        std::string word;
        for (int i = 0; i < 100; ++i) word += letter;
        EXPECT_EQ(split(word).size(), 100U) << letter;
        word += letter;
        ASSERT_EQ(split(word).size(), 1U) << letter;
        EXPECT_EQ(split(word)[0].id, tokenizer().unknown());
        EXPECT_EQ(split(word)[0].end, word.size() - (letter.size() == 3 ? 2 : 0));
    }
    const std::string huge(100000, 'a');
    EXPECT_EQ(show(huge), "? 0-100000");
    EXPECT_EQ(show(huge + "\u00E9 a"), "? 0-100002 a 100003-100004");
}

TEST(WordPiece, AppendsToWhatIsThere) {
    std::vector<Piece> pieces = split("the");
    tokenizer().split("qq bridges", pieces);
    ASSERT_EQ(pieces.size(), 4U);
    EXPECT_EQ(pieces[0].end, 3U);
    EXPECT_EQ(pieces[1].id, tokenizer().unknown());
    EXPECT_EQ(pieces[3].begin, 9U);
}

TEST(WordPiece, FindsPiecesAsTheyStandInTheVocabulary) {
    for (std::uint32_t id = 0; id < kVocabulary.size(); ++id) EXPECT_EQ(tokenizer().find(kVocabulary[id]), id);
    for (const std::string_view other : {"", "##", "##war", "den", "bri", "bridges", "the\n"}) EXPECT_EQ(tokenizer().find(other), std::nullopt) << other;
    EXPECT_EQ(tokenizer().size(), kVocabulary.size());
}

TEST(WordPiece, RefusesWhatIsNoVocabulary) {
    const std::pair<std::string, std::string> cases[] = {
        {"", "no piece [UNK]"},
        {"a\nb\n", "no piece [UNK]"},
        {"[UNK]\r\na\r\n", "no piece [UNK]"},
        {"[UNK]\na\n\nb\n", "line 3: no piece"},
        {"[UNK]\na\nb\na\n", "line 4: the piece of an earlier line once more"},
        {"[UNK]\n##a\n##a", "line 3: the piece of an earlier line once more"},
        {"[UNK]\n\xFF\n", "line 2: not UTF-8 text"},
        {std::string("[UNK]\na\0b\n", 10), "line 2: not UTF-8 text"},
        {"[UNK]\n" + std::string(500, 'a'), "line 2: longer than a piece can be"},
    };
    for (const auto& [lines, message] : cases) {
        const auto made = WordPiece::from_vocabulary(lines);
        ASSERT_FALSE(made) << message;
        EXPECT_THAT(made.error().message, HasSubstr(message));
        EXPECT_EQ(made.error().code, ErrorCode::input);
    }
    EXPECT_TRUE(WordPiece::from_vocabulary("[UNK]"));           // the last line may lack its end
}

// Text of what the vocabulary has, with strange points between.
rc::Gen<std::string> make_text() {
    static const std::vector<std::string> kParts = {"bridge", "warden", "the",    "CAFE",   "e",      "s",      " ",          " ",    "\n",  ",", "\u2019",
                                                    "\u0301", "\u00E9", "\u00AD", "\u4E2D", "\uAC01", "\U0001F600", "\x01", "\xFF"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kParts)), [](const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
    });
}

RC_GTEST_PROP(WordPiece, SpansAreOrderedAndOnWholeCharacters, ()) {
    bool changed = false;
    const std::string text = base::repair_utf8(*make_text(), changed);
    Piece last;
    for (const Piece& piece : split(text)) {
        RC_ASSERT(piece.begin < piece.end && piece.end <= text.size());
        RC_ASSERT(piece.begin >= last.end || (piece.begin == last.begin && piece.end == last.end));
        RC_ASSERT(base::is_valid_utf8(std::string_view(text).substr(piece.begin, piece.end - piece.begin)));
        last = piece;
    }
}

RC_GTEST_PROP(WordPiece, LinesAreSplitAlone, ()) {
    const std::string first = *make_text(), second = *make_text();
    const auto whole = split(first + "\n" + second);
    auto parts = split(first);
    for (Piece piece : split(second)) {
        const auto shift = static_cast<std::uint32_t>(first.size() + 1);
        parts.push_back({piece.id, piece.begin + shift, piece.end + shift});
    }
    RC_ASSERT(whole.size() == parts.size());
    for (std::size_t i = 0; i < whole.size(); ++i) RC_ASSERT(whole[i].id == parts[i].id && whole[i].begin == parts[i].begin && whole[i].end == parts[i].end);
}

// The way over ASCII words and the way over all others agree: an invisible character sends a word the other way.
RC_GTEST_PROP(WordPiece, BothWaysAgree, ()) {
    static const std::vector<std::string> kParts = {"bridge", "ges", "war", "den", "a", "B", "5", "q"};
    std::string word;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kParts))) word += part;
    const auto plain = split(word), other = split(word + "\u00AD");
    RC_ASSERT(plain.size() == other.size());
    for (std::size_t i = 0; i < plain.size(); ++i) RC_ASSERT(plain[i].id == other[i].id && plain[i].begin == other[i].begin && plain[i].end == other[i].end);
}

}  // namespace firsthand::model
