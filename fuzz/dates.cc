// A date that is understood is read as itself again.
#include "check.h"
#include "read/dates.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view words = as_text(data, size);
    check(firsthand::read::say_not_understood(words).size() < 1000);
    const auto date = firsthand::read::parse_date(words);
    if (!date) return 0;
    check(date->known());
    check(firsthand::read::parse_date(date->value) == date);
    return 0;
}
