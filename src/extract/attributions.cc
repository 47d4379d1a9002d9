// The rules. A cue outside quotation marks looks for its source (before it, or behind it: "said Gluck"), then for its
// content: the quotation or clause before it, the quotation or clause behind it, or both. Quotations that no cue took
// continue the attribution before them, or the last speaker, or belong to the sentence they stand in.
// Linking order after O'Keefe et al. 2012 and Citron (Newell et al. 2018). Tested by tests/stages/extract_test.cc.
#include "extract/attributions.h"

#include <algorithm>

#include "base/hash.h"
#include "extract/ground.h"
#include "extract/rule_words.h"

namespace firsthand::extract {

namespace {

using lexicon::Cue;

constexpr std::uint32_t kNoCue = 0;

class AttributionFinder {
  public:
    AttributionFinder(const Document& document, const Annotation& annotation, const Names& names)
        : text_(document.text), annotation_(annotation), tokens_(annotation.tokens), names_(names), ground_(document, annotation, names) {}

    std::vector<Passing> find() {
        taken_.assign(annotation_.quotations.size(), 0);
        for (sentence_ = 0; sentence_ < sentences_.size(); ++sentence_) read_sentence(sentences_[sentence_]);
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::uint32_t first_token(std::uint32_t q) const { return ground_.first_token(q); }
    [[nodiscard]] std::uint32_t end_token(std::uint32_t q) const { return ground_.end_token(q); }
    [[nodiscard]] TokenSpan with_marks(std::uint32_t q) const { return ground_.with_marks(q); }

    // ---- cues

    [[nodiscard]] const Cue* cue_at(std::uint32_t at, TokenSpan sentence) const {
        if (quotation_of_[at] != 0 || tokens_[at].letter_case == LetterCase::upper || (tokens_[at].letter_case == LetterCase::title && at > sentence.begin)) return nullptr;
        if (phrases_.is_name(at)) return nullptr;
        const Cue* cue = lexicon::find_cue(tokens_[at].word);
        if (cue == nullptr) return nullptr;
        if (at > sentence.begin && never_before_verbs().contains(tokens_[at - 1].word) && !(cue->plain && is_possessive(at - 1))) return nullptr;   // "hard to tell", "his alleged role"
        if (at > sentence.begin && ambiguous_forms().contains(tokens_[at].word) && noun_markers().contains(tokens_[at - 1].word)) return nullptr;
        return cue;
    }
    [[nodiscard]] bool is_according_to(std::uint32_t at, TokenSpan sentence) const {
        static const std::uint32_t kAccording = base::hash_word("according");
        static const std::uint32_t kTo = base::hash_word("to");
        return tokens_[at].word == kAccording && at + 2 < sentence.end && tokens_[at + 1].word == kTo && quotation_of_[at] == 0;
    }

    void read_sentence(TokenSpan sentence) {
        first_of_sentence_ = found_.size();
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            if (is_according_to(i, sentence)) {
                read_according_to(i, sentence);
                ++i;
            } else if (const Cue* cue = cue_at(i, sentence)) {
                read_cue(i, *cue, sentence);
            }
        }
        take_left_over_quotations(sentence);
    }

    // ---- "according to X"

    void read_according_to(std::uint32_t at, TokenSpan sentence) {
        Passing passing;
        passing.cue = {at, at + 2};
        passing.source = phrases_.find_phrase_after(at + 2, sentence.end);
        if (passing.source.empty()) return;
        passing.score = 0.8F;
        std::uint32_t after = passing.source.end;
        if (at <= sentence.begin + 1) {                          // "According to X, …"
            while (after < sentence.end && !phrases_.is_mark(after, ",")) ++after;
            if (after + 1 >= sentence.end) return;
            add_clause(passing, {after + 1, sentence.end}, sentence);
        } else {
            std::uint32_t end = at;
            if (phrases_.is_mark(end - 1, ",")) --end;
            if (end > sentence.begin) add_clause(passing, {clause_begin(end, sentence), end}, sentence);
        }
        finish(passing);
    }

    // ---- verbs

    void read_cue(std::uint32_t at, const Cue& cue, TokenSpan sentence) {
        Passing passing;
        passing.act = cue.act;
        std::uint32_t begin = at;
        while (begin > sentence.begin && (phrases_.is_auxiliary(begin - 1) || phrases_.is_adverb(begin - 1)) && quotation_of_[begin - 1] == 0) --begin;
        while (begin < at && !phrases_.is_auxiliary(begin)) ++begin;
        passing.cue = {begin, at + 1};

        const bool behind_content = is_behind_content(begin, sentence);
        const std::uint32_t left = segment_begin(begin, sentence);
        passing.source = phrases_.find_subject_before(left, begin);
        bool inverted = false;
        if (passing.source.empty() && behind_content && cue.form == lexicon::CueForm::finite) {
            const TokenSpan phrase = phrases_.find_phrase_after(at + 1, sentence.end);
            inverted = !phrase.empty() && (quotation_of_[begin - 1] != 0 || !opens_next_clause(phrase, sentence));
            passing.source = inverted ? phrase : phrases_.find_subject_before(sentence.begin, first_comma(sentence, begin));
        }
        if (passing.source.empty() && !inverted) passing.source = source_in_sentence(begin, sentence);
        const std::uint32_t after = skip_addressee(inverted ? passing.source.end : at + 1, cue, sentence, passing);
        const bool block_behind_content = inverted || (!passing.source.empty() && passing.source.end <= begin && is_behind_content(passing.source.begin, sentence));

        if (block_behind_content && take_before(inverted ? begin : passing.source.begin, sentence, after, passing)) {
            take_behind_comma(after, sentence, passing);
        } else if (!passing.source.empty() || cue.form == lexicon::CueForm::participle || quoted_at(skip_marks(after, sentence), sentence)) {
            take_after(after, cue, sentence, passing);
        }
        if (passing.content.empty()) return;
        passing.score = passing.source.empty() ? 0.4F : cue.plain ? 0.9F : 0.7F;
        finish(passing);
    }

    // "Kestra, which sells X, said it had doubled": the phrase behind the cue is the next clause's subject.
    [[nodiscard]] bool opens_next_clause(TokenSpan phrase, TokenSpan sentence) const {
        return phrases_.is_pronoun(phrase.begin) || (phrase.end < sentence.end && (phrases_.is_auxiliary(phrase.end) || lexicon::find_cue(tokens_[phrase.end].word) != nullptr));
    }
    [[nodiscard]] std::uint32_t first_comma(TokenSpan sentence, std::uint32_t end) const {
        for (std::uint32_t i = sentence.begin; i < end; ++i)
            if (quotation_of_[i] == 0 && phrases_.is_mark(i, ",")) return i;
        return sentence.begin;
    }

    // Where the part of the sentence that may hold the subject begins: behind the last quotation, colon, dash or semicolon.
    [[nodiscard]] std::uint32_t segment_begin(std::uint32_t at, TokenSpan sentence) const {
        std::uint32_t i = at;
        while (i > sentence.begin && quotation_of_[i - 1] == 0 && !phrases_.is_mark(i - 1, ":;(") && !phrases_.is_dash(i - 1)) --i;
        return i;
    }
    // Does what stands before `at` end a content: a quotation, or a clause with its comma?
    [[nodiscard]] bool is_behind_content(std::uint32_t at, TokenSpan sentence) const {
        if (at <= sentence.begin) return false;
        if (quotation_of_[at - 1] != 0) return true;
        if (phrases_.is_mark(at - 1, ",") && at >= sentence.begin + 2) return true;
        return phrases_.is_dash(at - 1);
    }
    // "…, adding that", "and said": the subject of the attribution before in this sentence, else the sentence's first name.
    [[nodiscard]] TokenSpan source_in_sentence(std::uint32_t at, TokenSpan sentence) const {
        for (std::size_t i = found_.size(); i > first_of_sentence_; --i)
            if (!found_[i - 1].source.empty()) return found_[i - 1].source;
        for (std::uint32_t i = sentence.begin; i < at; ++i) {
            if (quotation_of_[i] != 0) continue;
            if (phrases_.is_name(i)) {
                const NameMention& mention = names_.mentions[names_.mention_at[i] - 1];
                const bool behind = mention.whole.begin > sentence.begin && phrases_.is_preposition(mention.whole.begin - 1);
                if (!behind && names_.entities[mention.entity - 1].kind != EntityKind::place) return mention.tokens;
                i = mention.tokens.end - 1;
            } else if (he_or_she().contains(tokens_[i].word)) {
                return {i, i + 1};
            }
        }
        return {};
    }

    // Behind the cue: "the Mirror", "reporters", "on Twitter", "in a statement to People", "Tuesday".
    std::uint32_t skip_addressee(std::uint32_t at, const Cue& cue, TokenSpan sentence, Passing& passing) const {
        static const std::uint32_t kThat = base::hash_word("that");
        if (cue.addressed && at < sentence.end && quotation_of_[at] == 0 && !phrases_.is_mark(at, ",:") && tokens_[at].word != kThat) {
            std::uint32_t end = at;
            while (end < sentence.end && phrases_.is_determiner(end)) ++end;
            if (end < sentence.end && phrases_.is_name(end)) {
                end = names_.mentions[names_.mention_at[end] - 1].tokens.end;
                if (end + 1 < sentence.end && is_possessive(end) && phrases_.is_name(end + 1)) end = names_.mentions[names_.mention_at[end + 1] - 1].tokens.end;
            } else if (end < sentence.end) {
                ++end;
            }
            passing.to = {at, std::min(end, sentence.end)};
            at = passing.to.end;
        }
        if (is_infinitive(at, cue, sentence)) return at;           // "vowed to save them"
        // An adverbial is skipped only when a comma, a colon, "that" or a quotation closes it soon.
        std::uint32_t i = at;
        while (i < sentence.end && lexicon::is_calendar(tokens_[i].word)) i = at = i + 1;
        if (i < sentence.end && (phrases_.is_preposition(i) || phrases_.is_adverb(i))) {
            for (std::uint32_t k = i; k < std::min(sentence.end, i + 14); ++k) {
                if (quotation_of_[k] != 0 || phrases_.is_mark(k, ",:.") || tokens_[k].word == kThat) return k;
                if (phrases_.is_pronoun(k) && k > i + 1 && !phrases_.is_determiner(k)) return k;
            }
            if (sentence.end - i < 14) return sentence.end;
        }
        return at;
    }
    [[nodiscard]] bool is_infinitive(std::uint32_t at, const Cue& cue, TokenSpan sentence) const {
        static const std::uint32_t kTo = base::hash_word("to");
        return !cue.plain && at + 1 < sentence.end && quotation_of_[at] == 0 && tokens_[at].word == kTo && tokens_[at + 1].letter_case == LetterCase::lower &&
               quotation_of_[at + 1] == 0 && !phrases_.is_determiner(at + 1) && !phrases_.is_pronoun(at + 1);
    }
    [[nodiscard]] bool is_possessive(std::uint32_t at) const { return ground_.is_possessive(at); }

    [[nodiscard]] bool quoted_at(std::uint32_t at, TokenSpan sentence) const { return at < sentence.end && quotation_of_[at] != 0; }
    [[nodiscard]] std::uint32_t skip_marks(std::uint32_t at, TokenSpan sentence) const {
        while (at < sentence.end && quotation_of_[at] == 0 && (phrases_.is_mark(at, ",:") || phrases_.is_dash(at))) ++at;
        return at;
    }

    // ---- contents

    // The content before the block of source and cue. `after`: behind the block; words there mean that the content follows.
    bool take_before(std::uint32_t block, TokenSpan sentence, std::uint32_t after, Passing& passing) {
        if (block <= sentence.begin) return false;
        if (const std::uint32_t q = quotation_of_[block - 1]; q != 0) {
            if (taken_[q - 1] != 0 || !ends_for_cue(q - 1)) return false;
            // A sentence that is quoted only in its end: the content is the whole sentence.
            TokenSpan content = with_marks(q - 1);
            const std::uint32_t begin = clause_begin(content.begin, sentence);
            if (begin < content.begin) content.begin = begin;
            add_clause(passing, content, sentence);
            return true;
        }
        if (quoted_at(skip_marks(after, sentence), sentence)) return false;      // "At the fair, Mill said, “…”"
        static const lexicon::WordSet kContentOpeners("that whether how what if why");
        if (after < sentence.end && kContentOpeners.contains(tokens_[after].word)) return false;   // "After the match, Mill said that …"
        const bool ends = after >= sentence.end || phrases_.is_mark(after, ".,;!?") || phrases_.opens_clause(after) || after + 1 >= sentence.end;
        if (!ends || !(phrases_.is_mark(block - 1, ",") || phrases_.is_dash(block - 1))) return false;
        const TokenSpan content{clause_begin(block - 1, sentence), block - 1};
        if (content.size() < 3) return false;
        add_clause(passing, content, sentence);
        return !passing.content.empty();
    }
    // "…,” he said": a quotation whose last mark lets a cue follow.
    [[nodiscard]] bool ends_for_cue(std::uint32_t q) const {
        const Quotation& quotation = annotation_.quotations[q];
        const std::uint32_t last = quotation.tokens.end - 1;
        if (phrases_.is_mark(last, ",?!-")) return true;
        const std::uint32_t behind = end_token(q);
        if (behind < tokens_.size() && phrases_.is_mark(behind, ",")) return true;
        return !phrases_.is_mark(last, ".") || quotation.tokens.size() <= 3 || behind >= tokens_.size() || tokens_[behind].letter_case == LetterCase::lower || phrases_.is_name(behind);
    }
    // Begin of the clause that ends before `end`: behind the contents already taken in this sentence.
    [[nodiscard]] std::uint32_t clause_begin(std::uint32_t end, TokenSpan sentence) const {
        std::uint32_t begin = sentence.begin;
        for (std::size_t i = first_of_sentence_; i < found_.size(); ++i) {
            const Passing& other = found_[i];
            for (const TokenSpan span : {other.source, other.cue})
                if (!span.empty() && span.end <= end) begin = std::max(begin, span.end);
            for (const TokenSpan span : other.content)
                if (span.end <= end) begin = std::max(begin, span.end);
        }
        while (begin < end && tokens_[begin].kind == TokenKind::punctuation) ++begin;
        return begin;
    }

    // "“A,” he said, “B.”": the second half.
    void take_behind_comma(std::uint32_t after, TokenSpan sentence, Passing& passing) {
        std::uint32_t at = after;
        while (at < sentence.end && quotation_of_[at] == 0 && at < after + 12 && !phrases_.is_mark(at, ",;")) ++at;
        at = skip_marks(at, sentence);
        if (!quoted_at(at, sentence) || at == after) return;
        const std::uint32_t q = quotation_of_[at] - 1;
        if (taken_[q] != 0 || !phrases_.is_mark(at - 1, ",:") ) return;
        add_piece(passing, with_marks(q));
    }

    void take_after(std::uint32_t after, const Cue& cue, TokenSpan sentence, Passing& passing) {
        static const std::uint32_t kThat = base::hash_word("that");
        const std::uint32_t at = skip_marks(after, sentence);
        if (at >= sentence.end) return;
        if (quoted_at(at, sentence)) {
            const std::uint32_t q = quotation_of_[at] - 1;
            if (taken_[q] != 0) return;
            TokenSpan content = with_marks(q);
            if (!ends_sentence_inside(q)) content.end = clause_end(content.end, sentence);
            add_clause(passing, content, sentence);
            return;
        }
        const bool that = tokens_[at].word == kThat;
        const TokenSpan rest{at, clause_end(at, sentence)};
        const std::uint32_t quoted = first_quotation(rest);
        if (cue.naming) {                                        // "called it “a sham”"
            if (quoted != kNoCue && first_token(quoted - 1) < at + 12) add_clause(passing, {at, std::max(end_token(quoted - 1), at)}, sentence);
            return;
        }
        if (quoted != kNoCue && first_token(quoted - 1) > at && phrases_.is_mark(first_token(quoted - 1) - 1, ":")) {   // "shared this: “…”"
            add_clause(passing, with_marks(quoted - 1), sentence);
            return;
        }
        const bool clause = that || (cue.clause && at == after) || is_infinitive(at, cue, sentence);
        if (!clause && quoted == kNoCue) return;
        if (!clause && first_token(quoted - 1) > at + 10) return;
        if (rest.size() < 2 || (passing.source.empty() && quoted == kNoCue)) return;
        if (cue.act == Act::finding && !that) return;
        add_clause(passing, rest, sentence);
    }
    [[nodiscard]] bool ends_sentence_inside(std::uint32_t q) const {
        const Quotation& quotation = annotation_.quotations[q];
        return !quotation.closed || phrases_.is_mark(quotation.tokens.end - 1, ".?!,") || text_.substr(tokens_[quotation.tokens.end - 1].begin).starts_with("…");
    }
    [[nodiscard]] std::uint32_t first_quotation(TokenSpan span) const {
        for (std::uint32_t i = span.begin; i < span.end; ++i)
            if (quotation_of_[i] != 0 && taken_[quotation_of_[i] - 1] == 0) return quotation_of_[i];
        return kNoCue;
    }
    // The end of a clause that follows its cue: the sentence's end, or a cue of its own behind a comma.
    [[nodiscard]] std::uint32_t clause_end(std::uint32_t at, TokenSpan sentence) const {
        for (std::uint32_t i = at; i + 1 < sentence.end; ++i) {
            if (quotation_of_[i] != 0) continue;
            if (phrases_.is_dash(i) && i >= at + 3 && cue_without_dash({i + 1, sentence.end})) return i;
            if (!phrases_.is_mark(i, ",")) continue;
            if (is_according_to(i + 1, sentence)) return i;
            const Cue* next = lexicon::find_cue(tokens_[i + 1].word);
            if (next != nullptr && next->form == lexicon::CueForm::participle && next->plain) return i;
        }
        std::uint32_t end = sentence.end;
        while (end > at && quotation_of_[end - 1] == 0 && phrases_.is_mark(end - 1, ".,;:")) --end;
        return end;
    }

    // A plain cue and no second dash: what follows the dash is somebody else's sentence.
    [[nodiscard]] bool cue_without_dash(TokenSpan span) const {
        bool found = false;
        for (std::uint32_t i = span.begin; i < span.end; ++i) {
            if (quotation_of_[i] == 0 && phrases_.is_dash(i)) return false;
            const Cue* cue = cue_at(i, span);
            found = found || (cue != nullptr && cue->plain && cue->form == lexicon::CueForm::finite);
        }
        return found;
    }

    void add_clause(Passing& passing, TokenSpan span, TokenSpan sentence) {
        span.end = std::min(span.end, sentence.end);
        while (span.begin < span.end && quotation_of_[span.begin] == 0 && phrases_.is_mark(span.begin, ",.;:")) ++span.begin;
        while (span.end > span.begin && quotation_of_[span.end - 1] == 0 && phrases_.is_mark(span.end - 1, ",.;:")) --span.end;
        span = ground_.whole_quotations(span);
        if (!span.empty()) add_piece(passing, span);
    }
    void add_piece(Passing& passing, TokenSpan span) {
        const std::uint32_t first = quotation_of_[span.begin], last = quotation_of_[span.end - 1];
        passing.continues = passing.continues || (passing.content.empty() && first != 0 && annotation_.quotations[first - 1].continues);
        passing.runs_on = last != 0 && !annotation_.quotations[last - 1].closed;
        for (std::uint32_t i = span.begin; i < span.end; ++i)
            if (quotation_of_[i] != 0) taken_[quotation_of_[i] - 1] = static_cast<std::uint32_t>(found_.size() + 1);
        passing.content.push_back(span);
    }

    void finish(Passing& passing) {
        if (passing.content.empty()) return;
        std::sort(passing.content.begin(), passing.content.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
        passing.speech = ground_.speech_of(passing.content);
        found_.push_back(std::move(passing));
    }

    // ---- quotations that no cue of their sentence took

    void take_left_over_quotations(TokenSpan sentence) {
        std::uint32_t seen = 0;
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            const std::uint32_t q = quotation_of_[i];
            if (q == 0 || q == seen) continue;
            seen = q;
            if (taken_[q - 1] == 0) take_left_over(q - 1, sentence);
        }
    }
    void take_left_over(std::uint32_t q, TokenSpan sentence) {
        const TokenSpan span = with_marks(q);
        const Quotation& quotation = annotation_.quotations[q];
        const bool opens_sentence = span.begin == sentence.begin;
        const bool opens_paragraph = span.begin == annotation_.paragraphs[paragraph_of_[sentence_]].begin;
        // "“A,” he said. “B.”": one attribution, another piece.
        if (opens_sentence && !opens_paragraph && !found_.empty() && found_.back().speech != Speech::indirect && in_paragraph(found_.back()) &&
            found_.back().content.back().end <= span.begin && !ground_.is_title_of_work(q)) {
            taken_[q] = static_cast<std::uint32_t>(found_.size());
            found_.back().content.push_back(span);
            return;
        }
        const std::uint32_t words = ground_.count_words(quotation.tokens);
        Passing passing;
        passing.continues = quotation.continues;
        if (const TokenSpan signature = phrases_.find_signature(span.end); !signature.empty()) {   // "“A.” — Mara Quill (@mquill)"
            passing.source = signature;
            passing.cue = {span.end, span.end + 1};
            passing.score = 0.8F;
        } else if (opens_sentence && (words >= 3 || quotation.continues)) {
            passing.floating = true;
            passing.score = quotation.continues ? 0.9F : 0.6F;
            if (words < 6 && span.end < sentence.end) passing.score = 0.3F;   // a title or label that opens a sentence
        } else if (words >= 3 && !ground_.is_title_of_work(q)) {
            passing.source = source_in_sentence(span.begin, sentence);
            passing.floating = passing.source.empty();
            passing.score = 0.2F;
            if (span.begin > sentence.begin && phrases_.is_mark(span.begin - 1, ":")) {
                passing.cue = {span.begin - 1, span.begin};
                passing.score = 0.7F;
            }
        } else {
            return;
        }
        if (opens_sentence && passing.cue.empty() && ground_.is_title_of_work(q)) return;
        add_piece(passing, span);
        finish(passing);
        if (found_.back().cue.empty() && !found_.back().floating) found_.back().speech = Speech::mixed;   // a fragment inside the writer's sentence
    }
    [[nodiscard]] bool in_paragraph(const Passing& passing) const {
        const TokenSpan paragraph = annotation_.paragraphs[paragraph_of_[sentence_]];
        return passing.content.back().begin >= paragraph.begin && passing.content.back().begin < paragraph.end;
    }

    std::string_view text_;
    const Annotation& annotation_;
    const std::vector<Token>& tokens_;
    const Names& names_;
    Ground ground_;
    const std::vector<std::uint32_t>& quotation_of_ = ground_.quotation_of;
    const Phrases& phrases_ = ground_.phrases;
    const std::vector<TokenSpan>& sentences_ = ground_.sentences;
    const std::vector<std::uint32_t>& paragraph_of_ = ground_.paragraph_of;
    std::vector<std::uint32_t> taken_;             // for each quotation: index + 1 of the attribution that took it
    std::vector<Passing> found_;
    std::size_t first_of_sentence_ = 0;
    std::size_t sentence_ = 0;
};

}  // namespace

std::vector<Passing> find_attributions(const Document& document, const Annotation& annotation, const Names& names) {
    return AttributionFinder(document, annotation, names).find();
}

}  // namespace firsthand::extract
