// MHTML: one page or one reason, never more bytes than there were.
#include <string>

#include "check.h"
#include "read/mhtml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    const std::string_view bytes = as_text(data, size);
    (void)read::is_mhtml(bytes);
    const read::Item item = read::parse_mhtml(std::string(bytes));
    if (const auto* page = std::get_if<read::Page>(&item)) {
        check(page->bytes.size() <= size);
        check(page->url.empty() || page->url[0] == 'h' || page->url[0] == 'H');
    } else {
        check(!std::get<Skipped>(item).reason.empty());
    }
    return 0;
}
