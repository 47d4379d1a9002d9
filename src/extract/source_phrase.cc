// Tested by tests/stages/naming_test.cc.
#include "extract/source_phrase.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::Gender;
using lexicon::WordSet;

struct PronounRow {
    std::string_view words;
    Asked asked;
    Gender gender;
};
constexpr PronounRow kPronouns[] = {
    {"he him his himself", Asked::he_she, Gender::male}, {"she her hers herself", Asked::he_she, Gender::female},
    {"they them their theirs themselves", Asked::they, Gender::unknown}, {"it its itself", Asked::it, Gender::unknown},
    {"i me my mine myself", Asked::i, Gender::unknown}, {"we us our ours ourselves", Asked::we, Gender::unknown},
    {"who you your that which this these those everyone everybody one nobody someone anyone", Asked::whoever, Gender::unknown},
};

// The row of a word; null for what is no pronoun.
const PronounRow* find_pronoun(std::uint32_t word) {
    static const std::vector<std::pair<WordSet, const PronounRow*>> rows = [] {
        std::vector<std::pair<WordSet, const PronounRow*>> made;
        for (const PronounRow& row : kPronouns) made.emplace_back(WordSet(row.words), &row);
        return made;
    }();
    for (const auto& [words, row] : rows)
        if (words.contains(word)) return row;
    return nullptr;
}

const WordSet& male_words() {
    static const WordSet words("man boy uncle father brother husband son king prince actor widower congressman spokesman boyfriend businessman grandfather gentleman nephew");
    return words;
}
const WordSet& female_words() {
    static const WordSet words("woman girl aunt mother sister wife daughter queen princess duchess actress widow girlfriend congresswoman spokeswoman businesswoman grandmother niece lady");
    return words;
}
const WordSet& mouthpieces() {                     // speak as the one they belong to
    static const WordSet words("spokesman spokeswoman spokesperson rep reps representative representatives publicist spokespeople spokesmen statement statements");
    return words;
}
const WordSet& prepositions() {                    // a name behind these is not the head of its phrase
    static const WordSet words("of for at with from in on to by near about against inside within among outside behind under over between");
    return words;
}
const WordSet& closers() {                         // the head noun stands before these
    static const WordSet words(
        "who which that whose where when familiar close speaking briefed involved including based named inside within aware responsible living working led released published conducted "
        "posted made taken obtained acquired collected seen signed dated commissioned filed unsealed called compiled written issued citing describing investigating and or but is was were are not also sitting near");
    return words;
}
const WordSet& people_words() {
    static const WordSet words(
        "people students americans jury groups employees leaders advocates women men media members protesters protestors activists workers colleagues parents courts outlets citizens "
        "respondents staff patrons journalists agents legislators retailers commanders judges veterans majority skeptics traders voters percent half many some others those most lot "
        "attorneys cops teachers nurses pilots guests drivers vendors owners senators staffers detectives jurors physicians historians psychologists liberals conservatives sides family "
        "community industry press public");
    return words;
}
const WordSet& organization_nouns() {
    static const WordSet words(
        "company agency department court government office administration panel military group team committee union newspaper paper site station project service force organization "
        "organisation campaign board commission regime delegation district city state country nation church school university hospital bank firm airline network magazine outlet league "
        "club party ministry embassy council association foundation institute center centre lab watchdog startup manufacturer retailer maker chain giant brand band label studio "
        "publisher broadcaster publication subcommittee bureau troupe daily tabloid pentagon defense prosecution militants charity nonprofit think-tank kremlin palace");
    return words;
}
const WordSet& document_nouns() {
    static const WordSet words(
        "report reports study survey poll polls filing filings lawsuit suit complaint affidavit indictment letter memo document documents records record data footage video videos photos "
        "images audit petition studies book index analysis post posts listing guidelines research findings figures statistics estimates emails email sign article story headline law ruling "
        "order transcript tape tapes evidence resolution investigation version numbers release plan papers audio recording screenshots message messages note bill results test tests census appeal brief photo picture text tweet tweets passage rules bible posting "
        "diary logbook will warrant");
    return words;
}

const WordSet& outlet_parts() {                    // say what their outlet says
    static const WordSet words("story article report headline column editorial editorials board newspaper magazine site website page piece investigation review statement profile op-ed desk");
    return words;
}

constexpr std::uint32_t kMostFront = 4;            // words before a head noun that are looked at

}  // namespace

bool SourcePhrases::is_possessive(std::uint32_t at) const {
    if (at >= tokens_.size() || at == 0 || !base::is_invisible(text_.substr(tokens_[at - 1].end, tokens_[at].begin - tokens_[at - 1].end))) return false;
    return text_[tokens_[at].begin] == '\'' || text_.substr(tokens_[at].begin).starts_with("’");
}

bool SourcePhrases::is_lead(std::uint32_t at) const { return closers().contains(tokens_[at].word) || prepositions().contains(tokens_[at].word); }

TokenSpan SourcePhrases::own_words(const SourcePhrase& phrase) const {
    static const WordSet kSince("last this earlier recently");
    for (std::uint32_t i = phrase.head + 1; phrase.head != kNone && i < phrase.span.end; ++i)
        if (names_.mention_at[i] == 0 && (closers().contains(tokens_[i].word) || kSince.contains(tokens_[i].word) || lexicon::is_calendar(tokens_[i].word) || text_[tokens_[i].begin] == ',')) return {phrase.span.begin, i};
    return phrase.span;
}

TokenSpan SourcePhrases::phrase_before(std::uint32_t token) const {
    constexpr std::uint32_t kLongest = 6;
    std::uint32_t end = token;
    if (end > 0 && text_[tokens_[end - 1].begin] == ',') --end;
    for (std::uint32_t begin = end; begin > 0 && end - begin < kLongest;) {
        --begin;
        if (tokens_[begin].kind == TokenKind::punctuation || tokens_[begin].kind == TokenKind::quote || (begin + 1 < end && closers().contains(tokens_[begin].word))) return {};
        if (begin + 1 < end && names_.mention_at[begin] == 0 && find_determiner({begin, begin + 1}) != Determiner::none) return {begin, end};
    }
    return {};
}

bool SourcePhrases::is_behind_preposition(const NameMention& mention, std::uint32_t phrase_begin) const {
    static const std::uint32_t kThe = base::hash_word("the");
    std::uint32_t before = std::max(phrase_begin, mention.whole.begin);
    while (before > phrase_begin && tokens_[before - 1].word == kThe) --before;
    return before > phrase_begin && prepositions().contains(tokens_[before - 1].word);
}

SourcePhrase SourcePhrases::read(TokenSpan source) const {
    SourcePhrase phrase;
    phrase.span = source;
    while (phrase.span.size() > 1 && (is_possessive(phrase.span.end - 1) || tokens_[phrase.span.end - 1].kind == TokenKind::punctuation)) --phrase.span.end;
    if (read_pronoun(phrase)) return phrase;
    if (const EntityId meant = bracketed_name(phrase.span); meant != kNobody) {
        phrase.head = phrase.span.end - 1;
        phrase.named = meant;
        return phrase;
    }
    phrase.determiner = find_determiner(phrase.span);
    phrase.head = find_head(phrase.span);
    phrase.named = head_name(phrase);
    const std::uint32_t head = tokens_[phrase.head].word;
    if (phrase.named != kNobody) {
        phrase.with = names_beside(phrase);
        return phrase;
    }
    phrase.owner = owner_in(phrase);
    phrase.gender = male_words().contains(head) ? Gender::male : female_words().contains(head) ? Gender::female : Gender::unknown;
    const bool outlets = phrase.owner != kNobody && names_.entities[phrase.owner - 1].kind == EntityKind::outlet;
    for (std::uint32_t i = phrase.span.begin; i < phrase.head; ++i) phrase.owner_in_front = phrase.owner_in_front || names_.mention_at[i] != 0;
    phrase.is_mouthpiece = mouthpieces().contains(head);
    phrase.speaks_for_owner = phrase.owner != kNobody && (phrase.is_mouthpiece || (outlets && outlet_parts().contains(head)));
    phrase.asked = lexicon::is_several(head) || people_words().contains(head)             ? Asked::people
                   : head == base::hash_word("statement")                                                                      ? Asked::organization
                   : lexicon::is_unnamed_source(head) || head == base::hash_word("person") ? Asked::source
                   : lexicon::is_role(head) || lexicon::is_title(head) || phrase.is_mouthpiece || phrase.gender != Gender::unknown ? Asked::person
                   : organization_nouns().contains(head)                                  ? Asked::organization
                   : document_nouns().contains(head) || lexicon::is_document(head)        ? Asked::document
                                                                                          : Asked::thing;
    return phrase;
}

TokenSpan SourcePhrases::principal_of(const SourcePhrase& mouthpiece) const {
    static const WordSet kFor("for of from by");
    const TokenSpan span = mouthpiece.span;
    if (mouthpiece.head + 2 < span.end && kFor.contains(tokens_[mouthpiece.head + 1].word)) return {mouthpiece.head + 2, span.end};
    for (std::uint32_t i = mouthpiece.head; i > span.begin; --i)
        if (organization_nouns().contains(tokens_[i - 1].word) || lexicon::is_organization_word(tokens_[i - 1].word)) return {i - 1, i};
    static const WordSet kPossessive("his her their its");
    return kPossessive.contains(tokens_[span.begin].word) && span.size() > 1 ? TokenSpan{span.begin, span.begin + 1} : TokenSpan{};
}

bool SourcePhrases::read_pronoun(SourcePhrase& phrase) const {
    if (phrase.span.size() != 1 || names_.mention_at[phrase.span.begin] != 0) return false;
    const Token& token = tokens_[phrase.span.begin];
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    const std::size_t contraction = std::min(word.find('\''), word.find("’"));        // "We’ve"
    const std::uint32_t hash = contraction == std::string_view::npos ? token.word : base::hash_word(base::fold(word.substr(0, contraction)));
    const PronounRow* row = find_pronoun(hash);
    if (row == nullptr) return false;
    phrase.asked = row->asked;
    phrase.gender = row->gender;
    return true;
}

// A person at the very end of a phrase, with a title or role right before.
EntityId SourcePhrases::titled_person(TokenSpan span) const {
    const std::uint32_t m = names_.mention_at[span.end - 1];
    if (m == 0) return kNobody;
    const NameMention& mention = names_.mentions[m - 1];
    if (entity_of(mention).kind != EntityKind::person || mention.tokens.end != span.end || mention.tokens.begin <= span.begin) return kNobody;
    const bool titled = mention.whole.begin < mention.tokens.begin || lexicon::is_role(tokens_[mention.tokens.begin - 1].word) || lexicon::is_title(tokens_[mention.tokens.begin - 1].word);
    return titled && mention.whole.begin > span.begin && !is_behind_preposition(mention, span.begin) && text_[tokens_[mention.whole.begin - 1].begin] != ',' ? mention.entity : kNobody;
}

// "he (West": the writer says whom a pronoun means.
EntityId SourcePhrases::bracketed_name(TokenSpan span) const {
    if (span.size() < 3 || (text_[tokens_[span.begin + 1].begin] != '(' && text_[tokens_[span.begin + 1].begin] != '[')) return kNobody;
    const std::uint32_t m = names_.mention_at[span.begin + 2];
    return m != 0 && find_pronoun(tokens_[span.begin].word) != nullptr ? names_.mentions[m - 1].entity : kNobody;
}

// The name that a phrase is about: the one that its head noun stands in ("agent Mark Steinberg, 40, of CAA"), or the first right
// behind a comma ("Woods’ agent, Mark Steinberg,"). Other names only say whose or where.
EntityId SourcePhrases::head_name(const SourcePhrase& phrase) const {
    static const std::uint32_t kThe = base::hash_word("the");
    if (const std::uint32_t m = names_.mention_at[phrase.head]; m != 0) {
        const EntityKind kind = entity_of(names_.mentions[m - 1]).kind;
        const EntityId closing = kind == EntityKind::person ? kNobody : titled_person(phrase.span);   // "Kestrel TV co-host Simon Hobb"
        return closing != kNobody ? closing : names_.mentions[m - 1].entity;
    }
    for (std::uint32_t comma = phrase.head + 1; comma < phrase.span.end; ++comma) {
        if (text_[tokens_[comma].begin] != ',') continue;
        std::uint32_t next = comma + 1;
        while (next < phrase.span.end && names_.mention_at[next] == 0 && (lexicon::is_title(tokens_[next].word) || text_[tokens_[next].begin] == '.' || tokens_[next].word == kThe)) ++next;
        if (next >= phrase.span.end || names_.mention_at[next] == 0) continue;
        const NameMention& mention = names_.mentions[names_.mention_at[next] - 1];
        if (entity_of(mention).kind == EntityKind::place || (is_possessive(mention.tokens.end) && mention.tokens.end < phrase.span.end)) continue;
        return mention.entity;
    }
    return closing_name(phrase);
}

// "the union’s president and chief Gary Pruss", "ambassador to Norland Douglas Lute", "the sponsor of the bill, the senator Edna Voll,": a
// person right at the end of the phrase who is neither owned nor behind a preposition. "the Interfax news agency": what a plain noun repeats.
EntityId SourcePhrases::closing_name(const SourcePhrase& phrase) const {
    static const WordSet kRepeats("agency newspaper paper magazine website site channel network station broadcaster tabloid daily militia group company firm movement"), kBetween("news wire media");
    const std::uint32_t last = phrase.span.end - 1;
    if (const std::uint32_t m = names_.mention_at[last]; m != 0) {
        const NameMention& mention = names_.mentions[m - 1];
        const std::uint32_t begin = std::max(mention.whole.begin, phrase.span.begin);
        if (entity_of(mention).kind != EntityKind::person || mention.tokens.end != phrase.span.end || begin == phrase.span.begin || is_possessive(begin - 1)) return kNobody;
        const Token& before = tokens_[begin - 1];
        const bool noun = before.kind == TokenKind::word && !prepositions().contains(before.word) && !closers().contains(before.word) && !lexicon::is_stop_word(before.word);
        for (std::uint32_t i = begin; i > phrase.span.begin && text_[tokens_[i - 1].begin] != ','; --i)   // "the family of the victim, who was identified as"
            if (closers().contains(tokens_[i - 1].word) && tokens_[i - 1].word != base::hash_word("and")) return kNobody;
        return noun && !is_behind_preposition(mention, phrase.span.begin) ? mention.entity : kNobody;
    }
    if (phrase.head != last || !kRepeats.contains(tokens_[last].word)) return kNobody;
    std::uint32_t before = last;
    while (before > phrase.span.begin && kBetween.contains(tokens_[before - 1].word)) --before;
    const std::uint32_t m = before > phrase.span.begin ? names_.mention_at[before - 1] : 0;
    if (m == 0) return kNobody;
    const EntityKind kind = entity_of(names_.mentions[m - 1]).kind;
    return kind == EntityKind::outlet || kind == EntityKind::organization ? names_.mentions[m - 1].entity : kNobody;
}

// "Nora Quill, Peter Odd and the Union": names with nothing but commas, "and" and titles between, from the head's on.
std::vector<EntityId> SourcePhrases::names_beside(const SourcePhrase& phrase) const {
    static const std::uint32_t kAnd = base::hash_word("and"), kThe = base::hash_word("the");
    std::vector<EntityId> found;
    const std::uint32_t m = names_.mention_at[phrase.head];
    if (m == 0) return found;
    bool joined = false;
    for (std::uint32_t i = names_.mentions[m - 1].tokens.end; i < phrase.span.end;) {
        const std::uint32_t next = names_.mention_at[i];
        const std::string_view mark = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
        if (next != 0) {
            if (names_.mentions[next - 1].entity != phrase.named) found.push_back(names_.mentions[next - 1].entity);
            i = names_.mentions[next - 1].tokens.end;
        } else if (tokens_[i].word == kAnd || mark == "&") {
            joined = true;
            ++i;
        } else if (mark == "," || mark == "." || tokens_[i].word == kThe || lexicon::is_title(tokens_[i].word)) {
            ++i;
        } else {
            return {};
        }
    }
    if (!joined) found.clear();
    return found;
}

// "a spokesman for Woods", "Woods’ agent", "the president of Ruritania": the nearest name before the head, else the first behind it.
EntityId SourcePhrases::owner_in(const SourcePhrase& phrase) const {
    EntityId before = kNobody;
    for (std::uint32_t i = phrase.span.begin; i < phrase.head; ++i)
        if (const std::uint32_t m = names_.mention_at[i]; m != 0) before = names_.mentions[m - 1].entity;
    if (before != kNobody) return before;
    static const WordSet kOf("for of from by"), kIn("in on at");
    if (phrase.head + 1 >= phrase.span.end) return kNobody;
    const std::uint32_t lead = tokens_[phrase.head + 1].word;
    const bool behalf = phrase.head + 3 < phrase.span.end && tokens_[phrase.head + 2].word == base::hash_word("behalf");
    for (std::uint32_t i = phrase.head + 2; i < phrase.span.end; ++i) {
        const std::uint32_t m = names_.mention_at[i];
        if (m == 0) continue;
        const bool printed = kIn.contains(lead) && entity_of(names_.mentions[m - 1]).kind == EntityKind::outlet;   // "a story in the Herald"
        return kOf.contains(lead) || behalf || printed ? names_.mentions[m - 1].entity : kNobody;
    }
    return kNobody;
}

// The last word before a preposition, a comma, a relative clause or a participle.
std::uint32_t SourcePhrases::find_head(TokenSpan source) const {
    std::uint32_t head = source.begin;
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
        const bool closes = tokens_[i].kind == TokenKind::punctuation ? text_[tokens_[i].begin] == ',' || text_[tokens_[i].begin] == '(' : closers().contains(tokens_[i].word) || prepositions().contains(tokens_[i].word);
        if (closes && i > source.begin && names_.mention_at[i] == 0) break;
        if (tokens_[i].kind == TokenKind::word && !is_possessive(i)) head = i;
    }
    return head;
}

Determiner SourcePhrases::find_determiner(TokenSpan source) const {
    static const WordSet kOthers("another second third other separate different"), kDefinite("the both"), kIndefinite("a an one"), kDemonstrative("that this these those"),
        kPossessive("his her their its our my your"), kSeveral("some many several two three four five six seven eight nine ten most all few multiple dozens hundreds various more");
    for (std::uint32_t i = source.begin; i < std::min(source.end, source.begin + 2); ++i)
        if (kOthers.contains(tokens_[i].word)) return Determiner::another;
    const std::uint32_t first = tokens_[source.begin].word;
    if (kDefinite.contains(first)) return Determiner::definite;
    if (kIndefinite.contains(first)) return Determiner::indefinite;
    if (kDemonstrative.contains(first)) return Determiner::demonstrative;
    if (kPossessive.contains(first)) return Determiner::possessive;
    if (kSeveral.contains(first)) return Determiner::several;
    for (std::uint32_t i = source.begin + 1; i < std::min(source.end, source.begin + kMostFront); ++i)
        if (is_possessive(i)) return Determiner::possessive;
    return Determiner::none;
}

}  // namespace firsthand::extract
