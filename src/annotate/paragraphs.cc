// A paragraph ends at an empty line; at a single line end too, unless the text is wrapped by hand at a fixed width.
// Tested by annotate_test.cc.
#include <algorithm>

#include "annotate/annotate.h"
#include "base/utf8.h"

namespace firsthand::annotate {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool ends_sentence(std::string_view line) {
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    return !line.empty() && (std::string_view(".!?:\"')").find(line.back()) != std::string_view::npos || line.ends_with("”") || line.ends_with("’") ||
                             line.ends_with("…") || line.ends_with("»"));
}

// A text is wrapped by hand when most of its lines end inside a sentence and the next begins in lower case.
bool is_wrapped(std::string_view text) {
    std::size_t lines = 0;
    std::size_t running_on = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (end + 1 < text.size() && line.size() > 20 && line.size() < 160 && text[end + 1] != '\n' && text[end + 1] != '\r') {
            ++lines;
            const bool lower = text[end + 1] >= 'a' && text[end + 1] <= 'z';
            running_on += lower && !ends_sentence(line) ? 1 : 0;
        }
        begin = end + 1;
    }
    return lines >= 4 && running_on * 5 >= lines * 2;
}

ByteSpan trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const base::Decoded d = base::decode(text, begin);
        if (!base::is_space(d.point)) break;
        begin += d.size;
    }
    while (end > begin) {
        std::size_t last = end - 1;
        while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        if (!base::is_space(base::decode(text, last).point)) break;
        end = last;
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void split(std::string_view text, std::size_t begin, std::size_t end, bool wrapped, std::vector<ByteSpan>& out) {
    std::size_t start = begin;
    const auto close = [&](std::size_t at) {
        const ByteSpan span = trimmed(text, start, at);
        if (!span.empty()) out.push_back(span);
        start = at;
    };
    for (std::size_t i = text.find('\n', begin); i < end; i = text.find('\n', i + 1)) {
        std::size_t next = i + 1;
        while (next < end && is_blank(text[next])) ++next;
        if (!wrapped || next >= end || text[next] == '\n') close(i);
    }
    close(end);
}

}  // namespace

std::vector<ByteSpan> find_paragraphs(std::string_view text, const std::vector<ByteSpan>& furniture) {
    std::vector<ByteSpan> paragraphs;
    const bool wrapped = is_wrapped(text);
    std::size_t begin = 0;
    for (const ByteSpan gap : furniture) {
        split(text, begin, gap.begin, wrapped, paragraphs);
        begin = gap.end;
    }
    split(text, begin, text.size(), wrapped, paragraphs);
    return paragraphs;
}

}  // namespace firsthand::annotate
