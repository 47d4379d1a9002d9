// Plain sources and the window over them. The containers are in container.cc. Tested by bytes_test.cc.
#include "read/bytes.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace firsthand::read {

namespace {

class DescriptorSource final : public ByteSource {
  public:
    explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {}
    DescriptorSource(const DescriptorSource&) = delete;
    DescriptorSource& operator=(const DescriptorSource&) = delete;
    ~DescriptorSource() override {
        if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
    }

    std::size_t read(char* out, std::size_t size) override {
        for (;;) {
            const auto got = ::read(descriptor_, out, size);
            if (got >= 0) {
                taken_ += static_cast<std::uint64_t>(got);
                return static_cast<std::size_t>(got);
            }
            if (errno == EINTR) continue;
            problem_ = std::string("cannot be read: ") + std::strerror(errno);
            return 0;
        }
    }
    [[nodiscard]] std::uint64_t taken() const override { return taken_; }

  private:
    int descriptor_;
    std::uint64_t taken_ = 0;
};

class MemorySource final : public ByteSource {
  public:
    MemorySource(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step) {}
    std::size_t read(char* out, std::size_t size) override {
        const std::size_t count = std::min({size, step_, bytes_.size() - at_});
        if (count > 0) std::memcpy(out, bytes_.data() + at_, count);
        at_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t taken() const override { return at_; }

  private:
    std::string_view bytes_;
    std::size_t step_, at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> read_descriptor(int descriptor) { return std::make_unique<DescriptorSource>(descriptor); }

std::unique_ptr<ByteSource> read_memory(std::string_view bytes, std::size_t step) { return std::make_unique<MemorySource>(bytes, step); }

bool Window::fill() {
    constexpr std::size_t kChunk = 1U << 17U;
    if (done_) return false;
    const std::size_t unread = end_ - begin_;
    if (bytes_.size() < end_ + kChunk + kPadding) {
        if (begin_ > 0 && unread > 0) std::memmove(bytes_.data(), bytes_.data() + begin_, unread);
        begin_ = 0;
        end_ = unread;
        // Doubling keeps long elements linear; the padding is never handed out.
        if (bytes_.size() < end_ + kChunk + kPadding) bytes_.resize(std::max(end_ * 2, end_ + 2 * kChunk) + kPadding);
    }
    const std::size_t got = source_->read(bytes_.data() + end_, bytes_.size() - kPadding - end_);
    end_ += got;
    done_ = got == 0;
    return !done_;
}

std::string_view Window::peek(std::size_t size) {
    while (view().size() < size && fill()) {}
    return view();
}

bool Window::resume(std::string_view head) {
    if (!source_->resume(head)) return false;
    begin_ = end_;
    done_ = false;
    return true;
}

}  // namespace firsthand::read
