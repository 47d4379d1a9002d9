// How many separate ways the same words, or the same story, came in.
//
// Each article is one way until evidence merges it with another. Certain: one printed text, one relay named for the same
// words, an article that credits the other's outlet for them. Likely: the same words of the same speaker without any relay
// (ten reporters at one press conference are ten witnesses of one origin); in a story also a saying or a long passage in
// common, one outlet, and an article in which nothing shows reporting of its own: missing evidence is no independence.
// Tested by stories_test.cc and utterances_test.cc; docs/decisions/004-independent-origins.md.
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

// People who tell what others said are no relays of the article: they speak in it themselves.
void note_relays(const Reading& reading, const Attribution& attribution, const People& people, std::vector<Relayed>& relayed) {
    for (const EntityId relay : attribution.relays)
        if (attribution.parent == kNone || reading.entities[relay - 1].kind == EntityKind::outlet) relayed.push_back({people.number(reading.key, relay), people.name(reading, relay)});
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
        std::map<std::string, std::size_t> first_of_article;
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
            merge_versions(reading.document, m, first_of_article, ledger);
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

    // Strong evidence first, then weak: so the order of the articles decides nothing.
    Assessment weigh_story(const Group& group, const std::vector<const Link*>& echoes, const std::vector<const Group*>& sayings) {
        Assessment assessment{.kind = LinkKind::story, .group = group.id};
        Ledger ledger(group.members.size());
        Articles articles;
        std::map<std::uint32_t, std::size_t> first_of_copy;
        std::map<std::string, std::size_t> first_of_article;
        for (std::size_t m = 0; m < group.members.size(); ++m) {
            articles.readings.push_back(evidence_.load(group.members[m].document));
            articles.place.emplace(group.members[m].document, m);
            articles.relays.push_back(main_relays(*articles.readings[m]));
            for (const Relayed& relay : articles.relays[m]) keep_relay(*articles.readings[m], relay, group.members[m], assessment);
            merge_copies(group.members[m].document, m, first_of_copy, ledger);
            merge_versions(articles.readings[m]->document, m, first_of_article, ledger);
        }
        merge_outlets(articles, ledger);
        for (const Link* echo : echoes) merge_echo(*echo, articles, ledger);
        std::set<std::pair<DocumentKey, std::uint32_t>> shared;  // attributions whose words another text carries
        for (const Group* saying : sayings) note_shared(*saying, articles, ledger, shared);
        for (std::size_t m = 0; m < articles.readings.size(); ++m)
            if (shows_own_reporting(*articles.readings[m], shared)) ledger.hold_apart(m);
        for (const Group* saying : sayings) merge_saying(*saying, articles, ledger);
        merge_relays(articles, ledger);
        merge_silent(articles, ledger);
        assessment.independent = ledger.interval();
        return assessment;
    }

  private:
    // The articles of one story, by their place in it.
    struct Articles {
        std::vector<std::shared_ptr<const Reading>> readings;
        std::vector<std::vector<Relayed>> relays;
        std::map<DocumentKey, std::size_t> place;
    };

    // Two articles of one outlet, and articles that rest on another one of the story.
    static void merge_outlets(const Articles& articles, Ledger& ledger) {
        std::map<std::string, std::size_t> first_of_outlet;
        for (std::size_t m = 0; m < articles.readings.size(); ++m) {
            const std::string outlet = lexicon::fold_outlet(articles.readings[m]->document.outlet);
            if (outlet.empty()) continue;
            const auto [found, fresh] = first_of_outlet.try_emplace(outlet, m);
            if (!fresh) ledger.merge(found->second, m, Certainty::likely, fmt::format("two articles of {}", articles.readings[m]->document.outlet));
        }
        for (std::size_t m = 0; m < articles.readings.size(); ++m)
            for (const Relayed& relay : articles.relays[m]) {
                const auto source = first_of_outlet.find(lexicon::fold_outlet(relay.name));
                if (!relay.main || source == first_of_outlet.end() || source->second == m) continue;
                ledger.merge(source->second, m, Certainty::likely,
                             fmt::format("{} credits {}, which is another of the articles", call_document(articles.readings[m]->document), relay.name));
            }
    }

    static void merge_echo(const Link& echo, const Articles& articles, Ledger& ledger) {
        const auto a = articles.place.find(echo.from.document);
        const auto b = articles.place.find(echo.to.document);
        if (a == articles.place.end() || b == articles.place.end() || echo.same < kLongEcho) return;
        const auto [first, second] = std::minmax({a->second, b->second});
        ledger.merge(first, second, Certainty::likely,
                     fmt::format("{} and {} have long passages word for word in common", call_document(articles.readings[first]->document),
                                 call_document(articles.readings[second]->document)));
    }

    static void merge_relays(const Articles& articles, Ledger& ledger) {
        std::map<std::uint64_t, std::size_t> first_of_relay;
        for (std::size_t m = 0; m < articles.readings.size(); ++m)
            for (const Relayed& relay : articles.relays[m]) {
                if (!relay.main) continue;
                const auto [found, fresh] = first_of_relay.try_emplace(relay.number, m);
                if (!fresh) ledger.merge_weakly(found->second, m, fmt::format("both rest on what {} reports", relay.name));
            }
    }

    // Missing evidence is no independence: what shows nothing of its own, and rests on no relay, is perhaps one with the first
    // article that does.
    static void merge_silent(const Articles& articles, Ledger& ledger) {
        const std::size_t count = articles.readings.size();
        const auto rests = [&](std::size_t m) { return std::any_of(articles.relays[m].begin(), articles.relays[m].end(), [](const Relayed& relay) { return relay.main; }); };
        std::size_t first = 0;
        while (first < count && !ledger.is_held_apart(first)) ++first;
        if (first == count)
            for (first = 0; first < count && !rests(first);) ++first;
        if (first == count) first = 0;
        for (std::size_t m = 0; m < count; ++m)
            if (m != first && !rests(m) && !ledger.is_held_apart(m))
                ledger.merge_weakly(first, m, fmt::format("nothing in {} shows reporting of its own", call_document(articles.readings[m]->document)));
    }

    void merge_copies(DocumentKey document, std::size_t entry, std::map<std::uint32_t, std::size_t>& first_of_copy, Ledger& ledger) {
        const auto copy = copy_of_.find(document);
        if (copy == copy_of_.end()) return;
        const auto [found, fresh] = first_of_copy.try_emplace(copy->second, entry);
        if (!fresh) ledger.merge(found->second, entry, Certainty::certain, text_reason(evidence_.copies[copy->second]));
    }

    // What stands under one address is one article, however it was changed.
    static void merge_versions(const Document& document, std::size_t entry, std::map<std::string, std::size_t>& first_of_article, Ledger& ledger) {
        if (document.canonical_url.empty()) return;
        const auto [found, fresh] = first_of_article.try_emplace(document.canonical_url, entry);
        if (!fresh) ledger.merge(found->second, entry, Certainty::certain, "two versions of one article");
    }

    // Words that different texts of the story carry; copies of one text and versions of one article are one.
    static void note_shared(const Group& saying, const Articles& articles, const Ledger& ledger, std::set<std::pair<DocumentKey, std::uint32_t>>& shared) {
        std::set<std::size_t> texts;
        for (const Passage& member : saying.members)
            if (const auto here = articles.place.find(member.document); here != articles.place.end()) texts.insert(ledger.root(here->second));
        if (texts.size() < 2) return;
        for (const Passage& member : saying.members)
            if (articles.place.contains(member.document)) shared.emplace(member.document, member.item);
    }

    // Articles that quote one saying took it from one mouth; where both show more of their own they stay apart.
    static void merge_saying(const Group& saying, const Articles& articles, Ledger& ledger) {
        std::size_t first = articles.readings.size();
        for (const Passage& member : saying.members) {
            const auto here = articles.place.find(member.document);
            if (here == articles.place.end()) continue;
            if (first == articles.readings.size()) first = here->second;
            if (first == here->second) continue;
            ledger.merge_weakly(first, here->second,
                                fmt::format("{} and {} quote the same words", call_document(articles.readings[first]->document), call_document(articles.readings[here->second]->document)));
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
        const std::string own = lexicon::fold_outlet(reading.document.outlet);
        std::vector<Relayed> each;
        for (Relayed& relay : relayed) {
            if (counts[relay.number] == 0) continue;             // had its turn
            relay.main = counts[relay.number] >= kMainRelay || counts[relay.number] * 3 >= reading.attributions.size();
            counts[relay.number] = 0;
            if (lexicon::fold_outlet(relay.name) == own) continue;   // "The Beacon has learned", in it
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
