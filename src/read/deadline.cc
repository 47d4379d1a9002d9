// Tested by deadline_test.cc.
#include "read/deadline.h"

#include <ctime>

#include <fmt/format.h>

namespace firsthand::read {

std::string Deadline::say_passed() const {
    return fmt::format("takes longer than {:g} seconds to read, the most for one document: save its article alone, as plain text", std::chrono::duration<double>(most_).count());
}

std::chrono::nanoseconds Deadline::now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace firsthand::read
