// Tested by tagged_test.cc.
#include "extract/tagged.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/hash.h"
#include "extract/ground.h"
#include "lexicon/cues.h"
#include "lexicon/words.h"

namespace firsthand::extract {

namespace {

// What is more likely wrong than right is not said; decision 013.
constexpr float kLeastScore = 0.4F, kLeastNested = 0.65F;
constexpr std::uint32_t kLongestAddressee = 8;     // tokens
constexpr std::uint32_t kLongestDescribed = 6;     // tokens of "the source", described as something
constexpr std::uint32_t kShortestFloating = 6;     // words of a quotation that nobody took: shorter ones are titles and labels

class TaggedPlacer {
  public:
    TaggedPlacer(const Document& document, const Annotation& annotation, const Names& names)
        : annotation_(annotation), ground_(document, annotation, names), taken_(annotation.quotations.size(), false) {}

    std::vector<Passing> place(const std::vector<TaggedPassage>& tagged) {
        for (const TaggedPassage& one : tagged) add(one);
        add_left_over();
        std::stable_sort(found_.begin(), found_.end(), [](const Passing& a, const Passing& b) { return a.content.front().begin < b.content.front().begin; });
        return std::move(found_);
    }

  private:
    void add(const TaggedPassage& tagged) {
        if (tagged.nested && tagged.cue.empty()) return;          // words inside somebody's words need a word that says so
        Passing passing;
        passing.act = tagged.act;
        passing.source = tagged.source;
        passing.cue = tagged.cue;
        for (const TokenSpan span : tagged.content) {
            const TokenSpan content = strip(settle(span, passing));
            if (content.empty()) continue;
            if (!passing.content.empty() && content.begin < passing.content.back().end) {
                passing.content.back().end = std::max(passing.content.back().end, content.end);
            } else {
                passing.content.push_back(content);
            }
        }
        if (passing.content.empty()) return;
        leave_told(passing);
        passing.source = described(passing.source);
        passing.passive = is_heard(passing);
        if (passing.passive) passing.source = {};
        drop_strays(passing);
        std::vector<TokenSpan> later = split_off(passing);
        passing.speech = tagged.nested ? inner_speech_of(passing.content) : ground_.speech_of(passing.content);
        const bool alone = passing.source.empty() && passing.cue.empty();
        if (alone && passing.speech == Speech::indirect) return;   // words of nobody, by nobody
        passing.floating = alone;
        passing.to = addressee(passing);
        passing.score = tagged.score;
        if (!later.empty()) passing.speaker_of = ++groups_;
        for (const TokenSpan span : later) {
            Passing continued{.speech = ground_.speech_of({span}), .act = passing.act, .content = {span}, .speaker_of = groups_, .floating = true, .score = tagged.score};
            finish(std::move(continued));
        }
        finish(std::move(passing));
    }

    // "were told", "has been asked" without "by": the subject is who is spoken to.
    [[nodiscard]] bool is_heard(const Passing& passing) const {
        static const lexicon::WordSet kBe("is are was were be been being am"), kTold("told asked informed warned taught assured reminded advised urged notified briefed");
        if (passing.cue.size() < 2 || (!passing.source.empty() && passing.source.begin >= passing.cue.begin)) return false;
        bool passive = false;
        for (std::uint32_t i = passing.cue.begin; i + 1 < passing.cue.end; ++i) passive = passive || kBe.contains(annotation_.tokens[i].word);
        return passive && kTold.contains(annotation_.tokens[passing.cue.end - 1].word);
    }

    // "the source, described as a “music insider,”": who is described so, not the description.
    [[nodiscard]] TokenSpan described(TokenSpan source) const {
        static const lexicon::WordSet kDescribed("described identified known listed"), kArticles("a an the");
        if (source.empty()) return source;
        std::uint32_t i = source.begin;
        while (i > 0 && (annotation_.tokens[i - 1].kind == TokenKind::quote || kArticles.contains(annotation_.tokens[i - 1].word))) --i;
        if (i < 4 || annotation_.tokens[i - 1].word != base::hash_word("as") || !kDescribed.contains(annotation_.tokens[i - 2].word) || !ground_.phrases.is_mark(i - 3, ",")) return source;
        const std::uint32_t end = i - 3;
        std::uint32_t begin = end;
        while (begin > 0 && end - begin < kLongestDescribed && annotation_.tokens[begin - 1].kind == TokenKind::word && !ground_.phrases.is_determiner(begin)) --begin;
        return begin < end && (ground_.phrases.is_determiner(begin) || ground_.phrases.is_name(begin)) ? TokenSpan{begin, end} : source;
    }

    // "told Politico banks are at risk": whoever is told is named right behind the cue, which the content then begins after.
    void leave_told(Passing& passing) const {
        TokenSpan& first = passing.content.front();
        if (passing.cue.empty() || first.begin != passing.cue.end || !lexicon::is_telling(annotation_.tokens[passing.cue.end - 1].word)) return;
        const TokenSpan name = ground_.phrases.name_at(first.begin);
        if (name.begin == first.begin && name.end < first.end) first.begin = name.end;
    }

    // Of several pieces, what stands in no marks and in another sentence than the cue is another sentence's.
    void drop_strays(Passing& passing) const {
        if (passing.cue.empty() || passing.content.size() < 2) return;
        const std::size_t own = sentence_of(passing.cue.begin);
        const TokenSpan own_paragraph = span_around(annotation_.paragraphs, passing.cue.begin);
        const auto is_stray = [&](TokenSpan span) {
            const std::uint32_t quotation = ground_.quotation_of[span.end - 1];
            if (quotation != 0 && span.end <= own_paragraph.begin && annotation_.quotations[quotation - 1].closed) return true;   // a closed one in a paragraph before
            return ground_.quotation_of[span.begin] == 0 && ground_.quotation_of[span.end - 1] == 0 && sentence_of(span.begin) != own && sentence_of(span.end - 1) != own;
        };
        std::vector<TokenSpan> kept;
        std::copy_if(passing.content.begin(), passing.content.end(), std::back_inserter(kept), [&](TokenSpan span) { return !is_stray(span); });
        if (!kept.empty()) passing.content = std::move(kept);
    }
    [[nodiscard]] std::size_t sentence_of(std::uint32_t token) const {
        return static_cast<std::size_t>(std::partition_point(ground_.sentences.begin(), ground_.sentences.end(), [&](TokenSpan span) { return span.end <= token; }) - ground_.sentences.begin());
    }

    // Quotations in paragraphs behind that of the cue continue it: each is an attribution of its own.
    [[nodiscard]] std::vector<TokenSpan> split_off(Passing& passing) const {
        std::vector<TokenSpan> later;
        if (passing.cue.empty()) return later;
        const auto paragraph = std::upper_bound(annotation_.paragraphs.begin(), annotation_.paragraphs.end(), passing.cue.begin, [](std::uint32_t at, TokenSpan span) { return at < span.begin; });
        if (paragraph == annotation_.paragraphs.end()) return later;
        while (passing.content.size() > 1 && passing.content.back().begin >= paragraph->begin && ground_.quotation_of[passing.content.back().begin] != 0) {
            later.push_back(passing.content.back());
            passing.content.pop_back();
        }
        return later;
    }

    // Of what stands in somebody's words: by the marks inside of the outermost, where these hold all of it.
    [[nodiscard]] Speech inner_speech_of(const std::vector<TokenSpan>& content) const {
        if (ground_.quotation_of[content.front().begin] == 0 || ground_.quotation_of[content.front().begin] != ground_.quotation_of[content.back().end - 1]) return ground_.speech_of(content);
        std::uint32_t quoted = 0, words = 0;
        const std::uint32_t outer = ground_.quotation_of[content.front().begin] - 1;
        for (const TokenSpan span : content) {
            for (std::uint32_t i = span.begin; i < span.end; ++i) words += annotation_.tokens[i].word != 0 ? 1 : 0;
            for (std::uint32_t q = outer + 1; q < annotation_.quotations.size() && annotation_.quotations[q].depth != 0; ++q) {
                const TokenSpan inner = annotation_.quotations[q].tokens;
                if (annotation_.quotations[q].depth == 1)
                    for (std::uint32_t i = std::max(inner.begin, span.begin); i < std::min(inner.end, span.end); ++i) quoted += annotation_.tokens[i].word != 0 ? 1 : 0;
            }
        }
        return quoted == 0 ? Speech::indirect : quoted >= words ? Speech::direct : Speech::mixed;
    }

    // Without the commas and stops around it that stand in no quotation.
    [[nodiscard]] TokenSpan strip(TokenSpan content) const {
        while (!content.empty() && ground_.quotation_of[content.begin] == 0 && ground_.phrases.is_mark(content.begin, ",.;:")) ++content.begin;
        while (!content.empty() && ground_.quotation_of[content.end - 1] == 0 && ground_.phrases.is_mark(content.end - 1, ",;:")) --content.end;
        return content;
    }

    // A quotation that the content mostly holds belongs to it whole, one that it only touches not at all.
    [[nodiscard]] TokenSpan settle(TokenSpan content, const Passing& passing) const {
        if (content.empty()) return content;
        const std::uint32_t first = ground_.quotation_of[content.begin], last = ground_.quotation_of[content.end - 1];
        if (first != 0 && first == last) {                       // all in one quotation
            const TokenSpan whole = ground_.with_marks(first - 1);
            const bool own = !passing.cue.empty() && ground_.quotation_of[passing.cue.begin] == first;   // its cue is quoted with it
            return own || 2 * content.size() < whole.size() ? content : whole;
        }
        const auto quoted_cue = [&](std::uint32_t quotation) { return !passing.cue.empty() && ground_.quotation_of[passing.cue.begin] == quotation; };   // "“We expected a letter,” or so"
        if (last != 0 && !quoted_cue(last)) content.end = keeps(content, last - 1) ? ground_.end_token(last - 1) : ground_.first_token(last - 1);
        if (first != 0 && !quoted_cue(first)) content.begin = keeps(content, first - 1) ? ground_.first_token(first - 1) : ground_.end_token(first - 1);
        return content;
    }
    [[nodiscard]] bool keeps(TokenSpan content, std::uint32_t quotation) const {
        const TokenSpan whole = ground_.with_marks(quotation);
        const std::uint32_t both = std::min(content.end, whole.end) - std::max(content.begin, whole.begin);
        return 3 * both >= whole.size();
    }

    // "told the Mirror (that)": from the cue to the content, to a comma, or to "that".
    [[nodiscard]] TokenSpan addressee(const Passing& passing) const {
        static const std::uint32_t kThat = base::hash_word("that");
        if (passing.cue.empty()) return {};
        const lexicon::Cue* cue = lexicon::find_cue(annotation_.tokens[passing.cue.end - 1].word);
        if (cue == nullptr || !cue->addressed) return {};
        const std::uint32_t begin = passing.cue.end;
        std::uint32_t end = begin;
        const auto limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(annotation_.tokens.size()), begin + kLongestAddressee);
        while (end < limit && ground_.quotation_of[end] == 0 && !ground_.phrases.is_mark(end, ",.:;") && annotation_.tokens[end].word != kThat && !passing.holds(end) &&
               (end == begin || !(ground_.phrases.is_preposition(end) || ground_.phrases.is_adverb(end) || (lexicon::is_calendar(annotation_.tokens[end].word) && !ground_.phrases.is_name(end)))))
            ++end;
        return {begin, end};
    }

    void finish(Passing passing) {
        const std::uint32_t first = ground_.quotation_of[passing.content.front().begin], last = ground_.quotation_of[passing.content.back().end - 1];
        passing.continues = first != 0 && annotation_.quotations[first - 1].continues;
        passing.runs_on = last != 0 && !annotation_.quotations[last - 1].closed;
        for (const TokenSpan span : passing.content)
            for (std::uint32_t i = span.begin; i < span.end; ++i)
                if (ground_.quotation_of[i] != 0) taken_[ground_.quotation_of[i] - 1] = true;
        found_.push_back(std::move(passing));
    }

    // Quotations that the network gave to nobody: signed ones, those that run on from the paragraph before, and whole sentences in
    // marks, which continue the last speaker.
    void add_left_over() {
        std::size_t s = 0;
        for (std::uint32_t q = 0; q < annotation_.quotations.size(); ++q) {
            const Quotation& quotation = annotation_.quotations[q];
            if (taken_[q] || quotation.depth != 0) continue;
            const TokenSpan span = ground_.with_marks(q);
            while (s + 1 < ground_.sentences.size() && ground_.sentences[s].end <= span.begin) ++s;
            Passing passing;
            passing.content = {span};
            passing.score = 0.6F;
            if (const TokenSpan signature = ground_.phrases.find_signature(span.end); !signature.empty()) {
                passing.source = signature;
                passing.cue = {span.end, span.end + 1};
                passing.score = 0.8F;
            } else if (quotation.continues) {
                passing.floating = true;
            } else if (span.begin == ground_.sentences[s].begin && ground_.count_words(quotation.tokens) >= kShortestFloating && !ground_.is_title_of_work(q)) {
                passing.floating = true;
                passing.score = 0.4F;
            } else {
                continue;
            }
            passing.speech = ground_.speech_of(passing.content);
            finish(std::move(passing));
        }
    }

    const Annotation& annotation_;
    Ground ground_;
    std::uint32_t groups_ = 0;
    std::vector<bool> taken_;                      // for each quotation: some attribution has words of it
    std::vector<Passing> found_;
};

}  // namespace

TokenSpan tokens_of(const Annotation& annotation, ByteSpan span) {
    const auto first = std::partition_point(annotation.tokens.begin(), annotation.tokens.end(), [&](const Token& token) { return token.end <= span.begin; });
    const auto last = std::partition_point(first, annotation.tokens.end(), [&](const Token& token) { return token.begin < span.end; });
    return {static_cast<std::uint32_t>(first - annotation.tokens.begin()), static_cast<std::uint32_t>(last - annotation.tokens.begin())};
}

TokenSpan tokens_of(const Annotation& annotation, const Encoding& encoding, PieceSpan span) {
    return span.empty() ? TokenSpan{} : tokens_of(annotation, ByteSpan{encoding.pieces[span.begin].begin, encoding.pieces[span.end - 1].end});
}

void hear(const Annotation& annotation, const Encoding& encoding, const LinkScorer& link, std::span<const float, model::kEvidence> calibration, Heard& heard) {
    for (const TaggedName& name : decode_names(encoding))
        if (const TokenSpan tokens = tokens_of(annotation, encoding, name.pieces); !tokens.empty() && (heard.names.empty() || heard.names.back().tokens.end <= tokens.begin))
            heard.names.push_back({tokens, name.kind});
    for (const Tagged& tagged : decode_attributions(encoding, link)) {
        TaggedPassage passage{.source = tokens_of(annotation, encoding, tagged.source), .cue = tokens_of(annotation, encoding, tagged.cue), .nested = tagged.nested, .act = tagged.act,
                              .score = 1 / (1 + std::exp(-std::inner_product(calibration.begin(), calibration.end(), tagged.evidence.begin(), 0.0F)))};
        for (const PieceSpan span : tagged.content)
            if (const TokenSpan tokens = tokens_of(annotation, encoding, span); !tokens.empty()) passage.content.push_back(tokens);
        if (!passage.content.empty() && passage.score >= (passage.nested ? kLeastNested : kLeastScore)) heard.passages.push_back(std::move(passage));
    }
}

std::vector<Passing> place_tagged(const Document& document, const Annotation& annotation, const Names& names, const std::vector<TaggedPassage>& tagged) {
    return TaggedPlacer(document, annotation, names).place(tagged);
}

}  // namespace firsthand::extract
