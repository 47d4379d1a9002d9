// Tested by tests/cli/test_bad_input.py and test_interrupt.py.
#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>

#include "cli/interrupt.h"

namespace firsthand::cli {

namespace {

// write(2) with a buffer; keeps the first error.
class Buffer : public std::streambuf {
  public:
    explicit Buffer(int file) : file_(file) { setp(bytes_.data(), bytes_.data() + bytes_.size()); }
    [[nodiscard]] int error() const { return error_; }
    bool flush_all() {
        const char* at = pbase();
        while (at < pptr() && error_ == 0) {
            const ssize_t wrote = ::write(file_, at, static_cast<std::size_t>(pptr() - at));
            if (wrote > 0) {
                at += wrote;
            } else if (errno != EINTR) {
                error_ = errno;
            }
        }
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        return error_ == 0;
    }

  protected:
    int_type overflow(int_type c) override {
        if (!flush_all()) return traits_type::eof();
        if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
        return traits_type::not_eof(c);
    }
    int sync() override { return flush_all() ? 0 : -1; }

  private:
    int file_;
    int error_ = 0;
    std::array<char, 1U << 16U> bytes_{};
};

Error cannot_write(const std::string& path, int error) {
    const char* help = error == ENOSPC ? ": the disk is full, make room or name a file on another one" : "";
    return {ErrorCode::io, fmt::format("{}: cannot be written: {}{}", path == "-" ? "standard output" : path, std::strerror(error), help)};
}

}  // namespace

struct Output::State {
    State(int file_number, std::string final_path, std::string temporary_path)
        : file(file_number), path(std::move(final_path)), temporary(std::move(temporary_path)), buffer(file_number), stream(&buffer) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (file < 0) return;
        buffer.flush_all();
        if (path != "-") ::close(file);
        if (!temporary.empty()) {
            ::unlink(temporary.c_str());
            forget_temporary();
        }
    }
    int file;
    std::string path, temporary;
    Buffer buffer;
    std::ostream stream;
};

Output::Output(std::unique_ptr<State> state) : state_(std::move(state)) {}
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
Output::~Output() = default;

Result<Output> Output::create(const std::string& path) {
    if (path == "-") return Output(std::make_unique<State>(STDOUT_FILENO, path, ""));
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {       // a device, a pipe: written in place
        if (S_ISDIR(status.st_mode)) return Error{ErrorCode::io, fmt::format("{}: is a folder; name a file in it", path)};
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (file < 0) return cannot_write(path, errno);
        return Output(std::make_unique<State>(file, path, ""));
    }
    std::string temporary = path + ".XXXXXX";
    const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (file < 0) return cannot_write(path, errno);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file, 0666 & ~mask);
    remember_temporary(temporary.c_str());
    return Output(std::make_unique<State>(file, path, temporary));
}

Result<Output> Output::append(const std::string& path, std::uint64_t keep) {
    if (path == "-") return create(path);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) return cannot_write(path, errno);
    struct stat status {};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
        (::ftruncate(file, static_cast<off_t>(keep)) != 0 || ::lseek(file, static_cast<off_t>(keep), SEEK_SET) < 0)) {
        const int error = errno;
        ::close(file);
        return cannot_write(path, error);
    }
    return Output(std::make_unique<State>(file, path, ""));
}

std::ostream& Output::stream() { return state_->stream; }
bool Output::reader_gone() const { return state_->buffer.error() == EPIPE; }

Result<void> Output::close() {
    State& state = *state_;
    state.buffer.flush_all();
    int error = state.buffer.error();
    if (state.path != "-" && ::close(state.file) != 0 && error == 0) error = errno;
    state.file = -1;
    if (!state.temporary.empty()) {
        if (error == 0 && ::rename(state.temporary.c_str(), state.path.c_str()) != 0) error = errno;
        if (error != 0) ::unlink(state.temporary.c_str());
        forget_temporary();
    }
    if (error == 0 || error == EPIPE) return {};
    return cannot_write(state.path, error);
}

}  // namespace firsthand::cli
