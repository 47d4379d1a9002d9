// Tested by tests/stages/.
#include "extract/phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "lexicon/cues.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::WordSet;

constexpr std::uint32_t kLongestPhrase = 28;       // tokens: a subject with its apposition

const WordSet& pronouns() {
    static const WordSet words("he she they it i we you who");
    return words;
}
const WordSet& adverbs() {
    static const WordSet words("also later then now once again still reportedly recently previously first simply just even earlier often always never soon");
    return words;
}
const WordSet& auxiliaries() {
    static const WordSet words(
        "has have had did does do will would could can may might must should was were is are be been being not n't didn't doesn't don't hasn't haven't hadn't wouldn't won't "
        "couldn't can't cannot wasn't weren't isn't aren't 've 'd 'll");
    return words;
}
const WordSet& prepositions() {
    static const WordSet words("in on at to during from via through of about by with for after before as into over under against between among since until despite per");
    return words;
}
const WordSet& determiners() {
    static const WordSet words("the a an his her their its our my this that these those another one two three several some many both all other multiple each most few");
    return words;
}
const WordSet& clause_openers() {
    static const WordSet words("that which when because but if while where although though since until unless whether whom whose what why how than so or as after before once");
    return words;
}

}  // namespace

bool Phrases::is_mark(std::uint32_t at, std::string_view marks) const {
    return tokens_[at].kind == TokenKind::punctuation && tokens_[at].end - tokens_[at].begin == 1 && marks.find(text_[tokens_[at].begin]) != std::string_view::npos;
}
bool Phrases::is_dash(std::uint32_t at) const {
    const std::string_view mark = text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
    return mark == "—" || mark == "–" || (mark == "-" && at > 0 && text_[tokens_[at].begin - 1] == ' ');
}
bool Phrases::is_pronoun(std::uint32_t at) const { return pronouns().contains(tokens_[at].word); }
bool Phrases::is_adverb(std::uint32_t at) const {
    const Token& token = tokens_[at];
    return adverbs().contains(token.word) ||
           (token.letter_case == LetterCase::lower && token.end - token.begin > 4 && text_.substr(token.end - 2, 2) == "ly" && text_.substr(token.begin, token.end - token.begin) != "family");
}
bool Phrases::is_auxiliary(std::uint32_t at) const { return auxiliaries().contains(tokens_[at].word); }
bool Phrases::is_preposition(std::uint32_t at) const { return prepositions().contains(tokens_[at].word); }
bool Phrases::is_determiner(std::uint32_t at) const { return determiners().contains(tokens_[at].word); }
bool Phrases::opens_clause(std::uint32_t at) const { return clause_openers().contains(tokens_[at].word); }

bool Phrases::can_speak(TokenSpan phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        const std::uint32_t word = tokens_[i].word;
        if (is_name(i) || is_pronoun(i) || lexicon::is_role(word) || lexicon::is_title(word) || lexicon::is_unnamed_source(word) || lexicon::is_organization_word(word) ||
            lexicon::is_document(word) || is_determiner(i))
            return true;
    }
    return false;
}

// "Ty Odd, 40, of Lower Mill, said": the end of the head in front of its appositions, `begin` when there is none. The comma
// behind a person's name is the one; else the nearest behind a noun that can speak.
std::uint32_t Phrases::head_before_apposition(std::uint32_t begin, std::uint32_t comma) const {
    std::uint32_t nearest = begin;
    for (std::uint32_t i = comma; i > begin + 1; --i) {
        const std::uint32_t at = i - 1;
        if (is_quoted(at)) break;
        if (!is_mark(at, ",") || at == begin) continue;
        const std::uint32_t before = at - 1;
        if (is_name(before)) {
            const EntityKind kind = names_.entities[names_.mentions[names_.mention_at[before] - 1].entity - 1].kind;
            if (kind == EntityKind::person) return at;
            if (nearest == begin && kind != EntityKind::place) nearest = at;
        } else if (nearest == begin && (lexicon::is_role(tokens_[before].word) || lexicon::is_unnamed_source(tokens_[before].word) || lexicon::is_organization_word(tokens_[before].word) ||
                                        lexicon::is_document(tokens_[before].word))) {
            nearest = at;
        }
    }
    return nearest;
}

TokenSpan Phrases::find_subject_before(std::uint32_t begin, std::uint32_t end) const {
    begin = std::max(begin, end > kLongestPhrase ? end - kLongestPhrase : 0);
    while (end > begin && (is_adverb(end - 1) || is_auxiliary(end - 1))) --end;
    if (end == begin || is_quoted(end - 1)) return {};
    if (is_pronoun(end - 1)) return {end - 1, end};
    if (is_preposition(end - 1) || tokens_[end - 1].word == base::hash_word("and") || tokens_[end - 1].word == base::hash_word("but")) return {};   // "She left and said"
    std::uint32_t last = end;
    if (is_mark(end - 1, ",")) {
        last = head_before_apposition(begin, end - 1);
        if (last == begin || is_quoted(last - 1)) return {};
    }
    std::uint32_t first = last;
    while (first > begin) {
        const std::uint32_t at = first - 1;
        if (is_quoted(at) || tokens_[at].kind == TokenKind::quote) break;
        if (tokens_[at].kind == TokenKind::punctuation && !(is_mark(at, ".&-/") && first < last)) break;
        if (tokens_[at].word == base::hash_word("who") && first < last && at > begin) {   // "a nurse who works at the mill said"
            const std::uint32_t head = is_mark(at - 1, ",") ? at - 1 : at;
            return head > begin ? find_subject_before(begin, head) : TokenSpan{};
        }
        if (opens_clause(at) || (is_auxiliary(at) && !is_name(at))) break;
        if (const lexicon::Cue* cue = lexicon::find_cue(tokens_[at].word); cue != nullptr && !is_name(at) && !lexicon::is_document(tokens_[at].word) && cue->plain) break;
        if (is_pronoun(at) && !is_determiner(at)) {
            first = first == last ? at : first;
            break;
        }
        --first;
        if (is_name(first)) first = names_.mentions[names_.mention_at[first] - 1].tokens.begin;
        first = std::max(first, begin);
    }
    // "On Friday Jones": not the adverbial in front.
    if (first < last && is_preposition(first)) {
        std::uint32_t start = last;
        for (std::uint32_t i = first; i < last; ++i)
            if (is_name(i) && names_.mentions[names_.mention_at[i] - 1].tokens.end == last) {
                start = std::min(start, std::max(first, names_.mentions[names_.mention_at[i] - 1].whole.begin));
            } else if (is_determiner(i) && i > first + 1) {
                start = std::min(start, i);
            }
        first = start;
    }
    if (first < last && tokens_[first].word == base::hash_word("and")) ++first;
    TokenSpan subject{first, end};
    if (subject.empty() || first >= last || !can_speak({first, last})) return {};
    return subject;
}

TokenSpan Phrases::find_phrase_after(std::uint32_t begin, std::uint32_t end) const {
    end = std::min(end, begin + kLongestPhrase);
    if (begin >= end || is_quoted(begin)) return {};
    if (is_pronoun(begin)) return {begin, begin + 1};
    if (!is_name(begin) && !is_determiner(begin) && !lexicon::is_unnamed_source(tokens_[begin].word) && !lexicon::is_role(tokens_[begin].word) && !lexicon::is_title(tokens_[begin].word) &&
        !lexicon::is_document(tokens_[begin].word) && tokens_[begin].letter_case == LetterCase::lower && !lexicon::is_organization_word(tokens_[begin].word) && !lexicon::is_nationality(tokens_[begin].word) &&
        tokens_[begin].kind != TokenKind::number)
        return {};
    std::uint32_t i = begin;
    while (i < end) {
        if (is_quoted(i) || (tokens_[i].kind == TokenKind::punctuation && !(is_mark(i, ".&-/") && i + 1 < end && base::is_invisible(text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end))) &&
                             !(is_mark(i, ".") && i > begin && lexicon::is_title(tokens_[i - 1].word) && tokens_[i - 1].letter_case == LetterCase::title)))
            break;
        if (i > begin && (opens_clause(i) || is_auxiliary(i) || (is_pronoun(i) && !is_name(i)))) break;
        if (i > begin && is_preposition(i) && tokens_[i].word != base::hash_word("of") && tokens_[i].word != base::hash_word("for") && tokens_[i].word != base::hash_word("to") &&
            tokens_[i].word != base::hash_word("with") && tokens_[i].word != base::hash_word("at") && tokens_[i].word != base::hash_word("from"))
            break;
        if (i > begin && (lexicon::is_calendar(tokens_[i].word) || is_adverb(i))) break;
        if (is_name(i)) {
            i = names_.mentions[names_.mention_at[i] - 1].tokens.end;
        } else {
            ++i;
        }
    }
    TokenSpan phrase{begin, std::min(i, end)};
    return can_speak(phrase) ? phrase : TokenSpan{};
}

TokenSpan Phrases::find_signature(std::uint32_t at) const {
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    if (at + 1 >= size || !is_dash(at) || !is_name(at + 1) || is_quoted(at + 1)) return {};
    const TokenSpan name = names_.mentions[names_.mention_at[at + 1] - 1].tokens;
    const bool last = name.end >= size || text_.substr(tokens_[name.end - 1].end, tokens_[name.end].begin - tokens_[name.end - 1].end).find('\n') != std::string_view::npos;
    return last || is_mark(name.end, "(,") ? name : TokenSpan{};
}

}  // namespace firsthand::extract
