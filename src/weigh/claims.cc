// Positions on a claim, and the origins behind it, simply: each rendering of the claim's words is one position; its stance
// comes from its cue ("denied", "doubted"); a "not" that it lost is drift, and shown there, no denial. Its origin is its
// speaker, or an unnamed source through its relay. Tested by weigh_test.cc.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/utf8.h"
#include "lexicon/cues.h"
#include "base/hash.h"
#include "weigh/ledger.h"
#include "weigh/people.h"
#include "weigh/weigh.h"

namespace firsthand::weigh {

namespace {

// Every word of a passage, folded.
template <typename Visit>
void each_word(std::string_view text, Visit visit) {
    std::string folded;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size()) {
            const base::Decoded d = base::decode(text, end);
            if (!base::is_letter(d.point) && !base::is_digit(d.point) && d.point != '\'' && d.point != 0x2019) break;
            end += d.size;
        }
        if (end > begin) {
            base::fold_word(text.substr(begin, end - begin), folded);
            visit(base::hash_word(folded));
        }
        begin = std::max(end, begin + base::decode(text, begin).size);
    }
}

Stance stance_of_cue(const Reading& reading, const Attribution& attribution) {
    Stance stance = Stance::asserts;
    for (const ByteSpan cue : attribution.cue)
        each_word(slice(reading.document.text, cue), [&](std::uint32_t word) {
            if (const lexicon::Cue* known = lexicon::find_cue(word)) stance = known->stance;
        });
    return stance;
}

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
        count(assessment);
        return assessment;
    }

  private:
    static Position make_position(const Reading& reading, const Attribution& attribution, const Passage& member) {
        Position position;
        position.document = reading.key;
        position.holder = attribution.speaker;
        position.chain = attribution.relays;
        if (attribution.speaker != kNobody) position.chain.push_back(attribution.speaker);
        position.stance = attribution.speaker == kNobody ? Stance::reports : stance_of_cue(reading, attribution);
        position.hand = attribution.hand;
        position.evidence = attribution.content.front();
        position.attribution = member.item;
        position.score = attribution.score;
        return position;
    }

    // One origin for each speaker; unnamed sources by their relay.
    void add_origin(const Reading& reading, const Attribution& attribution, Position& position, std::map<std::uint64_t, std::uint32_t>& origin_of, Assessment& assessment) {
        if (attribution.speaker == kNobody || position.stance == Stance::doubts) return;
        const Entity& speaker = reading.entities[attribution.speaker - 1];
        const EntityId relay = attribution.relays.empty() ? speaker.relay : attribution.relays.front();
        const bool through_relay = speaker.kind == EntityKind::unnamed && relay != kNobody;
        const std::uint64_t number = people_.number(reading.key, through_relay ? relay : attribution.speaker);
        const Side side = position.stance == Stance::denies ? Side::denies : position.stance == Stance::asserts ? Side::supports : Side::neither;
        const std::uint64_t key = number * 4 + static_cast<std::uint64_t>(side);
        const auto [found, fresh] = origin_of.try_emplace(key, static_cast<std::uint32_t>(assessment.origins.size()));
        if (fresh) {
            Origin origin;
            origin.kind = kind_of_origin(speaker.kind);
            origin.side = side;
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

    // high: each origin by itself; low: all unnamed sources without a relay are perhaps one of the others.
    static void count(Assessment& assessment) {
        for (const Side side : {Side::supports, Side::denies}) {
            Interval& interval = side == Side::supports ? assessment.supporting : assessment.denying;
            std::uint32_t unnamed = 0;
            for (const Origin& origin : assessment.origins) {
                if (origin.side != side) continue;
                ++interval.high;
                unnamed += origin.kind == OriginKind::unnamed_source ? 1 : 0;
            }
            interval.low = interval.high - (unnamed > 1 ? unnamed - 1 : 0);
            if (unnamed > 1) interval.why.push_back("perhaps one: unnamed sources are not shown to be different people");
        }
    }

    const Evidence& evidence_;
    People people_;
};

}  // namespace

std::vector<Assessment> weigh_claims(const Evidence& evidence) {
    ClaimWeigher weigher(evidence);
    std::vector<Assessment> assessments;
    for (const Group& claim : evidence.claims) assessments.push_back(weigher.weigh(claim));
    return assessments;
}

}  // namespace firsthand::weigh
