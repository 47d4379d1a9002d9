// From the first bytes to completed documents: what a Reader does with a file.
#include <memory>

#include "check.h"
#include "read/formats.h"
#include "read/page.h"

namespace {

void check_completed(firsthand::read::Completed& completed) {
    if (auto* document = std::get_if<firsthand::Document>(&completed)) {
        firsthand::read::complete(*document);
        check_spans(*document);
    } else {
        check(!std::get<firsthand::Skipped>(completed).reason.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    auto window = std::make_unique<read::Window>(read::read_memory(as_text(data, size), 1000));
    const read::Sniffed sniffed = read::sniff_format(window->peek(read::kSniffBytes).substr(0, read::kSniffBytes));
    check((sniffed.format == nullptr) != sniffed.problem.empty());
    if (sniffed.format == nullptr) return 0;
    const auto stream = sniffed.format->open({.window = std::move(window), .path = "file", .limits = {.document_bytes = 1U << 16U, .unpack = {}}});
    std::size_t items = 0;
    while (auto item = stream->next()) {
        check(++items <= size + 2);
        std::visit([](const auto& one) { check(one.path.starts_with("file")); }, *item);
        if (auto* page = std::get_if<read::Page>(&*item)) {
            read::Completed completed = read::read_page(std::move(*page), read::Deadline());
            check_completed(completed);
        } else if (auto* document = std::get_if<Document>(&*item)) {
            read::Completed completed(std::move(*document));
            check_completed(completed);
        } else {
            check(!std::get<Skipped>(*item).reason.empty());
        }
    }
    check(items > 0);
    return 0;
}
