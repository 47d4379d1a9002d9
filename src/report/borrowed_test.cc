// How many words are somebody else's, on small texts made by hand.
#include "report/borrowed.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace firsthand::report {
namespace {

// Documents "a", "b", … with these texts, and what is said of them.
struct Pile {
    Corpus corpus;

    explicit Pile(std::vector<std::string> texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Reading reading;
            reading.document.id = std::string(1, static_cast<char>('a' + i));
            reading.document.text = std::move(texts[i]);
            reading.key = base::hash_bytes(reading.document.id);
            corpus.readings.push_back(std::move(reading));
        }
    }
    Passage place(std::size_t document, std::string_view words) const {
        const Reading& reading = corpus.readings[document];
        const auto at = static_cast<std::uint32_t>(reading.document.text.find(words));
        return {reading.key, {at, at + static_cast<std::uint32_t>(words.size())}, kNone};
    }
    void echo(std::size_t from, std::size_t to, std::string_view words, Direction direction) {
        corpus.links.push_back({LinkKind::echo, place(from, words), place(to, words), direction, 5, 5, "", 1});
    }
    void copy(std::vector<std::size_t> documents, std::size_t root, std::string credit) {
        Group group;
        group.kind = LinkKind::copy;
        group.id = "copy-1";
        group.credit = std::move(credit);
        for (const std::size_t document : documents) group.members.push_back({corpus.readings[document].key, {}, kNone});
        if (root < corpus.readings.size()) group.root = corpus.readings[root].key;
        corpus.groups.push_back(std::move(group));
    }
    std::vector<std::string> percents() const {
        std::vector<std::string> words;
        for (const Borrowed& borrowed : measure_borrowed(View(corpus))) words.push_back(percent_in_words(borrowed));
        return words;
    }
};

constexpr std::size_t kNoRoot = 99;
constexpr const char* kText = "one two three four five six seven eight";
using Words = std::vector<std::string>;

TEST(Borrowed, a_directed_echo_is_certain_and_goes_one_way) {
    Pile pile({"one two three four nine ten", "so one two three four it is said"});
    pile.echo(0, 1, "one two three four", Direction::forward);
    EXPECT_EQ(pile.percents(), (Words{"0 %", "50 %"}));
}

TEST(Borrowed, an_echo_without_direction_is_possible_for_both) {
    Pile pile({"one two three four nine ten", "so one two three four it is said"});
    pile.echo(0, 1, "one two three four", Direction::unknown);
    EXPECT_EQ(pile.percents(), (Words{"0 to 67 %", "0 to 50 %"}));
    const Borrowed second = measure_borrowed(View(pile.corpus))[1];
    ASSERT_EQ(second.from.size(), 1U);
    EXPECT_EQ(second.from[0].document, 0U);
    EXPECT_EQ(second.from[0].words, 4U);
}

TEST(Borrowed, words_that_several_have_count_once) {
    Pile pile({"one two three four", "two three four five", "one two three four five six seven eight"});
    pile.echo(0, 2, "one two three four", Direction::forward);
    pile.echo(1, 2, "two three four five", Direction::forward);
    EXPECT_EQ(pile.percents()[2], "63 %");
}

TEST(Borrowed, copies_have_their_words_from_the_root) {
    Pile pile({kText, std::string(kText) + " and two more of its own", kText});
    pile.copy({0, 1, 2}, 2, "");
    pile.echo(0, 2, kText, Direction::forward);    // inside the group the root says more than a date
    EXPECT_EQ(pile.percents(), (Words{"100 %", "57 %", "0 %"}));
}

TEST(Borrowed, what_an_agency_wrote_is_nobodys_own) {
    Pile pile({kText, std::string(kText) + " and two more of its own"});
    pile.copy({0, 1}, kNoRoot, "Northline");
    EXPECT_EQ(pile.percents(), (Words{"100 %", "57 %"}));
}

TEST(Borrowed, copies_without_root_and_credit_may_be_anybodys) {
    Pile pile({kText, std::string(kText) + " and two more of its own"});
    pile.copy({0, 1}, kNoRoot, "");
    EXPECT_EQ(pile.percents(), (Words{"0 to 100 %", "0 to 57 %"}));
}

TEST(Borrowed, furniture_and_empty_texts_do_no_harm) {
    Pile pile({"one two three four Read more", "one two three four", ""});
    pile.corpus.readings[0].document.furniture = {pile.place(0, "Read more").span};
    pile.echo(1, 0, "one two three four", Direction::forward);
    EXPECT_EQ(pile.percents(), (Words{"100 %", "0 %", "0 %"}));
}

}  // namespace
}  // namespace firsthand::report
