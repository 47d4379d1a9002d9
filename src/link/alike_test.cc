#include "link/alike.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "link/times.h"

namespace firsthand::link {
namespace {

// Days; -1: not known; -2: only its month is.
std::vector<DocumentRow> make_rows(const std::vector<int>& days) {
    std::vector<DocumentRow> rows(days.size());
    for (std::size_t i = 0; i < days.size(); ++i) {
        rows[i].key = i + 1;
        rows[i].precision = days[i] == -1 ? DatePrecision::none : days[i] == -2 ? DatePrecision::month : DatePrecision::day;
        rows[i].published_seconds = days[i] < 0 ? 0 : days[i] * kSecondsPerDay;
    }
    return rows;
}

using Weights = std::map<std::uint32_t, float>;

std::vector<AlikePair> find(const std::vector<DocumentRow>& rows, const std::vector<Weights>& weights, const AlikeRule& rule, unsigned threads = 1) {
    const TermsOf terms_of = [&](std::uint32_t document) {
        std::vector<Term> terms;
        for (const auto& [word, weight] : weights[document]) terms.push_back({.word = word, .weight = weight});
        return terms;
    };
    return find_alike(rows, terms_of, rule, threads);
}

}  // namespace

RC_GTEST_PROP(Alike, EqualAllPairsOnSmallPiles, ()) {
    std::vector<int> days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-2, 15));
    std::sort(days.begin(), days.end(), [](int a, int b) { return std::pair(a == -1, std::max(a, 0)) < std::pair(b == -1, std::max(b, 0)); });
    std::vector<Weights> weights(days.size());
    for (Weights& words : weights)
        for (const std::uint32_t word : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 12U))) words[word] = static_cast<float>(word + 1) / 32;
    const std::vector<DocumentRow> rows = make_rows(days);
    AlikeRule rule;
    rule.window_seconds = 5 * kSecondsPerDay;
    rule.at_once = *rc::gen::inRange<std::size_t>(1, 6);
    std::vector<AlikePair> expected;
    for (std::uint32_t a = 0; a < rows.size(); ++a)
        for (std::uint32_t b = a + 1; b < rows.size(); ++b) {
            if (has_day(rows[a]) && has_day(rows[b]) && rows[b].published_seconds - rows[a].published_seconds > rule.window_seconds) continue;
            float sum = 0;
            for (const auto& [word, weight] : weights[a])
                if (const auto other = weights[b].find(word); other != weights[b].end()) sum += weight * other->second;
            if (sum >= rule.least) expected.push_back({a, b, sum});
        }
    RC_ASSERT(find(rows, weights, rule) == expected);
    RC_ASSERT(find(rows, weights, rule, 2) == expected);
}

TEST(Alike, OnlyTheHeaviestTermsCount) {
    const std::vector<Weights> weights{{{1, 0.9F}, {2, 0.3F}}, {{1, 0.9F}, {2, 0.3F}, {3, 0.5F}}};
    AlikeRule rule;
    rule.heaviest = 2;
    EXPECT_EQ(find(make_rows({1, 1}), weights, rule), (std::vector<AlikePair>{{0, 1, 0.9F * 0.9F}}));
}

TEST(Alike, CommonTermsAreCutOff) {
    const std::vector<Weights> weights(40, Weights{{1, 0.5F}});
    AlikeRule rule;
    rule.most_neighbours = 3;
    EXPECT_EQ(find(make_rows(std::vector<int>(40, 7)), weights, rule).size(), 37 * 3 + 3U) << "each with the three before it";
    rule.most_documents = 39;
    EXPECT_TRUE(find(make_rows(std::vector<int>(40, -1)), weights, rule).empty());
}

}  // namespace firsthand::link
