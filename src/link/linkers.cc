// One row a linker. Rules were chosen by measurement: docs/decisions/. Tested by link_test.cc.
#include "link/linkers.h"

#include <algorithm>

#include "base/threads.h"

namespace firsthand::link {

namespace {

constexpr CandidateRule kCopyRule{.least_shared = 2, .least_share = 0.3F, .most_documents = 40, .hubs = 4};
constexpr CandidateRule kEchoRule{.least_shared = 2, .most_documents = 50, .copies = Copies::one_each};
constexpr CandidateRule kUtteranceRule{.least_shared = 2, .most_documents = 60, .copies = Copies::one_each};

constexpr Linker kLinkers[] = {
    {"copies", LinkKind::copy, "articles that print one text", kCopyRule, find_copy_keys, compare_copies, group_copies},
    {"stories", LinkKind::story, "articles about one event", {}, nullptr, nullptr, group_stories},
    {"entities", LinkKind::entity, "one person, organisation or outlet over several articles", {}, nullptr, nullptr, group_entities},
    {"echoes", LinkKind::echo, "passages that repeat another article's words", kEchoRule, find_echo_keys, compare_echoes, group_echoes},
    {"utterances", LinkKind::utterance, "quotations of one saying", kUtteranceRule, find_utterance_keys, compare_utterances, group_utterances},
    {"claims", LinkKind::claim, "statements that several articles report", {}, nullptr, nullptr, group_claims},
};

}  // namespace

std::span<const Linker> linkers() { return kLinkers; }

std::vector<Match> compare_pairs(const LinkContext& context, std::span<const Candidate> pairs, void (*compare)(const Digest&, const Digest&, std::vector<Match>&)) {
    constexpr std::size_t kPairsAtOnce = 256;
    std::vector<std::vector<Match>> slots((pairs.size() + kPairsAtOnce - 1) / kPairsAtOnce);
    base::parallel_for(slots.size(), context.threads, [&](std::size_t slot) {
        std::vector<Match> matches;
        for (const Candidate& pair : pairs.subspan(slot * kPairsAtOnce, std::min(kPairsAtOnce, pairs.size() - slot * kPairsAtOnce))) {
            matches.clear();
            compare(*context.digests.get(pair.a), *context.digests.get(pair.b), matches);
            for (Match& match : matches) {
                match.a = pair.a;
                match.b = pair.b;
                slots[slot].push_back(match);
            }
        }
    });
    std::vector<Match> all;
    for (const auto& slot : slots) all.insert(all.end(), slot.begin(), slot.end());
    return all;
}

}  // namespace firsthand::link
