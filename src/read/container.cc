// gzip (RFC 1952, several members), zstd (RFC 8878, several frames), and what web servers pack with: zlib, bare deflate and
// brotli. Streamed, with an eye on bombs: real bytes are counted, never declared ones. Deflate is ISA-L's, twice as fast as
// zlib on pages. Tested by bytes_test.cc.
#include <brotli/decode.h>
#include <isa-l/igzip_lib.h>
#include <zstd.h>

#include <algorithm>
#include <utility>

#include "read/bytes.h"

namespace firsthand::read {

namespace {

// What all containers share: the packed window, the count of bytes, and the bomb rule.
class Unpacker : public ByteSource {
  public:
    Unpacker(std::unique_ptr<Window> packed, UnpackLimits limits) : packed_(std::move(packed)), limits_(limits) {}
    [[nodiscard]] std::uint64_t taken() const final { return packed_->source().taken(); }

    std::size_t read(char* out, std::size_t size) final {
        while (!finished_ && problem_.empty()) {
            const auto [eaten, made] = step(packed_->view(), out, size);
            packed_->drop(eaten);
            in_ += eaten;
            out_ += made;
            if (out_ > limits_.ratio_bytes && out_ / limits_.ratio > in_) {
                problem_ = "unpacks to more than " + std::to_string(limits_.ratio) + " times its size: it looks like a decompression bomb";
                is_bomb_ = true;
                return 0;
            }
            if (made > 0) return made;
            if (eaten > 0 || finished_ || !problem_.empty() || packed_->fill()) continue;
            problem_ = packed_->source().problem();
            is_bomb_ = packed_->source().is_bomb();
            if (problem_.empty() && unfinished()) problem_ = "the compressed data breaks off: the file is cut short";
            finished_ = true;
        }
        return 0;
    }

    bool resume(std::string_view head) final {
        if (!damaged_ || !restart(*packed_, head)) return false;
        problem_.clear();
        finished_ = damaged_ = false;
        return true;
    }

  protected:
    struct Step {
        std::size_t eaten = 0, made = 0;
    };
    // Unpacks some bytes; sets problem_ or finished_. Nothing eaten and nothing made: needs more than `in`, which may be empty.
    virtual Step step(std::string_view in, char* out, std::size_t size) = 0;
    [[nodiscard]] virtual bool unfinished() const = 0;
    // See ByteSource::resume().
    virtual bool restart(Window& /*packed*/, std::string_view /*head*/) { return false; }
    void report_damage(std::string problem) {
        problem_ = std::move(problem);
        damaged_ = true;
    }
    bool finished_ = false;

  private:
    std::unique_ptr<Window> packed_;
    UnpackLimits limits_;
    std::uint64_t in_ = 0, out_ = 0;
    bool damaged_ = false;
};

class InflateSource final : public Unpacker {
  public:
    InflateSource(Container kind, std::unique_ptr<Window> packed, UnpackLimits limits)
        : Unpacker(std::move(packed), limits), state_(std::make_unique<inflate_state>()), kind_(kind) {
        isal_inflate_init(state_.get());
        reset();
    }

  protected:
    Step step(std::string_view in, char* out, std::size_t size) override {
        if (between_) {
            // Tapes and tar pad with zeros; anything else that is no member is damage.
            const std::size_t zeros = std::min(in.find_first_not_of('\0'), in.size());
            if (zeros > 0 || in.empty()) return {zeros, 0};
            if (static_cast<unsigned char>(in[0]) != 0x1F) {
                report_damage("something that is not gzip follows the compressed data");
                return {};
            }
            reset();
        }
        constexpr std::size_t kMost = 1U << 30U;
        const auto in_size = static_cast<std::uint32_t>(std::min(in.size(), kMost)), out_size = static_cast<std::uint32_t>(std::min(size, kMost));
        const int status = inflate(*state_, in_head_ ? &head_ : nullptr, in.substr(0, in_size), {out, out_size});
        in_head_ = in_head_ && state_->crc_flag == ISAL_GZIP;
        if (status != ISAL_DECOMP_OK) {
            report_damage("the gzip data is damaged");
        } else if (state_->block_state == ISAL_BLOCK_FINISH) {
            between_ = kind_ == Container::gzip;
            finished_ = !between_;
        }
        // After damage ISA-L may have counted some bytes twice.
        return {in_size - std::min(state_->avail_in, in_size), out_size - std::min(state_->avail_out, out_size)};
    }
    [[nodiscard]] bool unfinished() const override { return !between_; }

    bool restart(Window& packed, std::string_view head) override {
        constexpr std::size_t kTrial = 1024;       // bytes of a member that are enough to unpack its first few
        const auto trial = std::make_unique<inflate_state>();
        for (std::string_view in = packed.peek(kTrial); kind_ == Container::gzip; in = packed.peek(kTrial)) {
            const std::size_t at = in.find("\x1F\x8B\x08");
            if (at == std::string_view::npos) {
                packed.drop(in.size() - std::min<std::size_t>(in.size(), 2));
                if (!packed.fill()) return false;
                continue;
            }
            packed.drop(at);
            in = packed.peek(kTrial).substr(0, kTrial);
            std::string first(head.size(), '\0');
            isal_inflate_init(trial.get());
            trial->crc_flag = ISAL_GZIP;
            isal_gzip_header_init(&head_);
            if (inflate(*trial, &head_, in, {first.data(), first.size()}) == ISAL_DECOMP_OK && trial->avail_out == 0 && first == head) {
                reset();
                return true;
            }
            packed.drop(1);
        }
        return false;
    }

  private:
    struct Room {
        char* begin;
        std::size_t size;
    };
    // `head`: that of a gzip member, while it is read. ISA-L forgets its own between two pieces (intel/isa-l, issue 224).
    static int inflate(inflate_state& state, isal_gzip_header* head, std::string_view in, Room out) {
        state.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(in.data()));
        state.avail_in = static_cast<std::uint32_t>(in.size());
        state.next_out = reinterpret_cast<std::uint8_t*>(out.begin);
        state.avail_out = static_cast<std::uint32_t>(out.size);
        if (head != nullptr) {
            const int status = isal_read_gzip_header(&state, head);
            if (status != ISAL_DECOMP_OK) return status == ISAL_END_INPUT ? ISAL_DECOMP_OK : status;
            state.crc_flag = ISAL_GZIP_NO_HDR_VER;
        }
        return isal_inflate(&state);
    }
    void reset() {
        isal_inflate_reset(state_.get());
        state_->crc_flag = kind_ == Container::gzip ? ISAL_GZIP : kind_ == Container::zlib ? ISAL_ZLIB : ISAL_DEFLATE;
        in_head_ = kind_ == Container::gzip;
        isal_gzip_header_init(&head_);
        between_ = false;
    }

    std::unique_ptr<inflate_state> state_;
    isal_gzip_header head_{};
    Container kind_;
    bool in_head_ = false;                         // of a member of gzip
    bool between_ = false;                         // after a member of gzip, before the next
};

class BrotliSource final : public Unpacker {
  public:
    BrotliSource(std::unique_ptr<Window> packed, UnpackLimits limits)
        : Unpacker(std::move(packed), limits), state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
        if (state_ == nullptr) problem_ = "not enough memory to unpack it";
    }
    BrotliSource(const BrotliSource&) = delete;
    BrotliSource& operator=(const BrotliSource&) = delete;
    ~BrotliSource() override { BrotliDecoderDestroyInstance(state_); }

  protected:
    Step step(std::string_view in, char* out, std::size_t size) override {
        std::size_t in_left = in.size(), out_left = size;
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(out);
        const auto status = BrotliDecoderDecompressStream(state_, &in_left, &next_in, &out_left, &next_out, nullptr);
        if (status == BROTLI_DECODER_RESULT_ERROR) report_damage("the brotli data is damaged");
        if (status == BROTLI_DECODER_RESULT_SUCCESS) finished_ = true;
        return {in.size() - in_left, size - out_left};
    }
    [[nodiscard]] bool unfinished() const override { return true; }

  private:
    BrotliDecoderState* state_;
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
        if (in.empty() && !open_) return {};       // asked between frames, it would begin one
        ZSTD_inBuffer source{in.data(), in.size(), 0};
        ZSTD_outBuffer target{out, size, 0};
        const std::size_t status = ZSTD_decompressStream(context_, &target, &source);
        if (ZSTD_isError(status) != 0U) {
            report_damage(std::string("the zstd data is damaged: ") + ZSTD_getErrorName(status));
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
    if (container == Container::zstd) return std::make_unique<ZstdSource>(std::move(packed), limits);
    if (container == Container::brotli) return std::make_unique<BrotliSource>(std::move(packed), limits);
    return std::make_unique<InflateSource>(container, std::move(packed), limits);
}

}  // namespace firsthand::read
