// Tested by page_links_test.cc.
#include "read/page_links.h"

#include <algorithm>

#include "read/url.h"

namespace firsthand::read {

std::string find_base(const Html& page, std::string_view url) {
    const auto nodes = page.nodes();
    for (NodeId id = 1; id < nodes.size(); ++id) {
        if (nodes[id].tag == Tag::body) break;     // <base> stands in the head
        if (nodes[id].tag != Tag::other || page.element_name(id) != "base") continue;
        if (std::string base = resolve_url(page.attribute(id, "href"), url); !base.empty()) return base;
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

}  // namespace firsthand::read
