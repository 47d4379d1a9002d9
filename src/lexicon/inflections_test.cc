#include "lexicon/inflections.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace firsthand::lexicon {
namespace {

using Words = std::vector<std::string>;

TEST(Inflections, ContractionsAreSplit) {
    EXPECT_EQ(split_contraction("don't"), (Words{"do", "not"}));
    EXPECT_EQ(split_contraction("won't"), (Words{"will", "not"}));
    EXPECT_EQ(split_contraction("cannot"), (Words{"can", "not"}));
    EXPECT_EQ(split_contraction("they've"), (Words{"they", "have"}));
    EXPECT_EQ(split_contraction("i'm"), (Words{"i", "am"}));
    EXPECT_EQ(split_contraction("he'd"), (Words{"he", "'d"})) << "would, or had";
    for (const char* word : {"ain't", "it's", "mill", "'ve", "n't", ""}) EXPECT_EQ(split_contraction(word), (Words{word}));
}

TEST(Inflections, FormsOfOneWordShareAStem) {
    const std::vector<Words> kWords = {{"remain", "remains", "remained", "remaining"}, {"plan", "plans", "planned", "planning"}, {"carry", "carries", "carried"}, {"hope", "hopes", "hoped", "hoping"},
                                       {"go", "goes", "went", "gone"}, {"be", "is", "was", "were", "are", "been"}, {"have", "has", "had"}, {"licence", "licences"}, {"press", "pressed"}};
    for (const Words& forms : kWords)
        for (const std::string& form : forms) EXPECT_EQ(find_stem(form), find_stem(forms.front())) << form;
    for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{{"this", "thi"}, {"spring", "spr"}, {"king", "k"}, {"need", "ne"}, {"miss", "mis"}, {"bus", "bu"}}) EXPECT_NE(find_stem(a), find_stem(b)) << a;
}

TEST(Inflections, SomeFormsSayWhen) {
    for (const char* word : {"remained", "went", "gone", "was", "were", "had", "would"}) EXPECT_TRUE(is_marked_form(word)) << word;
    for (const char* word : {"remain", "remains", "remaining", "go", "goes", "has", "need", "spring", "red"}) EXPECT_FALSE(is_marked_form(word)) << word;
    EXPECT_TRUE(is_auxiliary(base::hash_word("had")));
    EXPECT_FALSE(is_auxiliary(base::hash_word("remained")));
}

}  // namespace
}  // namespace firsthand::lexicon
