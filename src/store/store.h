// Keeps readings, links, groups and assessments, and finds them again. One SQLite file, one writer.
//
// `trace` opens a private temporary one: one path for both.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand::store {

struct StoreOptions {
    std::uint64_t cache_bytes = 1U << 30U;         // readings that cached() keeps in memory; affects speed only
};

class Store {
  public:
    // A private store in the folder for temporary files (TMPDIR, else /tmp), gone when it is closed.
    [[nodiscard]] static Result<Store> open_temporary(StoreOptions options = {});
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    // Adds readings in one transaction each batch. Error: a key that is here already (nothing is replaced), a reading that
    // breaks the law of types.h, a full disk, named with its folder and what would help.
    [[nodiscard]] Result<void> add(const Reading& reading);
    // Takes a reading out that nothing has loaded yet; one that is not there is no error.
    [[nodiscard]] Result<void> remove(DocumentKey key);
    // Also the place where a failure of contains() or cached() comes out.
    [[nodiscard]] Result<void> commit();

    [[nodiscard]] bool contains(DocumentKey key) const;

    // All documents in canonical order: published (undated last), then id.
    [[nodiscard]] Result<std::vector<DocumentRow>> documents() const;
    // With annotation.
    [[nodiscard]] Result<Reading> reading(DocumentKey key) const;
    // The same, kept in memory up to `cache_bytes`; safe to call from any thread. The reading must exist; where the disk
    // fails, an empty one is handed back, and from then on every call that can fail says why.
    [[nodiscard]] std::shared_ptr<const Reading> cached(DocumentKey key) const;
    // Lets go of what cached() keeps, and gives the memory back: for the end of linking and weighing.
    void drop_cached() const;
    // All readings in canonical order, one at a time; `visit` returns false to stop.
    [[nodiscard]] Result<void> each_reading(const std::function<bool(Reading)>& visit) const;

    // Replaces what was kept of this kind.
    [[nodiscard]] Result<void> put_links(LinkKind kind, const std::vector<Link>& links);
    [[nodiscard]] Result<void> put_groups(LinkKind kind, const std::vector<Group>& groups);
    [[nodiscard]] Result<void> put_assessments(LinkKind kind, const std::vector<Assessment>& assessments);
    // In the order in which they were put.
    [[nodiscard]] Result<std::vector<Link>> links(LinkKind kind) const;
    [[nodiscard]] Result<std::vector<Group>> groups(LinkKind kind) const;
    [[nodiscard]] Result<std::vector<Assessment>> assessments(LinkKind kind) const;

  private:
    struct State;
    explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace firsthand::store
