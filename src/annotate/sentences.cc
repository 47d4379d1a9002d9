// A sentence ends at . ! ? or … with the marks that close behind it, unless the stop belongs to an abbreviation or an
// initial. Tested by annotate_test.cc.
#include "annotate/annotate.h"
#include "base/utf8.h"
#include "lexicon/words.h"

namespace firsthand::annotate {

namespace {

using lexicon::WordSet;

// The stop after these never ends a sentence.
const WordSet& never_last() {
    static const WordSet words(
        "mr mrs ms dr prof sen sens rep reps gov lt col gen sgt capt cmdr maj adm rev hon pres st mt ft vs fr sr mme msgr supt det atty insp cpl pvt "
        "jan feb mar apr jun jul aug sept sep oct nov dec no nos fig approx dept est ave blvd");
    return words;
}
// The stop after these ends one only when the next word looks like a beginning.
const WordSet& perhaps_last() {
    static const WordSet words("inc corp co ltd jr bros etc al u.s. u.k. u.n. e.u. a.m. p.m. d.c. ph.d. b.c. a.d. l.a. u.s.a.");
    return words;
}
const WordSet& beginnings() {
    static const WordSet words(
        "the a an he she it they we i you this that these those there in on at but and or if when while as after before since his her their its our my "
        "for from with by to no not what who how why where some many most all both other others another one two however meanwhile according still yet so "
        "then now last also although though because despite during until under over last earlier later asked");
    return words;
}

constexpr std::uint32_t kLongestSentence = 600;    // tokens

bool is_stop(std::string_view mark) { return mark == "." || mark == "!" || mark == "?" || mark == "…"; }
// Nothing that can be seen stands between them.
bool touch(std::string_view text, const Token& left, const Token& right) { return base::is_invisible(text.substr(left.end, right.begin - left.end)); }
bool closes(std::string_view text, const Token& token) {
    if (token.kind == TokenKind::quote) return true;
    const std::string_view mark = text.substr(token.begin, token.end - token.begin);
    return mark == ")" || mark == "]" || is_stop(mark);
}

bool ends_here(std::string_view text, const std::vector<Token>& tokens, std::uint32_t stop, std::uint32_t next, TokenSpan paragraph) {
    const Token& following = tokens[next];
    const bool lower = following.kind == TokenKind::word && following.letter_case == LetterCase::lower;
    if (lower) return false;
    if (following.kind == TokenKind::punctuation) {
        const std::string_view mark = text.substr(following.begin, following.end - following.begin);
        if (mark == "," || mark == ";" || mark == ":" || mark == "-" || mark == "–" || mark == "—" || mark == "%") return false;
    }
    if (text[tokens[stop].begin] != '.') return true;
    if (stop == paragraph.begin) return false;
    const Token& before = tokens[stop - 1];
    if (!touch(text, before, tokens[stop]) || before.kind != TokenKind::word) return true;
    if (never_last().contains(before.word)) return false;
    if (before.end - before.begin == 1 && before.letter_case == LetterCase::title) return false;   // an initial
    if (perhaps_last().contains(before.word)) return following.kind == TokenKind::quote || beginnings().contains(following.word);
    return true;
}

}  // namespace

void append_sentences(std::string_view text, const std::vector<Token>& tokens, TokenSpan paragraph, std::vector<TokenSpan>& sentences) {
    std::uint32_t begin = paragraph.begin;
    for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
        if (i - begin >= kLongestSentence) {                    // a table, or hostile: what follows looks at sentences more than once
            sentences.push_back({begin, i});
            begin = i;
        }
        const Token& token = tokens[i];
        const std::string_view mark = text.substr(token.begin, token.end - token.begin);
        // "U.S." and "a.m." hold their stop themselves.
        const bool initials = token.kind == TokenKind::word && mark.size() > 2 && mark.back() == '.';
        if (initials) {
            const bool last = i + 1 < paragraph.end && tokens[i + 1].kind == TokenKind::word && tokens[i + 1].letter_case == LetterCase::title &&
                              beginnings().contains(tokens[i + 1].word);
            if (!last) continue;
            sentences.push_back({begin, i + 1});
            begin = i + 1;
            continue;
        }
        if (token.kind != TokenKind::punctuation || !is_stop(mark)) continue;
        std::uint32_t next = i + 1;
        // Closing marks stand right behind the stop; a quotation mark after a blank opens the next sentence.
        while (next < paragraph.end && closes(text, tokens[next]) && touch(text, tokens[next - 1], tokens[next])) ++next;
        if (next < paragraph.end && !ends_here(text, tokens, i, next, paragraph)) continue;
        sentences.push_back({begin, next});
        begin = next;
        i = next - 1;
    }
    if (begin < paragraph.end) sentences.push_back({begin, paragraph.end});
}

}  // namespace firsthand::annotate
