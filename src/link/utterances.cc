// Utterances: quotations of one saying. Word 3-grams find the pairs, containment of the shorter in the longer verifies them
// (within one story also a word alignment), and each rendering keeps one fuller parent: the phrase graph of Leskovec,
// Backstrom and Kleinberg, "Meme-tracking and the Dynamics of the News Cycle" (2009), which cannot chain into monsters.
// Tested by utterances_test.cc.
#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/threads.h"
#include "base/utf8.h"
#include "lexicon/document_frequency.h"
#include "link/align.h"
#include "link/edits.h"
#include "link/linkers.h"

namespace firsthand::link {

namespace {

constexpr std::size_t kShortSaying = 4;            // words; its whole wording is a key of its own
constexpr float kLeastContainment = 0.5F;
constexpr float kLeastAligned = 0.65F;             // of the shorter one's words, for altered renderings within one story
constexpr std::uint32_t kLeastAlignedGrams = 3;
constexpr float kLeastAlignedContainment = 0.2F;   // of its 3-grams, for the same
constexpr std::uint32_t kLeastAcross = 8;          // words that both have, where nothing else says that it is one story
constexpr std::uint32_t kLeastWithin = 4;
constexpr float kLeastAcrossContent = 15.0F;       // summed rarity of the same words
constexpr float kLeastWithinContent = 7.0F;
constexpr float kMostWordRarity = 6.0F;
constexpr std::size_t kMostAlignedCells = 1U << 20U;
constexpr std::size_t kShortLabel = 200;

std::vector<std::uint32_t> list_words(const Digest& digest, const Saying& saying) {
    std::vector<std::uint32_t> words;
    words.reserve(saying.at.size());
    for (const std::uint32_t at : saying.at) words.push_back(digest.words[at]);
    return words;
}

// (saying of a, saying of b) -> grams that both have.
std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> count_shared_grams(std::span<const SayingGram> a, std::span<const SayingGram> b) {
    constexpr std::size_t kMostPairs = 256;                     // a phrase that both texts quote again and again says nothing
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared;
    join_by_hash(a, b, [&](std::span<const SayingGram> of_a, std::span<const SayingGram> of_b) {
        if (of_a.size() * of_b.size() > kMostPairs) return;
        for (const SayingGram& x : of_a)
            for (const SayingGram& y : of_b) ++shared[{x.saying, y.saying}];
    });
    return shared;
}

float weigh_words(const std::vector<std::uint32_t>& words, const std::vector<Block>& blocks) {
    float content = 0;
    for (const Block& block : blocks)
        for (std::uint32_t i = block.a; i < block.a + block.length; ++i) content += std::min(kMostWordRarity, lexicon::find_rarity(words[i]));
    return content;
}

// Whether a word alignment is worth its time.
bool is_alike_enough(float containment, std::uint32_t shared) {
    return containment > kLeastContainment || (shared >= kLeastAlignedGrams && containment >= kLeastAlignedContainment);
}

// One pair of sayings: fills the match and says whether they are one.
bool compare_sayings(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, float containment, Match& match) {
    const bool close = containment > kLeastContainment;
    if (a.size() * b.size() > kMostAlignedCells) return false;
    const std::vector<Block> blocks = align_words(a, b);
    std::uint32_t same = 0;
    for (const Block& block : blocks) same += block.length;
    const float aligned = static_cast<float>(same) / static_cast<float>(std::min(a.size(), b.size()));
    if (!close && aligned < kLeastAligned) return false;
    const float content = weigh_words(a, blocks);
    if (same < kLeastSayingWords || (same < kLeastWithin && content < 2 * kLeastWithinContent) || content < kLeastWithinContent) return false;
    match.words = static_cast<std::uint32_t>(std::max(a.size(), b.size()));
    match.same = same;
    // Above one half: alike enough even across stories. Below: within one story only.
    const bool anywhere = close && same >= kLeastAcross && content >= kLeastAcrossContent;
    match.score = anywhere ? 0.5F + containment / 2 : std::min(containment, aligned) / 2;
    return true;
}

bool is_anywhere(const Match& match) { return match.score > 0.5F; }

struct Node {
    std::uint32_t document = 0, saying = 0;
    std::uint32_t length = 0;                      // words
    friend bool operator==(const Node&, const Node&) = default;
};

// Fuller first, then the canonical order: a parent comes before its children.
bool is_fuller(const Node& a, const Node& b) { return std::tuple(b.length, a.document, a.saying) < std::tuple(a.length, b.document, b.saying); }

struct Branch {
    Node node, parent;                             // the parent of a root is the root
};

class PhraseGraph {
  public:
    PhraseGraph(const LinkContext& context, const std::vector<Match>& matches) : matches_(matches) {
        for (const Match& match : matches) {
            nodes_.push_back(make_node(context, match.a, match.in_a.begin));
            nodes_.push_back(make_node(context, match.b, match.in_b.begin));
        }
        std::sort(nodes_.begin(), nodes_.end(), is_fuller);
        nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
        choose_parents(context);
    }

    // The trees, each with its root first; nodes fuller first.
    [[nodiscard]] std::vector<std::vector<Branch>> list_trees() const {
        std::map<std::size_t, std::vector<Branch>> trees;
        std::vector<std::size_t> roots(nodes_.size());
        for (std::size_t n = 0; n < nodes_.size(); ++n) {
            roots[n] = parents_[n] == n ? n : roots[parents_[n]];
            trees[roots[n]].push_back({nodes_[n], nodes_[parents_[n]]});
        }
        std::vector<std::vector<Branch>> listed;
        for (auto& [root, members] : trees)
            if (members.size() > 1) listed.push_back(std::move(members));
        return listed;
    }
    // The matches that are kept, as (parent, child, match).
    [[nodiscard]] std::vector<std::tuple<Node, Node, const Match*>> list_edges() const {
        std::vector<std::tuple<Node, Node, const Match*>> edges;
        for (std::size_t n = 0; n < nodes_.size(); ++n)
            if (parents_[n] != n) edges.emplace_back(nodes_[parents_[n]], nodes_[n], best_[n]);
        return edges;
    }

  private:
    static Node make_node(const LinkContext& context, std::uint32_t document, std::uint32_t saying) {
        return {document, saying, static_cast<std::uint32_t>(context.digests.get(document)->sayings[saying].at.size())};
    }
    [[nodiscard]] std::size_t find_node(const Node& node) const {
        return static_cast<std::size_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node, is_fuller) - nodes_.begin());
    }

    // Equal renderings are one node of the graph, under the first of them; each such node keeps the most alike fuller one,
    // of equals the nearest in length.
    void choose_parents(const LinkContext& context) {
        parents_.resize(nodes_.size());
        best_.assign(nodes_.size(), nullptr);
        for (std::size_t n = 0; n < nodes_.size(); ++n) parents_[n] = n;
        std::vector<std::pair<std::size_t, std::size_t>> ends;
        for (const Match& match : matches_) {
            ends.emplace_back(find_node(make_node(context, match.a, match.in_a.begin)), find_node(make_node(context, match.b, match.in_b.begin)));
            if (match.same == match.words) join_equal(ends.back().first, ends.back().second);
        }
        std::vector<std::size_t> firsts(nodes_.size());
        for (std::size_t n = 0; n < nodes_.size(); ++n) firsts[n] = parents_[n] = parents_[n] == n ? n : firsts[parents_[n]];
        for (std::size_t m = 0; m < matches_.size(); ++m) {
            const Match& match = matches_[m];
            const auto [parent, child] = std::minmax({firsts[ends[m].first], firsts[ends[m].second]});
            if (parent == child) {
                for (const std::size_t n : {ends[m].first, ends[m].second})
                    if (n != parent && best_[n] == nullptr) best_[n] = &match;
                continue;
            }
            const bool better = best_[child] == nullptr || match.score > best_[child]->score || (match.score == best_[child]->score && parent > parents_[child]);
            if (!better) continue;
            parents_[child] = parent;
            best_[child] = &match;
        }
    }
    // Union-find under the smaller index.
    void join_equal(std::size_t a, std::size_t b) {
        const auto find = [&](std::size_t n) {
            while (parents_[n] != n) n = parents_[n] = parents_[parents_[n]];
            return n;
        };
        const auto [first, second] = std::minmax({find(a), find(b)});
        parents_[second] = first;
    }

    const std::vector<Match>& matches_;
    std::vector<Node> nodes_;                      // fuller first
    std::vector<std::size_t> parents_;             // itself: a root
    std::vector<const Match*> best_;
};

// Members of copy groups against their leader, and each document against itself: the candidates leave these out.
std::vector<Match> compare_within(const LinkContext& context) {
    std::vector<Candidate> pairs;
    for (std::uint32_t i = 0; i < context.documents.size(); ++i) {
        pairs.push_back({i, i, 0});
        if (context.leaders[i] != i) pairs.push_back({std::min(i, context.leaders[i]), std::max(i, context.leaders[i]), 0});
    }
    std::vector<Match> matches = compare_pairs(context, pairs, compare_utterances);
    // One article: another place only, and not a saying inside a saying.
    std::erase_if(matches, [&](const Match& match) {
        if (match.a != match.b) return false;
        const auto digest = context.digests.get(match.a);
        return match.in_a.begin >= match.in_b.begin || match.same < kLeastWithin ||
               overlap(digest->sayings[match.in_a.begin].span, digest->sayings[match.in_b.begin].span);
    });
    return matches;
}

Passage find_place(const LinkContext& context, const Node& node) {
    const auto digest = context.digests.get(node.document);
    return {digest->key, digest->sayings[node.saying].span, digest->sayings[node.saying].attribution};
}

Rendering find_rendering(const LinkContext& context, const Node& node, const Reading& reading) {
    const auto digest = context.digests.get(node.document);
    return make_rendering(reading, find_word_tokens(reading.annotation), digest->sayings[node.saying].at);
}

// Whether two renderings have enough words in common to speak of edits: half of the shorter one's.
bool is_comparable(const Rendering& whole, const Rendering& part) {
    std::size_t changed = 0;
    for (const Change& change : find_changes(whole, part)) changed += change.to.size();
    return changed * 2 <= part.words.size();
}

std::size_t count_documents(const std::vector<Branch>& members) {
    std::size_t count = 1;
    for (std::size_t m = 1; m < members.size(); ++m) count += members[m].node.document != members[m - 1].node.document ? 1 : 0;
    return count;
}

// To whom renderings are credited, over all documents. Only unnamed sources are held against one another: that two named people
// are given one saying is far more often a speaker that was misread than a credit that was changed.
class Credits {
  public:
    explicit Credits(const Linked& linked) {
        for (const Group& group : linked.groups) {
            if (group.kind != LinkKind::entity) continue;
            for (const Passage& member : group.members) group_of_.emplace(base::combine(member.document, member.item), &group);
        }
    }
    // "credited to X in one, to Y in the other": where both say who it is, surely, and it cannot be one and the same.
    [[nodiscard]] std::optional<Edit> compare(const Reading& from, const Attribution* one, const Reading& to, const Attribution* other) const {
        if (one == nullptr || other == nullptr || one->speaker == kNobody || other->speaker == kNobody || std::min(one->score, other->score) < kSureCredit) return std::nullopt;
        const Entity &a = from.entities[one->speaker - 1], &b = to.entities[other->speaker - 1];
        if (a.kind != EntityKind::unnamed || b.kind != EntityKind::unnamed) return std::nullopt;
        const std::string_view name_a = name_of(from, a), name_b = name_of(to, b);
        if (is_one_group(from, a, to, b) || share_rare_word(name_a, name_b)) return std::nullopt;
        return Edit{0, 0, EditKind::speaker, std::string(name_a), std::string(name_b)};
    }

  private:
    static constexpr float kSureCredit = 0.7F, kRareWord = 2.0F;
    [[nodiscard]] const Group* group_of(const Reading& reading, const Entity& entity) const {
        const auto found = group_of_.find(base::combine(reading.key, entity.id));
        return found == group_of_.end() ? nullptr : found->second;
    }
    [[nodiscard]] bool is_one_group(const Reading& from, const Entity& a, const Reading& to, const Entity& b) const {
        const Group* group = group_of(from, a);
        return (from.key == to.key && a.id == b.id) || (group != nullptr && group == group_of(to, b));
    }
    [[nodiscard]] std::string_view name_of(const Reading& reading, const Entity& entity) const {
        const Group* group = group_of(reading, entity);
        return group == nullptr ? entity.name : group->label;
    }
    // A surname, or what two unnamed sources are called: not to be told apart by that.
    static bool share_rare_word(std::string_view a, std::string_view b) {
        const auto list = [](std::string_view name) {
            std::vector<std::uint32_t> words;
            const std::string folded = base::fold(name);
            for (std::size_t begin = 0; begin < folded.size();) {
                const std::size_t end = std::min(folded.find_first_of(" .,", begin), folded.size());
                if (end > begin) words.push_back(base::hash_word(std::string_view(folded).substr(begin, end - begin)));
                begin = end + 1;
            }
            return words;
        };
        const std::vector<std::uint32_t> of_a = list(a), of_b = list(b);
        return of_a == of_b || std::any_of(of_a.begin(), of_a.end(), [&](std::uint32_t word) { return lexicon::find_rarity(word) >= kRareWord && std::find(of_b.begin(), of_b.end(), word) != of_b.end(); });
    }

    boost::unordered_flat_map<std::uint64_t, const Group*> group_of_;
};

// Members in the order of their documents and places, with form and edits against the fullest one, or against their parent
// where they have too little in common with the fullest: two halves of a saying go together through the whole.
Group describe_group(const LinkContext& context, const Credits& credits, std::vector<Branch> members) {
    const Node fullest = members.front().node;
    std::sort(members.begin(), members.end(), [](const Branch& a, const Branch& b) { return std::tie(a.node.document, a.node.saying) < std::tie(b.node.document, b.node.saying); });
    std::vector<std::shared_ptr<const Reading>> readings;       // keep the texts of the renderings
    std::vector<Rendering> renderings;
    const auto find_member = [&](const Node& node) {
        return static_cast<std::uint32_t>(std::find_if(members.begin(), members.end(), [&](const Branch& branch) { return branch.node == node; }) - members.begin());
    };
    Group group;
    const auto credit_of = [&](std::uint32_t m) {
        const std::uint32_t item = group.members[m].item;
        return item < readings[m]->attributions.size() ? &readings[m]->attributions[item] : nullptr;
    };
    group.kind = LinkKind::utterance;
    for (const Branch& member : members) {
        readings.push_back(context.load(context.documents[member.node.document].key));
        renderings.push_back(find_rendering(context, member.node, *readings.back()));
        group.members.push_back(find_place(context, member.node));
    }
    const std::uint32_t whole = find_member(fullest);
    group.label = base::shorten(base::squeeze(slice(readings[whole]->document.text, group.members[whole].span)), kShortLabel);
    for (std::uint32_t m = 0; m < members.size(); ++m) {
        const std::uint32_t from = is_comparable(renderings[whole], renderings[m]) ? whole : find_member(members[m].parent);
        group.forms.push_back(find_form(renderings[from], renderings[m]));
        if (from != whole && group.forms.back() == Form::verbatim) group.forms.back() = Form::trimmed;   // like its parent, which is not the whole
        for (Edit& edit : find_edits(renderings[from], renderings[m])) {
            edit.from = from;
            edit.to = m;
            group.edits.push_back(std::move(edit));
        }
        if (auto credit = credits.compare(*readings[from], credit_of(from), *readings[m], credit_of(m))) {
            credit->from = from;
            credit->to = m;
            group.edits.push_back(std::move(*credit));
        }
    }
    group.id = "utterance-" + base::short_hex(base::combine(group.members.front().document, group.members.front().span.begin));
    const std::size_t documents = count_documents(members);
    group.why = documents == 1 ? "the same words twice in one article" : fmt::format("the same words, or nearly, in {} articles", documents);
    return group;
}

Link describe_link(const LinkContext& context, const Node& parent, const Node& child, const Match& match) {
    Link link;
    link.kind = LinkKind::utterance;
    link.from = find_place(context, parent);
    link.to = find_place(context, child);
    link.words = match.words;
    link.same = match.same;
    link.score = match.score;
    link.why = fmt::format("{} of the shorter one's {} words stand in the fuller one, in order", match.same, child.length);
    return link;
}

}  // namespace

// Two keys must be shared: two 3-grams, or all of a short saying.
void find_utterance_keys(const Digest& digest, std::vector<std::uint64_t>& keys) {
    for (const SayingGram& gram : digest.saying_grams) keys.push_back(gram.hash);
    for (const Saying& saying : digest.sayings) {
        if (saying.at.size() > kShortSaying) continue;
        std::uint64_t whole = saying.at.size();
        for (const std::uint32_t at : saying.at) whole = base::combine(whole, digest.words[at]);
        keys.push_back(whole);
    }
}

void compare_utterances(const Digest& a, const Digest& b, std::vector<Match>& matches) {
    for (const auto& [pair, shared] : count_shared_grams(a.saying_grams, b.saying_grams)) {
        const Saying &one = a.sayings[pair.first], &other = b.sayings[pair.second];
        const float containment = static_cast<float>(shared) / static_cast<float>(std::min(one.grams, other.grams));
        if (!is_alike_enough(containment, shared)) continue;
        Match match;
        if (!compare_sayings(list_words(a, one), list_words(b, other), containment, match)) continue;
        match.in_a = {pair.first, pair.first + 1};
        match.in_b = {pair.second, pair.second + 1};
        matches.push_back(match);
    }
}

void group_utterances(LinkContext& context, std::vector<Match> matches, Linked& linked) {
    std::erase_if(matches, [&](const Match& match) { return !is_anywhere(match) && context.stories[match.a] != context.stories[match.b]; });
    const std::vector<Match> within = compare_within(context);
    matches.insert(matches.end(), within.begin(), within.end());
    const PhraseGraph graph(context, matches);
    const std::vector<std::vector<Branch>> trees = graph.list_trees();
    const Credits credits(linked);
    std::vector<Group> groups(trees.size());
    base::parallel_for(trees.size(), context.threads, [&](std::size_t t) { groups[t] = describe_group(context, credits, trees[t]); });
    const auto place = [&](const Passage& passage) { return std::tuple(context.place_of(passage.document), passage.span.begin, passage.item); };
    std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return place(a.members.front()) < place(b.members.front()); });
    linked.groups.insert(linked.groups.end(), std::make_move_iterator(groups.begin()), std::make_move_iterator(groups.end()));
    std::vector<Link> links;
    for (const auto& [parent, child, match] : graph.list_edges()) links.push_back(describe_link(context, parent, child, *match));
    std::sort(links.begin(), links.end(), [&](const Link& a, const Link& b) { return std::pair(place(a.from), place(a.to)) < std::pair(place(b.from), place(b.to)); });
    linked.links.insert(linked.links.end(), std::make_move_iterator(links.begin()), std::make_move_iterator(links.end()));
}

}  // namespace firsthand::link
