// A trace of a large pile is a long list of small things, so it is written as it goes: the memory is one buffer of 64 KB.
// Tested by json_test.cc.
#include "report/json_writer.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"

namespace firsthand::report {

void JsonWriter::separate() {
    if (!first_ && !after_key_) buffer_.push_back(',');
    first_ = after_key_ = false;
    break_line();
    if (buffer_.size() >= kChunk) flush();
}

void JsonWriter::break_line() {
    if (break_) buffer_.push_back('\n');
    break_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    buffer_.push_back(bracket);
    first_ = true;
}

void JsonWriter::close(char bracket) {
    break_line();
    buffer_.push_back(bracket);
    first_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    buffer_.push_back('"');
    buffer_.append(name);
    buffer_.append("\":");
    after_key_ = true;
    return *this;
}

void JsonWriter::text(std::string_view value) {
    separate();
    std::string repaired;
    if (!base::is_valid_utf8(value)) {
        bool changed = false;
        repaired = base::repair_utf8(value, changed);
        value = repaired;
    }
    serializer_.reset(boost::json::string_view(value.data(), value.size()));
    std::array<char, 4096> part{};
    while (!serializer_.done()) {
        const auto written = serializer_.read(part.data(), part.size());
        buffer_.append(written.data(), written.size());
    }
}

void JsonWriter::number(std::uint64_t value) {
    separate();
    const fmt::format_int digits(value);
    buffer_.append(digits.data(), digits.size());
}

void JsonWriter::number_or_null(std::uint64_t value) {
    if (value == 0) {
        null();
    } else {
        number(value);
    }
}

void JsonWriter::score(float value) {
    separate();
    const double safe = std::isfinite(value) ? std::clamp(static_cast<double>(value), 0.0, 1.0) : 0.0;
    fmt::format_to(std::back_inserter(buffer_), "{}", std::round(safe * 1000) / 1000);
}

void JsonWriter::boolean(bool value) {
    separate();
    buffer_.append(value ? "true" : "false");
}

void JsonWriter::null() {
    separate();
    buffer_.append("null");
}

void JsonWriter::span(ByteSpan points) {
    open('{');
    key("begin").number(points.begin);
    key("end").number(points.end);
    close('}');
}

void JsonWriter::flush() {
    break_line();
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

}  // namespace firsthand::report
