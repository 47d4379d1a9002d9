// Front matter and header lines. The text stays as it is.
#include "check.h"
#include "read/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = as_text(data, size);
    const firsthand::Document document = firsthand::read::parse_text(std::string(text));
    check(document.text == text);
    check_spans(document);
    return 0;
}
