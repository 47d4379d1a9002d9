#include "lexicon/outlets.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace firsthand::lexicon {
namespace {

std::vector<Token> tokens(std::initializer_list<const char*> words) {
    std::vector<Token> out;
    for (const std::string word : words) {
        const bool upper = word[0] >= 'A' && word[0] <= 'Z';
        std::string folded = word;
        for (char& c : folded) c = static_cast<char>(std::tolower(c));
        out.push_back({0, 1, base::hash_word(folded), TokenKind::word, upper ? LetterCase::title : LetterCase::lower});
    }
    return out;
}

TEST(Outlets, LongestNameWins) {
    EXPECT_EQ(outlet_tokens(tokens({"Fox", "News", "Channel", "said"}), 0, 4), 3U);
    EXPECT_EQ(outlet_tokens(tokens({"Fox", "hunting"}), 0, 2), 0U);
    EXPECT_EQ(outlet_tokens(tokens({"Reuters", "said"}), 0, 2), 1U);
}

TEST(Outlets, CommonWordsNeedCapitalsAndTheirArticle) {
    EXPECT_EQ(outlet_tokens(tokens({"the", "Post"}), 1, 2), 1U);
    EXPECT_EQ(outlet_tokens(tokens({"a", "Post"}), 1, 2), 0U);
    EXPECT_EQ(outlet_tokens(tokens({"the", "post"}), 1, 2), 0U);
    EXPECT_EQ(outlet_tokens(tokens({"people"}), 0, 1), 0U);
    EXPECT_EQ(outlet_tokens(tokens({"told", "People"}), 1, 2), 1U);
}

TEST(Outlets, FoldToOneForm) {
    for (const char* name : {"The Hollow Ledger", "hollow ledger", "Hollow Ledger (Web News)", "hollow-ledger.example"}) EXPECT_EQ(fold_outlet(name), "hollowledger") << name;
    EXPECT_EQ(fold_outlet("AP"), fold_outlet("The Associated Press"));
    for (const char* name : {"New York Times", "The New York Times", "nytimes.com", "www.nytimes.com", "cooking.nytimes.com", "nytimes.com/world"}) EXPECT_EQ(fold_outlet(name), "newyorktimes") << name;
    EXPECT_EQ(fold_outlet("BBC News"), fold_outlet("bbc.co.uk"));
    EXPECT_EQ(fold_outlet(""), "");
}

}  // namespace
}  // namespace firsthand::lexicon
