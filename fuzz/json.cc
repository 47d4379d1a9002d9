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
    check(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        check(first[i].index() == second[i].index());
        if (const auto* document = std::get_if<firsthand::Document>(&first[i])) check(*document == std::get<firsthand::Document>(second[i]));
        if (const auto* mention = std::get_if<firsthand::read::Mention>(&first[i])) check(!mention->listed.url.empty() && mention->kind != nullptr);
    }
    return 0;
}
