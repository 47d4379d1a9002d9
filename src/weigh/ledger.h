// The ledger: ways that the same matter came in, merged only by evidence, each merge with its reason.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::weigh {

enum class Certainty : std::uint8_t { certain, likely };

// Union-find twice over the same entries: `high` counts after the certain merges, `low` after the likely ones too.
class Ledger {
  public:
    explicit Ledger(std::size_t entries);
    // Merges two entries. The reason is kept when the merge joins what stood apart at its level of certainty.
    void merge(std::size_t a, std::size_t b, Certainty certainty, const std::string& reason);
    // Like merge(…, likely, …), but leaves two ways apart that each show reporting of their own (see hold_apart), directly
    // or through what was merged with them before.
    void merge_weakly(std::size_t a, std::size_t b, const std::string& reason);
    // The entry shows reporting of its own: weak evidence does not merge it with another such.
    void hold_apart(std::size_t entry);
    // Is one of the entries that are perhaps one with this one held apart?
    [[nodiscard]] bool is_held_apart(std::size_t entry) const;
    // At least one where there is an entry; reasons in the order of the merges, each once, likely ones marked as such.
    [[nodiscard]] Interval interval() const;
    // The first entry of the entry's component after the certain merges.
    [[nodiscard]] std::size_t root(std::size_t entry) const;

  private:
    [[nodiscard]] static std::size_t find(const std::vector<std::size_t>& parents, std::size_t entry);
    [[nodiscard]] static bool join(std::vector<std::size_t>& parents, std::size_t a, std::size_t b);
    std::vector<std::size_t> certain_, likely_;
    std::vector<bool> held_;                       // by root of likely_
    std::vector<std::string> reasons_;
};

}  // namespace firsthand::weigh
