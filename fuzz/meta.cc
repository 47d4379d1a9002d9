// Any CSV, and documents that its first cells name.
#include "check.h"
#include "read/meta.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view csv = as_text(data, size);
    const auto meta = firsthand::read::Meta::parse(csv);
    if (!meta) return 0;
    for (const char* path : {"a.txt", "./x/a.txt", "pile.jsonl:3", ""}) {
        firsthand::Document document;
        document.path = path;
        document.id = path[0] == 'p' ? "7" : "";
        meta->apply(document);
        check(document.path == path);
    }
    return 0;
}
