// Postings are sorted bucket by bucket, each key gives its pairs, and the pairs are counted: an inverted index without the
// index. Common keys are cut off or lead to a few hubs chosen by hash, so that n copies of one text cost n, not n².
// Tested by candidates_test.cc.
#include "link/candidates.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <span>

#include "base/hash.h"
#include "base/threads.h"

namespace firsthand::link {

namespace {

constexpr std::uint64_t kMostPostings = 16'000'000;
constexpr std::size_t kBuckets = 64;

struct Posting {
    std::uint64_t key = 0;
    std::uint32_t document = 0;
    friend auto operator<=>(const Posting&, const Posting&) = default;
};

struct PairCount {
    std::uint64_t pair = 0;                        // a in the upper half
    std::uint32_t count = 0;
};

std::uint64_t join(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

// Adds up the counts of equal pairs.
void merge_counts(std::vector<PairCount>& counts) {
    std::sort(counts.begin(), counts.end(), [](const PairCount& a, const PairCount& b) { return a.pair < b.pair; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (kept > 0 && counts[kept - 1].pair == counts[i].pair) {
            counts[kept - 1].count += counts[i].count;
        } else {
            counts[kept++] = counts[i];
        }
    }
    counts.resize(kept);
}

class PairFinder {
  public:
    PairFinder(const std::vector<DocumentRow>& documents, const CandidateRule& rule, const std::vector<std::uint32_t>& leaders)
        : documents_(documents), rule_(rule), leaders_(leaders) {}

    // All pairs of one bucket of postings, counted.
    [[nodiscard]] std::vector<PairCount> count_pairs(std::vector<Posting>& postings) const {
        std::sort(postings.begin(), postings.end());
        std::vector<std::uint64_t> pairs;
        std::vector<PairCount> counts;
        std::vector<std::uint32_t> members;
        const auto fold_in = [&] {
            std::sort(pairs.begin(), pairs.end());
            for (std::size_t i = 0; i < pairs.size();) {
                std::size_t j = i;
                while (j < pairs.size() && pairs[j] == pairs[i]) ++j;
                counts.push_back({pairs[i], static_cast<std::uint32_t>(j - i)});
                i = j;
            }
            pairs.clear();
        };
        for (std::size_t begin = 0; begin < postings.size();) {
            members.clear();
            std::size_t end = begin;
            for (; end < postings.size() && postings[end].key == postings[begin].key; ++end) members.push_back(postings[end].document);
            begin = end;
            if (members.size() < 2) continue;
            if (rule_.copies == Copies::one_each) keep_one_of_each_group(members);
            append_pairs(members, pairs);
            if (pairs.size() > (1U << 20U)) fold_in();
        }
        fold_in();
        merge_counts(counts);
        return counts;
    }

  private:
    // For each copy group its leader, else its first document.
    void keep_one_of_each_group(std::vector<std::uint32_t>& members) const {
        if (leaders_.empty()) return;
        std::sort(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (leaders_[a] != leaders_[b]) return leaders_[a] < leaders_[b];
            const bool a_leads = leaders_[a] == a;
            return a_leads != (leaders_[b] == b) ? a_leads : a < b;
        });
        members.erase(std::unique(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) { return leaders_[a] == leaders_[b]; }), members.end());
        std::sort(members.begin(), members.end());
    }

    void append_pairs(const std::vector<std::uint32_t>& members, std::vector<std::uint64_t>& pairs) const {
        if (members.size() <= rule_.most_documents) {
            for (std::size_t i = 0; i < members.size(); ++i)
                for (std::size_t j = i + 1; j < members.size(); ++j) pairs.push_back(join(members[i], members[j]));
        } else if (rule_.hubs > 0) {
            append_hub_pairs(members, pairs);
        }
    }

    void append_hub_pairs(const std::vector<std::uint32_t>& members, std::vector<std::uint64_t>& pairs) const {
        std::vector<std::uint32_t> hubs(members);
        const std::size_t count = std::min<std::size_t>(rule_.hubs, hubs.size());
        const auto order = [&](std::uint32_t document) { return base::mix(documents_[document].key); };
        std::partial_sort(hubs.begin(), hubs.begin() + static_cast<std::ptrdiff_t>(count), hubs.end(),
                          [&](std::uint32_t a, std::uint32_t b) { return std::pair(order(a), a) < std::pair(order(b), b); });
        hubs.resize(count);
        for (std::size_t h = 0; h < hubs.size(); ++h)
            for (const std::uint32_t member : members)
                if (std::find(hubs.begin(), hubs.begin() + static_cast<std::ptrdiff_t>(h) + 1, member) == hubs.begin() + static_cast<std::ptrdiff_t>(h) + 1)
                    pairs.push_back(join(hubs[h], member));
    }

    const std::vector<DocumentRow>& documents_;
    const CandidateRule& rule_;
    const std::vector<std::uint32_t>& leaders_;
};

void unique_keys(std::vector<std::uint64_t>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

// The buckets of one pass, filled by all threads; each bucket is sorted later, so that the order of filling does not matter.
std::vector<std::vector<Posting>> collect_postings(const KeysOf& keys_of, std::size_t documents, std::uint64_t pass, std::uint64_t passes, unsigned threads) {
    constexpr std::size_t kDocumentsAtOnce = 256;
    std::vector<std::vector<Posting>> buckets(kBuckets);
    std::mutex mutex;
    base::parallel_for((documents + kDocumentsAtOnce - 1) / kDocumentsAtOnce, threads, [&](std::size_t chunk) {
        std::array<std::vector<Posting>, kBuckets> mine;
        std::vector<std::uint64_t> keys;
        for (std::size_t i = chunk * kDocumentsAtOnce; i < std::min(documents, (chunk + 1) * kDocumentsAtOnce); ++i) {
            keys.clear();
            keys_of(i, keys);
            unique_keys(keys);
            for (const std::uint64_t key : keys) {
                const std::uint64_t bucket = (base::mix(key) >> 32U) * (kBuckets * passes) >> 32U;
                if (bucket / kBuckets == pass) mine[bucket % kBuckets].push_back({key, static_cast<std::uint32_t>(i)});
            }
        }
        const std::lock_guard lock(mutex);
        for (std::size_t b = 0; b < kBuckets; ++b) buckets[b].insert(buckets[b].end(), mine[b].begin(), mine[b].end());
    });
    return buckets;
}

// Adds up the counts of all parts; each slice of the documents by itself.
std::vector<PairCount> merge_parts(std::vector<std::vector<PairCount>> parts, std::size_t documents, unsigned threads, std::uint32_t least) {
    std::vector<std::vector<PairCount>> slices(kBuckets);
    base::parallel_for(kBuckets, threads, [&](std::size_t s) {
        const auto first = std::uint64_t{documents * s / kBuckets} << 32U;
        const auto last = std::uint64_t{documents * (s + 1) / kBuckets} << 32U;
        const auto below = [](const PairCount& count, std::uint64_t pair) { return count.pair < pair; };
        for (const auto& part : parts)
            slices[s].insert(slices[s].end(), std::lower_bound(part.begin(), part.end(), first, below), std::lower_bound(part.begin(), part.end(), last, below));
        merge_counts(slices[s]);
        std::erase_if(slices[s], [&](const PairCount& count) { return count.count < least; });
        slices[s].shrink_to_fit();
    });
    parts.clear();
    std::vector<PairCount> all;
    for (const auto& slice : slices) all.insert(all.end(), slice.begin(), slice.end());
    return all;
}

}  // namespace

std::vector<Candidate> find_candidates(const std::vector<DocumentRow>& documents, const KeysOf& keys_of, const CandidateRule& rule,
                                       const std::vector<std::uint32_t>& leaders, unsigned threads) {
    std::vector<std::uint32_t> key_counts(documents.size(), 0);
    base::parallel_for(documents.size(), threads, [&](std::size_t i) {
        std::vector<std::uint64_t> keys;
        keys_of(i, keys);
        unique_keys(keys);
        key_counts[i] = static_cast<std::uint32_t>(keys.size());
    });
    std::uint64_t total = 0;
    for (const std::uint32_t count : key_counts) total += count;
    const std::uint64_t passes = total / kMostPostings + 1;

    const PairFinder finder(documents, rule, leaders);
    std::vector<PairCount> counts;
    for (std::uint64_t pass = 0; pass < passes; ++pass) {
        std::vector<std::vector<Posting>> buckets = collect_postings(keys_of, documents.size(), pass, passes, threads);
        std::vector<std::vector<PairCount>> parts(kBuckets);
        base::parallel_for(kBuckets, threads, [&](std::size_t b) {
            parts[b] = finder.count_pairs(buckets[b]);
            std::vector<Posting>().swap(buckets[b]);
        });
        parts.push_back(std::move(counts));
        counts = merge_parts(std::move(parts), documents.size(), threads, passes == 1 ? rule.least_shared : 1);
    }
    std::vector<Candidate> found;
    for (const PairCount& count : counts) {
        const auto a = static_cast<std::uint32_t>(count.pair >> 32U);
        const auto b = static_cast<std::uint32_t>(count.pair);
        const float least = std::max(static_cast<float>(rule.least_shared), rule.least_share * static_cast<float>(std::min(key_counts[a], key_counts[b])));
        if (static_cast<float>(count.count) >= least && (rule.copies == Copies::all || leaders.empty() || leaders[a] != leaders[b]))
            found.push_back({a, b, count.count});
    }
    return found;
}

}  // namespace firsthand::link
