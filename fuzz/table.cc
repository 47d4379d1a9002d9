// Any bytes as a table: what the first pass takes and what the second says do not contradict each other.
#include <memory>

#include "check.h"
#include "read/formats.h"
#include "read/table.h"

namespace {

using namespace firsthand;

read::Opened open_bytes(std::string_view bytes) {
    read::Opened opened{.window = std::make_unique<read::Window>(read::read_memory(bytes, 1000)), .path = "file"};
    opened.limits.document_bytes = 1U << 12U;
    return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = as_text(data, size);
    if (!read::is_table(bytes.substr(0, read::kSniffBytes))) return 0;
    read::Listings listings;
    read::list_table(open_bytes(bytes), listings);
    listings.settle();
    read::Opened opened = open_bytes(bytes);
    opened.listed = listings.holds("file");
    const bool listed = opened.listed;
    const auto stream = read::open_table(std::move(opened));
    std::size_t items = 0;
    while (auto item = stream->next()) {
        check(++items <= size + 2);
        std::visit([](const auto& one) { check(one.path.starts_with("file")); }, *item);
        check(!listed || std::holds_alternative<Skipped>(*item));
        if (auto* document = std::get_if<Document>(&*item)) {
            read::complete(*document);
            check_spans(*document);
            check(!document->text.empty());
        }
    }
    check(listed || items > 0);
    return 0;
}
