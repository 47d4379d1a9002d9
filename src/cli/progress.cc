// Tested by tests/cli/test_trace.py.
#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace firsthand::cli {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds kFirst{500}, kEach{100};

}  // namespace

ProgressLine::ProgressLine(std::string_view how) : begin_(std::chrono::steady_clock::now()), last_(begin_) {
    json_ = how == "json";
    terminal_ = how == "auto" && ::isatty(STDERR_FILENO) != 0;
}
ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::string_view stage, std::uint64_t done, std::uint64_t of, std::string_view unit) {
    if (!terminal_ && !json_) return;
    const auto now = std::chrono::steady_clock::now();
    const bool new_stage = stage != stage_;
    if (json_ ? (!new_stage && now - last_ < kEach) : (now - begin_ < kFirst || (now - last_ < kEach && !new_stage))) return;
    last_ = now;
    stage_ = stage;
    const double share = of == 0 ? 0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(of));
    if (json_) {
        fmt::print(stderr, "{{\"progress\":\"{}\",\"done\":{},\"of\":{},\"unit\":\"{}\"}}\n", stage, done, of, unit);
        std::fflush(stderr);
        return;
    }
    constexpr unsigned kBar = 24;
    const auto full = static_cast<unsigned>(share * kBar);
    std::string bar;
    for (unsigned i = 0; i < kBar; ++i) bar += i < full ? "█" : "░";
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - begin_).count();
    if (of == 0) {
        fmt::print(stderr, "\r\033[K{} {} {}, {} s", stage, done, unit, seconds);
    } else {
        fmt::print(stderr, "\r\033[K{} {} {:3.0f} %, {} s", bar, stage, share * 100, seconds);
    }
    std::fflush(stderr);
    shown_ = true;
}

void ProgressLine::clear() {
    if (!shown_) return;
    fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
    shown_ = false;
}

unsigned terminal_width(int file_number) {
    winsize size{};
    if (::ioctl(file_number, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
    if (const char* columns = std::getenv("COLUMNS")) {
        const unsigned long width = std::strtoul(columns, nullptr, 10);
        if (width >= 20 && width <= 1000) return static_cast<unsigned>(width);
    }
    return 80;
}

bool wants_color(int file_number) {
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return ::isatty(file_number) != 0 && (no_color == nullptr || *no_color == '\0') && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

}  // namespace firsthand::cli
