// Only calls that POSIX allows in a signal handler: write, unlink, _exit. Tested by tests/cli/test_interrupt.py.
#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>

#include "cli/cli.h"

namespace firsthand::cli {

namespace {

std::atomic<bool> was_interrupted{false};
std::atomic<bool> has_temporary{false};
std::array<char, 4096> temporary_path{};

void leave() {
    if (has_temporary.load()) ::unlink(temporary_path.data());
    constexpr char kMessage[] = "\nfirsthand: interrupted\n";
    [[maybe_unused]] const ssize_t wrote = ::write(STDERR_FILENO, kMessage, sizeof(kMessage) - 1);
    ::_exit(kInterrupted);
}

extern "C" void leave_at_once(int /*signal*/) { leave(); }
extern "C" void note_first(int /*signal*/) {
    if (was_interrupted.exchange(true)) leave();
}

void set(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

void exit_on_interrupt() { set(leave_at_once); }
void note_interrupt() { set(note_first); }
bool interrupted() { return was_interrupted.load(); }

void remember_temporary(const char* path) {
    if (std::strlen(path) >= temporary_path.size()) return;
    std::strcpy(temporary_path.data(), path);
    has_temporary = true;
}
void forget_temporary() { has_temporary = false; }

}  // namespace firsthand::cli
