// Term at a time: the products of a document's weights with those of its neighbours gather in one row of sums, so that a pair
// costs what it shares and nothing is sorted but postings. Documents with a day look back in time only; those without one look
// at all, by rare terms. Slices of documents bound the memory. Tested by alike_test.cc.
#include "link/alike.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>

#include "base/threads.h"
#include "link/times.h"

namespace firsthand::link {

namespace {

struct Posting {
    std::uint32_t word = 0, document = 0;
    float weight = 0;
};

std::vector<Term> keep_heaviest(std::vector<Term> terms, std::size_t count) {
    if (terms.size() <= count) return terms;
    std::nth_element(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(),
                     [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.word < b.word; });
    terms.resize(count);
    std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.word < b.word; });
    return terms;
}

// The postings of documents [begin, end), by word, then document.
class Slice {
  public:
    Slice(std::uint32_t begin, std::uint32_t end, const TermsOf& terms_of, unsigned threads) : begin_(begin) {
        std::vector<std::vector<Term>> terms(end - begin);
        base::parallel_for(terms.size(), threads, [&](std::size_t i) { terms[i] = terms_of(begin + static_cast<std::uint32_t>(i)); });
        for (std::uint32_t i = 0; i < terms.size(); ++i)
            for (const Term& term : terms[i]) postings_.push_back({term.word, begin + i, term.weight});
        std::sort(postings_.begin(), postings_.end(), [](const Posting& a, const Posting& b) { return std::tie(a.word, a.document) < std::tie(b.word, b.document); });
        first_.resize(terms.size() + 1);
        for (const Posting& posting : postings_) ++first_[posting.document - begin + 1];
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        places_.resize(postings_.size());
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (std::uint32_t p = 0; p < postings_.size(); ++p) places_[next[postings_[p].document - begin]++] = p;
    }

    [[nodiscard]] std::uint32_t begin() const { return begin_; }
    [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
    [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }
    // Where a document's postings stand, by word.
    [[nodiscard]] std::span<const std::uint32_t> places(std::uint32_t document) const {
        const std::uint32_t i = document - begin_;
        return std::span(places_).subspan(first_[i], first_[i + 1] - first_[i]);
    }
    [[nodiscard]] std::span<const Posting> of_word(std::uint32_t word) const {
        const auto [first, last] = std::equal_range(postings_.begin(), postings_.end(), Posting{word}, [](const Posting& a, const Posting& b) { return a.word < b.word; });
        return {first, last};
    }

  private:
    std::uint32_t begin_;
    std::vector<Posting> postings_;
    std::vector<std::uint32_t> first_, places_;
};

// The sums of one document with those of a slice.
class Row {
  public:
    Row(const Slice& slice, float least) : begin_(slice.begin()), least_(least), sums_(slice.size(), 0.0F) {}
    void add(std::uint32_t document, float product) {
        float& sum = sums_[document - begin_];
        if (sum == 0) met_.push_back(document);
        sum += product;
    }
    // What is alike, ready for the next document.
    void take(std::uint32_t document, std::vector<AlikePair>& pairs) {
        for (const std::uint32_t other : met_) {
            float& sum = sums_[other - begin_];
            if (sum >= least_) pairs.push_back({other, document, sum});
            sum = 0;
        }
        met_.clear();
    }

  private:
    std::uint32_t begin_;
    float least_;
    std::vector<float> sums_;
    std::vector<std::uint32_t> met_;
};

class Finder {
  public:
    Finder(const std::vector<DocumentRow>& documents, const TermsOf& terms_of, const AlikeRule& rule, unsigned threads)
        : documents_(documents), rule_(rule), threads_(threads), order_(documents.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        const auto undated = std::stable_partition(order_.begin(), order_.end(), [&](std::uint32_t document) { return has_day(documents[document]); });
        dated_ = static_cast<std::uint32_t>(undated - order_.begin());
        terms_of_ = [&](std::uint32_t at) { return keep_heaviest(terms_of(order_[at]), rule_.heaviest); };
    }

    std::vector<AlikePair> run() {
        for (std::uint32_t begin = 0; begin < dated_;) {
            const std::uint32_t end = end_of(begin, dated_);
            find_dated(begin, end);
            begin = end;
        }
        if (dated_ < order_.size()) find_undated();
        for (AlikePair& pair : pairs_) std::tie(pair.a, pair.b) = std::minmax({order_[pair.a], order_[pair.b]});
        std::sort(pairs_.begin(), pairs_.end(), [](const AlikePair& a, const AlikePair& b) { return std::tie(a.a, a.b) < std::tie(b.a, b.b); });
        return std::move(pairs_);
    }

  private:
    [[nodiscard]] std::uint32_t end_of(std::uint32_t begin, std::uint32_t end) const { return static_cast<std::uint32_t>(std::min<std::size_t>(end, begin + rule_.at_once)); }
    [[nodiscard]] std::int64_t seconds_of(std::uint32_t at) const { return documents_[order_[at]].published_seconds; }
    [[nodiscard]] bool in_window(std::uint32_t before, std::uint32_t document) const {
        return seconds_of(document) - seconds_of(before) <= rule_.window_seconds;
    }

    // Each of [begin, end) with those before it in its window.
    void find_dated(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t first = begin;
        while (first > 0 && in_window(first - 1, begin)) --first;
        const Slice slice(first, end, terms_of_, threads_);
        each_row(slice, begin, end, [&](std::uint32_t document, Row& row) {
            for (const std::uint32_t place : slice.places(document)) {
                const Posting& own = slice.postings()[place];
                std::uint32_t neighbours = 0;
                for (std::uint32_t p = place; p-- > 0 && neighbours < rule_.most_neighbours; ++neighbours) {
                    const Posting& other = slice.postings()[p];
                    if (other.word != own.word || !in_window(other.document, document)) break;
                    row.add(other.document, own.weight * other.weight);
                }
            }
        });
    }

    // Each document without a day with all others, by its rare terms.
    void find_undated() {
        count_uses();
        for (std::uint32_t begin = 0; begin < order_.size();) {
            const std::uint32_t end = end_of(begin, begin < dated_ ? dated_ : static_cast<std::uint32_t>(order_.size()));
            const Slice slice(begin, end, terms_of_, threads_);
            each_row(slice, std::max(begin, dated_), static_cast<std::uint32_t>(order_.size()), [&](std::uint32_t document, Row& row) {
                for (const Term& term : terms_of_(document)) {
                    if (uses_.at(term.word) > rule_.most_documents) continue;
                    for (const Posting& other : slice.of_word(term.word)) {
                        if (other.document >= document) break;
                        row.add(other.document, term.weight * other.weight);
                    }
                }
            });
            begin = end;
        }
    }

    void count_uses() {
        for (std::uint32_t begin = 0; begin < order_.size();) {
            const std::uint32_t end = end_of(begin, static_cast<std::uint32_t>(order_.size()));
            std::vector<std::vector<Term>> terms(end - begin);
            base::parallel_for(terms.size(), threads_, [&](std::size_t i) { terms[i] = terms_of_(begin + static_cast<std::uint32_t>(i)); });
            for (const std::vector<Term>& some : terms)
                for (const Term& term : some) ++uses_[term.word];
            begin = end;
        }
    }

    template <typename Visit> void each_row(const Slice& slice, std::uint32_t begin, std::uint32_t end, Visit visit) {
        constexpr std::uint32_t kRowsAtOnce = 256;
        std::vector<std::vector<AlikePair>> parts((end - begin + kRowsAtOnce - 1) / kRowsAtOnce);
        base::parallel_for(parts.size(), threads_, [&](std::size_t part) {
            Row row(slice, rule_.least);
            const auto from = begin + static_cast<std::uint32_t>(part) * kRowsAtOnce;
            for (std::uint32_t document = from; document < std::min(end, from + kRowsAtOnce); ++document) {
                visit(document, row);
                row.take(document, parts[part]);
            }
        });
        for (const std::vector<AlikePair>& part : parts) pairs_.insert(pairs_.end(), part.begin(), part.end());
    }

    const std::vector<DocumentRow>& documents_;
    const AlikeRule rule_;
    const unsigned threads_;
    std::vector<std::uint32_t> order_;             // the canonical order, those without a day last: documents are called by their place in it
    std::uint32_t dated_ = 0;                      // documents whose day is known
    TermsOf terms_of_;
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> uses_;   // documents of a word, where some have no day
    std::vector<AlikePair> pairs_;
};

}  // namespace

std::vector<AlikePair> find_alike(const std::vector<DocumentRow>& documents, const TermsOf& terms_of, const AlikeRule& rule, unsigned threads) {
    return Finder(documents, terms_of, rule, threads).run();
}

}  // namespace firsthand::link
