// gzip, zstd and what web servers pack with: whatever the bytes, unpacking ends, and never beyond the ratio.
#include <zlib.h>

#include <memory>
#include <string>

#include "check.h"
#include "read/bytes.h"

namespace {

using namespace firsthand::read;

void unpack_all(Container kind, std::string_view bytes) {
    constexpr UnpackLimits kLimits = {1U << 16U, 200};
    for (const std::size_t step : {1U << 16U, 3U}) {
        const auto source = unpack(kind, std::make_unique<Window>(read_memory(bytes, step)), kLimits);
        char buffer[4096];
        std::uint64_t out = 0;
        for (bool more = true; more; more = source->resume("The bridge")) {
            while (const std::size_t got = source->read(buffer, sizeof buffer)) out += got;
            check(source->read(buffer, sizeof buffer) == 0);
        }
        check(out <= kLimits.ratio_bytes + kLimits.ratio * (bytes.size() + 1) + sizeof buffer);
    }
}

// The first member of a gzip file by zlib; empty when zlib refuses it.
std::string unpack_first(std::string_view bytes) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out(1U << 16U, '\0');
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = inflate(&stream, Z_NO_FLUSH) == Z_STREAM_END;
    out.resize(whole ? stream.total_out : 0);
    inflateEnd(&stream);
    return out;
}

void compare_with_zlib(std::string_view bytes) {
    const std::string first = unpack_first(bytes);
    if (first.empty()) return;
    for (const std::size_t step : {1U << 16U, 7U}) {
        const auto source = unpack(Container::gzip, std::make_unique<Window>(read_memory(bytes, step)), {1U << 20U, 1U << 30U});
        std::string out(first.size(), '\0');
        std::size_t size = 0;
        while (const std::size_t got = source->read(out.data() + size, out.size() - size)) size += got;
        check(size == first.size() && out == first);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = as_text(data, size);
    if (const Container kind = sniff_container(bytes); kind != Container::none) unpack_all(kind, bytes);
    if (sniff_container(bytes) == Container::gzip) compare_with_zlib(bytes);
    for (const Container kind : {Container::zlib, Container::deflate, Container::brotli}) unpack_all(kind, bytes);
    return 0;
}
