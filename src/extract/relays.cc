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
constexpr std::uint32_t kLongestDesk = 10;         // tokens between a source and its cue
constexpr std::uint32_t kLongestToDocument = 12;   // tokens between a cue and "in her letter"
constexpr std::uint32_t kLongestDocument = 8;      // tokens of "the 122-page order", and of what it is about
constexpr std::uint32_t kLongestAdverbial = 14;    // tokens between a preposition and its outlet

// Bodies that are told things without passing them on.
const lexicon::WordSet& authorities() {
    static const lexicon::WordSet words("police court courts committee subcommittee senate house congress parliament fbi cia nsa department ministry commission council board agency administration "
                                        "pentagon army navy office bureau un nations union party company inc corp university school bank nato eu white supreme district jury");
    return words;
}

bool is_suffix_of_outlets(std::string_view rest) {
    constexpr std::string_view kRests[] = {"news", "online", "onlinenews", "newsonline", "webnews", "tv", "radio", "magazine", "digital"};
    return std::find(std::begin(kRests), std::end(kRests), rest) != std::end(kRests);
}

// "foxonlinenews", "foxnewscom" -> "foxnews"
std::string without_medium(std::string folded) {
    for (const std::string_view part : {"online", "digital"})
        if (const std::size_t at = folded.find(part); at != std::string::npos && folded.size() > part.size() + kShortestBegin) folded.erase(at, part.size());
    return folded;
}

}  // namespace

RelayFinder::RelayFinder(const Document& document, const Annotation& annotation, const Names& names)
    : text_(document.text), annotation_(annotation), names_(names), phrases_(document.text, annotation.tokens, names) {
    // Not the article's own outlet, by its short name neither: "told the Ledger" in The Hollow Ledger.
    const std::string own = lexicon::fold_outlet(document.outlet), own_stem = without_medium(own);
    for (const Entity& named : names.entities) {
        const std::string folded = named.kind == EntityKind::outlet ? lexicon::fold_outlet(named.name) : "";
        const bool longer = own.size() >= kShortestBegin && folded.starts_with(own) && is_suffix_of_outlets(std::string_view(folded).substr(own.size()));   // "Tarn News" in Tarn
        const bool is_own = folded == own || longer || (!folded.empty() && without_medium(folded) == own_stem) || (folded.size() >= kShortestEnd && own.ends_with(folded)) ||
                            (folded.size() >= kShortestBegin && own.starts_with(folded) && is_suffix_of_outlets(std::string_view(own).substr(folded.size())));
        may_relay_.push_back(named.kind == EntityKind::outlet && !is_own);
    }
}

std::vector<EntityId> RelayFinder::find(const Passing& passing) const {
    std::vector<EntityId> found;
    add_told(passing, found);
    if (found.empty()) add_adverbials(passing, found);
    if (found.empty()) add_article(passing, found);
    if (found.empty() && !passing.source.empty()) add_desks(with_desk(passing), found);
    return found;
}

EntityId RelayFinder::outlet_in(TokenSpan source) const {
    static const lexicon::WordSet kPlaces("at inside within");       // "a source at CNN" is the outlet's own
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
        const EntityId id = outlet_at(i);
        if (id != kNobody && (i == source.begin || !kPlaces.contains(annotation_.tokens[i - 1].word))) return id;
        if (id != kNobody) i = names_.mentions[names_.mention_at[i] - 1].tokens.end - 1;
    }
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

// "told the Mirror", "told CNN and People", "told Tess Lowe of Fox 9", "told “Face the Nation”".
void RelayFinder::add_told(const Passing& passing, std::vector<EntityId>& found) const {
    static const lexicon::WordSet kHostLeads("of at from with");
    for (std::uint32_t i = passing.to.begin; i < passing.to.end; ++i) add(told_at(i), found);
    std::uint32_t next = passing.to.end + 1;
    if (found.empty() && next < annotation_.tokens.size()) {
        const Token& lead = annotation_.tokens[next - 1];
        if (!passing.cue.empty() && lead.kind == TokenKind::quote) add(outlet_at(next), found);
        if (!passing.to.empty() && kHostLeads.contains(lead.word)) {
            if (annotation_.tokens[next].word == base::hash_word("the") && next + 1 < annotation_.tokens.size()) ++next;
            add(outlet_at(next), found);
        }
    }
    if (found.empty() && is_the_outlet(passing.to)) add(outlet_before(passing.to.begin), found);
}

// "In the interview, she said": the outlet named last before.
void RelayFinder::add_article(const Passing& passing, std::vector<EntityId>& found) const {
    static const lexicon::WordSet kArticles("article interview piece profile story segment broadcast");
    const TokenSpan anchor = !passing.cue.empty() ? passing.cue : passing.source;
    if (anchor.empty()) return;
    const TokenSpan sentence = span_around(annotation_.sentences, anchor.begin);
    const auto is_in_the = [&](std::uint32_t at) {
        static const std::uint32_t kIn = base::hash_word("in"), kThe = base::hash_word("the"), kDuring = base::hash_word("during");
        return at + 2 < annotation_.tokens.size() && (annotation_.tokens[at].word == kIn || annotation_.tokens[at].word == kDuring) && annotation_.tokens[at + 1].word == kThe &&
               kArticles.contains(annotation_.tokens[at + 2].word) && (at + 3 >= annotation_.tokens.size() || annotation_.tokens[at + 3].kind != TokenKind::word || at >= anchor.end);
    };
    if (is_in_the(sentence.begin)) add(outlet_before(sentence.begin), found);
    if (found.empty() && is_in_the(anchor.end)) add(outlet_before(anchor.end), found);
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
    const TokenSpan sentence = span_around(annotation_.sentences, anchor.begin);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (names_.mention_at[i] == 0 || passing.holds(i)) continue;
        std::uint32_t begin = i;
        if (begin > sentence.begin && annotation_.tokens[begin - 1].kind == TokenKind::quote) --begin;   // on “Face the Nation”
        while (begin > sentence.begin && i - begin < kLongestAdverbial && !passing.holds(begin - 1) && annotation_.tokens[begin - 1].kind != TokenKind::quote) --begin;
        if (outlet_at(i) != kNobody ? opens_adverbial(i, begin) : is_spoken_to(i, begin)) add(told_at(i), found);
    }
}

bool RelayFinder::is_new_occasion(const Passing& passing) const {
    static const lexicon::WordSet kOccasions("statement conference briefing hearing speech rally court twitter facebook instagram youtube reporters tweet tweeted posted post testimony testified");
    if (passing.cue.empty()) return false;
    const TokenSpan sentence = span_around(annotation_.sentences, passing.cue.begin);
    for (std::uint32_t i = passing.cue.begin; i < std::min(sentence.end, passing.cue.end + kLongestToDocument); ++i)
        if (!passing.says(i) && kOccasions.contains(annotation_.tokens[i].word)) return true;
    return false;
}

// Behind "told", or "to", "on", "with" in the cue's sentence: a phrase without a name whose last word is an outlet's. "The newspaper" alone
// means one that was named.
TokenSpan RelayFinder::unnamed_outlet_of(const Passing& passing) const {
    static const lexicon::WordSet kOutlets("newspaper newspapers magazine broadcaster broadcasters television tv radio station channel tabloid podcast agency outlet outlets media network website publication publications");
    static const lexicon::WordSet kLeads("to on with told tells"), kDeterminers("a an");
    static const lexicon::WordSet kLocal("local state regional foreign national daily weekly student public cable news radio television tv several arabic-language english-language state-run state-owned "
                                         "pro-government independent");
    const TokenSpan cue = passing.cue;
    if (cue.empty() || passing.source.empty()) return {};
    const TokenSpan sentence = span_around(annotation_.sentences, cue.begin);
    const auto is_plain = [&](std::uint32_t at) { return !passing.says(at) && annotation_.tokens[at].kind == TokenKind::word && names_.mention_at[at] == 0; };
    for (std::uint32_t lead = cue.end - 1; lead + 1 < std::min(sentence.end, cue.end + kLongestToDocument); ++lead) {
        if (!kLeads.contains(annotation_.tokens[lead].word) || !is_plain(lead)) continue;
        std::uint32_t i = lead + 1;
        const bool determined = is_plain(i) && kDeterminers.contains(annotation_.tokens[i].word);
        if (determined) ++i;
        const std::uint32_t begin = i;
        bool local = false;
        while (i < sentence.end && i < begin + 3 && is_plain(i) && (kLocal.contains(annotation_.tokens[i].word) || lexicon::is_nationality(annotation_.tokens[i].word))) {
            local = true;
            ++i;
        }
        while (i < sentence.end && is_plain(i) && kOutlets.contains(annotation_.tokens[i].word)) ++i;
        if (i > begin && kOutlets.contains(annotation_.tokens[i - 1].word) && (determined || local)) return {lead + 1, i};
    }
    return {};
}

// "the book “Odd Years”": the title inside its marks.
TokenSpan RelayFinder::title_behind(std::uint32_t at, std::uint32_t end) const {
    if (at < end && text_[annotation_.tokens[at].begin] == ',') ++at;
    if (at >= end || annotation_.tokens[at].kind != TokenKind::quote) return {};
    std::uint32_t close = at + 1;
    while (close < end && annotation_.tokens[close].kind != TokenKind::quote) ++close;
    const TokenSpan title{at + 1, close};
    return title.empty() || title.size() > kLongestDocument + kLongestDocument || annotation_.tokens[title.begin].letter_case == LetterCase::lower ? TokenSpan{} : title;
}

// "wrote in her resignation letter to the board", "In court papers filed late Tuesday, the clerk said": the document in which it stands,
// without what is told of it; not what anybody says to the press.
TokenSpan RelayFinder::document_of(const Passing& passing) const {
    static const lexicon::WordSet kCarriers("report letter memo memoir autobiography book filing filings lawsuit suit complaint affidavit brief briefs papers opinion opinions ruling dissent order guidance "
                                            "op-ed editorial essay paper study petition indictment documents note memorandum manifesto diary emails chats affidavits letters memos reports");
    static const lexicon::WordSet kOf("to of on about for");
    const TokenSpan anchor = !passing.cue.empty() ? passing.cue : passing.source;
    if (anchor.empty() || passing.source.empty()) return {};
    const TokenSpan sentence = span_around(annotation_.sentences, anchor.begin);
    const auto is_plain = [&](std::uint32_t at) { return !passing.holds(at) && annotation_.tokens[at].kind == TokenKind::word; };
    for (std::uint32_t in = sentence.begin; in + 1 < sentence.end; ++in) {
        if (annotation_.tokens[in].word != base::hash_word("in") || !is_plain(in)) continue;
        const bool behind = in >= anchor.end && in - anchor.end <= kLongestToDocument;
        const bool opens = in < anchor.begin && (in == sentence.begin || annotation_.tokens[in - 1].kind != TokenKind::word);
        if (!behind && !opens) continue;
        std::uint32_t head = kNone;
        for (std::uint32_t i = in + 1; i < std::min(sentence.end, in + kLongestDocument) && is_plain(i); ++i) {
            if (i > in + 1 && phrases_.is_lead(i)) break;
            if (kCarriers.contains(annotation_.tokens[i].word)) head = i;
            else if (head != kNone) break;
        }
        if (head == kNone) continue;
        const bool adjective = annotation_.tokens[head].word == base::hash_word("brief") && head + 1 < sentence.end && annotation_.tokens[head + 1].kind == TokenKind::word &&
                               !phrases_.is_lead(head + 1) && !lexicon::is_calendar(annotation_.tokens[head + 1].word);   // "in a brief statement"
        if (adjective) continue;
        const bool plural = text_[annotation_.tokens[head].end - 1] == 's';
        if (!plural && phrases_.determiner_of({in + 1, head + 1}) == Determiner::none) continue;   // "in ruling for the owners"
        if (const TokenSpan title = title_behind(head + 1, sentence.end); !title.empty()) return title;
        std::uint32_t end = head + 1;                          // "to Gov. Odd", "on the nation’s health"
        for (std::uint32_t i = end; i < std::min(sentence.end, head + kLongestDocument); ++i) {
            const bool shortened = text_[annotation_.tokens[i].begin] == '.' && lexicon::is_title(annotation_.tokens[i - 1].word);
            const bool lead = phrases_.is_lead(i);
            if ((!shortened && !is_plain(i)) || (lead && !kOf.contains(annotation_.tokens[i].word)) || (!lead && i == head + 1)) break;
            if (!lead && annotation_.tokens[i].word != base::hash_word("the")) end = i + 1;
        }
        return {in + 1, end};
    }
    return {};
}

// A preposition that leads to an outlet stands right before it, over articles, adjectives and other outlets of a list.
bool RelayFinder::opens_adverbial(std::uint32_t token, std::uint32_t begin) const {
    static const lexicon::WordSet kLeads("to with by on via from in for at");
    static const lexicon::WordSet kThrough("the a an and his her their daily local magazine newspaper broadcaster programme program show podcast network exclusive recent new lengthy separate televised live");
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
            if (outlet_at(before) == kNobody && names_.entities[names_.mentions[names_.mention_at[before] - 1].entity - 1].kind != EntityKind::place) return false;   // "in Norland’s Herald"
            i = names_.mentions[names_.mention_at[before] - 1].whole.begin;
        } else if (kThrough.contains(annotation_.tokens[before].word) || text_[annotation_.tokens[before].begin] == ',' || annotation_.tokens[before].kind == TokenKind::quote || phrases_.is_possessive(before)) {
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

// A source with what stands between it and its cue: "Joey Pell, of Lower Mill Radio, reports".
TokenSpan RelayFinder::with_desk(const Passing& passing) const {
    TokenSpan span = passing.source;
    const auto size = static_cast<std::uint32_t>(annotation_.tokens.size());
    if (span.end + 1 < size && text_[annotation_.tokens[span.end].begin] == ',' && outlet_at(span.end + 1) != kNobody) {   // "— Joey Pell, Lower Mill Herald" at the end of a line
        const std::uint32_t end = names_.mentions[names_.mention_at[span.end + 1] - 1].tokens.end;
        if (end >= size || text_.substr(annotation_.tokens[end - 1].end, annotation_.tokens[end].begin - annotation_.tokens[end - 1].end).find('\n') != std::string_view::npos) return {span.begin, end};
    }
    if (passing.cue.begin > span.end && passing.cue.begin - span.end <= kLongestDesk && passing.content.front().begin >= passing.cue.end) span.end = passing.cue.begin;
    return span;
}

// Inside a source: "Joey Pell of Lower Mill Radio", "the Herald’s Ada Quill", "Ada Quill, Lower Mill Herald", "a source speaking to Page Six".
void RelayFinder::add_desks(TokenSpan source, std::vector<EntityId>& found) const {
    static const lexicon::WordSet kLeads("of at for from with to told");
    static const lexicon::WordSet kTaken("quoted cited aired carried obtained seen reviewed published reported compiled conducted leaked viewed gathered posted");
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
