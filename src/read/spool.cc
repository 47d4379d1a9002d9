// Tested by extract_lines_test.cc.
#include "read/spool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace firsthand::read {

Spool::~Spool() {
    if (file_ >= 0) ::close(file_);
}

bool Spool::open() {
    if (file_ >= 0) return true;
    if (!problem_.empty()) return false;
    const char* given = std::getenv("TMPDIR");
    const std::string folder = given != nullptr && *given != '\0' ? given : "/tmp";
    std::string name = folder + "/firsthand-XXXXXX";
    file_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0) {
        problem_ = "cannot be kept for a second reading: no file can be made in " + folder + "; set TMPDIR to a folder that can be written";
        return false;
    }
    ::unlink(name.c_str());
    return true;
}

std::int64_t Spool::append(std::string_view bytes) {
    if (!open()) return -1;
    const std::int64_t begin = size_;
    while (!bytes.empty()) {
        const auto wrote = ::pwrite(file_, bytes.data(), bytes.size(), size_);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) {
            problem_ = "cannot be kept for a second reading: no room left; set TMPDIR to a folder with more, or give it as a plain file";
            size_ = begin;
            return -1;
        }
        size_ += wrote;
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return begin;
}

bool read_at(int descriptor, std::uint64_t begin, std::size_t size, char* out) {
    while (size > 0) {
        const auto got = ::pread(descriptor, out, size, static_cast<off_t>(begin));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        begin += static_cast<std::uint64_t>(got);
        out += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace firsthand::read
