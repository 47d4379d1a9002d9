// gzip (RFC 1952, several members) and zstd (RFC 8878, several frames), streamed, with an eye on bombs: real bytes are
// counted, never declared ones. Tested by bytes_test.cc.
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <utility>

#include "read/bytes.h"

namespace firsthand::read {

namespace {

// What both containers share: the packed window, the count of bytes, and the bomb rule.
class Unpacker : public ByteSource {
  public:
    Unpacker(std::unique_ptr<Window> packed, UnpackLimits limits) : packed_(std::move(packed)), limits_(limits) {}
    [[nodiscard]] std::uint64_t taken() const final { return packed_->source().taken(); }

    std::size_t read(char* out, std::size_t size) final {
        while (!finished_ && problem_.empty()) {
            if (packed_->view().empty() && !packed_->fill()) {
                problem_ = packed_->source().problem();
                if (problem_.empty() && unfinished()) problem_ = "the compressed data breaks off: the file is cut short";
                finished_ = true;
                return 0;
            }
            const auto [eaten, made] = step(packed_->view(), out, size);
            packed_->drop(eaten);
            in_ += eaten;
            out_ += made;
            if (out_ > limits_.ratio_bytes && out_ / limits_.ratio > in_) {
                problem_ = "unpacks to more than " + std::to_string(limits_.ratio) + " times its size: it looks like a decompression bomb";
                return 0;
            }
            if (made > 0) return made;
        }
        return 0;
    }

  protected:
    struct Step {
        std::size_t eaten = 0, made = 0;
    };
    // Unpacks some bytes; sets problem_ or finished_. `in` is not empty.
    virtual Step step(std::string_view in, char* out, std::size_t size) = 0;
    [[nodiscard]] virtual bool unfinished() const = 0;
    bool finished_ = false;

  private:
    std::unique_ptr<Window> packed_;
    UnpackLimits limits_;
    std::uint64_t in_ = 0, out_ = 0;
};

class GzipSource final : public Unpacker {
  public:
    GzipSource(std::unique_ptr<Window> packed, UnpackLimits limits) : Unpacker(std::move(packed), limits) {
        if (inflateInit2(&stream_, 15 + 16) != Z_OK) problem_ = "not enough memory to unpack it";
    }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    ~GzipSource() override { inflateEnd(&stream_); }

  protected:
    Step step(std::string_view in, char* out, std::size_t size) override {
        if (between_) {
            // Tapes and tar pad with zeros; anything else that is no member is damage.
            const std::size_t zeros = std::min(in.find_first_not_of('\0'), in.size());
            if (zeros > 0) return {zeros, 0};
            if (static_cast<unsigned char>(in[0]) != 0x1F) {
                problem_ = "something that is not gzip follows the compressed data";
                return {};
            }
            inflateReset(&stream_);
            between_ = false;
        }
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
        stream_.avail_in = static_cast<uInt>(std::min<std::size_t>(in.size(), 1U << 30U));
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
        const uInt in_before = stream_.avail_in, out_before = stream_.avail_out;
        const int status = inflate(&stream_, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            between_ = true;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            problem_ = "the gzip data is damaged";
        }
        return {in_before - stream_.avail_in, out_before - stream_.avail_out};
    }
    [[nodiscard]] bool unfinished() const override { return !between_; }

  private:
    z_stream stream_{};
    bool between_ = false;                         // after a member, before the next
};

class ZstdSource final : public Unpacker {
  public:
    ZstdSource(std::unique_ptr<Window> packed, UnpackLimits limits) : Unpacker(std::move(packed), limits), context_(ZSTD_createDCtx()) {
        constexpr int kWindowLog = 27;             // 128 MB, what the zstd program itself allows
        if (context_ == nullptr || ZSTD_isError(ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, kWindowLog)) != 0U)
            problem_ = "not enough memory to unpack it";
    }
    ZstdSource(const ZstdSource&) = delete;
    ZstdSource& operator=(const ZstdSource&) = delete;
    ~ZstdSource() override { ZSTD_freeDCtx(context_); }

  protected:
    Step step(std::string_view in, char* out, std::size_t size) override {
        ZSTD_inBuffer source{in.data(), in.size(), 0};
        ZSTD_outBuffer target{out, size, 0};
        const std::size_t status = ZSTD_decompressStream(context_, &target, &source);
        if (ZSTD_isError(status) != 0U) {
            problem_ = std::string("the zstd data is damaged: ") + ZSTD_getErrorName(status);
        } else {
            open_ = status != 0;
        }
        return {source.pos, target.pos};
    }
    [[nodiscard]] bool unfinished() const override { return open_; }

  private:
    ZSTD_DCtx* context_;
    bool open_ = true;                             // inside a frame
};

}  // namespace

Container sniff_container(std::string_view head) {
    const auto byte = [&](std::size_t i) { return i < head.size() ? static_cast<unsigned char>(head[i]) : 0U; };
    if (byte(0) == 0x1F && byte(1) == 0x8B) return Container::gzip;
    const bool frame = byte(0) == 0x28 && byte(1) == 0xB5 && byte(2) == 0x2F && byte(3) == 0xFD;
    const bool skippable = (byte(0) & 0xF0U) == 0x50U && byte(1) == 0x2A && byte(2) == 0x4D && byte(3) == 0x18;
    return frame || skippable ? Container::zstd : Container::none;
}

std::unique_ptr<ByteSource> unpack(Container container, std::unique_ptr<Window> packed, UnpackLimits limits) {
    if (container == Container::gzip) return std::make_unique<GzipSource>(std::move(packed), limits);
    return std::make_unique<ZstdSource>(std::move(packed), limits);
}

}  // namespace firsthand::read
