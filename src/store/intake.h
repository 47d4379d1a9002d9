// Documents that come under one identity: the same one met twice, revisions of one article, texts that share an id by mistake.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firsthand/types.h"
#include "store/store.h"

namespace firsthand::store {

// Adds readings to a store so that the order in which they come does not matter. One identity and one text is one document,
// kept under its first path and that one's id. Other texts of the identity get the ids "ID#2", "ID#3", … in the order of
// date and text, ID being that of the first; with one address they are revisions of one article, and their notes say so.
class Intake {
  public:
    explicit Intake(Store& store) : store_(store) {}
    [[nodiscard]] Result<void> add(Reading reading);
    // After the last add(): settles what came twice. Documents met again are appended to `skipped` with where they were first.
    [[nodiscard]] Result<void> settle(std::vector<Skipped>& skipped);
    [[nodiscard]] std::uint64_t count() const { return count_; }

  private:
    [[nodiscard]] Result<void> add_texts(std::vector<Reading>& texts);

    Store& store_;
    std::map<DocumentKey, std::vector<Reading>> again_;
    std::uint64_t count_ = 0;
};

}  // namespace firsthand::store
