// Stories: articles about one event. Pairs that share rare words are rated (likeness.h), and joined by average link of the
// logarithms of odds; parts and their weighing after Miranda et al., "Multilingual Clustering of Streaming News" (2018).
// Tested by stories_test.cc.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/threads.h"
#include "base/utf8.h"
#include "link/alike.h"
#include "link/average_link.h"
#include "link/likeness.h"
#include "link/linkers.h"
#include "link/times.h"

namespace firsthand::link {

namespace {

constexpr AlikeRule kRule{};                       // which pairs are looked at
constexpr float kLeastWeighted = 0.05F;            // Likeness::weighted; less is no link
constexpr float kMostOdds = 8.0F;                  // logarithms of odds beyond are as good as this
constexpr float kLeastOdds = -1.2F;                // the average within a story
constexpr float kUndatedOdds = -0.5F;              // and where no day speaks for it


// Odds as a similarity from 0 (no link) to 1.
constexpr double similarity_of(float odds) { return (double{std::clamp(odds, -kMostOdds, kMostOdds)} + kMostOdds) / (2 * kMostOdds); }

double days_apart(const DocumentRow& a, const DocumentRow& b) { return static_cast<double>(a.published_seconds - b.published_seconds) / static_cast<double>(kSecondsPerDay); }

struct Pair {
    std::uint32_t a = 0, b = 0;
    Likeness likeness;
};

// The leaders of the copy groups that are alike at all.
std::vector<Pair> find_pairs(const LinkContext& context) {
    const TermsOf terms_of = [&](std::uint32_t document) { return context.leaders[document] == document ? context.digests.get(document)->terms : std::vector<Term>(); };
    const std::vector<AlikePair> alike = find_alike(context.documents, terms_of, kRule, context.threads);
    std::vector<Pair> pairs(alike.size());
    base::parallel_for(pairs.size(), context.threads, [&](std::size_t p) {
        pairs[p] = {alike[p].a, alike[p].b, measure_likeness(*context.digests.get(alike[p].a), *context.digests.get(alike[p].b))};
    });
    std::erase_if(pairs, [](const Pair& pair) { return pair.likeness.weighted < kLeastWeighted; });
    return pairs;
}

// For each document how alike it is to those near it in time: to those without a day only where it has none. The documents of a
// copy group are one.
std::vector<Surroundings> find_surroundings(const LinkContext& context, const std::vector<Pair>& pairs) {
    std::vector<std::array<float, kCrowd>> nearest(context.documents.size());   // the greatest first
    const auto add = [&](std::uint32_t document, float weighted) {
        std::array<float, kCrowd>& most = nearest[document];
        if (weighted <= most.back()) return;
        most.back() = weighted;
        for (std::size_t i = kCrowd - 1; i > 0 && most[i] > most[i - 1]; --i) std::swap(most[i], most[i - 1]);
    };
    for (const Pair& pair : pairs) {
        const DocumentRow &a = context.documents[pair.a], &b = context.documents[pair.b];
        if (has_day(a) && has_day(b) && std::abs(days_apart(a, b)) > kCrowdDays) continue;
        if (has_day(b) || !has_day(a)) add(pair.a, pair.likeness.weighted);
        if (has_day(a) || !has_day(b)) add(pair.b, pair.likeness.weighted);
    }
    std::vector<Surroundings> surroundings(nearest.size());
    for (std::size_t i = 0; i < nearest.size(); ++i)
        surroundings[i] = {nearest[i].front(), std::accumulate(nearest[i].begin() + 1, nearest[i].end(), 0.0F) / (kCrowd - 1)};
    return surroundings;
}

// How likely the two documents of each pair tell one story.
std::vector<Edge> rate_pairs(const LinkContext& context, const std::vector<Pair>& pairs) {
    const std::vector<Surroundings> surroundings = find_surroundings(context, pairs);
    std::vector<Edge> edges(pairs.size());
    base::parallel_for(pairs.size(), context.threads, [&](std::size_t p) {
        const auto& [a, b, likeness] = pairs[p];
        const DocumentRow &row_a = context.documents[a], &row_b = context.documents[b];
        PairContext pair;
        pair.dated = has_day(row_a) && has_day(row_b);
        if (pair.dated) pair.days = days_apart(row_a, row_b);
        pair.words = std::min(row_a.words, row_b.words);
        pair.a = surroundings[a];
        pair.b = surroundings[b];
        edges[p] = {a, b, similarity_of(rate_story(list_features(likeness, pair)))};
    });
    std::erase_if(edges, [](const Edge& edge) { return edge.similarity <= 0; });
    return edges;
}

// The documents whose day is known make stories among themselves; the others join these, and one another. So nothing without a
// date bridges two stories of different years.
std::vector<std::uint32_t> join_stories(const LinkContext& context, const std::vector<Edge>& edges) {
    std::vector<Edge> dated;
    for (const Edge& edge : edges)
        if (has_day(context.documents[edge.a]) && has_day(context.documents[edge.b])) dated.push_back(edge);
    std::vector<std::uint32_t> standing = join_by_average(context.documents.size(), dated, similarity_of(kLeastOdds));
    for (std::uint32_t i = 0; i < standing.size(); ++i)
        if (!has_day(context.documents[i])) standing[i] = kNone;
    return join_by_average(standing, edges, similarity_of(kUndatedOdds));
}

// The headline nearest to all others: of the member with the greatest sum of similarities, the earliest of equals.
// Early reports name the event; opinions and running tickers name something else.
bool names_event(std::string_view title) {
    const std::string folded = base::fold(title.substr(0, 24));
    for (const std::string_view begin : {"opinion", "the latest", "live:", "live updates", "watch:", "video:", "analysis"})
        if (folded.starts_with(begin)) return false;
    return !title.empty();
}

std::string choose_title(const LinkContext& context, const std::vector<std::uint32_t>& members,
                         const std::map<std::pair<std::uint32_t, std::uint32_t>, double>& similarity) {
    std::uint32_t best = members.front();
    double best_sum = -1;
    const std::size_t early = std::max<std::size_t>(3, (members.size() + 2) / 3);
    std::size_t looked = 0;
    for (const std::uint32_t member : members) {
        if (context.leaders[member] != member && members.size() > 1) continue;
        if (!names_event(context.digests.get(member)->title)) continue;
        if (++looked > early) break;
        double sum = 0;
        for (const std::uint32_t other : members)
            if (const auto found = similarity.find(std::minmax(member, other)); found != similarity.end()) sum += found->second;
        if (sum > best_sum + 1e-9) {
            best = member;
            best_sum = sum;
        }
    }
    return context.digests.get(best)->title;
}

std::string describe_story(const LinkContext& context, const std::vector<std::uint32_t>& members) {
    if (members.size() == 1) return "";
    const auto undated = std::count_if(members.begin(), members.end(), [&](std::uint32_t m) { return !has_day(context.documents[m]); });
    if (undated == static_cast<std::ptrdiff_t>(members.size())) return "alike in their rarer words; none is dated";
    if (undated > 0) return fmt::format("alike in their rarer words and near in time; {} without a day of publication", undated);
    return "alike in their rarer words and near in time";
}

}  // namespace

void group_stories(LinkContext& context, std::vector<Match> /*matches*/, Linked& linked) {
    const std::vector<Edge> edges = rate_pairs(context, find_pairs(context));
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> similarity;
    const std::size_t count = context.documents.size();
    const std::vector<std::uint32_t> story_of_leader = join_stories(context, edges);
    context.stories.resize(count);
    std::map<std::uint32_t, std::vector<std::uint32_t>> stories;
    for (std::uint32_t i = 0; i < count; ++i) {
        context.stories[i] = story_of_leader[context.leaders[i]];
        stories[context.stories[i]].push_back(i);
    }
    for (const Edge& edge : edges) {
        if (context.stories[edge.a] != context.stories[edge.b]) continue;
        similarity[{edge.a, edge.b}] = edge.similarity;
        Link link;
        link.kind = LinkKind::story;
        link.from = {context.documents[edge.a].key, {}, kNone};
        link.to = {context.documents[edge.b].key, {}, kNone};
        link.score = static_cast<float>(edge.similarity);
        link.why = "alike in their rarer words";
        linked.links.push_back(std::move(link));
    }
    std::vector<const std::vector<std::uint32_t>*> ordered;
    for (const auto& [number, members] : stories) ordered.push_back(&members);
    std::sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) { return a->front() < b->front(); });
    for (const auto* members : ordered) {
        Group group;
        group.kind = LinkKind::story;
        group.id = "story-" + base::short_hex(base::mix(context.documents[members->front()].key));
        for (const std::uint32_t member : *members) group.members.push_back({context.documents[member].key, {}, kNone});
        group.label = choose_title(context, *members, similarity);
        group.why = describe_story(context, *members);
        linked.groups.push_back(std::move(group));
    }
}

}  // namespace firsthand::link
