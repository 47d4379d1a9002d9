// Tested by page_metadata_test.cc.
#include "read/page_address.h"

#include <algorithm>
#include <cstddef>

#include "base/ascii.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kLongest = 8192;

std::string_view trim(std::string_view words) { return base::trim(words, " \t\r\n\"'"); }

bool is_web(std::string_view url) { return (url.starts_with("http://") || url.starts_with("https://")) && url.size() <= kLongest && url.find_first_of(" \t\r\n<>{}") == std::string_view::npos; }

// More than a site's front page.
bool is_article_address(std::string_view url) {
    const auto path = url.find('/', url.find("://") + 3);
    if (path == std::string_view::npos) return false;
    return url.substr(path).find_first_not_of("/#") != std::string_view::npos && url[path + 1] != '#';
}

std::string find_site(std::string_view url) { return registrable_domain(find_host(url)); }

// "saved from url=(0041)https://…" of browsers, " url: https://…" of SingleFile.
std::string_view find_saved(std::string_view comments) {
    if (const auto at = comments.find("saved from url="); at != std::string_view::npos) {
        std::string_view rest = comments.substr(at + 15);
        if (rest.starts_with('(')) rest.remove_prefix(std::min(rest.find(')') + 1, rest.size()));
        return trim(rest.substr(0, rest.find_first_of(" \t\r\n")));
    }
    if (comments.find("SingleFile") == std::string_view::npos) return {};
    const auto at = comments.find("url:");
    if (at == std::string_view::npos) return {};
    const std::string_view rest = comments.substr(std::min(comments.find_first_not_of(' ', at + 4), comments.size()));
    return trim(rest.substr(0, rest.find_first_of(" \t\r\n")));
}

}  // namespace

std::string choose_address(const Html& page, const PageFields& fields, std::string_view given) {
    std::string own(trim(given));
    if (!is_web(own)) own = resolve_url(find_saved(page.first_comments()), {});
    std::string named;
    for (const MetaField& meta : fields.metas)
        if (meta.kind == MetaKind::url && named.empty()) named = resolve_url(meta.value, own);
    if (!is_article_address(named)) named.clear();
    // A canonical address on another site is where this text was first: it is not where this page is.
    const std::string& site = !own.empty() ? own : named;
    std::string canonical = resolve_url(fields.canonical, site);
    if (!is_article_address(canonical)) canonical.clear();
    const auto fits = [&](const std::string& url) { return !url.empty() && (site.empty() || find_site(url) == find_site(site)); };
    if (fits(canonical)) return canonical;
    if (fits(named)) return named;
    return own;
}

}  // namespace firsthand::read
