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
    // At least one where there is an entry; reasons in the order of the merges, each once, likely ones marked as such.
    [[nodiscard]] Interval interval() const;
    // The first entry of the entry's component after the certain merges.
    [[nodiscard]] std::size_t root(std::size_t entry) const;

  private:
    [[nodiscard]] static std::size_t find(const std::vector<std::size_t>& parents, std::size_t entry);
    [[nodiscard]] static bool join(std::vector<std::size_t>& parents, std::size_t a, std::size_t b);
    std::vector<std::size_t> certain_, likely_;
    std::vector<std::string> reasons_;
};

}  // namespace firsthand::weigh
