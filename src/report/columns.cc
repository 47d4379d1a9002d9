// Widths after Unicode 15's East Asian Width, the ranges that news texts hold. Tested by columns_test.cc.
#include "report/columns.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace firsthand::report {

namespace {

struct Range {
    char32_t first, last;
};

constexpr std::array<Range, 14> kWide{{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F1E6, 0x1F1FF},
                                       {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 6> kNarrow{{{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};

template <std::size_t kCount>
bool is_in(const std::array<Range, kCount>& ranges, char32_t point) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return point >= range.first && point <= range.last; });
}

std::size_t width_of(char32_t point) {
    if (point < 0x300) return 1;
    if (is_in(kNarrow, point)) return 0;
    return is_in(kWide, point) ? 2 : 1;
}

// The longest prefix that fits, in bytes.
std::size_t fit(std::string_view text, std::size_t columns) {
    std::size_t at = 0, used = 0;
    while (at < text.size()) {
        const base::Decoded d = base::decode(text, at);
        used += width_of(d.point);
        if (used > columns) break;
        at += d.size;
    }
    return at;
}

constexpr std::string_view kBetween = " │ ";
constexpr std::size_t kBetweenColumns = 3;
constexpr std::size_t kLeastColumn = 20;

}  // namespace

std::string make_safe(std::string_view text) {
    std::string line(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return base::squeeze(base::escape_controls(line));
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const base::Decoded d = base::decode(text, i);
        width += width_of(d.point);
        i += d.size;
    }
    return width;
}

std::string cut_to(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string(text);
    if (columns == 0) return {};
    std::string_view kept = text.substr(0, fit(text, columns - 1));
    while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
    return std::string(kept) + "…";
}

std::string pad_to(std::string_view text, std::size_t columns) {
    std::string padded = cut_to(text, columns);
    const std::size_t width = display_width(padded);
    if (width < columns) padded.append(columns - width, ' ');
    return padded;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    columns = std::max<std::size_t>(columns, 2);
    while (!text.empty()) {
        std::size_t end = fit(text, columns);
        if (end < text.size() && text[end] != ' ') {
            const std::size_t blank = text.rfind(' ', end);
            if (blank != std::string_view::npos && blank > 0) end = blank;
        }
        if (end == 0) end = base::decode(text, 0).size;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
    return lines;
}

void Page::put(std::string_view text, Style style) {
    constexpr std::array<std::string_view, 7> kCodes{"", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[36m", "\x1b[1;31m", "\x1b[1;32m"};
    const std::string_view code = color_ ? kCodes[static_cast<std::size_t>(style)] : std::string_view();
    out_ << code << text << (code.empty() ? "" : "\x1b[0m");
}

void Page::line(std::string_view lead, std::string_view text, Style style) {
    const std::size_t indent = display_width(lead);
    const std::string safe = make_safe(text);
    bool first = true;
    for (const std::string& part : wrap(safe, width_ > indent ? width_ - indent : 2)) {
        out_ << (first ? std::string(lead) : std::string(indent, ' '));
        put(part, style);
        out_ << '\n';
        first = false;
    }
}

void Page::row(std::string_view lead, const std::vector<Cell>& cells, Last last) {
    std::size_t left = width_ - std::min(width_, display_width(lead));
    out_ << lead;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        const std::size_t columns = std::min(left, cells[i].columns);
        put(pad_to(make_safe(cells[i].text), columns), cells[i].style);
        left -= columns;
        if (left < 2) continue;
        out_ << "  ";
        left -= 2;
    }
    const std::string safe = make_safe(cells.back().text);
    if (last == Last::wrap && left < kLeastColumn && display_width(safe) > left) {         // too narrow to read: below
        left = width_ - std::min(width_ - 2, display_width(lead) + 2);
        out_ << '\n' << std::string(width_ - left, ' ');
    }
    const std::vector<std::string> lines = last == Last::cut ? std::vector{cut_to(safe, left)} : wrap(safe, left);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) out_ << '\n' << std::string(width_ - left, ' ');
        put(lines[i], cells.back().style);
    }
    out_ << '\n';
}

std::vector<Page::Line> Page::wrap_runs(const std::vector<Run>& runs, std::size_t columns) const {
    std::vector<Line> lines;
    std::size_t used = 0;
    const auto add = [&](std::string_view word, Style style) {
        const std::size_t width = display_width(word);
        if (lines.empty() || used + 1 + width > columns) {
            lines.emplace_back();
            used = 0;
        }
        Line& line = lines.back();
        if (line.empty() || line.back().style != style) {
            if (used > 0) line.back().text += ' ';
            line.push_back({std::string(word), style});
        } else {
            line.back().text.append(1, ' ').append(word);
        }
        used += width + (used > 0 ? 1 : 0);
    };
    for (const Run& run : runs) {
        std::string text = make_safe(run.text);
        if (!color_ && run.style == Style::lacking) text = '[' + text + ']';
        if (!color_ && run.style == Style::extra) text = '{' + text + '}';
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            for (const std::string& part : wrap(std::string_view(text).substr(begin, end - begin), columns)) add(part, run.style);
            begin = end + 1;
        }
    }
    return lines;
}

std::size_t Page::put_line(const Line& line) {
    std::size_t columns = 0;
    for (const Run& run : line) {
        put(run.text, run.style);
        columns += display_width(run.text);
    }
    return columns;
}

void Page::runs(std::string_view lead, const std::vector<Run>& runs) {
    const std::size_t indent = display_width(lead);
    bool first = true;
    for (const Line& line : wrap_runs(runs, width_ > indent ? width_ - indent : 2)) {
        out_ << (first ? std::string(lead) : std::string(indent, ' '));
        put_line(line);
        out_ << '\n';
        first = false;
    }
}

void Page::beside(std::string_view lead, const std::vector<Run>& left, const std::vector<Run>& right) {
    const std::size_t indent = display_width(lead);
    const std::size_t columns = (width_ - std::min(width_ - 1, indent + kBetweenColumns)) / 2;
    const std::vector<Line> lefts = wrap_runs(left, columns), rights = wrap_runs(right, columns);
    for (std::size_t i = 0; i < std::max(lefts.size(), rights.size()); ++i) {
        out_ << (i == 0 ? std::string(lead) : std::string(indent, ' '));
        const std::size_t used = i < lefts.size() ? put_line(lefts[i]) : 0;
        out_ << std::string(columns - std::min(columns, used), ' ');
        put(i < rights.size() ? kBetween : kBetween.substr(0, kBetween.size() - 1), Style::faint);
        if (i < rights.size()) put_line(rights[i]);
        out_ << '\n';
    }
}

}  // namespace firsthand::report
