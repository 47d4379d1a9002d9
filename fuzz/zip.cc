// ZIP and WACZ, from a file in memory: whatever the bytes, reading ends, and names are shown without control characters.
#include <sys/mman.h>
#include <unistd.h>

#include <memory>

#include "base/utf8.h"
#include "check.h"
#include "read/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    const std::string_view bytes = as_text(data, size);
    const int file = ::memfd_create("zip", MFD_CLOEXEC);
    check(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size));
    {
        read::Limits limits;
        limits.document_bytes = 1U << 14U;
        limits.unpack.ratio_bytes = 1U << 14U;
        const auto stream = read::open_zip({.window = std::make_unique<read::Window>(read::read_memory(bytes)), .path = "file", .limits = limits, .descriptor = file});
        std::size_t items = 0, text = 0;
        while (auto item = stream->next()) {
            ++items;
            std::visit([](const auto& one) { check(one.path.starts_with("file") && base::escape_controls(one.path) == one.path); }, *item);
            if (const auto* page = std::get_if<read::Page>(&*item)) text += page->bytes.size();
            if (const auto* skipped = std::get_if<Skipped>(&*item)) check(!skipped->reason.empty());
            check(stream->taken() <= size);
        }
        check(items > 0);
        check(text <= 200U * 200U * size + (1U << 20U));
    }
    ::close(file);
    return 0;
}
