// Tested by tagged_test.cc.
#include "extract/ground.h"

#include <algorithm>

#include "lexicon/cues.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

constexpr std::uint32_t kLongestSentence = 2000;   // tokens: bounds the work on hostile texts

const lexicon::WordSet& title_words() {            // before these a quotation is a title or a label
    static const lexicon::WordSet words("song album single track book film movie show series titled entitled called named nicknamed dubbed so-called word words term phrase known novel "
                                        "documentary episode game play video hashtag program programme act project");
    return words;
}

}  // namespace

Ground::Ground(const Document& document, const Annotation& annotated, const Names& names)
    : annotation(annotated), quotation_of(annotated.tokens.size(), 0), phrases(document.text, annotated.tokens, names, quotation_of), text_(document.text) {
    for (std::uint32_t q = 0; q < annotation.quotations.size(); ++q) {
        if (annotation.quotations[q].depth != 0) continue;
        for (std::uint32_t i = first_token(q); i < end_token(q); ++i) quotation_of[i] = q + 1;
    }
    // A sentence of the article may hold quoted sentences; "“Go?” Mill asked" is one.
    std::size_t paragraph = 0;
    for (const TokenSpan sentence : annotation.sentences) {
        while (sentence.begin >= annotation.paragraphs[paragraph].end) ++paragraph;
        const bool same = !sentences.empty() && sentences.back().begin >= annotation.paragraphs[paragraph].begin;
        if (same && sentences.back().size() < kLongestSentence && (inside_one_quotation(sentence.begin) || cue_follows_question(sentence))) {
            sentences.back().end = sentence.end;
        } else {
            sentences.push_back(sentence);
            paragraph_of.push_back(static_cast<std::uint32_t>(paragraph));
        }
    }
}

std::uint32_t Ground::first_token(std::uint32_t q) const {
    const Quotation& quotation = annotation.quotations[q];
    return quotation.span.begin < quotation.inside.begin ? quotation.tokens.begin - 1 : quotation.tokens.begin;
}
std::uint32_t Ground::end_token(std::uint32_t q) const {
    const Quotation& quotation = annotation.quotations[q];
    return quotation.closed ? quotation.tokens.end + 1 : quotation.tokens.end;
}

TokenSpan Ground::whole_quotations(TokenSpan span) const {
    if (span.empty()) return span;
    if (quotation_of[span.begin] != 0) span.begin = std::min(span.begin, first_token(quotation_of[span.begin] - 1));
    if (quotation_of[span.end - 1] != 0) span.end = std::max(span.end, end_token(quotation_of[span.end - 1] - 1));
    return span;
}

Speech Ground::speech_of(const std::vector<TokenSpan>& content) const {
    std::uint32_t quoted = 0, plain = 0;
    for (const TokenSpan span : content)
        for (std::uint32_t i = span.begin; i < span.end; ++i)
            if (annotation.tokens[i].word != 0) (quotation_of[i] != 0 ? quoted : plain) += 1;
    return plain == 0 ? Speech::direct : quoted == 0 ? Speech::indirect : Speech::mixed;
}

bool Ground::is_possessive(std::uint32_t at) const {
    const Token& token = annotation.tokens[at];
    return token.kind == TokenKind::word && (text_[token.begin] == '\'' || text_.substr(token.begin, 3) == "’");
}

bool Ground::is_title_of_work(std::uint32_t q) const {
    const std::vector<Token>& tokens = annotation.tokens;
    const Quotation& quotation = annotation.quotations[q];
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = quotation.tokens.begin; i < quotation.tokens.end; ++i) {
        if (tokens[i].kind != TokenKind::word || is_possessive(i)) continue;
        const bool small = tokens[i].end - tokens[i].begin <= 3 && i > quotation.tokens.begin;
        words += small ? 0 : 1;
        capitals += !small && tokens[i].letter_case != LetterCase::lower ? 1 : 0;
    }
    const std::uint32_t first = first_token(q);
    const bool behind_title_word = first > 0 && title_words().contains(tokens[first - 1].word);
    return behind_title_word || (words >= 2 && words <= 12 && capitals == words && !phrases.is_mark(quotation.tokens.end - 1, "?!"));
}

std::uint32_t Ground::count_words(TokenSpan span) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = span.begin; i < span.end; ++i) words += annotation.tokens[i].word != 0 && !is_possessive(i) ? 1 : 0;
    return words;
}

bool Ground::inside_one_quotation(std::uint32_t at) const { return at > 0 && quotation_of[at] != 0 && quotation_of[at] == quotation_of[at - 1]; }

bool Ground::cue_follows_question(TokenSpan next) const {
    const std::uint32_t at = next.begin;
    if (quotation_of[at] != 0 || at < 2 || quotation_of[at - 1] == 0 || !phrases.is_mark(at - 2, "?!")) return false;
    for (std::uint32_t i = at; i < std::min(next.end, at + 5); ++i) {
        if (quotation_of[i] != 0) return false;
        if (const lexicon::Cue* cue = lexicon::find_cue(annotation.tokens[i].word)) return cue->form == lexicon::CueForm::finite && (i == at || phrases.can_speak({at, i}));
    }
    return false;
}

}  // namespace firsthand::extract
