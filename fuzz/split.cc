// The three layouts: elements are the same whatever the seams of the stream are, and lie in order.
#include <string>
#include <vector>

#include "check.h"
#include "read/split.h"

namespace {

std::vector<std::string> split_all(firsthand::read::Layout layout, std::string_view bytes, std::size_t step) {
    constexpr std::uint64_t kLimit = 200;
    firsthand::read::Window window(firsthand::read::read_memory(bytes, step));
    const auto splitter = firsthand::read::split(layout, window, kLimit);
    std::vector<std::string> out;
    while (const auto element = splitter->next()) {
        check(element->bytes.size() <= kLimit);
        check(element->bytes.empty() != element->problem.empty());
        const std::string where = std::to_string(element->line) + ":" + std::to_string(element->column) + " ";
        out.push_back(where + (element->problem.empty() ? std::string(element->bytes) : element->problem));
        check(out.size() <= 2 * bytes.size() + 2);
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using firsthand::read::Layout;
    const std::string_view bytes = as_text(data, size);
    for (const Layout layout : {Layout::lines, Layout::list, Layout::values}) {
        const auto whole = split_all(layout, bytes, 1U << 16U);
        check(split_all(layout, bytes, 1) == whole);
        check(split_all(layout, bytes, 5) == whole);
    }
    return 0;
}
