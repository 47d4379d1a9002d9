// The terminal summary as a reporter reads it.
#include "report/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.h"
#include "report/columns.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string summary_of(const Corpus& corpus, unsigned width = 80, bool color = false) {
    std::ostringstream out;
    write_summary(corpus, ReportOptions{.program = "firsthand test", .width = width, .color = color}, out);
    return out.str();
}

TEST(Summary, says_first_what_a_reporter_must_know) {
    const std::string summary = summary_of(make_test_corpus(), 120);
    EXPECT_THAT(summary, ::testing::StartsWith("7 articles, 6 outlets, 2 stories\n1 undated, 1 without an outlet; 2 skipped\n"));
    EXPECT_THAT(summary, HasSubstr("3 articles print one text (Northline), 1 cut: Valley Post, Eastmoor Gazette, The Daily Larch"));
    EXPECT_THAT(summary, HasSubstr("Independent origins: 2 to 3"));
    EXPECT_THAT(summary, HasSubstr("! negation: “will not close” became “will close” in The Lantern"));
    EXPECT_THAT(summary, HasSubstr("The Lantern ← mill insider (unnamed)"));
    EXPECT_THAT(summary, HasSubstr("articles/empty.txt: empty file"));
    EXPECT_LT(summary.find("negation"), summary.find("Ferry")) << "the largest story first";
}

TEST(Summary, keeps_every_width) {
    for (const unsigned width : {40U, 57U, 80U, 200U}) {
        std::istringstream lines(summary_of(make_test_corpus(), width));
        for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
    }
}

TEST(Summary, lets_nothing_through_that_controls_a_terminal) {
    const std::string summary = summary_of(make_test_corpus());
    for (std::size_t i = 0; i < summary.size();) {
        const base::Decoded d = base::decode(summary, i);
        EXPECT_TRUE(d.point == '\n' || !base::is_control(d.point)) << "at " << i;
        i += d.size;
    }
    EXPECT_THAT(summary_of(make_test_corpus(), 80, true), HasSubstr("\x1b[1m"));
}

TEST(Summary, nothing_read_is_said_plainly) {
    EXPECT_EQ(summary_of(Corpus{}), "Nothing was read: no article was found.\n");
    Corpus corpus;
    for (int i = 0; i < 14; ++i) corpus.skipped.push_back({"file" + std::to_string(i), "binary"});
    const std::string summary = summary_of(corpus);
    EXPECT_THAT(summary, HasSubstr("Nothing was read: no input could be used."));
    EXPECT_THAT(summary, HasSubstr("Skipped: 14 inputs"));
    EXPECT_THAT(summary, HasSubstr("… and 4 more"));
}

TEST(Summary, one_article_still_says_who_is_quoted) {
    Corpus corpus = make_test_corpus();
    corpus.readings = {corpus.readings[3]};
    corpus.groups.clear();
    corpus.links.clear();
    corpus.assessments.clear();
    const std::string summary = summary_of(corpus);
    EXPECT_THAT(summary, HasSubstr("1 article, 1 outlet, 1 story"));
    EXPECT_THAT(summary, HasSubstr("- Ellin: “The mill will close before the spring”"));
    EXPECT_THAT(summary, Not(HasSubstr("Said in several articles")));
}

TEST(Summary, many_stories_are_cut_and_the_rest_is_counted) {
    Corpus corpus;
    for (int i = 0; i < 40; ++i) {
        Reading reading;
        reading.key = static_cast<DocumentKey>(i) + 1;
        reading.document.id = "n" + std::to_string(i);
        reading.document.text = "Something happened in town number " + std::to_string(i) + ".";
        corpus.readings.push_back(reading);
    }
    const std::string summary = summary_of(corpus);
    EXPECT_THAT(summary, HasSubstr("… and 30 more stories, told by one article each (--json, --html)"));
    EXPECT_THAT(summary, HasSubstr("all undated, all without an outlet"));
}

}  // namespace
}  // namespace firsthand::report
