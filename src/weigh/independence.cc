// How many separate ways the same words, or the same story, came in.
//
// Each article is one way until evidence merges it with another. Certain: one printed text, one relay named for the same
// words, an article that credits the other's outlet. Likely: the same words of the same speaker without any relay (ten
// reporters at one press conference are ten witnesses of one origin), one relay named for some of the story's words, long
// passages in common. Tested by weigh_test.cc.
#include <algorithm>
#include <map>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

#include "base/utf8.h"
#include "weigh/ledger.h"
#include "weigh/people.h"
#include "weigh/weigh.h"

namespace firsthand::weigh {

namespace {

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
            const std::string outlet = base::fold(readings[m]->document.outlet);
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
                const auto source = first_of_outlet.find(base::fold(relay.name));
                if (source != first_of_outlet.end() && source->second != m) ledger.merge(source->second, m, Certainty::certain, fmt::format("it credits {}, which is one of the articles", relay.name));
            }
        }
        for (std::size_t m = 1; m < group.members.size(); ++m) ledger.merge(0, m, Certainty::likely, "the same words, said once and heard by several, or copied");
        assessment.independent = ledger.interval();
        return assessment;
    }

    Assessment weigh_story(const Group& group, const std::vector<const Link*>& echoes) {
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
            const std::string outlet = base::fold(readings[m]->document.outlet);
            if (!outlet.empty()) first_of_outlet.try_emplace(outlet, m);
        }
        for (std::size_t m = 0; m < group.members.size(); ++m) merge_copies(group.members[m].document, m, first_of_copy, ledger);
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            std::vector<Relayed> relayed;
            for (const Attribution& attribution : readings[m]->attributions) note_relays(*readings[m], attribution, people_, relayed);
            for (const Relayed& relay : relayed) {
                keep_relay(*readings[m], relay, group.members[m], assessment);
                const auto [found, fresh] = first_of_relay.try_emplace(relay.number, m);
                if (!fresh && found->second != m) ledger.merge(found->second, m, Certainty::likely, fmt::format("both pass on what {} reports", relay.name));
                const auto source = first_of_outlet.find(base::fold(relay.name));
                if (source != first_of_outlet.end() && source->second != m) ledger.merge(source->second, m, Certainty::likely, fmt::format("one credits {}, which is another of the articles", relay.name));
            }
        }
        for (const Link* echo : echoes) {
            const auto a = place.find(echo->from.document);
            const auto b = place.find(echo->to.document);
            if (a == place.end() || b == place.end() || echo->same < kLongEcho) continue;
            ledger.merge(std::min(a->second, b->second), std::max(a->second, b->second), Certainty::likely,
                         fmt::format("{} and {} have long passages word for word in common", call_document(readings[std::min(a->second, b->second)]->document),
                                     call_document(readings[std::max(a->second, b->second)]->document)));
        }
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
    std::vector<Assessment> assessments;
    for (std::size_t g = 0; g < evidence.stories.size(); ++g) assessments.push_back(weigher.weigh_story(evidence.stories[g], echoes[g]));
    return assessments;
}

}  // namespace firsthand::weigh
