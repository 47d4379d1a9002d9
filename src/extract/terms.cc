// Sublinear TF-IDF in parts (title, lead, body), after Miranda et al., "Multilingual Clustering of Streaming News" (2018).
// The frequencies of words come from a shipped table, not from the pile. Tested by terms_test.cc.
#include "extract/terms.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/document_frequency.h"

namespace firsthand::extract {

namespace {

constexpr float kLeastRarity = 1.0F;               // a word in more than a third of all articles says nothing about the story

struct Count {
    std::uint32_t word = 0;
    float times = 0;                               // weighted by place
    float plain = 0, capital = 0;                  // within sentences, where capitals mean something
    float count = 1;                               // every place alike
    bool in_title = false;
};

bool is_word_byte(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c == '-';
}

// Without what is no letter at its ends and without a possessive ending: as the tokens of a text have it.
std::string_view trim_word(std::string_view word) {
    const auto is_joiner = [](char c) { return c == '\'' || c == '-'; };
    while (!word.empty() && is_joiner(word.back())) word.remove_suffix(1);
    while (!word.empty() && is_joiner(word.front())) word.remove_prefix(1);
    if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
    return word;
}

// A title that does not stand in the text has no tokens: cut it at what is no letter, digit, apostrophe or hyphen.
void count_title(std::string_view title, float weight, std::vector<Count>& counts) {
    const std::string folded = base::fold(title);
    const auto end_of_word = [&](std::size_t at) {
        while (at < folded.size() && is_word_byte(folded[at])) {
            const base::Decoded d = base::decode(folded, at);
            if (d.size > 1 && !base::is_letter(d.point)) break;
            at += d.size;
        }
        return at;
    };
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = end_of_word(begin);
        const std::string_view word = trim_word(std::string_view(folded).substr(begin, end - begin));
        if (!word.empty() && (word.front() < '0' || word.front() > '9')) counts.push_back({.word = base::hash_word(word), .times = weight, .in_title = true});
        begin = end > begin ? end : begin + base::decode(folded, begin).size;
    }
}

void count_text(const Document& document, const Annotation& annotation, const TermOptions& options, std::vector<Count>& counts) {
    unsigned words = 0;
    for (const TokenSpan& sentence : annotation.sentences) {
        bool first = true;
        for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
            const Token& token = annotation.tokens[t];
            if (token.kind != TokenKind::word || document.text[token.begin] == '\'') continue;   // a possessive ending
            if (document.text.compare(token.begin, 3, "’") == 0) continue;
            const bool in_title = token.begin < document.title_span.end && token.begin >= document.title_span.begin;
            const float times = in_title ? options.title : words < options.lead_words ? options.lead : 1.0F;
            words += in_title ? 0 : 1;
            const bool capital = token.letter_case == LetterCase::title || token.letter_case == LetterCase::upper || token.letter_case == LetterCase::mixed;
            const bool tells = !first && !in_title;
            counts.push_back({.word = token.word, .times = times, .plain = tells && !capital ? 1.0F : 0.0F, .capital = tells && capital ? 1.0F : 0.0F, .in_title = in_title});
            first = false;
        }
    }
}

// One count a word, by word.
void merge_counts(std::vector<Count>& counts) {
    std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.word < b.word; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (kept > 0 && counts[kept - 1].word == counts[i].word) {
            counts[kept - 1].times += counts[i].times;
            counts[kept - 1].plain += counts[i].plain;
            counts[kept - 1].capital += counts[i].capital;
            counts[kept - 1].count += counts[i].count;
            counts[kept - 1].in_title |= counts[i].in_title;
        } else {
            counts[kept++] = counts[i];
        }
    }
    counts.resize(kept);
}

void scale_to_unit_length(std::vector<Term>& terms, float Term::*weight) {
    double squares = 0;
    for (const Term& term : terms) squares += double{term.*weight} * double{term.*weight};
    if (squares <= 0) return;
    const double factor = 1.0 / std::sqrt(squares);
    for (Term& term : terms) term.*weight = static_cast<float>(double{term.*weight} * factor);
}

}  // namespace

std::vector<Term> weigh_terms(const Document& document, const Annotation& annotation, const TermOptions& options) {
    std::vector<Count> counts;
    counts.reserve(annotation.tokens.size());
    if (document.title_span.empty()) count_title(document.title, options.title, counts);
    count_text(document, annotation, options, counts);
    merge_counts(counts);
    std::vector<Term> terms;
    terms.reserve(counts.size());
    for (const Count& count : counts) {
        const float rarity = lexicon::find_rarity(count.word);
        if (rarity < kLeastRarity) continue;
        const bool name = count.capital > count.plain;
        const auto weigh = [&](float times) { return rarity * (1.0F + std::log(std::max(1.0F, times))); };
        terms.push_back({count.word, (name ? options.name : 1.0F) * weigh(count.times), weigh(count.count), count.in_title, name});
    }
    if (terms.size() > options.most_terms) {
        std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.word < b.word; });
        terms.resize(options.most_terms);
        std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.word < b.word; });
    }
    scale_to_unit_length(terms, &Term::weight);
    scale_to_unit_length(terms, &Term::plain);
    return terms;
}

}  // namespace firsthand::extract
