// Places are laid out level by level, so that the beginnings of all words lie side by side in the cache. The children of a place
// share a block of 256 units, for they differ from its `children` in the last eight bits only. As no two places have the same
// `children`, a unit needs no more than its label to know its parent. Tested by piece_trie_test.cc.
#include "model/piece_trie.h"

#include <algorithm>

namespace firsthand::model {

namespace {

constexpr std::uint32_t kBlock = 256;
constexpr std::uint32_t kOpenBlocks = 2;           // how far back a gap is looked for: bounds the work, costs a few empty units

// Entries [begin, end) have their first `depth` bytes in common: those of the place at `unit`.
struct Branch {
    std::uint32_t unit, begin, end, depth;
};

class Layout {
  public:
    Layout() { grow(); }

    void add(std::uint32_t root, const std::vector<PieceTrie::Entry>& entries) {
        std::vector<Branch> level{{root, 0, static_cast<std::uint32_t>(entries.size()), 0}}, below;
        for (; !level.empty(); level.swap(below)) {
            below.clear();
            for (const Branch& branch : level) add_children(branch, entries, below);
        }
    }

    [[nodiscard]] std::vector<PieceTrie::Place> take() { return std::move(units_); }

  private:
    void grow() {
        units_.resize(units_.size() + kBlock);
        is_base_.resize(units_.size());
    }

    void add_children(Branch branch, const std::vector<PieceTrie::Entry>& entries, std::vector<Branch>& below) {
        const auto label = [&](std::uint32_t entry) { return static_cast<unsigned char>(entries[entry].letters[branch.depth]); };
        if (branch.begin < branch.end && entries[branch.begin].letters.size() == branch.depth) {
            units_[branch.unit].id_and_label = entries[branch.begin].id << 8U | (units_[branch.unit].id_and_label & 0xFFU);
            ++branch.begin;
        }
        if (branch.begin == branch.end) return;
        labels_.clear();
        for (std::uint32_t i = branch.begin; i < branch.end; ++i)
            if (i == branch.begin || label(i) != label(i - 1)) labels_.push_back(label(i));
        const std::uint32_t base = find_base();
        is_base_[base] = true;
        units_[branch.unit].children = base;
        for (std::uint32_t i = branch.begin; i < branch.end;) {
            const std::uint32_t begin = i;
            while (i < branch.end && label(i) == label(begin)) ++i;
            const std::uint32_t unit = base ^ label(begin);
            units_[unit].id_and_label = PieceTrie::kNone << 8U | label(begin);
            below.push_back({unit, begin, i, branch.depth + 1});
        }
    }

    [[nodiscard]] bool is_free(std::uint32_t unit) const { return (units_[unit].id_and_label & 0xFFU) == 0; }

    // Where all of labels_ find a free unit.
    [[nodiscard]] std::uint32_t find_base() {
        const auto size = static_cast<std::uint32_t>(units_.size());
        first_free_ = std::max(first_free_, size - std::min(size - kBlock, kOpenBlocks * kBlock));
        while (first_free_ < size && !is_free(first_free_)) ++first_free_;
        for (std::uint32_t unit = first_free_; unit < size; ++unit) {
            if (!is_free(unit)) continue;
            const std::uint32_t base = unit ^ labels_.front();
            if (!is_base_[base] && std::all_of(labels_.begin(), labels_.end(), [&](unsigned char label) { return is_free(base ^ label); })) return base;
        }
        grow();
        return size;
    }

    std::vector<PieceTrie::Place> units_;
    std::vector<bool> is_base_;
    std::vector<unsigned char> labels_;            // of the children that are being placed
    std::uint32_t first_free_ = kBlock;            // none before it, or too far back to be looked at
};

}  // namespace

PieceTrie::PieceTrie(const std::vector<Entry>& words, const std::vector<Entry>& continuations) {
    Layout layout;
    layout.add(0, words);
    layout.add(1, continuations);
    units_ = layout.take();
}

}  // namespace firsthand::model
