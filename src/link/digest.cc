// Fingerprints after Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (2003), over
// words. Tested by digest_test.cc.
#include "link/digest.h"

#include <algorithm>
#include <atomic>

#include "base/hash.h"
#include "base/threads.h"
#include "base/utf8.h"
#include "lexicon/agencies.h"

namespace firsthand::link {

namespace {

constexpr std::uint64_t kMostShelfBytes = 900ULL << 20U;
constexpr std::size_t kTitlePoints = 120;

// The words of an attribution that stand in quotation marks; all its words when its content is direct without marks of its own.
std::vector<std::uint32_t> find_quoted_words(const Reading& reading, const Attribution& attribution, std::span<const std::uint32_t> word_tokens) {
    const auto& tokens = reading.annotation.tokens;
    const auto& quotations = reading.annotation.quotations;
    std::vector<std::uint32_t> all, quoted;
    for (const ByteSpan& piece : attribution.content) {
        auto at = std::lower_bound(word_tokens.begin(), word_tokens.end(), piece.begin,
                                   [&](std::uint32_t token, std::uint32_t begin) { return tokens[token].begin < begin; });
        auto quotation = std::upper_bound(quotations.begin(), quotations.end(), piece.begin,
                                          [](std::uint32_t begin, const Quotation& q) { return begin < q.span.begin; });
        while (quotation != quotations.begin() && (--quotation)->depth > 0) {}                 // the outer one that may hold the begin
        for (; at != word_tokens.end() && tokens[*at].end <= piece.end; ++at) {
            const auto word = static_cast<std::uint32_t>(at - word_tokens.begin());
            all.push_back(word);
            while (quotation != quotations.end() && (quotation->depth > 0 || quotation->inside.end <= tokens[*at].begin)) ++quotation;
            if (quotation != quotations.end() && quotation->inside.begin <= tokens[*at].begin) quoted.push_back(word);
        }
    }
    return quoted.empty() && attribution.speech == Speech::direct ? all : quoted;
}

std::vector<Saying> find_sayings(const Reading& reading, std::span<const std::uint32_t> word_tokens) {
    std::vector<Saying> sayings;
    for (std::uint32_t i = 0; i < reading.attributions.size(); ++i) {
        const Attribution& attribution = reading.attributions[i];
        if (attribution.speech == Speech::indirect || attribution.content.empty()) continue;
        if (attribution.in_title && reading.document.title_span.empty()) continue;             // its spans are not in the text
        std::vector<std::uint32_t> at = find_quoted_words(reading, attribution, word_tokens);
        std::sort(at.begin(), at.end());
        at.erase(std::unique(at.begin(), at.end()), at.end());
        if (at.size() < kLeastSayingWords) continue;
        sayings.push_back({i, {attribution.content.front().begin, attribution.content.back().end}, std::move(at), 0});
    }
    return sayings;
}

void fill_saying_grams(Digest& digest) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t s = 0; s < digest.sayings.size(); ++s) {
        words.clear();
        for (const std::uint32_t at : digest.sayings[s].at) words.push_back(digest.words[at]);
        const std::vector<std::uint64_t> grams = find_gram_set(words, kSayingGramWords);
        for (const std::uint64_t gram : grams) digest.saying_grams.push_back({static_cast<std::uint32_t>(gram >> 32U), s});
        digest.sayings[s].grams = static_cast<std::uint32_t>(grams.size());
    }
    std::sort(digest.saying_grams.begin(), digest.saying_grams.end());
}

std::string find_title(const Document& document) {
    if (!document.title.empty()) return base::squeeze(document.title);
    return base::shorten(base::squeeze(std::string_view(document.text).substr(0, document.text.find('\n'))), kTitlePoints);
}

}  // namespace

void TermSums::add(const Term& a, const Term& b) {
    const double product = double{a.plain} * double{b.plain};
    all += product;
    if (a.in_title && b.in_title) title += product;
    if (a.name && b.name) names += product;
    if (!a.name && !b.name) others += product;
}

std::size_t Digest::bytes() const {
    std::size_t bytes = sizeof(Digest) + title.size() + words.size() * 4 + fingerprints.size() * sizeof(Fingerprint);
    bytes += terms.size() * sizeof(Term) + lead.size() + saying_grams.size() * sizeof(SayingGram);
    for (const Saying& saying : sayings) bytes += sizeof(Saying) + saying.at.size() * 4;
    return bytes;
}

Digest digest_reading(const Reading& reading) {
    Digest digest;
    digest.key = reading.key;
    digest.title = find_title(reading.document);
    digest.credit = lexicon::find_credit(reading.document);
    const std::vector<std::uint32_t> word_tokens = find_word_tokens(reading.annotation);
    digest.words.reserve(word_tokens.size());
    for (const std::uint32_t token : word_tokens) digest.words.push_back(reading.annotation.tokens[token].word);
    digest.fingerprints = winnow(digest.words);
    digest.terms = reading.terms;
    for (const Term& term : digest.terms) digest.squares.add(term, term);
    digest.lead = reading.vectors.lead;
    digest.sayings = find_sayings(reading, word_tokens);
    fill_saying_grams(digest);
    return digest;
}

std::vector<std::uint32_t> find_word_tokens(const Annotation& annotation) {
    std::vector<std::uint32_t> found;
    found.reserve(annotation.tokens.size());
    for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
        const TokenKind kind = annotation.tokens[i].kind;
        if (kind == TokenKind::word || kind == TokenKind::number) found.push_back(i);
    }
    return found;
}

std::vector<std::uint64_t> hash_grams(std::span<const std::uint32_t> words, std::size_t length) {
    if (words.size() < length) return {};
    constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15ULL;
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < length; ++i) power *= kBase;
    std::vector<std::uint64_t> grams(words.size() - length + 1);
    std::uint64_t rolling = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        rolling = rolling * kBase + base::mix(words[i]);
        if (i >= length) rolling -= power * base::mix(words[i - length]);
        if (i + 1 >= length) grams[i + 1 - length] = base::mix(rolling);
    }
    return grams;
}

std::vector<std::uint64_t> find_gram_set(std::span<const std::uint32_t> words, std::size_t length) {
    std::vector<std::uint64_t> grams = hash_grams(words, length);
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

float measure_containment(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    if (a.empty() || b.empty()) return 0;
    std::size_t same = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        same += a[i] == b[j] ? 1 : 0;
        if (a[i] <= b[j]) {
            j += a[i] == b[j] ? 1 : 0;
            ++i;
        } else {
            ++j;
        }
    }
    return static_cast<float>(same) / static_cast<float>(std::min(a.size(), b.size()));
}

std::vector<Fingerprint> winnow(std::span<const std::uint32_t> words) {
    const std::vector<std::uint64_t> grams = hash_grams(words, kGramWords);
    std::vector<Fingerprint> chosen;
    chosen.reserve(grams.size() / 2 + 1);
    std::size_t last = grams.size();                            // none chosen yet
    const std::size_t windows = grams.size() < kWinnowWindow ? (grams.empty() ? 0 : 1) : grams.size() - kWinnowWindow + 1;
    for (std::size_t begin = 0; begin < windows; ++begin) {
        std::size_t least = begin;
        for (std::size_t i = begin + 1; i < std::min(begin + kWinnowWindow, grams.size()); ++i)
            if (grams[i] <= grams[least]) least = i;            // the rightmost of equals: fewer are chosen
        if (least == last) continue;
        last = least;
        chosen.push_back({static_cast<std::uint32_t>(grams[least] >> 32U), static_cast<std::uint32_t>(least)});
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

DigestShelf::DigestShelf(const std::vector<DocumentRow>& documents, const LoadReading& load, const LinkOptions& options)
    : documents_(&documents), load_(&load), kept_(documents.size()) {
    std::atomic<std::uint64_t> bytes{0};
    base::parallel_for(documents.size(), options.threads, [&](std::size_t i) {
        if (bytes.load() > kMostShelfBytes) return;
        auto digest = std::make_shared<const Digest>(digest_reading(*load(documents[i].key)));
        bytes += digest->bytes();
        kept_[i] = std::move(digest);
    });
}

std::shared_ptr<const Digest> DigestShelf::get(std::size_t document) const {
    if (kept_[document]) return kept_[document];
    return std::make_shared<const Digest>(digest_reading(*(*load_)((*documents_)[document].key)));
}

}  // namespace firsthand::link
