// Paths -> files, one at a time: folders in sorted order, loops survived, nothing opened that is no file.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::read {

// A path as it may be shown: control characters as \u{1b}, bytes that are no UTF-8 as \x{ff}. Other names stay as they are.
[[nodiscard]] std::string show_path(const std::string& path);

// Why there is nothing at this path: `error` is errno. An address is told from a missing file.
[[nodiscard]] std::string say_not_there(const std::string& path, int error);

struct FoundFile {
    std::string path;                              // as given, or folder + "/" + name
    std::uint64_t bytes = 0;                       // 0 for standard input and pipes
    bool named = false;                            // by the user, not met in a folder: may be a pipe
};

class Walk {
  public:
    explicit Walk(std::vector<std::string> paths);
    // The next file, or why there is none; empty at the end.
    [[nodiscard]] std::optional<std::variant<FoundFile, Skipped>> next();

  private:
    std::optional<std::variant<FoundFile, Skipped>> visit(std::string path, bool named);
    std::optional<Skipped> enter(const std::string& folder);
    [[nodiscard]] bool leads_out(const std::string& path) const;

    struct Waiting {
        std::string path;
        bool named = false;
    };
    std::vector<Waiting> waiting_;                 // a stack: the next one last
    std::vector<std::string> roots_;               // what the user named, links resolved
    std::set<std::pair<std::uint64_t, std::uint64_t>> visited_;  // device and inode of each folder that was entered
};

}  // namespace firsthand::read
