// Tested by diff_test.cc.
#include "report/shown_words.h"

#include "base/utf8.h"

namespace firsthand::report {

namespace {

// ASCII, Latin-1 and the general punctuation: what is no letter or digit there is a mark. An emoji is none.
bool is_mark(char32_t point) { return point < 0xC0 || (point >= 0x2010 && point <= 0x205E); }

// The word in lower case without its marks; empty when it is nothing else.
std::string fold_shown(std::string_view word) {
    const std::string folded = base::fold(word);
    std::string kept, all;
    for (std::size_t i = 0; i < folded.size();) {
        const base::Decoded d = base::decode(folded, i);
        const bool letter = base::is_letter(d.point) || base::is_digit(d.point);
        if (letter) kept.append(folded, i, d.size);
        if (letter || !is_mark(d.point)) all.append(folded, i, d.size);
        i += d.size;
    }
    return kept.empty() ? all : kept;
}

}  // namespace

std::vector<ShownWord> split_words(std::string_view text) {
    std::vector<ShownWord> words;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        std::string folded = fold_shown(text.substr(begin, end - begin));
        if (words.empty()) words.push_back({{begin, end}, std::move(folded)});
        else if (folded.empty()) words.back().span.end = end;
        else if (words.back().folded.empty()) words.back() = {{words.back().span.begin, end}, std::move(folded)};
        else words.push_back({{begin, end}, std::move(folded)});
    };
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size();) {
        const base::Decoded d = base::decode(text, i);
        if (i == text.size() || base::is_space(d.point)) {
            if (i > begin) add(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i));
            begin = i + d.size;
        }
        i += d.size;
    }
    return words;
}

}  // namespace firsthand::report
