// Seeds, growth and chains as in passim and SuperFastMatch, on words, with several chains for a pair of texts.
// Tested by align_test.cc against a plain search.
#include "link/align.h"

#include <algorithm>
#include <map>

namespace firsthand::link {

namespace {

constexpr std::size_t kMostOccurrences = 4;        // a fingerprint that a text repeats more often is no seed
constexpr std::size_t kOpenChains = 8;             // that a block may continue
constexpr std::size_t kMostGapCells = 400;         // a gap is aligned word by word up to this size

struct Chain {
    std::uint32_t a_begin = 0, a_end = 0, b_begin = 0, b_end = 0, same = 0;
};

std::vector<Block> find_seeds(std::span<const Fingerprint> a, std::span<const Fingerprint> b) {
    std::vector<Block> seeds;
    join_by_hash(a, b, [&](std::span<const Fingerprint> of_a, std::span<const Fingerprint> of_b) {
        if (of_a.size() > kMostOccurrences || of_b.size() > kMostOccurrences) return;
        for (const Fingerprint& x : of_a)
            for (const Fingerprint& y : of_b) seeds.push_back({x.at, y.at, kGramWords});
    });
    std::sort(seeds.begin(), seeds.end());
    return seeds;
}

// Maximal runs of equal words around the seeds, by place in a.
std::vector<Block> grow_seeds(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, const std::vector<Block>& seeds) {
    std::vector<Block> blocks;
    std::map<std::int64_t, std::uint32_t> reached;              // diagonal -> end in a of its last block
    for (const Block& seed : seeds) {
        std::uint32_t& end_before = reached[std::int64_t{seed.a} - std::int64_t{seed.b}];
        if (seed.a < end_before) continue;
        std::uint32_t back = 0, forth = 0;
        while (back < seed.a && back < seed.b && a[seed.a - back - 1] == b[seed.b - back - 1]) ++back;
        while (seed.a + forth < a.size() && seed.b + forth < b.size() && a[seed.a + forth] == b[seed.b + forth]) ++forth;
        if (forth < kGramWords) continue;                       // the hashes met by chance
        end_before = seed.a + forth;
        blocks.push_back({seed.a - back, seed.b - back, back + forth});
    }
    std::sort(blocks.begin(), blocks.end());
    blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
    return blocks;
}

std::uint32_t count_same_in_gap(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    if (a.empty() || b.empty() || a.size() * b.size() > kMostGapCells) return 0;
    std::uint32_t same = 0;
    for (const Block& block : align_words(a, b)) same += block.length;
    return same;
}

class Chainer {
  public:
    Chainer(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, const OverlapOptions& options) : a_(a), b_(b), options_(options) {}

    void add(Block block) {
        for (std::size_t back = 0; back < std::min(kOpenChains, chains_.size()); ++back)
            if (continues(chains_[chains_.size() - 1 - back], block)) return;
        chains_.push_back({block.a, block.a + block.length, block.b, block.b + block.length, block.length});
    }

    [[nodiscard]] std::vector<Chain> take_chains() { return std::move(chains_); }

  private:
    // Lengthens the chain by the block when it comes next in both texts, close by, and the whole stays alike enough.
    bool continues(Chain& chain, Block block) {
        const std::uint32_t overlap = std::max(chain.a_end > block.a ? chain.a_end - block.a : 0, chain.b_end > block.b ? chain.b_end - block.b : 0);
        if (block.a < chain.a_begin || block.b < chain.b_begin || overlap >= block.length) return false;
        block = {block.a + overlap, block.b + overlap, block.length - overlap};
        const std::uint32_t gap_a = block.a - chain.a_end, gap_b = block.b - chain.b_end;
        if (gap_a > options_.most_gap || gap_b > options_.most_gap) return false;
        const std::uint32_t in_gap = count_same_in_gap(a_.subspan(chain.a_end, gap_a), b_.subspan(chain.b_end, gap_b));
        const std::uint32_t same = chain.same + in_gap + block.length;
        const std::uint32_t longer = std::max(block.a + block.length - chain.a_begin, block.b + block.length - chain.b_begin);
        if (static_cast<float>(same) < options_.least_share * static_cast<float>(longer)) return false;
        chain = {chain.a_begin, block.a + block.length, chain.b_begin, block.b + block.length, same};
        return true;
    }

    std::span<const std::uint32_t> a_, b_;
    const OverlapOptions& options_;
    std::vector<Chain> chains_;
};

bool shares_half(std::uint32_t begin, std::uint32_t end, std::uint32_t other_begin, std::uint32_t other_end) {
    const std::uint32_t from = std::max(begin, other_begin), to = std::min(end, other_end);
    return to > from && (to - from) * 2 > std::min(end - begin, other_end - other_begin);
}

}  // namespace

std::vector<Block> align_words(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::uint32_t> best((a.size() + 1) * width, 0);  // of a from i, b from j
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            best[i * width + j] = a[i] == b[j] ? best[(i + 1) * width + j + 1] + 1 : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
    std::vector<Block> blocks;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            if (!blocks.empty() && blocks.back().a + blocks.back().length == i && blocks.back().b + blocks.back().length == j) {
                ++blocks.back().length;
            } else {
                blocks.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), 1});
            }
            ++i;
            ++j;
        } else {
            ++(best[(i + 1) * width + j] >= best[i * width + j + 1] ? i : j);
        }
    }
    return blocks;
}

std::vector<Overlap> find_overlaps(std::span<const std::uint32_t> a, std::span<const Fingerprint> fingerprints_a, std::span<const std::uint32_t> b,
                                   std::span<const Fingerprint> fingerprints_b, const OverlapOptions& options) {
    Chainer chainer(a, b, options);
    for (const Block& block : grow_seeds(a, b, find_seeds(fingerprints_a, fingerprints_b))) chainer.add(block);
    std::vector<Chain> chains = chainer.take_chains();
    std::erase_if(chains, [&](const Chain& chain) { return chain.same < options.least_same; });
    std::stable_sort(chains.begin(), chains.end(), [](const Chain& x, const Chain& y) { return x.same > y.same; });
    std::vector<Chain> kept;
    for (const Chain& chain : chains) {
        if (kept.size() >= options.most_overlaps) break;
        const bool again = std::any_of(kept.begin(), kept.end(), [&](const Chain& other) {
            return shares_half(chain.a_begin, chain.a_end, other.a_begin, other.a_end) ||
                   shares_half(chain.b_begin, chain.b_end, other.b_begin, other.b_end);
        });
        if (!again) kept.push_back(chain);
    }
    std::vector<Overlap> overlaps;
    for (const Chain& chain : kept) overlaps.push_back({{chain.a_begin, chain.a_end}, {chain.b_begin, chain.b_end}, chain.same});
    std::sort(overlaps.begin(), overlaps.end(), [](const Overlap& x, const Overlap& y) {
        return x.in_a.begin != y.in_a.begin ? x.in_a.begin < y.in_a.begin : x.in_b.begin < y.in_b.begin;
    });
    return overlaps;
}

}  // namespace firsthand::link
