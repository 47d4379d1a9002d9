#include "lexicon/cues.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace firsthand::lexicon {

TEST(Cues, KnowTheirActStanceAndForm) {
    ASSERT_NE(find_cue(base::hash_word("said")), nullptr);
    EXPECT_TRUE(find_cue(base::hash_word("said"))->clause);
    EXPECT_TRUE(find_cue(base::hash_word("told"))->addressed);
    EXPECT_EQ(find_cue(base::hash_word("denied"))->stance, Stance::denies);
    EXPECT_EQ(find_cue(base::hash_word("believes"))->act, Act::thought);
    EXPECT_EQ(find_cue(base::hash_word("adding"))->form, CueForm::participle);
    EXPECT_EQ(find_cue(base::hash_word("walked")), nullptr);
}

}  // namespace firsthand::lexicon
