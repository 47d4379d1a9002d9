// Echoes: passages that repeat another article's words. Rare fingerprints find the pairs, alignment verifies them; inside a
// copy group each document has one edge only, to the leader. Tested by echoes_test.cc.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/threads.h"
#include "base/utf8.h"
#include "lexicon/agencies.h"
#include "lexicon/document_frequency.h"
#include "link/align.h"
#include "link/linkers.h"
#include "link/times.h"

namespace firsthand::link {

namespace {

constexpr float kLeastContent = 22.0F;             // summed rarity of a short echo: less is a turn of phrase that anybody uses
constexpr float kMostWordRarity = 6.0F;            // one rare name makes no echo

// Whether the words are worth calling an echo at all.
bool says_something(std::span<const std::uint32_t> words) {
    float content = 0;
    for (const std::uint32_t word : words) content += std::min(kMostWordRarity, lexicon::find_rarity(word));
    return content >= kLeastContent;
}

// The words of an outlet's name without an article; empty for a name of one common word, which any text may hold.
std::vector<std::uint32_t> find_name_words(const std::string& outlet) {
    std::vector<std::uint32_t> words;
    const std::string folded = base::fold(outlet);
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        const std::string word = folded.substr(begin, end - begin);
        if (!word.empty() && !(words.empty() && word == "the")) words.push_back(base::hash_word(word));
        begin = end + 1;
    }
    float rarity = 0;
    for (const std::uint32_t word : words) rarity += lexicon::find_rarity(word);
    return rarity >= 3.0F ? words : std::vector<std::uint32_t>{};
}

bool names_outlet(const Digest& digest, const std::string& outlet) {
    const std::vector<std::uint32_t> name = find_name_words(outlet);
    return !name.empty() && std::search(digest.words.begin(), digest.words.end(), name.begin(), name.end()) != digest.words.end();
}

constexpr std::uint32_t kLeastAcross = 12;         // words that both have, between articles of different stories
constexpr std::size_t kHouseStories = 3;           // stories of one outlet in which a run of words is its furniture

std::uint64_t hash_outlet(const LinkContext& context, std::uint32_t document) {
    const std::string& outlet = context.documents[document].outlet;
    return outlet.empty() ? 0 : base::hash_bytes(outlet);
}

bool is_at_home(const LinkContext& context, const Match& match) {
    const std::uint64_t outlet = hash_outlet(context, match.a);
    return outlet != 0 && outlet == hash_outlet(context, match.b);
}

std::vector<std::uint64_t> hash_passage(const LinkContext& context, const Match& match) {
    const auto digest = context.digests.get(match.a);
    std::vector<std::uint64_t> grams = hash_grams(std::span(digest->words).subspan(match.in_a.begin, match.in_a.size()), kGramWords);
    for (std::uint64_t& gram : grams) gram = base::combine(gram, hash_outlet(context, match.a));
    return grams;
}

// The runs of words that an outlet prints in several stories: newsletters, biographies, captions, promotions. Sorted.
std::vector<std::uint64_t> find_house_grams(const LinkContext& context, const std::vector<Match>& matches) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> uses;  // gram, story
    for (const Match& match : matches) {
        if (!is_at_home(context, match)) continue;
        for (const std::uint64_t gram : hash_passage(context, match)) {
            uses.emplace_back(gram, context.stories[match.a]);
            uses.emplace_back(gram, context.stories[match.b]);
        }
    }
    std::sort(uses.begin(), uses.end());
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    std::vector<std::uint64_t> house;
    for (std::size_t begin = 0, end = 0; begin < uses.size(); begin = end) {
        while (end < uses.size() && uses[end].first == uses[begin].first) ++end;
        if (end - begin >= kHouseStories) house.push_back(uses[begin].first);
    }
    return house;
}

// Leaves out an outlet's furniture, and turns of phrase between articles that have nothing else in common.
void drop_chance_echoes(const LinkContext& context, std::vector<Match>& matches) {
    const std::vector<std::uint64_t> house = find_house_grams(context, matches);
    std::erase_if(matches, [&](const Match& match) {
        if (context.stories[match.a] != context.stories[match.b] && match.same < kLeastAcross) return true;
        if (!is_at_home(context, match)) return false;
        const std::vector<std::uint64_t> grams = hash_passage(context, match);
        const auto known = std::count_if(grams.begin(), grams.end(), [&](std::uint64_t gram) { return std::binary_search(house.begin(), house.end(), gram); });
        return known * 2 >= static_cast<std::ptrdiff_t>(grams.size());
    });
}

// Does `to` say that it has it from `from`? In a credit line, or by the outlet's name in its text.
std::string find_explicit_credit(const LinkContext& context, std::uint32_t from, std::uint32_t to) {
    const std::string& outlet = context.documents[from].outlet;
    if (outlet.empty() || outlet == context.documents[to].outlet) return {};
    const auto digest = context.digests.get(to);
    const std::string agency = lexicon::find_agency(outlet);
    if (!agency.empty() && digest->credit == agency) return fmt::format("credits {}", agency);
    return names_outlet(*digest, outlet) ? fmt::format("names {}", outlet) : std::string{};
}

struct Course {
    bool turned = false;                           // b is the parent
    Direction direction = Direction::unknown;
    std::string why;
};

// Which of two documents the other one has it from: an explicit credit, then time.
Course find_course(const LinkContext& context, std::uint32_t a, std::uint32_t b) {
    const std::string a_credited = find_explicit_credit(context, a, b);
    const std::string b_credited = find_explicit_credit(context, b, a);
    const DocumentRow& row_a = context.documents[a];
    const DocumentRow& row_b = context.documents[b];
    if (!a_credited.empty() && b_credited.empty() && !is_before(row_b, row_a)) return {false, Direction::forward, a_credited};
    if (!b_credited.empty() && a_credited.empty() && !is_before(row_a, row_b)) return {true, Direction::forward, b_credited};
    if (is_before(row_a, row_b)) return {false, Direction::forward, fmt::format("published {} later", tell_distance(row_a, row_b))};
    if (is_before(row_b, row_a)) return {true, Direction::forward, fmt::format("published {} later", tell_distance(row_b, row_a))};
    if (!a_credited.empty() && !b_credited.empty()) return {false, Direction::unknown, "each names the other"};
    if (row_a.precision == DatePrecision::none || row_b.precision == DatePrecision::none) return {false, Direction::unknown, "undated"};
    return {false, Direction::unknown, "published at the same time, as far as the dates tell"};
}

ByteSpan find_bytes(const Annotation& annotation, const std::vector<std::uint32_t>& word_tokens, TokenSpan words) {
    return {annotation.tokens[word_tokens[words.begin]].begin, annotation.tokens[word_tokens[words.end - 1]].end};
}

// Fills in the bytes of all places, each document read once.
std::vector<std::pair<ByteSpan, ByteSpan>> find_places(const LinkContext& context, const std::vector<Match>& matches) {
    std::map<std::uint32_t, std::vector<std::size_t>> by_document;   // match * 2, + 1 for the place in b
    for (std::size_t m = 0; m < matches.size(); ++m) {
        by_document[matches[m].a].push_back(m * 2);
        by_document[matches[m].b].push_back(m * 2 + 1);
    }
    const std::vector<std::pair<std::uint32_t, std::vector<std::size_t>>> work(by_document.begin(), by_document.end());
    std::vector<std::pair<ByteSpan, ByteSpan>> places(matches.size());
    base::parallel_for(work.size(), context.threads, [&](std::size_t i) {
        const auto reading = context.load(context.documents[work[i].first].key);
        const std::vector<std::uint32_t> word_tokens = find_word_tokens(reading->annotation);
        for (const std::size_t m : work[i].second) {
            if (m % 2 == 0) {
                places[m / 2].first = find_bytes(reading->annotation, word_tokens, matches[m / 2].in_a);
            } else {
                places[m / 2].second = find_bytes(reading->annotation, word_tokens, matches[m / 2].in_b);
            }
        }
    });
    return places;
}

// One edge from each member of a copy group to the leader.
std::vector<Match> compare_within_copies(const LinkContext& context) {
    std::vector<Candidate> pairs;
    for (std::uint32_t i = 0; i < context.leaders.size(); ++i)
        if (context.leaders[i] != i) pairs.push_back({std::min(i, context.leaders[i]), std::max(i, context.leaders[i]), 0});
    return compare_pairs(context, pairs, compare_echoes);
}

}  // namespace

void find_echo_keys(const Digest& digest, std::vector<std::uint64_t>& keys) {
    for (const Fingerprint& fingerprint : digest.fingerprints) keys.push_back(fingerprint.hash);
}

void compare_echoes(const Digest& a, const Digest& b, std::vector<Match>& matches) {
    for (const Overlap& overlap : find_overlaps(a.words, a.fingerprints, b.words, b.fingerprints)) {
        const auto longer = std::max(overlap.in_a.size(), overlap.in_b.size());
        if (!says_something(std::span(a.words).subspan(overlap.in_a.begin, overlap.in_a.size()))) continue;
        if (!says_something(std::span(b.words).subspan(overlap.in_b.begin, overlap.in_b.size()))) continue;
        const float share = static_cast<float>(overlap.same) / static_cast<float>(longer);
        matches.push_back({0, 0, overlap.in_a, overlap.in_b, longer, overlap.same, share});
    }
}

void group_echoes(LinkContext& context, std::vector<Match> matches, Linked& linked) {
    drop_chance_echoes(context, matches);
    const std::vector<Match> within = compare_within_copies(context);
    matches.insert(matches.end(), within.begin(), within.end());
    std::sort(matches.begin(), matches.end(), [](const Match& x, const Match& y) {
        return std::tuple(x.a, x.b, x.in_a.begin, x.in_b.begin) < std::tuple(y.a, y.b, y.in_a.begin, y.in_b.begin);
    });
    const auto places = find_places(context, matches);
    Course course;
    for (std::size_t m = 0; m < matches.size(); ++m) {
        const Match& match = matches[m];
        if (m == 0 || matches[m - 1].a != match.a || matches[m - 1].b != match.b) course = find_course(context, match.a, match.b);
        const Passage in_a{context.documents[match.a].key, places[m].first, kNone};
        const Passage in_b{context.documents[match.b].key, places[m].second, kNone};
        const auto& [from, to] = course.turned ? std::tie(in_b, in_a) : std::tie(in_a, in_b);
        linked.links.push_back({LinkKind::echo, from, to, course.direction, match.words, match.same, course.why, match.score});
    }
}

}  // namespace firsthand::link
