// WARC, plain or in gzip: the elements hang neither on the seams of the reads, nor are they larger than one may be.
#include <memory>
#include <string>
#include <vector>

#include "check.h"
#include "read/formats.h"

namespace {

using namespace firsthand;

constexpr std::size_t kLimit = 1U << 14U;

std::vector<std::string> read_all(std::string_view bytes, std::size_t step) {
    read::Limits limits;
    limits.document_bytes = kLimit;
    limits.unpack.ratio_bytes = 1U << 14U;
    auto stream = read::open_stream({.window = std::make_unique<read::Window>(read::read_memory(bytes, step)), .path = "file", .limits = limits});
    std::vector<std::string> out;
    if (!stream) return out;
    while (auto item = (*stream)->next()) {
        std::visit([](const auto& one) { check(one.path.starts_with("file")); }, *item);
        if (const auto* page = std::get_if<read::Page>(&*item)) {
            check(page->bytes.size() <= kLimit + 4);
            out.push_back(page->path + page->url + page->charset + page->bytes + (page->notes.empty() ? "" : page->notes[0]));
        } else if (const auto* skipped = std::get_if<Skipped>(&*item)) {
            check(!skipped->reason.empty());
            out.push_back(skipped->path + skipped->reason);
        } else {
            out.push_back(std::get<Document>(*item).text);
        }
    }
    check(!(*stream)->next());
    check(!out.empty());
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = as_text(data, size);
    const bool plain = bytes.starts_with("WARC/");
    if (!plain && read::sniff_container(bytes) == read::Container::none) return 0;
    const auto once = read_all(bytes, 1U << 16U), often = read_all(bytes, 3);
    if (plain) check(once == often);
    check(once.size() <= 200 * size + (1U << 15U));
    return 0;
}
