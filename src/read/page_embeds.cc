// What embed codes leave on a page without scripts: the words, then a credit in a form of each network's own. Twitter's as on real pages;
// the others as their embed codes are documented. Tested by page_embeds_test.cc.
#include "read/page_embeds.h"

#include <algorithm>
#include <array>

namespace firsthand::read {

namespace {

constexpr std::string_view kDash = "\u2014", kOpenQuote = "\u201C", kCloseQuote = "\u201D";

// Before the name in credits that begin with no dash.
constexpr auto kBy = std::to_array<std::string_view>(
    {"A post shared by ", "A photo posted by ", "A video posted by ", "A post by ", "Posted by ", "Post by ", "Posting by ", "by "});
// Of the embed, not of the post.
constexpr auto kChrome = std::to_array<std::string_view>(
    {"View this post on ", "View on ", "View post on ", "Load post on ", "See this post on ", "Instagram", "[image or embed]", "\u266C"});

bool starts_with_any(std::string_view text, const auto& starts) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

struct Credit {
    std::string_view name, date;
};

std::string_view trim(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with(',')) text.remove_suffix(1);
    return text;
}

// "Name (@handle) August 30, 2021", "Name (@handle) on Nov 18, 2019 at 8:05am PST", "Name on Tuesday, June 4, 2019".
Credit read_credit(std::string_view line) {
    Credit credit;
    const auto handle = line.find("(@");
    const auto close = handle == std::string_view::npos ? handle : line.find(')', handle);
    std::size_t split = line.size();
    if (close != std::string_view::npos) split = close + 1;
    else if (const auto on = line.rfind(" on "); on != std::string_view::npos) split = on;
    credit.name = trim(line.substr(0, split));
    credit.date = trim(line.substr(split));
    if (credit.date.starts_with("on ")) credit.date.remove_prefix(3);
    credit.date = credit.date.substr(0, std::min(credit.date.find(" at "), credit.date.size()));
    if (credit.date.starts_with("in ") || credit.date.find_first_of("0123456789") == std::string_view::npos) credit.date = {};
    return credit;
}

// Appends a part of a passage with the links in it. Networks leave out the line break before a link: "the end.https://…".
void append(Passage& out, const Passage& from, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(part.data() - from.words.data()), end = begin + static_cast<std::uint32_t>(part.size());
    std::uint32_t done = begin;
    const auto copy = [&](std::uint32_t until) {
        out.words += std::string_view(from.words).substr(done, until - done);
        done = until;
    };
    for (const Hyperlink& link : from.links) {
        const ByteSpan span{std::max(link.span.begin, begin), std::min(link.span.end, end)};
        if (span.empty()) continue;
        copy(span.begin);
        const char before = out.words.empty() ? ' ' : out.words.back(), first = from.words[span.begin];
        if ((before == '.' || before == '!' || before == '?') && (first == '#' || first == '@' || first == 'h' || first == 'p')) out.words += ' ';
        const auto at = static_cast<std::uint32_t>(out.words.size());
        copy(span.end);
        out.links.push_back({{at, static_cast<std::uint32_t>(out.words.size())}, link.url});
    }
    copy(end);
}

struct Line {
    const Passage* passage;
    std::string_view words;
};

// A post whose credit stands behind its words on the same line.
void split_credit(std::vector<Line>& lines) {
    if (lines.empty()) return;
    const std::string_view last = lines.back().words;
    const auto dash = last.rfind(kDash);
    if (dash == std::string_view::npos || dash == 0 || last.find("(@", dash) == std::string_view::npos) return;
    const Line credit{lines.back().passage, last.substr(dash)};
    lines.back().words = trim(last.substr(0, dash));
    lines.push_back(credit);
}

}  // namespace

Passage quote_post(const std::vector<Passage>& blocks) {
    std::vector<Line> lines;
    for (const Passage& block : blocks)
        for (std::string_view rest = block.words; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            if (const std::string_view line = trim(rest.substr(0, end)); !line.empty() && !starts_with_any(line, kChrome)) lines.push_back({&block, line});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    split_credit(lines);
    Passage out;
    if (!blocks.empty()) out.block = blocks.front().block;
    const Line* credit = nullptr;
    bool marked = false;
    for (const Line& line : lines) {
        const bool handle = line.words.starts_with('@') && line.words.find(' ') == std::string_view::npos;
        if (line.words.starts_with(kDash) || starts_with_any(line.words, kBy) || handle) {
            if (credit == nullptr || !handle) credit = &line;
            continue;
        }
        if (out.words.empty()) {
            marked = line.words.starts_with(kOpenQuote) || line.words.starts_with('"');
            if (!marked) out.words += kOpenQuote;
        } else {
            out.words += ' ';
        }
        append(out, *line.passage, line.words);
    }
    if (out.words.empty()) return out;
    if (!marked) out.words += kCloseQuote;
    if (credit == nullptr) return out;
    std::string_view words = credit->words;
    if (words.starts_with(kDash)) words.remove_prefix(kDash.size());
    for (const std::string_view by : kBy)
        if (words.starts_with(by)) {
            words.remove_prefix(by.size());
            break;
        }
    const Credit read = read_credit(trim(words));
    if (read.name.empty()) return out;
    out.words.append("\n").append(kDash).append(" ");
    append(out, *credit->passage, read.name);
    if (!read.date.empty()) {
        out.words += ", ";
        append(out, *credit->passage, read.date);
    }
    return out;
}

}  // namespace firsthand::read
