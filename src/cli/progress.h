// How far a long run is: a bar on a terminal, JSON lines on request, otherwise nothing. On standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace firsthand::cli {

class ProgressLine {
  public:
    // how: "auto", "json" or "none".
    explicit ProgressLine(std::string_view how);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    // Shows at most ten times a second, and not in the first half second. of 0: unknown. One thread at a time.
    void show(std::string_view stage, std::uint64_t done, std::uint64_t of, std::string_view unit);
    // Clears the bar, so that other lines can be printed.
    void clear();

  private:
    bool terminal_ = false, json_ = false, shown_ = false;
    std::string stage_;
    std::chrono::steady_clock::time_point begin_, last_;
};

// The columns of the terminal behind a file number, or 80.
[[nodiscard]] unsigned terminal_width(int file_number);
// Is it a terminal whose user wants colour (NO_COLOR, TERM=dumb)?
[[nodiscard]] bool wants_color(int file_number);

}  // namespace firsthand::cli
