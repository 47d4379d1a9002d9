// Any bytes under any label become UTF-8; UTF-8 stays; streams give the same at every seam; nothing is mended twice. The first byte
// picks the label, the second the step.
#include <array>

#include "base/utf8.h"
#include "check.h"
#include "read/charset.h"
#include "read/mend.h"

namespace {

using namespace firsthand::read;

std::string drain(std::string_view bytes, std::string_view charset, std::size_t step) {
    const auto source = decode_source(std::make_unique<Window>(read_memory(bytes, step)), charset);
    std::string out, piece(step, '\0');
    while (const std::size_t got = source->read(piece.data(), piece.size())) out.append(piece, 0, got);
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array<std::string_view, 16> kLabels = {"",       "utf-8",     "latin1", "koi8-r",     "windows-1251", "windows-1253", "shift_jis", "gb18030",
                                                          "euc-kr", "big5",      "euc-jp", "iso-2022-jp", "utf-16le",     "utf-16be",     "iso-8859-2", "iso-8859-8"};
    std::string_view bytes = as_text(data, size);
    if (bytes.size() < 2) return 0;
    const std::string_view label = kLabels[static_cast<unsigned char>(bytes[0]) % kLabels.size()];
    const std::size_t step = static_cast<unsigned char>(bytes[1]) % 17 + 1;
    bytes.remove_prefix(2);
    const Decoded page = decode_page(bytes, label);
    check(firsthand::base::is_valid_utf8(page.text) && !find_charset(page.charset).empty());
    const Decoded text = decode_text(std::string(bytes));
    check(firsthand::base::is_valid_utf8(text.text));
    if (firsthand::base::is_valid_utf8(bytes) && sniff_utf16(bytes).empty()) check(text.text == bytes && !text.replaced);
    const std::string streamed = drain(bytes, find_charset(label), step);
    check(streamed == drain(bytes, find_charset(label), 1U << 16U));
    if (!label.empty() && label != "utf-8") check(firsthand::base::is_valid_utf8(streamed));
    for (std::string mended : {page.text, text.text}) {
        check(has_mojibake(mended) == repair_mojibake(mended));
        check(!repair_mojibake(mended) && firsthand::base::is_valid_utf8(mended));
        drop_invisible(mended);
        const std::string once = mended;
        drop_invisible(mended);
        check(mended == once && firsthand::base::is_valid_utf8(once));
    }
    return 0;
}
