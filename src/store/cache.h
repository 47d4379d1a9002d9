// The readings used last, in memory, up to a number of bytes. Safe to use from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "firsthand/types.h"

namespace firsthand::store {

// What a reading takes in memory, nearly.
[[nodiscard]] std::size_t count_bytes(const Reading& reading);

class Cache {
  public:
    explicit Cache(std::uint64_t most_bytes) : shard_bytes_(most_bytes / kShards) {}

    // Null when it is not here.
    [[nodiscard]] std::shared_ptr<const Reading> find(DocumentKey key);
    // Keeps it, and lets go of those used longest ago. When the key is here already, hands back what is here.
    std::shared_ptr<const Reading> keep(DocumentKey key, std::shared_ptr<const Reading> reading);
    void clear();                                               // readings that somebody still holds live on with him
    [[nodiscard]] std::uint64_t bytes() const;                  // kept now

  private:
    static constexpr std::size_t kShards = 16;                  // threads seldom meet at one lock
    struct Entry {
        DocumentKey key = 0;
        std::shared_ptr<const Reading> reading;
        std::size_t bytes = 0;
    };
    struct Shard {
        mutable std::mutex mutex;
        std::list<Entry> entries;                               // used last first
        std::unordered_map<DocumentKey, std::list<Entry>::iterator> places;
        std::uint64_t bytes = 0;
    };
    [[nodiscard]] Shard& shard_of(DocumentKey key);

    std::uint64_t shard_bytes_;
    std::array<Shard, kShards> shards_;
};

}  // namespace firsthand::store
