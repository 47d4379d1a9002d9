#include "lexicon/people.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace firsthand::lexicon {

TEST(People, ListsAnswerTheirQuestion) {
    const auto word = [](const char* text) { return base::hash_word(text); };
    EXPECT_EQ(given_name_gender(word("susan")), Gender::female);
    EXPECT_EQ(given_name_gender(word("peter")), Gender::male);
    EXPECT_EQ(given_name_gender(word("table")), Gender::unknown);
    EXPECT_TRUE(is_title(word("sen")));
    EXPECT_EQ(title_gender(word("mrs")), Gender::female);
    EXPECT_TRUE(is_unnamed_source(word("insiders")));
    EXPECT_TRUE(is_several(word("insiders")));
    EXPECT_FALSE(is_several(word("insider")));
    EXPECT_TRUE(is_platform(word("instagram")));
    EXPECT_FALSE(is_stop_word(word("kestrel")));
}

}  // namespace firsthand::lexicon
