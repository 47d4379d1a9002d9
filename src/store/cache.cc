// Least recently used goes first, in shards by key (as in leveldb's util/cache.cc).
// Tested by cache_test.cc.
#include "store/cache.h"

#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace firsthand::store {
namespace {

template <typename T>
std::size_t bytes_of(const std::vector<T>& values) {
    return values.capacity() * sizeof(T);
}

std::size_t bytes_of(const std::string& text) { return text.capacity(); }

std::size_t bytes_of(const std::vector<std::string>& texts) {
    std::size_t bytes = texts.capacity() * sizeof(std::string);
    for (const std::string& text : texts) bytes += bytes_of(text);
    return bytes;
}

std::size_t bytes_of(const std::vector<Hyperlink>& links) {
    std::size_t bytes = links.capacity() * sizeof(Hyperlink);
    for (const Hyperlink& link : links) bytes += bytes_of(link.url);
    return bytes;
}

std::size_t bytes_of(const Document& d) {
    return bytes_of(d.links) + bytes_of(d.id) + bytes_of(d.path) + bytes_of(d.outlet) + bytes_of(d.url) + bytes_of(d.canonical_url) + bytes_of(d.title) + bytes_of(d.author) + bytes_of(d.text) +
           bytes_of(d.furniture) + bytes_of(d.notes);
}

}  // namespace

std::size_t count_bytes(const Reading& reading) {
    const Annotation& annotation = reading.annotation;
    std::size_t bytes = sizeof reading + bytes_of(reading.document) + bytes_of(annotation.tokens) + bytes_of(annotation.sentences) +
                        bytes_of(annotation.paragraphs) + bytes_of(annotation.quotations) + bytes_of(reading.terms);
    bytes += reading.entities.capacity() * sizeof(Entity) + reading.attributions.capacity() * sizeof(Attribution);
    for (const Entity& entity : reading.entities)
        bytes += bytes_of(entity.name) + bytes_of(entity.aliases) + bytes_of(entity.description) + bytes_of(entity.mentions);
    for (const Attribution& a : reading.attributions)
        bytes += bytes_of(a.source) + bytes_of(a.cue) + bytes_of(a.content) + bytes_of(a.to) + bytes_of(a.relays);
    return bytes;
}

Cache::Shard& Cache::shard_of(DocumentKey key) { return shards_[base::mix(key) % kShards]; }

std::shared_ptr<const Reading> Cache::find(DocumentKey key) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    const auto place = shard.places.find(key);
    if (place == shard.places.end()) return nullptr;
    shard.entries.splice(shard.entries.begin(), shard.entries, place->second);
    return place->second->reading;
}

std::shared_ptr<const Reading> Cache::keep(DocumentKey key, std::shared_ptr<const Reading> reading) {
    Shard& shard = shard_of(key);
    const std::size_t bytes = count_bytes(*reading);
    const std::lock_guard lock(shard.mutex);
    if (const auto place = shard.places.find(key); place != shard.places.end()) return place->second->reading;
    if (bytes > shard_bytes_) return reading;                   // it would push out everything and then itself
    while (shard.bytes + bytes > shard_bytes_) {
        shard.bytes -= shard.entries.back().bytes;
        shard.places.erase(shard.entries.back().key);
        shard.entries.pop_back();
    }
    shard.entries.push_front({key, reading, bytes});
    shard.places.emplace(key, shard.entries.begin());
    shard.bytes += bytes;
    return reading;
}

void Cache::clear() {
    for (Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        shard.places.clear();
        shard.entries.clear();
        shard.bytes = 0;
    }
}

std::uint64_t Cache::bytes() const {
    std::uint64_t bytes = 0;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        bytes += shard.bytes;
    }
    return bytes;
}

}  // namespace firsthand::store
