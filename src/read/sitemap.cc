// Read by the names of sitemaps.org/protocol.html and developers.google.com "News sitemaps". <lastmod> is not kept: many
// servers write the day on which the sitemap was made. Tested by sitemap_test.cc.
#include "read/sitemap.h"

#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/dates.h"
#include "read/feed_text.h"
#include "read/fields.h"

namespace firsthand::read {

namespace {

constexpr ListingKind kSitemap{"entry", "entries", "a sitemap only names pages; save them, then give those", 1};

// "PressRelease, Blog" -> the first that we know.
Genre find_genre(std::string_view words) {
    while (!words.empty()) {
        const auto comma = std::min(words.find(','), words.size());
        if (const Genre genre = parse_genre(base::squeeze(words.substr(0, comma))); genre != Genre::unknown) return genre;
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    return Genre::unknown;
}

Listed read_url(const pugi::xml_node& url) {
    Listed record;
    for (pugi::xml_node node = url.first_child(), next; node; node = next) {
        const std::string_view full = node.name(), name = local_name(node);
        const bool around = name == "news" || name == "publication";
        next = around ? next_in(url, node) : next_over(url, node);
        if (full.starts_with("image:") || full.starts_with("video:")) continue;
        if (name == "loc" && record.url.empty()) record.url = base::squeeze(all_text(node));
        if (name == "title") record.title = read_line(all_text(node));
        if (name == "name" && local_name(node.parent()) == "publication") record.outlet = read_line(all_text(node));
        if (name == "genres") record.genre = find_genre(all_text(node));
        if (name != "publication_date" || record.published.known()) continue;
        if (auto date = parse_date(base::squeeze(all_text(node)))) {
            record.published = std::move(*date);
            record.published.from = fmt::format("sitemap: {}", full);
        }
    }
    return record;
}

}  // namespace

bool is_sitemap(std::string_view head) {
    const XmlRoot root = find_xml_root(head);
    return root.name == "urlset" || root.name == "sitemapindex";
}

std::vector<XmlFound> read_sitemap(const std::string& utf8, std::chrono::milliseconds /*document_time*/) {
    std::vector<XmlFound> found;
    std::size_t number = 0, sitemaps = 0;
    visit_records(utf8, {"url", "sitemap"}, [&](const XmlRecord& record) {
        ++number;
        if (!record.problem.empty()) {
            found.emplace_back(Skipped{fmt::format("#{}", number), record.problem});
        } else if (local_name(record.node) == "sitemap") {
            ++sitemaps;
        } else {
            found.emplace_back(read_url(record.node));
        }
    });
    if (sitemaps > 0)
        found.emplace_back(Skipped{{}, fmt::format("an index of {} sitemap{}: it names no articles; save those, and the pages that they name", sitemaps,
                                                   sitemaps == 1 ? "" : "s")});
    return found;
}

std::unique_ptr<DocumentStream> open_sitemap(Opened opened) { return open_xml(std::move(opened), read_sitemap, kSitemap); }

void list_sitemap(Opened opened, Listings& listings) { list_xml(std::move(opened), listings, read_sitemap, kSitemap); }

}  // namespace firsthand::read
