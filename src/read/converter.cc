// Tested by charset_test.cc.
#include "read/converter.h"

#include <unicode/ucnv_cb.h>

#include <string>

namespace firsthand::read {

Converter::Converter(const Charset& charset) {
    UErrorCode error = U_ZERO_ERROR;
    from_.reset(ucnv_open(std::string(charset.icu).c_str(), &error));
    to_.reset(ucnv_open("UTF-8", &error));
    // ICU's own substitution would give U+001A for a single byte of some charsets.
    ucnv_setToUCallBack(from_.get(), replace, this, nullptr, nullptr, &error);
    if (U_FAILURE(error)) from_.reset();
}

void Converter::replace(const void* self, UConverterToUnicodeArgs* arguments, const char*, std::int32_t, UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;           // reset, close, clone: nothing to write
    static_cast<Converter*>(const_cast<void*>(self))->replaced_ += 1;
    const UChar replacement = 0xFFFD;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
}

Converter::Step Converter::convert(std::string_view in, bool last, char* out, std::size_t size) {
    if (from_ == nullptr) return {in.size(), 0};
    UErrorCode error = U_ZERO_ERROR;
    char* target = out;
    const char* source = in.data();
    ucnv_convertEx(to_.get(), from_.get(), &target, out + size, &source, in.data() + in.size(), pivot_.data(), &pivot_source_, &pivot_target_,
                   pivot_.data() + pivot_.size(), static_cast<UBool>(!started_), static_cast<UBool>(last), &error);
    started_ = true;
    return {static_cast<std::size_t>(source - in.data()), static_cast<std::size_t>(target - out)};
}

}  // namespace firsthand::read
