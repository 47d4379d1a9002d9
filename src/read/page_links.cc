// Tested by page_links_test.cc.
#include "read/page_links.h"

#include <algorithm>

namespace firsthand::read {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_folded(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char want, char c) { return want == lower(c); });
}

}  // namespace

std::string find_base(const Html& page, std::string_view url) {
    const auto nodes = page.nodes();
    for (NodeId id = 1; id < nodes.size(); ++id) {
        if (nodes[id].tag == Tag::body) break;     // <base> stands in the head
        if (nodes[id].tag != Tag::other || page.element_name(id) != "base") continue;
        if (std::string base = resolve(page.attribute(id, "href"), url); !base.empty()) return base;
    }
    return std::string(url);
}

bool is_same_site(std::string_view url, std::string_view base) {
    const auto host = [](std::string_view from) {
        const auto slashes = from.find("//");
        return slashes == std::string_view::npos ? std::string_view() : from.substr(slashes + 2, std::min(from.find_first_of("/?#:", slashes + 2), from.size()) - slashes - 2);
    };
    // The last two parts, three under a short second level ("co.uk"): near enough, where nothing but a guess hangs on it.
    const auto site = [](std::string_view from) {
        std::size_t at = from.rfind('.'), parts = 0;
        while (at != std::string_view::npos && at > 0) {
            const auto before = from.rfind('.', at - 1);
            const std::size_t size = at - (before == std::string_view::npos ? 0 : before + 1);
            if (++parts > 1 || size > 3) return from.substr(before == std::string_view::npos ? 0 : before + 1);
            at = before;
        }
        return from;
    };
    const std::string_view there = host(url), here = host(base);
    return there.empty() || here.empty() || site(there) == site(here);
}

std::string resolve(std::string_view link, std::string_view base) {
    while (!link.empty() && static_cast<unsigned char>(link.front()) <= ' ') link.remove_prefix(1);
    while (!link.empty() && static_cast<unsigned char>(link.back()) <= ' ') link.remove_suffix(1);
    if (link.empty() || link.front() == '#' || std::any_of(link.begin(), link.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; })) return {};
    if (starts_folded(link, "http://") || starts_folded(link, "https://")) return std::string(link);
    const auto colon = link.find(':'), first = link.find_first_of("/?#");
    if (colon != std::string_view::npos && (first == std::string_view::npos || colon < first)) return {};
    if (!starts_folded(base, "http://") && !starts_folded(base, "https://")) return {};
    const std::size_t host = base.find("//") + 2;
    if (link.starts_with("//")) return std::string(base.substr(0, host - 2)).append(link);
    base = base.substr(0, std::min(base.find('#'), base.size()));
    const std::size_t path = std::min(base.find_first_of("/?", host), base.size());
    const std::size_t query = std::min(base.find('?', path), base.size());
    std::string out(base.substr(0, path));
    if (link.front() == '/') return out.append(link);
    if (link.front() == '?') return out.append(base.substr(path, query - path)).append(link);
    std::string_view folder = base.substr(path, query - path);
    folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/'));
    for (;;) {
        if (link.starts_with("./")) {
            link.remove_prefix(2);
        } else if (link.starts_with("../")) {
            link.remove_prefix(3);
            folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/'));
        } else {
            break;
        }
    }
    return out.append(folder).append("/").append(link);
}

}  // namespace firsthand::read
