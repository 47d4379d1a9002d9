// The first line of the input is the title that metadata gives, the rest the text. Completing twice changes nothing.
#include <algorithm>

#include "base/utf8.h"
#include "check.h"
#include "read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = as_text(data, size);
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    firsthand::Document document;
    document.path = "a.txt";
    document.title = bytes.substr(0, end);
    document.url = bytes.substr(0, std::min<std::size_t>(end, 80));
    document.text = bytes.substr(std::min(end + 1, bytes.size()));
    auto front = static_cast<std::uint32_t>(std::min<std::size_t>(document.text.size(), bytes.size() % 7));
    while (front > 0 && front < document.text.size() && (static_cast<unsigned char>(document.text[front]) & 0xC0U) == 0x80U) --front;
    if (front > 0) document.furniture.push_back({0, front});
    firsthand::read::complete(document);
    check_spans(document);
    check(firsthand::base::is_valid_utf8(document.text) && firsthand::base::is_valid_utf8(document.title));
    check(!document.id.empty() && !document.language.empty());
    firsthand::Document again = document;
    firsthand::read::complete(again);
    check(again == document);
    return 0;
}
