#include "link/candidates.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <map>
#include <set>

namespace firsthand::link {

namespace {

std::vector<DocumentRow> make_rows(std::size_t count) {
    std::vector<DocumentRow> rows(count);
    for (std::size_t i = 0; i < count; ++i) rows[i].key = i * 7919 + 1;
    return rows;
}

std::vector<Candidate> find(const std::vector<DocumentRow>& rows, const std::vector<std::vector<std::uint64_t>>& keys, const CandidateRule& rule,
                            const std::vector<std::uint32_t>& leaders = {}, unsigned threads = 1) {
    return find_candidates(rows, [&](std::size_t i, std::vector<std::uint64_t>& out) { out.insert(out.end(), keys[i].begin(), keys[i].end()); }, rule, leaders, threads);
}

}  // namespace

RC_GTEST_PROP(Candidates, EqualAllPairsOnSmallPiles, ()) {
    const auto keys = *rc::gen::container<std::vector<std::vector<std::uint64_t>>>(rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 12)));
    CandidateRule rule;
    rule.least_shared = *rc::gen::inRange(1U, 4U);
    rule.most_documents = *rc::gen::inRange(2U, 8U);
    std::map<std::uint64_t, std::set<std::uint32_t>> documents;
    for (std::uint32_t i = 0; i < keys.size(); ++i)
        for (const std::uint64_t key : keys[i]) documents[key].insert(i);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> counts;
    for (const auto& [key, members] : documents)
        if (members.size() <= rule.most_documents)
            for (const auto a : members)
                for (const auto b : members)
                    if (a < b) ++counts[{a, b}];
    std::vector<Candidate> expected;
    for (const auto& [pair, count] : counts)
        if (count >= rule.least_shared) expected.push_back({pair.first, pair.second, count});
    RC_ASSERT(find(make_rows(keys.size()), keys, rule) == expected);
    RC_ASSERT(find(make_rows(keys.size()), keys, rule, {}, 3) == expected);
}

TEST(Candidates, ACommonKeyLeadsToAFewHubs) {
    const std::vector<std::vector<std::uint64_t>> keys(1000, {1, 2, 3});
    CandidateRule rule{.least_shared = 3, .most_documents = 50, .hubs = 4};
    const auto found = find(make_rows(1000), keys, rule);
    EXPECT_EQ(found.size(), 4U * 996 + 6);
    std::map<std::uint32_t, unsigned> partners;
    for (const Candidate& candidate : found) {
        EXPECT_EQ(candidate.shared, 3U);
        ++partners[candidate.a];
        ++partners[candidate.b];
    }
    EXPECT_EQ(partners.size(), 1000U);
    rule.hubs = 0;
    EXPECT_TRUE(find(make_rows(1000), keys, rule).empty());
}

TEST(Candidates, OfACopyGroupOneEach) {
    const std::vector<std::vector<std::uint64_t>> keys = {{1}, {1, 2}, {2}, {1, 2}};
    const std::vector<std::uint32_t> leaders = {0, 0, 2, 3};    // 1 is a copy of 0
    EXPECT_EQ(find(make_rows(4), keys, {.copies = Copies::one_each}, leaders), (std::vector<Candidate>{{0, 3, 1}, {1, 2, 1}, {1, 3, 1}, {2, 3, 1}}));
}

}  // namespace firsthand::link
