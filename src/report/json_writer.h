// Values -> JSON text on a stream: commas, keys and nesting by hand, strings and numbers by Boost.JSON; nothing is kept.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/serializer.hpp>

#include "firsthand/types.h"

namespace firsthand::report {

class JsonWriter {
  public:
    explicit JsonWriter(std::ostream& out) : out_(out) { buffer_.reserve(kChunk + 4096); }
    ~JsonWriter() { flush(); }
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void open(char bracket);                       // '{' or '['
    void close(char bracket);                      // '}' or ']'
    JsonWriter& key(std::string_view name);        // a plain name, no escaping
    void text(std::string_view value);             // what is no UTF-8 is repaired
    void number(std::uint64_t value);
    void number_or_null(std::uint64_t value);      // 0 is written as null
    void score(float value);                       // two or three digits: the bytes do not hang on the last bits of a sum
    void boolean(bool value);
    void null();
    void new_line() { break_ = true; }             // before what comes next, after its comma
    void flush();

    void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
    void span(ByteSpan points);                    // {"begin":…,"end":…}

  private:
    static constexpr std::size_t kChunk = 1U << 16U;
    void separate();
    void break_line();

    std::ostream& out_;
    std::string buffer_;
    bool first_ = true, after_key_ = false, break_ = false;
    boost::json::serializer serializer_;
};

}  // namespace firsthand::report
