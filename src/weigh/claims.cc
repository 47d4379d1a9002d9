// Positions on a claim, and the origins behind it, simply: each rendering of the claim's words is one position; its stance
// is to assert the words, or to pass them on where nobody is named: a "denied" before the words of a denial, or a "not" that
// a rendering lost, denies nothing. Its origin is its speaker, or an unnamed source through its relay. One saying was said
// once: the claim has the interval of its utterance, whatever names its renderings give the speaker. Tested by claims_test.cc.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "weigh/people.h"
#include "weigh/weigh.h"

namespace firsthand::weigh {

namespace {

OriginKind kind_of_origin(EntityKind kind) {
    switch (kind) {
        case EntityKind::unnamed: return OriginKind::unnamed_source;
        case EntityKind::outlet:
        case EntityKind::article: return OriginKind::outlet;
        case EntityKind::document: return OriginKind::document;
        case EntityKind::person:
        case EntityKind::organization:
        case EntityKind::place: return OriginKind::person;
    }
    return OriginKind::person;
}

// "utterance-1a2b" -> "1a2b".
std::string number_of(const std::string& group_id) { return group_id.substr(group_id.find('-') + 1); }

class ClaimWeigher {
  public:
    explicit ClaimWeigher(const Evidence& evidence) : evidence_(evidence), people_(evidence.entities) {}

    Assessment weigh(const Group& claim) {
        Assessment assessment{.kind = LinkKind::claim, .group = claim.id};
        std::map<std::uint64_t, std::uint32_t> origin_of;
        for (std::size_t m = 0; m < claim.members.size(); ++m) {
            const auto reading = evidence_.load(claim.members[m].document);
            if (claim.members[m].item >= reading->attributions.size()) continue;
            const Attribution& attribution = reading->attributions[claim.members[m].item];
            Position position = make_position(*reading, attribution, claim.members[m]);
            add_origin(*reading, attribution, position, origin_of, assessment);
            assessment.positions.push_back(position);
        }
        return assessment;
    }

  private:
    static Position make_position(const Reading& reading, const Attribution& attribution, const Passage& member) {
        Position position;
        position.document = reading.key;
        position.holder = attribution.speaker;
        position.chain = attribution.relays;
        if (attribution.speaker != kNobody) position.chain.push_back(attribution.speaker);
        position.stance = attribution.speaker == kNobody ? Stance::reports : Stance::asserts;
        position.hand = attribution.hand;
        position.evidence = attribution.content.front();
        position.attribution = member.item;
        position.score = attribution.score;
        return position;
    }

    // One origin for each speaker; unnamed sources by their relay.
    void add_origin(const Reading& reading, const Attribution& attribution, Position& position, std::map<std::uint64_t, std::uint32_t>& origin_of, Assessment& assessment) {
        if (attribution.speaker == kNobody) return;
        const Entity& speaker = reading.entities[attribution.speaker - 1];
        const EntityId relay = attribution.relays.empty() ? speaker.relay : attribution.relays.front();
        const bool through_relay = speaker.kind == EntityKind::unnamed && relay != kNobody;
        const std::uint64_t number = people_.number(reading.key, through_relay ? relay : attribution.speaker);
        const auto [found, fresh] = origin_of.try_emplace(number, static_cast<std::uint32_t>(assessment.origins.size()));
        if (fresh) {
            Origin origin;
            origin.kind = kind_of_origin(speaker.kind);
            origin.who = {reading.key, attribution.source.empty() ? ByteSpan{} : attribution.source.front(), attribution.speaker};
            origin.relay = relay;
            origin.first = reading.key;
            assessment.origins.push_back(std::move(origin));
        } else {
            Origin& origin = assessment.origins[found->second];
            const std::string reason = through_relay ? fmt::format("unnamed, through {} again", people_.name(reading, relay))
                                                     : fmt::format("{} again", people_.name(reading, attribution.speaker));
            if (std::find(origin.why.begin(), origin.why.end(), reason) == origin.why.end()) origin.why.push_back(reason);
        }
        position.origin = found->second;
    }

    const Evidence& evidence_;
    People people_;
};

}  // namespace

std::vector<Assessment> weigh_claims(const Evidence& evidence, const std::vector<Assessment>& utterances) {
    ClaimWeigher weigher(evidence);
    std::map<std::string, Interval> interval_of;               // of the utterance that a claim is: claim ids end alike
    for (const Assessment& utterance : utterances) interval_of.emplace(number_of(utterance.group), utterance.independent);
    std::vector<Assessment> assessments;
    for (const Group& claim : evidence.claims) {
        assessments.push_back(weigher.weigh(claim));
        if (const auto found = interval_of.find(number_of(claim.id)); found != interval_of.end() && !assessments.back().origins.empty())
            assessments.back().supporting = found->second;
    }
    return assessments;
}

}  // namespace firsthand::weigh
