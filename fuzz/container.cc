// gzip and zstd: whatever the bytes, unpacking ends, and never beyond the ratio.
#include <memory>

#include "check.h"
#include "read/bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand::read;
    const std::string_view bytes = as_text(data, size);
    const Container kind = sniff_container(bytes);
    if (kind == Container::none) return 0;
    constexpr UnpackLimits kLimits = {1U << 16U, 200};
    for (const std::size_t step : {1U << 16U, 3U}) {
        const auto source = unpack(kind, std::make_unique<Window>(read_memory(bytes, step)), kLimits);
        char buffer[4096];
        std::uint64_t out = 0;
        while (const std::size_t got = source->read(buffer, sizeof buffer)) out += got;
        check(out <= kLimits.ratio_bytes + kLimits.ratio * (size + 1) + sizeof buffer);
        check(source->read(buffer, sizeof buffer) == 0);
    }
    return 0;
}
