// Tested by tests/cli/test_bad_input.py.
#include "cli/skips.h"

#include <fmt/format.h>

#include <cstdio>

#include "base/utf8.h"

namespace firsthand::cli {

namespace {

constexpr std::uint64_t kSaid = 20;                // of one file for one reason
constexpr std::size_t kMostCounted = 10'000;       // different ones; beyond, each is said

// "pile.jsonl" of "pile.jsonl:12", "crawl.warc.gz" of "crawl.warc.gz#7".
std::string find_file(const std::string& path) {
    const std::size_t name = path.rfind('/') + 1;
    return path.substr(0, path.find_first_of(":#", name));
}

}  // namespace

void SkipReport::say(const Skipped& skipped) {
    std::pair key(find_file(skipped.path), skipped.reason);
    auto found = counts_.find(key);
    if (found == counts_.end() && counts_.size() < kMostCounted) found = counts_.emplace(std::move(key), 0).first;
    if (found != counts_.end() && ++found->second > kSaid) return;
    fmt::print(stderr, "{}: {}\n", skipped.path, base::escape_controls(skipped.reason));
}

void SkipReport::close() {
    for (const auto& [what, count] : counts_)
        if (count > kSaid) fmt::print(stderr, "{}: {} more like this: {}\n", what.first, count - kSaid, base::escape_controls(what.second));
    counts_.clear();
}

}  // namespace firsthand::cli
