// Dates, counts, chains and edits in words.
#include "report/words.h"

#include <gtest/gtest.h>

#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

TEST(Words, counts_and_ranges) {
    EXPECT_EQ(count_of(1, "story", "stories"), "1 story");
    EXPECT_EQ(count_of(2, "story", "stories"), "2 stories");
    EXPECT_EQ(count_of(0, "article"), "0 articles");
    EXPECT_EQ(count_of(37554, "article"), "37,554 articles");
    EXPECT_EQ(count_of(1234567, "article"), "1,234,567 articles");
    EXPECT_EQ(range_of({2, 2, {}}), "2");
    EXPECT_EQ(range_of({2, 3, {}}), "2 to 3");
}

TEST(Words, dates_by_precision) {
    EXPECT_EQ(day_of({}), "undated");
    EXPECT_EQ(day_of({"2031-03-04T10:00:00Z", "published", 0, DatePrecision::second}), "4 March 2031");
    EXPECT_EQ(day_of({"2031-03", "published", 0, DatePrecision::month}), "March 2031");
    EXPECT_EQ(day_of({"2031", "published", 0, DatePrecision::year}), "2031");
    EXPECT_EQ(day_of({"2031-99-04", "published", 0, DatePrecision::day}), "2031");
    EXPECT_EQ(day_of({"soon", "published", 0, DatePrecision::day}), "soon");
}

TEST(Words, dates_of_several_documents) {
    Corpus corpus = make_test_corpus();
    EXPECT_EQ(days_of(View(corpus), {0, 1}), "4 March 2031");
    EXPECT_EQ(days_of(View(corpus), {0, 3, 6}), "4 to 5 March 2031");
    EXPECT_EQ(days_of(View(corpus), {6}), "undated");
    corpus.readings[3].document.published = {"2031-04-05", "published", 1940000000, DatePrecision::day};
    EXPECT_EQ(days_of(View(corpus), {0, 3}), "4 March to 5 April 2031");
    corpus.readings[3].document.published = {"2032-04-05", "published", 1970000000, DatePrecision::day};
    EXPECT_EQ(days_of(View(corpus), {0, 3}), "4 March 2031 to 5 April 2032");
}

TEST(Words, chains) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    EXPECT_EQ(chain_in_words(view, 0, view.reading(0).attributions[0]), "Mara Ellin");
    EXPECT_EQ(chain_in_words(view, 3, view.reading(3).attributions[1]), "The Lantern ← mill insider (unnamed)");
    EXPECT_EQ(chain_in_words(view, 5, view.reading(5).attributions[0]), "nobody named");
}

TEST(Words, renderings_are_without_marks_and_joined) {
    const Corpus corpus = make_test_corpus();
    const View view(corpus);
    EXPECT_EQ(rendering_words(view, corpus.groups[5].members[0]), "The mill will not close before the spring");
    EXPECT_EQ(rendering_words(view, corpus.groups[6].members[1]), "They are selling the machines at night.");
    EXPECT_EQ(rendering_words(view, {12345, {}, 0}), "");
}

TEST(Words, of_words_quoted_in_part_those_in_marks) {
    const auto quoted = [](std::string text, Speech speech) {
        Corpus corpus;
        corpus.readings.emplace_back();
        Reading& reading = corpus.readings.front();
        reading.key = 1;
        reading.document.text = std::move(text);
        const ByteSpan all{0, static_cast<std::uint32_t>(reading.document.text.size())};
        reading.attributions.emplace_back();
        reading.attributions.front().speech = speech;
        reading.attributions.front().content = {all};
        return quoted_words(View(corpus), {1, all, 0});
    };
    EXPECT_EQ(quoted("that “the mill” was, she said, “not for sale”", Speech::mixed), "the mill … not for sale");
    EXPECT_EQ(quoted("“They wait,” which nobody doubts", Speech::mixed), "They wait");
    EXPECT_EQ(quoted("the mill\" was \"not for sale\" then", Speech::mixed), "the mill … not for sale");
    EXPECT_EQ(quoted("for sale” and “sold", Speech::mixed), "for sale … sold");
    EXPECT_EQ(quoted("it was for sale", Speech::mixed), "it was for sale");
    EXPECT_EQ(quoted("“It is so,” he said", Speech::direct), "“It is so,” he said");
}

TEST(Words, marks_around_a_statement_go_and_marks_inside_stay) {
    const auto words = [](std::string label) {
        Group claim;
        claim.label = std::move(label);
        return statement_words(claim);
    };
    EXPECT_EQ(words("“We wait.”"), "We wait.");
    EXPECT_EQ(words("\"We wait.\""), "We wait.");
    EXPECT_EQ(words("„Wir warten“"), "Wir warten");
    EXPECT_EQ(words("«On attend»"), "On attend");
    EXPECT_EQ(words("“We wait"), "We wait");
    EXPECT_EQ(words("We wait.”"), "We wait.");
    EXPECT_EQ(words("“We” and “they” wait"), "“We” and “they” wait");
    EXPECT_EQ(words("He said “we wait”"), "He said “we wait”");
    EXPECT_EQ(words("the voters’"), "the voters’");
    EXPECT_EQ(words("”"), "”");
    EXPECT_EQ(words(""), "");
}

TEST(Words, marks_are_put_around_words_that_have_none_of_their_own) {
    EXPECT_EQ(in_marks("we wait"), "“we wait”");
    EXPECT_EQ(in_marks("“We wait,” he said"), "“We wait,” he said");
    EXPECT_EQ(in_marks("that “we wait”"), "that “we wait”");
    EXPECT_EQ(in_marks("‘Twas so"), "“‘Twas so”");
}

TEST(Words, edits) {
    EXPECT_EQ(edit_in_words({0, 1, EditKind::number, "two", "three"}), "“two” became “three”");
    EXPECT_EQ(edit_in_words({0, 1, EditKind::truncation, "one by one", ""}), "“one by one” was left out");
    EXPECT_EQ(edit_in_words({0, 1, EditKind::insertion, "", "all"}), "“all” was put in");
    EXPECT_EQ(edit_in_words({0, 1, EditKind::speaker, "Ellin", "Vask"}), "credited to “Ellin” in one, to “Vask” in the other");
    EXPECT_EQ(edit_in_words({0, 1, EditKind::order, "", ""}), "order changed");
}

TEST(Words, status_of_a_claim) {
    Assessment claim;
    EXPECT_EQ(status_of(claim), "unsupported");
    claim.supporting = {1, 1, {}};
    EXPECT_EQ(status_of(claim), "unopposed");
    claim.denying = {0, 1, {}};
    EXPECT_EQ(status_of(claim), "disputed");
}

TEST(Words, kinds_outside_the_tables_are_unknown) {
    EXPECT_EQ(name_of(EditKind::speaker), "speaker");
    EXPECT_EQ(name_of(OriginKind::press_release), "press release");
    EXPECT_EQ(name_of(static_cast<Act>(99)), "unknown");
}

}  // namespace
}  // namespace firsthand::report
