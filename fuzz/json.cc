// One JSON record, twice with one parser: the second time says the same.
#include "check.h"
#include "read/bytes.h"
#include "read/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string json(as_text(data, size));
    json.append(firsthand::read::kPadding, '\0');
    firsthand::read::JsonParser parser;
    const auto first = parser.parse(std::string_view(json).substr(0, size));
    const auto second = parser.parse(std::string_view(json).substr(0, size));
    check(!first.empty());
    check(first == second);
    return 0;
}
