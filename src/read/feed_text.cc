// Tested by feed_test.cc.
#include "read/feed_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/html.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kBlank = " \t\r\n\v\f";
constexpr std::size_t kWholeWords = 200;           // fewer are a teaser, whatever their end

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = kBlank.find(c) != std::string_view::npos;
        words += !blank && !inside ? 1U : 0U;
        inside = !blank;
    }
    return words;
}

// WordPress closes every item with a link to itself.
bool is_link_back(std::string_view paragraph) {
    return paragraph.size() < 1000 && paragraph.starts_with("The post ") && paragraph.find(" appeared first on ") != std::string_view::npos;
}

bool cut_link_back(PageText& page) {
    const std::size_t last = page.text.rfind("\n\n");
    const std::size_t begin = last == std::string::npos ? 0 : last + 2;
    if (!is_link_back(std::string_view(page.text).substr(begin))) return false;
    page.text.resize(last == std::string::npos ? 0 : last);
    std::erase_if(page.links, [&](const Hyperlink& link) { return link.span.end > page.text.size(); });
    return true;
}

}  // namespace

std::string join_plain(std::string_view text) {
    const bool spaced = text.find("\n\n") != std::string_view::npos || text.find("\r\n\r\n") != std::string_view::npos;
    std::string out;
    bool apart = true;                             // an empty line came before
    while (!text.empty()) {
        const std::string line = base::squeeze(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (!line.empty()) {
            if (!out.empty()) out += apart || !spaced ? "\n\n" : " ";
            out += line;
        }
        apart = line.empty();
    }
    return out;
}

FeedText read_feed_text(std::string_view html) {
    FeedText out;
    if (html.find_first_not_of(kBlank) == std::string_view::npos) return out;
    if (html.find_first_of("<&") == std::string_view::npos) {
        out.page.text = join_plain(html);
    } else {
        out.page = read_fragment(html);
    }
    std::erase_if(out.page.links, [](const Hyperlink& link) { return !link.url.starts_with("http://") && !link.url.starts_with("https://"); });
    out.linked_back = cut_link_back(out.page);
    return out;
}

std::string read_line(std::string_view html) {
    if (html.find_first_of("<&") == std::string_view::npos) return base::squeeze(html);
    const auto page = Html::parse(html);
    if (!page) return base::squeeze(html);
    std::string words;
    for (NodeId id = 0; id < page->nodes().size(); ++id) words += page->text(id);
    return base::squeeze(words);
}

bool ends_as_teaser(std::string_view text) {
    constexpr std::string_view kMarks = ".:>|)]}- \t\r\n";
    constexpr auto kWords = std::to_array<std::string_view>({"read more", "read on", "read more here", "continue reading", "keep reading", "full story",
                                                             "read the rest", "full article", "more..."});
    constexpr std::size_t kSeen = 200;
    std::string tail = base::fold(text.substr(text.size() - std::min(text.size(), kSeen)));
    const auto trim = [&](std::string_view marks) { tail.resize(tail.find_last_not_of(marks) + 1); };
    trim(kBlank);
    if (tail.ends_with("]") || tail.ends_with(")")) tail.pop_back();
    trim(kBlank);
    if (tail.ends_with("\u2026") || tail.ends_with("...")) return true;
    for (std::size_t size = 0; size != tail.size();) {               // arrows behind the words
        size = tail.size();
        trim(kMarks);
        for (const std::string_view arrow : {"\u00BB", "\u203A", "\u2192", "\u2026"})
            if (tail.ends_with(arrow)) tail.resize(tail.size() - arrow.size());
    }
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view words) { return tail.ends_with(words); });
}

bool is_long(std::string_view text) { return count_words(text) >= kWholeWords; }

bool is_whole_article(const FeedText& description) {
    return !description.linked_back && is_long(description.page.text) && !ends_as_teaser(description.page.text);
}

}  // namespace firsthand::read
