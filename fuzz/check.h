// What a fuzz target demands beyond "no crash".
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "firsthand/types.h"

inline void check(bool holds) {
    if (!holds) std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

// The law of spans: inside the text, ordered, disjoint.
inline void check_spans(const firsthand::Document& document) {
    std::uint32_t end = 0;
    for (const firsthand::ByteSpan& span : document.furniture) {
        check(span.begin >= end && span.begin <= span.end && span.end <= document.text.size());
        end = span.end;
    }
    for (const firsthand::Hyperlink& link : document.links) check(link.span.begin <= link.span.end && link.span.end <= document.text.size());
    check(document.title_span.begin <= document.title_span.end && document.title_span.end <= document.text.size());
}
