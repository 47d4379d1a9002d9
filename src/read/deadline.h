// How long the reading of one document may take. What passes its deadline is left out with a reason, and the run goes on.
//
// The clock is looked at behind every step that the size of a document bounds, and inside gumbo, which nothing else bounds:
// docs/decisions/009-deadline.md.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "firsthand/types.h"
#include "read/read.h"

namespace firsthand::read {

// Runs from its construction, in processor time of its thread: waiting (for a pipe, for other programs, in a stopped process)
// makes no document slow. To be asked on that thread.
class Deadline {
  public:
    explicit Deadline(std::chrono::milliseconds most = kDocumentTime) : most_(most), begin_(now()) {}
    [[nodiscard]] bool passed() const { return now() - begin_ >= most_; }
    // Why that is left out which passed it.
    [[nodiscard]] std::string say_passed() const;

  private:
    [[nodiscard]] static std::chrono::nanoseconds now();
    std::chrono::milliseconds most_;
    std::chrono::nanoseconds begin_;
};

// In place of what came too late, whatever it is: why it is left out.
template <typename Made>
void hold_to(const Deadline& deadline, std::string path, Made& made) {
    if (deadline.passed()) made = Skipped{std::move(path), deadline.say_passed()};
}

}  // namespace firsthand::read
