#include "link/digest.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <set>

#include "link/test_readings.h"

namespace firsthand::link {

RC_GTEST_PROP(Winnow, EveryRunOfEightEqualWordsSharesAFingerprint, ()) {
    const auto word = rc::gen::inRange<std::uint32_t>(1, 40);
    const auto run = *rc::gen::container<std::vector<std::uint32_t>>(8, word);
    const auto text = [&] {
        auto words = *rc::gen::container<std::vector<std::uint32_t>>(word);
        const auto after = *rc::gen::container<std::vector<std::uint32_t>>(word);
        words.insert(words.end(), run.begin(), run.end());
        words.insert(words.end(), after.begin(), after.end());
        return words;
    };
    std::set<std::uint32_t> hashes;
    for (const Fingerprint& fingerprint : winnow(text())) hashes.insert(fingerprint.hash);
    const auto others = winnow(text());
    RC_ASSERT(std::any_of(others.begin(), others.end(), [&](const Fingerprint& fingerprint) { return hashes.contains(fingerprint.hash); }));
}

RC_GTEST_PROP(Grams, RollingHashesEqualThoseOfEachRunAlone, (std::vector<std::uint32_t> words)) {
    const auto grams = hash_grams(words, 3);
    RC_ASSERT(grams.size() == (words.size() < 3 ? 0 : words.size() - 2));
    for (std::size_t i = 0; i < grams.size(); ++i) RC_ASSERT(grams[i] == hash_grams(std::span(words).subspan(i, 3), 3).front());
}

TEST(Grams, ContainmentIsOfTheShorterAndMirrored) {
    const std::vector<std::uint32_t> whole{1, 2, 3, 4, 5, 6, 7, 8}, part{3, 4, 5, 6}, other{3, 4, 5, 9};
    EXPECT_FLOAT_EQ(measure_containment(find_gram_set(whole, 3), find_gram_set(part, 3)), 1.0F);
    EXPECT_FLOAT_EQ(measure_containment(find_gram_set(part, 3), find_gram_set(whole, 3)), 1.0F);
    EXPECT_FLOAT_EQ(measure_containment(find_gram_set(whole, 3), find_gram_set(other, 3)), 0.5F);
    EXPECT_FLOAT_EQ(measure_containment(find_gram_set(whole, 3), {}), 0.0F);
}

TEST(Digest, KeepsTheWordsOfSayingsInMarksOnly) {
    Reading reading = make_reading("a", "The mayor said the plan was \"a gift to nobody at all\" and would cost 12 million.");
    reading.attributions.front().speech = Speech::mixed;
    reading.attributions.front().content = {{15, 80}};          // the retold words around the marks too
    const Digest digest = digest_reading(reading);
    ASSERT_EQ(digest.sayings.size(), 1U);
    std::vector<std::uint32_t> words;
    for (const std::uint32_t at : digest.sayings[0].at) words.push_back(digest.words[at]);
    EXPECT_EQ(words, (std::vector<std::uint32_t>{base::hash_word("a"), base::hash_word("gift"), base::hash_word("to"), base::hash_word("nobody"), base::hash_word("at"), base::hash_word("all")}));
    EXPECT_EQ(digest.sayings[0].span, (ByteSpan{15, 80}));
    EXPECT_EQ(digest.sayings[0].grams, 4U);
}

TEST(Digest, LeavesOutIndirectSpeechAndShortLabels) {
    Reading reading = make_reading("a", "The \"harbour insider\" said that \"the crane will never be built\".");
    EXPECT_EQ(digest_reading(reading).sayings.size(), 1U);
    reading.attributions.front().speech = Speech::indirect;
    EXPECT_TRUE(digest_reading(reading).sayings.empty());
    EXPECT_TRUE(digest_reading(make_reading("empty", "")).words.empty());
}

}  // namespace firsthand::link
