// A file to write: standard output, or a file that appears under its name only when it is whole.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "firsthand/error.h"

namespace firsthand::cli {

class Output {
  public:
    // "-": standard output. Else a temporary file beside `path`, renamed by close().
    [[nodiscard]] static Result<Output> create(const std::string& path);
    // Appends to `path` in place, at byte `keep` (what stands behind it is cut): for work that goes on after an interruption.
    [[nodiscard]] static Result<Output> append(const std::string& path, std::uint64_t keep);
    Output(Output&&) noexcept;
    Output& operator=(Output&&) noexcept;
    ~Output();                                     // without close() nothing appears under the name

    [[nodiscard]] std::ostream& stream();
    [[nodiscard]] bool reader_gone() const;        // the pipe was closed: stop quietly
    // Error: a full disk and the like.
    [[nodiscard]] Result<void> close();

  private:
    struct State;
    explicit Output(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace firsthand::cli
