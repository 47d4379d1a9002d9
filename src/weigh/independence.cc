// How many separate ways the same words, or the same story, came in.
//
// Each article is one way until evidence merges it with another. Certain: one printed text, one relay named for the same
// words, an article that credits the other's outlet for them. Likely: the same words of the same speaker without any relay
// (ten reporters at one press conference are ten witnesses of one origin); in a story also a saying or a long passage in
// common, one outlet, and an article in which nothing shows reporting of its own: missing evidence is no independence.
// Tested by weigh_test.cc; docs/decisions/004-independent-origins.md.
#include <algorithm>
#include <map>
#include <set>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

#include "lexicon/outlets.h"
#include "weigh/ledger.h"
#include "weigh/people.h"
#include "weigh/weigh.h"

namespace firsthand::weigh {

namespace {

constexpr std::size_t kMainRelay = 3;              // attributions through one relay, or a third of them, make an article rest on it
constexpr std::uint32_t kLongEcho = 25;            // words in common that hardly anybody writes twice

using GroupOf = boost::unordered_flat_map<DocumentKey, std::uint32_t>;

GroupOf index_groups(const std::vector<Group>& groups) {
    GroupOf index;
    for (std::uint32_t g = 0; g < groups.size(); ++g)
        for (const Passage& member : groups[g].members) index.emplace(member.document, g);
    return index;
}

std::string text_reason(const Group& copies) {
    return copies.credit.empty() ? "the articles print one text" : fmt::format("the articles print one text, credited to {}", copies.credit);
}

// The outlet that an attribution's words came through, nearest to the article; 0 none.
struct Relayed {
    std::uint64_t number = 0;
    std::string name;
    bool main = false;
};

void note_relays(const Reading& reading, const Attribution& attribution, const People& people, std::vector<Relayed>& relayed) {
    for (const EntityId relay : attribution.relays) relayed.push_back({people.number(reading.key, relay), people.name(reading, relay)});
    if (attribution.speaker != kNobody && reading.entities[attribution.speaker - 1].kind == EntityKind::outlet)
        relayed.push_back({people.number(reading.key, attribution.speaker), people.name(reading, attribution.speaker)});
}

class Weigher {
  public:
    explicit Weigher(const Evidence& evidence) : evidence_(evidence), people_(evidence.entities), copy_of_(index_groups(evidence.copies)) {}

    Assessment weigh_utterance(const Group& group) {
        Assessment assessment{.kind = LinkKind::utterance, .group = group.id};
        Ledger ledger(group.members.size());
        std::map<std::uint32_t, std::size_t> first_of_copy;
        std::map<std::uint64_t, std::size_t> first_of_relay;
        std::map<std::string, std::size_t> first_of_outlet;
        std::map<DocumentKey, std::size_t> first_of_document;
        std::vector<std::shared_ptr<const Reading>> readings;
        for (const Passage& member : group.members) readings.push_back(evidence_.load(member.document));
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            const std::string outlet = lexicon::fold_outlet(readings[m]->document.outlet);
            if (!outlet.empty()) first_of_outlet.try_emplace(outlet, m);
        }
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            const Reading& reading = *readings[m];
            const auto [again, first_time] = first_of_document.try_emplace(reading.key, m);
            if (!first_time) ledger.merge(again->second, m, Certainty::certain, "one article prints the words twice");
            merge_copies(group.members[m].document, m, first_of_copy, ledger);
            if (group.members[m].item >= reading.attributions.size()) continue;
            std::vector<Relayed> relayed;
            note_relays(reading, reading.attributions[group.members[m].item], people_, relayed);
            for (const Relayed& relay : relayed) {
                keep_relay(reading, relay, group.members[m], assessment);
                const auto [found, fresh] = first_of_relay.try_emplace(relay.number, m);
                if (!fresh) ledger.merge(found->second, m, Certainty::certain, fmt::format("both took the words from {}", relay.name));
                const auto source = first_of_outlet.find(lexicon::fold_outlet(relay.name));
                if (source != first_of_outlet.end() && source->second != m) ledger.merge(source->second, m, Certainty::certain, fmt::format("it credits {}, which is one of the articles", relay.name));
            }
        }
        for (std::size_t m = 1; m < group.members.size(); ++m) ledger.merge(0, m, Certainty::likely, "the same words, said once and heard by several, or copied");
        assessment.independent = ledger.interval();
        return assessment;
    }

    Assessment weigh_story(const Group& group, const std::vector<const Link*>& echoes, const std::vector<const Group*>& sayings) {
        Assessment assessment{.kind = LinkKind::story, .group = group.id};
        Ledger ledger(group.members.size());
        std::map<std::uint32_t, std::size_t> first_of_copy;
        std::map<std::uint64_t, std::size_t> first_of_relay;
        std::map<std::string, std::size_t> first_of_outlet;
        std::map<DocumentKey, std::size_t> place;
        std::vector<std::shared_ptr<const Reading>> readings;
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            readings.push_back(evidence_.load(group.members[m].document));
            place.emplace(group.members[m].document, m);
            merge_copies(group.members[m].document, m, first_of_copy, ledger);
        }
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            const std::string outlet = lexicon::fold_outlet(readings[m]->document.outlet);
            if (outlet.empty()) continue;
            const auto [found, fresh] = first_of_outlet.try_emplace(outlet, m);
            if (!fresh) ledger.merge(found->second, m, Certainty::likely, fmt::format("two articles of {}", readings[m]->document.outlet));
        }
        std::set<std::pair<DocumentKey, std::uint32_t>> shared;  // attributions whose words another article carries
        for (const Group* saying : sayings) note_shared(*saying, place, shared);
        std::vector<bool> own(readings.size());                 // which texts show reporting of their own; a cut copy is its whole
        for (std::size_t m = 0; m < readings.size(); ++m)
            if (shows_own_reporting(*readings[m], shared)) own[ledger.root(m)] = true;
        for (std::size_t m = 0; m < readings.size(); ++m) own[m] = own[ledger.root(m)];
        for (const Group* saying : sayings) merge_saying(*saying, place, readings, own, ledger);
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            for (const Relayed& relay : main_relays(*readings[m])) {
                keep_relay(*readings[m], relay, group.members[m], assessment);
                if (!relay.main) continue;
                const auto [found, fresh] = first_of_relay.try_emplace(relay.number, m);
                if (!fresh && found->second != m && !(own[found->second] && own[m])) ledger.merge(found->second, m, Certainty::likely, fmt::format("both rest on what {} reports", relay.name));
                const auto source = first_of_outlet.find(lexicon::fold_outlet(relay.name));
                if (source != first_of_outlet.end() && source->second != m)
                    ledger.merge(source->second, m, Certainty::likely, fmt::format("{} credits {}, which is another of the articles", call_document(readings[m]->document), relay.name));
            }
        }
        for (const Link* echo : echoes) {
            const auto a = place.find(echo->from.document);
            const auto b = place.find(echo->to.document);
            if (a == place.end() || b == place.end() || echo->same < kLongEcho) continue;
            const auto [first, second] = std::minmax({a->second, b->second});
            ledger.merge(first, second, Certainty::likely,
                         fmt::format("{} and {} have long passages word for word in common", call_document(readings[first]->document), call_document(readings[second]->document)));
        }
        for (std::size_t m = 1; m < group.members.size(); ++m)
            if (!own[m]) ledger.merge(0, m, Certainty::likely, fmt::format("nothing in {} shows reporting of its own", call_document(readings[m]->document)));
        assessment.independent = ledger.interval();
        return assessment;
    }

  private:
    void merge_copies(DocumentKey document, std::size_t entry, std::map<std::uint32_t, std::size_t>& first_of_copy, Ledger& ledger) {
        const auto copy = copy_of_.find(document);
        if (copy == copy_of_.end()) return;
        const auto [found, fresh] = first_of_copy.try_emplace(copy->second, entry);
        if (!fresh) ledger.merge(found->second, entry, Certainty::certain, text_reason(evidence_.copies[copy->second]));
    }

    // Words that different texts of the story carry; copies of one text are one.
    void note_shared(const Group& saying, const std::map<DocumentKey, std::size_t>& place, std::set<std::pair<DocumentKey, std::uint32_t>>& shared) const {
        std::set<std::uint32_t> texts;
        for (const Passage& member : saying.members)
            if (const auto copy = copy_of_.find(member.document); place.contains(member.document) && copy != copy_of_.end()) texts.insert(copy->second);
        if (texts.size() < 2) return;
        for (const Passage& member : saying.members)
            if (place.contains(member.document)) shared.emplace(member.document, member.item);
    }

    // Articles that quote one saying took it from one mouth; where both show more of their own they stay apart.
    static void merge_saying(const Group& saying, const std::map<DocumentKey, std::size_t>& place, const std::vector<std::shared_ptr<const Reading>>& readings,
                             const std::vector<bool>& own, Ledger& ledger) {
        std::size_t first = place.size();
        for (const Passage& member : saying.members) {
            const auto here = place.find(member.document);
            if (here == place.end()) continue;
            if (first == place.size()) first = here->second;
            if (first == here->second || (own[first] && own[here->second])) continue;
            ledger.merge(first, here->second, Certainty::likely,
                         fmt::format("{} and {} quote the same words", call_document(readings[first]->document), call_document(readings[here->second]->document)));
        }
    }

    // Words that somebody named said to this article, and that no other article of the story carries.
    static bool shows_own_reporting(const Reading& reading, const std::set<std::pair<DocumentKey, std::uint32_t>>& shared) {
        for (std::uint32_t a = 0; a < reading.attributions.size(); ++a) {
            const Attribution& attribution = reading.attributions[a];
            if (attribution.speech != Speech::direct || attribution.speaker == kNobody || !attribution.relays.empty() || attribution.hand == Hand::retold) continue;
            const EntityKind kind = reading.entities[attribution.speaker - 1].kind;
            if ((kind == EntityKind::person || kind == EntityKind::unnamed) && !shared.contains({reading.key, a})) return true;
        }
        return false;
    }

    // All relays of an article; `main` those that a good part of its attributions came through.
    [[nodiscard]] std::vector<Relayed> main_relays(const Reading& reading) const {
        std::vector<Relayed> relayed;
        for (const Attribution& attribution : reading.attributions) note_relays(reading, attribution, people_, relayed);
        std::map<std::uint64_t, std::size_t> counts;
        for (const Relayed& relay : relayed) ++counts[relay.number];
        std::vector<Relayed> each;
        for (Relayed& relay : relayed) {
            if (counts[relay.number] == 0) continue;             // had its turn
            relay.main = counts[relay.number] >= kMainRelay || counts[relay.number] * 3 >= reading.attributions.size();
            counts[relay.number] = 0;
            each.push_back(std::move(relay));
        }
        return each;
    }

    // Each relay once, at its first member.
    void keep_relay(const Reading& reading, const Relayed& relay, const Passage& member, Assessment& assessment) const {
        for (const Passage& known : assessment.relays)
            if (people_.number(known.document, known.item) == relay.number) return;
        for (const Entity& entity : reading.entities)
            if (people_.number(reading.key, entity.id) == relay.number) {
                assessment.relays.push_back({member.document, entity.mentions.empty() ? ByteSpan{} : entity.mentions.front(), entity.id});
                return;
            }
    }

    const Evidence& evidence_;
    People people_;
    GroupOf copy_of_;
};

}  // namespace

std::vector<Assessment> weigh_utterances(const Evidence& evidence) {
    Weigher weigher(evidence);
    std::vector<Assessment> assessments;
    for (const Group& group : evidence.utterances) assessments.push_back(weigher.weigh_utterance(group));
    return assessments;
}

std::vector<Assessment> weigh_stories(const Evidence& evidence) {
    Weigher weigher(evidence);
    const GroupOf story_of = index_groups(evidence.stories);
    std::vector<std::vector<const Link*>> echoes(evidence.stories.size());
    for (const Link& echo : evidence.echoes) {
        const auto story = story_of.find(echo.from.document);
        if (story != story_of.end()) echoes[story->second].push_back(&echo);
    }
    std::vector<std::vector<const Group*>> sayings(evidence.stories.size());
    for (const Group& saying : evidence.utterances) {
        std::set<std::uint32_t> stories;
        for (const Passage& member : saying.members)
            if (const auto story = story_of.find(member.document); story != story_of.end()) stories.insert(story->second);
        for (const std::uint32_t story : stories) sayings[story].push_back(&saying);
    }
    std::vector<Assessment> assessments;
    for (std::size_t g = 0; g < evidence.stories.size(); ++g) assessments.push_back(weigher.weigh_story(evidence.stories[g], echoes[g], sayings[g]));
    return assessments;
}

}  // namespace firsthand::weigh
