// Tested by tests/stages/.
#include "extract/phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "lexicon/cues.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

using lexicon::WordSet;

const WordSet& pronouns() {
    static const WordSet words("he she they it i we you who");
    return words;
}
const WordSet& adverbs() {
    static const WordSet words("also later then now once again still reportedly recently previously first simply just even earlier often always never soon");
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
bool Phrases::is_preposition(std::uint32_t at) const { return prepositions().contains(tokens_[at].word); }
bool Phrases::is_determiner(std::uint32_t at) const { return determiners().contains(tokens_[at].word); }

bool Phrases::can_speak(TokenSpan phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        const std::uint32_t word = tokens_[i].word;
        if (is_name(i) || is_pronoun(i) || lexicon::is_role(word) || lexicon::is_title(word) || lexicon::is_unnamed_source(word) || lexicon::is_organization_word(word) ||
            lexicon::is_document(word) || is_determiner(i))
            return true;
    }
    return false;
}

TokenSpan Phrases::find_signature(std::uint32_t at) const {
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    if (at + 1 >= size || !is_dash(at) || !is_name(at + 1) || is_quoted(at + 1)) return {};
    const TokenSpan name = names_.mentions[names_.mention_at[at + 1] - 1].tokens;
    const bool last = name.end >= size || text_.substr(tokens_[name.end - 1].end, tokens_[name.end].begin - tokens_[name.end - 1].end).find('\n') != std::string_view::npos;
    return last || is_mark(name.end, "(,") ? name : TokenSpan{};
}

}  // namespace firsthand::extract
