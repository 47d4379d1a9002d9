// The headline is what the reader sees: the h1 that metadata agree with, else one that looks like a headline, else what metadata
// say. Titles for search and sharing are often other ones. Tested by page_metadata_test.cc.
#include "read/page_title.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "base/utf8.h"
#include "read/page_outlet.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kLongestTitle = 400, kMostWords = 60;

std::vector<std::uint64_t> hash_words(std::string_view title) {
    const std::string folded = base::fold(title);
    std::vector<std::uint64_t> words;
    std::size_t begin = 0;
    const auto flush = [&](std::size_t end) {
        if (end > begin && words.size() < kMostWords) words.push_back(std::hash<std::string_view>{}(std::string_view(folded).substr(begin, end - begin)));
    };
    for (std::size_t at = 0; at < folded.size();) {
        const auto next = base::decode(folded, at);
        const bool inside = base::is_letter(next.point) || base::is_digit(next.point) || next.point == '\'';
        if (!inside) {
            flush(at);
            begin = at + next.size;
        }
        at += next.size;
    }
    flush(folded.size());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool is_site(std::string_view piece, const std::vector<std::string>& sites, std::string_view host, int agrees) {
    if (std::any_of(sites.begin(), sites.end(), [&](const std::string& site) { return is_same_outlet(piece, site); })) return true;
    return agree_with_host(piece, host) >= agrees && hash_words(piece).size() <= 6;
}

// Does the page mark it as the headline?
bool is_marked(const Html& page, NodeId node) {
    std::string words;
    for (const std::string_view name : {"class", "id", "itemprop"}) words.append(page.attribute(node, name)).push_back(' ');
    words = lower_ascii(words);
    constexpr auto kMarks = std::to_array<std::string_view>({"headline", "title", "entry", "article", "story", "post", "heading"});
    if (words.find("site") != std::string::npos || words.find("logo") != std::string::npos) return false;
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return words.find(mark) != std::string::npos; });
}

bool is_beside(const Html& page, NodeId node) {
    for (NodeId id = node; id != 0; id = page.nodes()[id].parent)
        if (const Tag tag = page.nodes()[id].tag; tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::form) return true;
    return false;
}

// The first text of the page's body that is this title.
NodeId find_text(const Html& page, std::string_view title) {
    const auto nodes = page.nodes();
    const std::string wanted = base::fold(title);
    constexpr std::size_t kMostCompared = 500;
    for (std::size_t id = 0, compared = 0; id < nodes.size() && compared < kMostCompared; ++id) {
        if (nodes[id].tag != Tag::text) continue;
        const std::string_view words = page.text(static_cast<NodeId>(id));
        if (words.size() < title.size() || words.size() > 2 * title.size() + 64) continue;
        ++compared;
        const Tag above = nodes[nodes[id].parent].tag;
        if (above != Tag::title && above != Tag::option && base::fold(base::squeeze(words)) == wanted) return nodes[id].parent;
    }
    return 0;
}

}  // namespace

double compare_titles(std::string_view a, std::string_view b) {
    const auto one = hash_words(a.substr(0, kLongestTitle)), other = hash_words(b.substr(0, kLongestTitle));
    if (one.empty() || other.empty()) return 0;
    std::vector<std::uint64_t> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    return 2.0 * static_cast<double>(both.size()) / static_cast<double>(one.size() + other.size());
}

std::string strip_site(std::string_view title, const std::vector<std::string>& sites, std::string_view host) {
    for (int rounds = 0; rounds < 4; ++rounds) {
        const auto pieces = split_title(title);
        if (pieces.size() < 2) break;
        const auto cut = [&](std::string_view rest) { return rest.find_last_not_of(" |-:~/\xC2\xB7") != std::string_view::npos; };
        if (is_site(pieces.back(), sites, host, 2)) {
            const std::string_view before = pieces[pieces.size() - 2];
            title = title.substr(0, static_cast<std::size_t>(before.data() - title.data()) + before.size());
        } else if (is_site(pieces.front(), sites, host, 3) && cut(pieces[1])) {
            title = title.substr(static_cast<std::size_t>(pieces[1].data() - title.data()));
        } else {
            break;
        }
    }
    return std::string(title);
}

Headline choose_headline(const Html& page, const PageFields& fields, const std::vector<std::string>& given, const std::vector<std::string>& sites) {
    struct Heading {
        std::string text;
        NodeId node = 0;
        double likeness = 0;
        bool marked = false, beside = false;
        std::size_t words = 0;
    };
    std::vector<Heading> headings;
    const auto add = [&](NodeId node) {
        Heading heading{text_of(page, node, kLongestTitle), node, 0, is_marked(page, node), is_beside(page, node), 0};
        heading.words = hash_words(heading.text).size();
        if (heading.words == 0 || heading.text.size() >= kLongestTitle) return;
        if (std::any_of(sites.begin(), sites.end(), [&](const std::string& site) { return is_same_outlet(site, heading.text); })) return;
        for (const std::string& title : given) heading.likeness = std::max(heading.likeness, compare_titles(heading.text, title));
        headings.push_back(std::move(heading));
    };
    for (const NodeId node : fields.headings) add(node);
    for (const Property& property : fields.properties)
        if (property.name == "headline" && property.value.empty() && page.nodes()[property.node].tag != Tag::h1) add(property.node);
    const auto rate = [](const Heading& heading) { return heading.likeness + (heading.marked ? 0.1 : 0) - (heading.beside ? 0.2 : 0); };
    const auto best = std::max_element(headings.begin(), headings.end(), [&](const Heading& a, const Heading& b) { return rate(a) < rate(b); });
    constexpr double kAlike = 0.45;
    if (best != headings.end() && best->likeness >= kAlike) return {best->text, best->node};
    constexpr std::size_t kFewWords = 3;
    const auto shown = std::find_if(headings.begin(), headings.end(), [&](const Heading& one) { return one.marked && !one.beside && one.words >= kFewWords; });
    if (shown != headings.end()) return {shown->text, shown->node};
    for (const std::string& title : given)
        if (const NodeId node = find_text(page, title); node != 0) return {title, node};
    const bool enough = headings.size() == 1 && !headings[0].beside && headings[0].words >= kFewWords;
    if (enough || (given.empty() && !headings.empty())) return {headings[0].text, headings[0].node};
    return {given.empty() ? std::string() : given[0], 0};
}

}  // namespace firsthand::read
