// Stories: articles about one event. Cosine of weighted words times a Gaussian of the days between, joined by average link;
// after Miranda et al., "Multilingual Clustering of Streaming News" (2018). Tested by stories_test.cc.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "link/average_link.h"
#include "link/linkers.h"
#include "link/times.h"

namespace firsthand::link {

namespace {

constexpr std::size_t kHeaviestTerms = 50;         // of a document are its keys
constexpr float kLeastSimilarity = 0.10F;          // less is no link
constexpr double kThreshold = 0.14;                // average similarity within a story
constexpr double kDaysApart = 3.0;                 // sigma of the Gaussian
constexpr double kUndatedFactor = 0.75;            // of the similarity where a day is not known

// How well the dates fit: 1 on the same day.
double weigh_time(const DocumentRow& a, const DocumentRow& b) {
    if (!has_day(a) || !has_day(b)) return kUndatedFactor;
    const double days = static_cast<double>(a.published_seconds - b.published_seconds) / static_cast<double>(kSecondsPerDay);
    return std::exp(-days * days / (2 * kDaysApart * kDaysApart));
}

double multiply(const std::vector<Term>& a, const std::vector<Term>& b, std::uint32_t& shared) {
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].word == b[j].word) {
            sum += double{a[i].weight} * double{b[j].weight};
            ++shared;
            ++i;
            ++j;
        } else if (a[i].word < b[j].word) {
            ++i;
        } else {
            ++j;
        }
    }
    return sum;
}

// The documents whose day is known make stories among themselves; each other one goes to the story that it fits best; the rest
// make stories among themselves. So nothing without a date bridges two stories of different years.
std::vector<std::uint32_t> join_stories(const LinkContext& context, const std::vector<Edge>& edges) {
    std::vector<Edge> dated, undated;
    std::map<std::uint32_t, std::vector<Edge>> mixed;           // by the document without a day; a is that document
    for (const Edge& edge : edges) {
        const bool a = has_day(context.documents[edge.a]), b = has_day(context.documents[edge.b]);
        if (a && b) dated.push_back(edge);
        if (!a && !b) undated.push_back(edge);
        if (a != b) mixed[a ? edge.b : edge.a].push_back({a ? edge.b : edge.a, a ? edge.a : edge.b, edge.similarity});
    }
    std::vector<std::uint32_t> stories = join_by_average(context.documents.size(), dated, kThreshold);
    std::map<std::uint32_t, std::uint32_t> sizes;
    for (std::uint32_t i = 0; i < stories.size(); ++i) sizes[stories[i]] += context.leaders[i] == i ? 1 : 0;
    std::map<std::uint32_t, std::uint32_t> joined;
    for (const auto& [document, all] : mixed) {
        std::map<std::uint32_t, double> sums;
        for (const Edge& edge : all) sums[stories[edge.b]] += edge.similarity;
        double best = 0;
        for (const auto& [story, sum] : sums) {
            const double average = sum / static_cast<double>(sizes[story]);
            if (average < kThreshold || average <= best) continue;
            best = average;
            joined[document] = story;
        }
    }
    std::erase_if(undated, [&](const Edge& edge) { return joined.contains(edge.a) || joined.contains(edge.b); });
    const std::vector<std::uint32_t> others = join_by_average(context.documents.size(), undated, kThreshold);
    for (std::uint32_t i = 0; i < stories.size(); ++i)
        if (!has_day(context.documents[i])) stories[i] = joined.contains(i) ? joined[i] : others[i];
    return stories;
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

void find_story_keys(const Digest& digest, std::vector<std::uint64_t>& keys) {
    std::vector<Term> heaviest(digest.terms);
    const std::size_t count = std::min(kHeaviestTerms, heaviest.size());
    std::partial_sort(heaviest.begin(), heaviest.begin() + static_cast<std::ptrdiff_t>(count), heaviest.end(),
                      [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.word < b.word; });
    for (std::size_t i = 0; i < count; ++i) keys.push_back(heaviest[i].word);
}

// The similarity of the words alone: the days are known to group_stories() only.
void compare_stories(const Digest& a, const Digest& b, std::vector<Match>& matches) {
    Match match;
    std::uint32_t shared = 0;
    match.score = static_cast<float>(std::min(1.0, multiply(a.terms, b.terms, shared)));
    match.words = static_cast<std::uint32_t>(std::max(a.terms.size(), b.terms.size()));
    match.same = shared;
    if (match.score >= kLeastSimilarity) matches.push_back(match);
}

void group_stories(LinkContext& context, std::vector<Match> matches, Linked& linked) {
    std::vector<Edge> edges;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> similarity;
    for (const Match& match : matches) {
        const double value = double{match.score} * weigh_time(context.documents[match.a], context.documents[match.b]);
        if (value < double{kLeastSimilarity} / 2) continue;
        edges.push_back({match.a, match.b, value});
    }
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
