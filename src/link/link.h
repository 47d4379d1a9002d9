// Readings -> links and groups: stories, copies, echoes, people, utterances.
//
// A linker is two functions: keys(Reading) (cheap, may collide) and compare(Reading, Reading) (exact, symmetric). Documents
// that share enough keys are compared; a grouping rule makes groups of the links. Linkers run in the order of their table
// (linkers.cc) and may read the groups before them. To add one: a file link/<name>.cc and a row in link/linkers.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::link {

using LoadReading = std::function<std::shared_ptr<const Reading>(DocumentKey)>;   // any thread may call it

struct LinkOptions {
    unsigned threads = 1;
    std::function<void(std::string_view stage, std::uint64_t done, std::uint64_t of)> progress;   // empty: none; called from one thread at a time
};

struct Linked {
    std::vector<Link> links;                       // by kind, then place
    std::vector<Group> groups;                     // by kind, then first member
};

// Links all documents. `documents` in canonical order: published (undated last), then id. The same readings give the same
// answer whatever the number of threads. Stories and copies hold every document (alone, if nothing else belongs to it).
[[nodiscard]] Linked link_corpus(const std::vector<DocumentRow>& documents, const LoadReading& load, const LinkOptions& options);

}  // namespace firsthand::link
