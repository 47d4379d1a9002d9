// One charset to UTF-8 by ICU, piece by piece.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

#include <unicode/ucnv.h>

#include "read/charset_labels.h"

namespace firsthand::read {

class Converter {
  public:
    explicit Converter(const Charset& charset);
    Converter(const Converter&) = delete;          // ICU holds pointers into it
    Converter& operator=(const Converter&) = delete;

    struct Step {
        std::size_t eaten = 0, made = 0;
    };
    // As much as fits. `last`: no more bytes will come; then nothing eaten and nothing made is the end.
    Step convert(std::string_view in, bool last, char* out, std::size_t size);
    [[nodiscard]] std::size_t replaced() const { return replaced_; }   // U+FFFD written so far

  private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    static void replace(const void* self, UConverterToUnicodeArgs* arguments, const char* bytes, std::int32_t size, UConverterCallbackReason reason, UErrorCode* error);

    std::unique_ptr<UConverter, Close> from_, to_;
    std::array<UChar, 1024> pivot_{};
    UChar* pivot_source_ = pivot_.data();
    UChar* pivot_target_ = pivot_.data();
    std::size_t replaced_ = 0;
    bool started_ = false;
};

}  // namespace firsthand::read
