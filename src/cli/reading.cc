// Tested by tests/cli/test_trace.py and test_extract.py.
#include "cli/reading.h"

#include <utility>

#include "firsthand/firsthand.h"

namespace firsthand::cli {

std::optional<read::Item> next_item(read::Reader& reader, SharedProgress& shared) {
    auto item = reader.next();
    const read::Progress now = reader.progress();
    shared.bytes = now.bytes;
    shared.of_bytes = now.of_bytes;
    return item;
}

std::optional<read::Item> next_left(read::Reader& reader, SharedProgress& shared) {
    shared.bytes = shared.of_bytes.load();
    return reader.next_left();
}

Reading make_reading(const read::Reader& reader, const Models& models, Document document) {
    auto extracted = reader.recall(document);
    return extracted ? read_document(std::move(document), std::move(*extracted)) : read_document(std::move(document), models);
}

void show_reading(ProgressLine& line, const SharedProgress& shared, std::uint64_t articles) {
    const std::uint64_t of_bytes = shared.of_bytes;
    line.show("reading", of_bytes == 0 ? articles : shared.bytes.load(), of_bytes, of_bytes == 0 ? "articles" : "bytes");
}

}  // namespace firsthand::cli
