// Copies: articles that print one text. Containment of the shorter text's word 5-grams in the longer one's (measured on the
// Helsinki articles: docs/decisions/), and every member is held against the centre of its group, so that none chains away.
// Tested by copies_test.cc.
#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/threads.h"
#include "lexicon/agencies.h"
#include "link/linkers.h"
#include "link/times.h"

namespace firsthand::link {

namespace {

constexpr float kLeastContainment = 0.6F;
constexpr float kLeastOfLonger = 0.15F;            // an excerpt of a few lines is an echo, not a copy
constexpr float kLeastOfLongerAtHome = 0.6F;       // articles of one outlet share its furniture and its background paragraphs
constexpr std::size_t kLeastGrams = 8;             // a shorter text is no text of its own
constexpr std::size_t kLongText = 200;             // fingerprints; of a longer text every second one is a key
constexpr float kCutContainment = 0.95F;           // a text that stands in another so fully is cut from it

bool is_copy(const LinkContext& context, const Match& match) {
    const std::string& outlet = context.documents[match.a].outlet;
    const bool at_home = !outlet.empty() && outlet == context.documents[match.b].outlet;
    return static_cast<float>(match.same) >= (at_home ? kLeastOfLongerAtHome : kLeastOfLonger) * static_cast<float>(match.words);
}

std::uint32_t find_leader(std::vector<std::uint32_t>& parents, std::uint32_t i) {
    while (parents[i] != i) i = parents[i] = parents[parents[i]];
    return i;
}

struct Neighbour {
    std::uint32_t document = 0;
    float score = 0;
};
using Neighbours = std::vector<std::vector<Neighbour>>;

// The member with the greatest sum of scores; the earlier of equals.
std::uint32_t find_centre(const std::vector<std::uint32_t>& members, const Neighbours& neighbours, const std::vector<bool>& done) {
    std::uint32_t best = members.front();
    double best_sum = -1;
    for (const std::uint32_t member : members) {
        double sum = 0;
        for (const Neighbour& n : neighbours[member]) sum += done[n.document] ? 0.0 : double{n.score};
        if (sum > best_sum + 1e-6) {
            best = member;
            best_sum = sum;
        }
    }
    return best;
}

// Cuts a component into groups whose members all match their centre.
void cut_component(std::vector<std::uint32_t> members, const Neighbours& neighbours, std::vector<bool>& done, std::vector<std::vector<std::uint32_t>>& groups) {
    while (!members.empty()) {
        const std::uint32_t centre = find_centre(members, neighbours, done);
        std::vector<std::uint32_t> group{centre};
        for (const Neighbour& n : neighbours[centre])
            if (!done[n.document]) group.push_back(n.document);
        std::sort(group.begin(), group.end());
        for (const std::uint32_t member : group) done[member] = true;
        std::erase_if(members, [&](std::uint32_t member) { return done[member]; });
        groups.push_back(std::move(group));
    }
}

std::vector<std::vector<std::uint32_t>> group_by_centres(std::size_t documents, const std::vector<Match>& matches) {
    std::vector<std::uint32_t> parents(documents);
    std::iota(parents.begin(), parents.end(), 0U);
    Neighbours neighbours(documents);
    for (const Match& match : matches) {
        neighbours[match.a].push_back({match.b, match.score});
        neighbours[match.b].push_back({match.a, match.score});
        const std::uint32_t a = find_leader(parents, match.a);
        const std::uint32_t b = find_leader(parents, match.b);
        parents[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> components;
    for (std::uint32_t i = 0; i < documents; ++i) components[find_leader(parents, i)].push_back(i);
    std::vector<bool> done(documents, false);
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto& [leader, members] : components) cut_component(std::move(members), neighbours, done, groups);
    std::sort(groups.begin(), groups.end());
    return groups;
}

// The agency that most members credit, the first of equals; empty: none does.
std::string find_common_credit(const LinkContext& context, const std::vector<std::uint32_t>& members) {
    std::map<std::string, std::size_t> counts;
    for (const std::uint32_t member : members)
        if (const std::string& credit = context.digests.get(member)->credit; !credit.empty()) ++counts[credit];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? "" : most->first;
}

// Which member the others go back to, by credit, then time, then containment; 0 where that does not decide.
void find_root(const LinkContext& context, const std::vector<std::uint32_t>& members, Group& group) {
    const auto& rows = context.documents;
    if (!group.credit.empty()) {
        const auto own = std::find_if(members.begin(), members.end(), [&](std::uint32_t m) { return lexicon::find_agency(rows[m].outlet) == group.credit; });
        group.root = own == members.end() ? 0 : rows[*own].key;
        group.why = own == members.end() ? fmt::format("one text that credits {}, whose own article is not here", group.credit)
                                         : fmt::format("one text that credits {}, whose own article is here", group.credit);
        return;
    }
    const std::uint32_t first = members.front();                // canonical order: nothing is before it
    const bool earliest = std::all_of(members.begin() + 1, members.end(), [&](std::uint32_t m) { return is_before(rows[first], rows[m]); });
    if (earliest) {
        group.root = rows[first].key;
        group.why = fmt::format("one text, published {} before the next", tell_distance(rows[first], rows[members[1]]));
        return;
    }
    const std::uint32_t longest = *std::max_element(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) { return rows[a].words < rows[b].words; });
    const auto grams = find_gram_set(context.digests.get(longest)->words, kGramWords);
    const bool all_cut = members.size() <= 50 && std::all_of(members.begin(), members.end(), [&](std::uint32_t m) {
        if (m == longest) return true;
        if (is_before(rows[m], rows[longest])) return false;   // what was there earlier is not cut from it
        const auto shorter = find_gram_set(context.digests.get(m)->words, kGramWords);
        return shorter.size() * 10 <= grams.size() * 9 && measure_containment(grams, shorter) >= kCutContainment;
    });
    group.root = all_cut ? rows[longest].key : 0;
    group.why = all_cut ? "one text; the others are cut from the longest" : "one text; dates and lengths do not tell which was first";
}

Group describe_group(const LinkContext& context, const std::vector<std::uint32_t>& members) {
    Group group;
    group.kind = LinkKind::copy;
    group.id = "copy-" + base::short_hex(base::mix(context.documents[members.front()].key));
    for (const std::uint32_t member : members) group.members.push_back({context.documents[member].key, {}, kNone});
    group.credit = find_common_credit(context, members);
    if (members.size() > 1) find_root(context, members, group);
    return group;
}

Link describe_link(const LinkContext& context, const Match& match, const Group& group) {
    Link link;
    link.kind = LinkKind::copy;
    const DocumentRow& a = context.documents[match.a];
    const DocumentRow& b = context.documents[match.b];
    const bool turned = group.root == b.key;                    // the root is the parent
    link.from = {turned ? b.key : a.key, {}, kNone};
    link.to = {turned ? a.key : b.key, {}, kNone};
    link.direction = group.root != 0 && (group.root == a.key || turned) ? Direction::forward : Direction::unknown;
    link.words = match.words;
    link.same = match.same;
    link.score = match.score;
    link.why = fmt::format("{:.0f} % of the shorter text's runs of {} words stand in the longer one", 100.0 * static_cast<double>(match.score), kGramWords);
    return link;
}

}  // namespace

void find_copy_keys(const Digest& digest, std::vector<std::uint64_t>& keys) {
    const bool all = digest.fingerprints.size() <= kLongText;
    for (const Fingerprint& fingerprint : digest.fingerprints)
        if (all || (fingerprint.hash & 1U) == 0) keys.push_back(fingerprint.hash);
}

void compare_copies(const Digest& a, const Digest& b, std::vector<Match>& matches) {
    const auto grams_a = find_gram_set(a.words, kGramWords);
    const auto grams_b = find_gram_set(b.words, kGramWords);
    const std::size_t shorter = std::min(grams_a.size(), grams_b.size());
    const float containment = measure_containment(grams_a, grams_b);
    if (shorter < kLeastGrams || containment <= kLeastContainment) return;
    Match match;
    match.score = containment;
    match.words = static_cast<std::uint32_t>(std::max(a.words.size(), b.words.size()));
    match.same = static_cast<std::uint32_t>(containment * static_cast<float>(shorter) + 0.5F);
    matches.push_back(match);
}

void group_copies(LinkContext& context, std::vector<Match> matches, Linked& linked) {
    std::erase_if(matches, [&](const Match& match) { return !is_copy(context, match); });
    const std::vector<std::vector<std::uint32_t>> groups = group_by_centres(context.documents.size(), matches);
    context.leaders.resize(context.documents.size());
    std::vector<std::uint32_t> group_of(context.documents.size());
    const std::size_t before = linked.groups.size();
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        linked.groups.push_back(describe_group(context, groups[g]));
        std::uint32_t leader = groups[g].front();
        for (const std::uint32_t member : groups[g])
            if (context.documents[member].key == linked.groups.back().root) leader = member;
        for (const std::uint32_t member : groups[g]) {
            context.leaders[member] = leader;
            group_of[member] = g;
        }
    }
    for (const Match& match : matches)
        if (group_of[match.a] == group_of[match.b]) linked.links.push_back(describe_link(context, match, linked.groups[before + group_of[match.a]]));
}

}  // namespace firsthand::link
