// Bytes on their way in: a file, standard input, memory, or a compressed container around any of them.
//
// Everything streams. A source hands out bytes until it has none; problem() then says whether that was the real end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"

namespace firsthand::read {

class ByteSource {
  public:
    virtual ~ByteSource() = default;
    // Up to `size` bytes into `out`; 0 at the end, and after a problem.
    virtual std::size_t read(char* out, std::size_t size) = 0;
    // Bytes taken from the disk so far.
    [[nodiscard]] virtual std::uint64_t taken() const = 0;
    // Why the bytes broke off; empty: they did not.
    [[nodiscard]] const std::string& problem() const { return problem_; }
    // The problem is that the bytes look like a decompression bomb.
    [[nodiscard]] bool is_bomb() const { return is_bomb_; }
    // After damage: goes on where the bytes begin anew with `head`, as the members of a gzip file do. False: nowhere.
    virtual bool resume(std::string_view /*head*/) { return false; }

  protected:
    std::string problem_;
    bool is_bomb_ = false;
};

// A file by its descriptor, which it closes (standard input is left open).
[[nodiscard]] std::unique_ptr<ByteSource> read_descriptor(int descriptor);

// Bytes in memory; keeps a view. At most `step` bytes at a time, so that tests meet every seam.
[[nodiscard]] std::unique_ptr<ByteSource> read_memory(std::string_view bytes, std::size_t step = 1U << 16U);

// The unread part of a source as one contiguous piece, with room behind it for simdjson's wide loads.
class Window {
  public:
    explicit Window(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}
    [[nodiscard]] std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    // Reads some more behind the view; false at the end. Older views are void afterwards.
    bool fill();
    // Fills until the view holds `size` bytes, or all there are.
    std::string_view peek(std::size_t size);
    void drop(std::size_t size) {
        begin_ += size;
        passed_ += size;
    }
    // Bytes that were dropped so far: where the view begins in the source.
    [[nodiscard]] std::uint64_t passed() const { return passed_; }
    [[nodiscard]] const ByteSource& source() const { return *source_; }
    // ByteSource::resume(), with an empty view.
    bool resume(std::string_view head);

  private:
    std::unique_ptr<ByteSource> source_;
    std::vector<char> bytes_;
    std::size_t begin_ = 0, end_ = 0;
    std::uint64_t passed_ = 0;
    bool done_ = false;
};

inline constexpr std::size_t kPadding = 64;        // readable bytes behind every view of a Window

// How far a container may unpack (see ReadOptions).
struct UnpackLimits {
    std::uint64_t ratio_bytes = 1U << 20U;
    std::uint32_t ratio = 200;
};

enum class Container : std::uint8_t { none, gzip, zstd, zlib, deflate, brotli };
// Only gzip and zstd can be told from other bytes.
[[nodiscard]] Container sniff_container(std::string_view head);
// `container` is not none.
[[nodiscard]] std::unique_ptr<ByteSource> unpack(Container container, std::unique_ptr<Window> packed, UnpackLimits limits);

}  // namespace firsthand::read
