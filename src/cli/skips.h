// What was skipped, on standard error: every reason, but not a million times.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "firsthand/types.h"

namespace firsthand::cli {

// Says the first few of each file and reason as they come, and how many more there were at the end. All of them stand in the
// JSON.
class SkipReport {
  public:
    void say(const Skipped& skipped);
    void close();

  private:
    std::map<std::pair<std::string, std::string>, std::uint64_t> counts_;    // file and reason -> how often
};

}  // namespace firsthand::cli
