// Tested by tests/stages/chains_test.cc.
#include "extract/relays.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "lexicon/outlets.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

constexpr std::size_t kShortestEnd = 4;            // letters of a short name: "Post", "Ledger"
constexpr std::size_t kShortestBegin = 3;          // "NPR" of NPR Online News
constexpr std::size_t kMostLooked = 60;            // names looked back at for "the newspaper"
constexpr std::uint32_t kLongestAdverbial = 14;    // tokens between a preposition and its outlet

// Bodies that are told things without passing them on.
const lexicon::WordSet& authorities() {
    static const lexicon::WordSet words("police court courts committee subcommittee senate house congress parliament fbi cia nsa department ministry commission council board agency administration "
                                        "pentagon army navy office bureau un nations union party company inc corp university school bank nato eu white supreme district jury");
    return words;
}

bool is_suffix_of_outlets(std::string_view rest) {
    constexpr std::string_view kRests[] = {"news", "online", "onlinenews", "newsonline", "tv", "radio", "magazine", "digital"};
    return std::find(std::begin(kRests), std::end(kRests), rest) != std::end(kRests);
}

}  // namespace

RelayFinder::RelayFinder(const Document& document, const Annotation& annotation, const Names& names)
    : text_(document.text), annotation_(annotation), names_(names), phrases_(document.text, annotation.tokens, names) {
    // Not the article's own outlet, by its short name neither: "told the Ledger" in The Hollow Ledger.
    const std::string own = lexicon::fold_outlet(document.outlet);
    for (const Entity& named : names.entities) {
        const std::string folded = named.kind == EntityKind::outlet ? lexicon::fold_outlet(named.name) : "";
        const bool is_own = folded == own || (folded.size() >= kShortestEnd && own.ends_with(folded)) ||
                            (folded.size() >= kShortestBegin && own.starts_with(folded) && is_suffix_of_outlets(std::string_view(own).substr(folded.size())));
        may_relay_.push_back(named.kind == EntityKind::outlet && !is_own);
    }
}

std::vector<EntityId> RelayFinder::find(const Passing& passing) const {
    std::vector<EntityId> found;
    add_told(passing, found);
    if (found.empty()) add_adverbials(passing, found);
    if (found.empty() && !passing.source.empty()) add_desks(passing.source, found);
    return found;
}

EntityId RelayFinder::outlet_in(TokenSpan source) const {
    for (std::uint32_t i = source.begin; i < source.end; ++i)
        if (const EntityId id = outlet_at(i); id != kNobody) return id;
    return kNobody;
}

EntityId RelayFinder::outlet_at(std::uint32_t token) const {
    const std::uint32_t mention = names_.mention_at[token];
    return mention != 0 && is_relay(names_.mentions[mention - 1].entity) ? names_.mentions[mention - 1].entity : kNobody;
}

// Whoever is told something by name and is no authority may be an outlet that no list knows: "told Courthouse News Service".
EntityId RelayFinder::told_at(std::uint32_t token) const {
    if (const EntityId id = outlet_at(token); id != kNobody) return id;
    const std::uint32_t m = names_.mention_at[token];
    if (m == 0 || names_.entities[names_.mentions[m - 1].entity - 1].kind != EntityKind::organization) return kNobody;
    const NameMention& mention = names_.mentions[m - 1];
    if (lexicon::is_platform(annotation_.tokens[mention.tokens.begin].word)) return kNobody;
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i)
        if (authorities().contains(annotation_.tokens[i].word)) return kNobody;
    return mention.entity;
}

void RelayFinder::add(EntityId entity, std::vector<EntityId>& found) const {
    if (entity != kNobody && std::find(found.begin(), found.end(), entity) == found.end()) found.push_back(entity);
}

// "told the Mirror", "told CNN and People".
void RelayFinder::add_told(const Passing& passing, std::vector<EntityId>& found) const {
    for (std::uint32_t i = passing.to.begin; i < passing.to.end; ++i) add(told_at(i), found);
    if (found.empty() && is_the_outlet(passing.to)) add(outlet_before(passing.to.begin), found);
}

// "the newspaper", "the network"
bool RelayFinder::is_the_outlet(TokenSpan phrase) const {
    static const lexicon::WordSet kOutlets("newspaper paper magazine network outlet site website publication station broadcaster channel program programme show");
    return phrase.size() == 2 && annotation_.tokens[phrase.begin].word == base::hash_word("the") && kOutlets.contains(annotation_.tokens[phrase.begin + 1].word);
}
EntityId RelayFinder::outlet_before(std::uint32_t token) const {
    auto mention = std::partition_point(names_.mentions.begin(), names_.mentions.end(), [&](const NameMention& m) { return m.tokens.begin < token; });
    for (std::size_t looked = 0; mention != names_.mentions.begin() && looked < kMostLooked; ++looked)
        if (is_relay((--mention)->entity)) return mention->entity;
    return kNobody;
}

// In the sentence of the cue, outside of content and source: "in a statement to People", "speaking to TMZ", "on CNN’s State of
// the Union", "writes … for the Ledger", "was quoted by the Herald".
void RelayFinder::add_adverbials(const Passing& passing, std::vector<EntityId>& found) const {
    const TokenSpan anchor = !passing.cue.empty() ? passing.cue : passing.source;
    if (anchor.empty()) return;
    const auto inside = [&](std::uint32_t at) {
        if (at >= passing.source.begin && at < passing.source.end) return true;
        return std::any_of(passing.content.begin(), passing.content.end(), [&](TokenSpan span) { return at >= span.begin && at < span.end; });
    };
    const auto sentence = std::prev(std::upper_bound(annotation_.sentences.begin(), annotation_.sentences.end(), anchor.begin, [](std::uint32_t at, TokenSpan span) { return at < span.begin; }));
    for (std::uint32_t i = sentence->begin; i < sentence->end; ++i) {
        if (names_.mention_at[i] == 0 || inside(i)) continue;
        std::uint32_t begin = i;
        while (begin > sentence->begin && i - begin < kLongestAdverbial && !inside(begin - 1) && annotation_.tokens[begin - 1].kind != TokenKind::quote) --begin;
        if (outlet_at(i) != kNobody ? opens_adverbial(i, begin) : is_spoken_to(i, begin)) add(told_at(i), found);
    }
}

// A preposition that leads to an outlet stands right before it, over articles, adjectives and other outlets of a list.
bool RelayFinder::opens_adverbial(std::uint32_t token, std::uint32_t begin) const {
    static const lexicon::WordSet kLeads("to with by on via from in for at");
    static const lexicon::WordSet kThrough("the a an and his her their daily local magazine newspaper broadcaster programme program show podcast network");
    static const lexicon::WordSet kParts("issue edition episode broadcast pages airing cover");
    std::uint32_t i = names_.mentions[names_.mention_at[token] - 1].whole.begin;
    for (std::uint32_t steps = 0; i > begin && steps < 4; ++steps) {
        const std::uint32_t before = i - 1;
        if (kLeads.contains(annotation_.tokens[before].word)) return true;
        if (annotation_.tokens[before].word == base::hash_word("of")) return before > begin && kParts.contains(annotation_.tokens[before - 1].word);
        if (before > begin && phrases_.is_possessive(before) && lexicon::is_calendar(annotation_.tokens[before - 1].word)) {   // "on Thursday’s X"
            i = before - 1;
            continue;
        }
        if (names_.mention_at[before] != 0) {
            if (outlet_at(before) == kNobody) return false;
            i = names_.mentions[names_.mention_at[before] - 1].whole.begin;
        } else if (kThrough.contains(annotation_.tokens[before].word) || text_[annotation_.tokens[before].begin] == ',') {
            i = before;
        } else {
            return false;
        }
    }
    return false;
}

// "an interview with the Lower Mill Courier", "a statement to Kestrel TV": an outlet that no list knows.
bool RelayFinder::is_spoken_to(std::uint32_t token, std::uint32_t begin) const {
    static const lexicon::WordSet kWords("interview statement email e-mail comments remarks speaking"), kLeads("with to"), kThrough("the a an podcast show programme program");
    std::uint32_t i = names_.mentions[names_.mention_at[token] - 1].whole.begin;
    while (i > begin && kThrough.contains(annotation_.tokens[i - 1].word)) --i;
    return i > begin + 1 && kLeads.contains(annotation_.tokens[i - 1].word) && kWords.contains(annotation_.tokens[i - 2].word);
}

// Inside a source: "Joey Pell of Lower Mill Radio", "the Herald’s Ada Quill", "Ada Quill, Lower Mill Herald", "a source speaking to Page Six".
void RelayFinder::add_desks(TokenSpan source, std::vector<EntityId>& found) const {
    static const lexicon::WordSet kLeads("of at for from with to told");
    static const lexicon::WordSet kTaken("obtained seen reviewed published reported compiled conducted leaked viewed gathered posted");
    bool person = false;
    for (std::uint32_t i = source.begin; i < source.end; ++i)
        if (const std::uint32_t m = names_.mention_at[i]; m != 0) person = person || names_.entities[names_.mentions[m - 1].entity - 1].kind == EntityKind::person;
    bool told = false;
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
        told = told || annotation_.tokens[i].word == base::hash_word("speaking") || annotation_.tokens[i].word == base::hash_word("told");
        const EntityId outlet = outlet_at(i);
        if (outlet == kNobody) continue;
        const NameMention& mention = names_.mentions[names_.mention_at[i] - 1];
        std::uint32_t before = mention.whole.begin;
        while (before > source.begin && annotation_.tokens[before - 1].word == base::hash_word("the")) --before;
        const bool led = before > source.begin && (kLeads.contains(annotation_.tokens[before - 1].word) || text_[annotation_.tokens[before - 1].begin] == ',');
        const bool taken = before > source.begin + 1 && annotation_.tokens[before - 1].word == base::hash_word("by") && kTaken.contains(annotation_.tokens[before - 2].word);
        if (told || taken || (person && (led || phrases_.is_possessive(mention.tokens.end)))) add(outlet, found);
    }
}

}  // namespace firsthand::extract
