// Bytes in any charset -> UTF-8: declared, sniffed or detected, then converted by ICU.
//
// decode_page() is for what is taken apart (HTML, XML, feeds), decode_text() for what is kept, decode_source() for what
// streams. To add a charset: a row in charset_labels.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/bytes.h"

namespace firsthand::read {

struct Decoded {
    std::string text;                              // valid UTF-8
    std::string charset = "UTF-8";                 // by its WHATWG name: "windows-1252", "UTF-16LE"
    bool replaced = false;                         // U+FFFD stands where bytes meant nothing
    std::string from = "utf-8";                    // who said so: "bom", "http", "meta", "detected", "utf-8" (the bytes are)
};

// The WHATWG name of a label ("latin1": "windows-1252"); empty for what is unknown or not for documents (UTF-7).
[[nodiscard]] std::string_view find_charset(std::string_view label);

// What `<meta charset>`, `<meta http-equiv content>` or `<?xml encoding?>` in the first 16 KB declares, as find_charset() names it.
[[nodiscard]] std::string_view find_declared_charset(std::string_view page);

// `declared_http`: the charset of the Content-Type header, may be empty. A byte order mark is believed first and cut off;
// then the header, then the page, unless the bytes are UTF-8 all the same; then uchardet; windows-1252 in the end.
[[nodiscard]] Decoded decode_page(std::string_view bytes, std::string_view declared_http);

// For texts whose offsets the reader will count in the file: one character stays one code point. UTF-16 loses its byte order mark
// (as in iconv and Python's "utf-16"), UTF-8 keeps it. Mostly UTF-8 stays UTF-8, with what is broken replaced.
[[nodiscard]] Decoded decode_text(std::string bytes);

// "UTF-16LE", "UTF-16BE" by byte order mark or zero bytes; else empty.
[[nodiscard]] std::string_view sniff_utf16(std::string_view head);

// Is this text, decoded from UTF-16, none? (A picture may begin like a byte order mark.)
[[nodiscard]] bool is_garbled(std::string_view utf8);

// Bytes of a window as UTF-8, streamed.
class DecodingSource : public ByteSource {
  public:
    // What is read so far: the charset, by its WHATWG name; empty as long as every byte was ASCII.
    [[nodiscard]] virtual std::string_view charset() const = 0;
};

// `charset` empty: decided by the 64 KB from the first byte that is not ASCII. UTF-8 passes through as it is, byte order mark
// and broken bytes too.
[[nodiscard]] std::unique_ptr<DecodingSource> decode_source(std::unique_ptr<Window> window, std::string_view charset = {});

}  // namespace firsthand::read
