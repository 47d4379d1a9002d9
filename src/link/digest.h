// Reading -> Digest: what linking asks of a document, small enough that a whole pile fits in memory.
//
// Keys and comparisons are functions of digests only; a digest is a function of its reading only. To give a new linker
// what it needs, add a field here and fill it in digest_reading().
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "firsthand/types.h"
#include "link/link.h"

namespace firsthand::link {

// A run of kGramWords words at a place.
struct Fingerprint {
    std::uint32_t hash = 0;
    std::uint32_t at = 0;                          // first word, an index of Digest::words
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
    friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

// The quoted words of one attribution.
struct Saying {
    std::uint32_t attribution = 0;                 // index in Reading::attributions
    ByteSpan span;                                 // from the first to the last byte of its content
    std::vector<std::uint32_t> at;                 // its words, indices of Digest::words, ascending
    std::uint32_t grams = 0;                       // how many of Digest::saying_grams are its own
};

// A run of kSayingGramWords words of a saying.
struct SayingGram {
    std::uint32_t hash = 0;
    std::uint32_t saying = 0;                      // index of Digest::sayings
    friend auto operator<=>(const SayingGram&, const SayingGram&) = default;
};

// Products of Term::plain of two lists, summed: over all terms, those in both titles, names in both, and names in neither.
struct TermSums {
    double all = 0, title = 0, names = 0, others = 0;
    void add(const Term& a, const Term& b);
};

struct Digest {
    DocumentKey key = 0;
    std::string title;                             // else the first words of the text
    std::string credit;                            // the agency that a credit line names; empty: none
    std::vector<std::uint32_t> words;              // Token::word of words and numbers, in order
    std::vector<Fingerprint> fingerprints;         // winnowed, by hash
    std::vector<Term> terms;                       // by word
    TermSums squares;                              // of `terms` with themselves
    Vectors::Direction lead;                       // as in Reading
    std::vector<Saying> sayings;                   // by attribution
    std::vector<SayingGram> saying_grams;          // by hash, each once for a saying
    [[nodiscard]] std::size_t bytes() const;
};

inline constexpr std::size_t kGramWords = 5;
inline constexpr std::size_t kWinnowWindow = 4;    // a run of 8 equal words always shares a fingerprint
inline constexpr std::size_t kLeastSayingWords = 3;
inline constexpr std::size_t kSayingGramWords = 3;

[[nodiscard]] Digest digest_reading(const Reading& reading);

// The tokens that are words: index of Digest::words -> index of Annotation::tokens.
[[nodiscard]] std::vector<std::uint32_t> find_word_tokens(const Annotation& annotation);

// The hash of each run of `length` words. Empty when there are fewer words.
[[nodiscard]] std::vector<std::uint64_t> hash_grams(std::span<const std::uint32_t> words, std::size_t length);
// The same hashes, each once, sorted.
[[nodiscard]] std::vector<std::uint64_t> find_gram_set(std::span<const std::uint32_t> words, std::size_t length);
// The share of the smaller set that stands in the larger one.
[[nodiscard]] float measure_containment(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

// The chosen fingerprints, by hash, then place.
[[nodiscard]] std::vector<Fingerprint> winnow(std::span<const std::uint32_t> words);

// The digests of all documents: kept while they fit in memory, made again when asked for where not.
class DigestShelf {
  public:
    DigestShelf(const std::vector<DocumentRow>& documents, const LoadReading& load, const LinkOptions& options);
    [[nodiscard]] std::size_t size() const { return documents_->size(); }
    // Any thread may call it.
    [[nodiscard]] std::shared_ptr<const Digest> get(std::size_t document) const;

  private:
    const std::vector<DocumentRow>* documents_;
    const LoadReading* load_;
    std::vector<std::shared_ptr<const Digest>> kept_;
};

}  // namespace firsthand::link
