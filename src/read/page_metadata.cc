// What a page says of its article: one pass over the page (page_fields.h), its JSON-LD, the lines around its headline; then each
// question by itself. Tested by page_metadata_test.cc.
#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "lexicon/agencies.h"
#include "read/fields.h"
#include "read/json_ld.h"
#include "read/page.h"
#include "read/page_address.h"
#include "read/page_author.h"
#include "read/page_dates.h"
#include "read/page_fields.h"
#include "read/page_genre.h"
#include "read/page_head.h"
#include "read/page_outlet.h"
#include "read/page_title.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

// Two addresses without what differs for nothing.
bool is_same_address(std::string_view a, std::string_view b) {
    const auto path = [](std::string_view url) {
        if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(std::min(url.find('/', scheme + 3), url.size()));
        url = url.substr(0, url.find_first_of("?#"));
        while (url.ends_with('/')) url.remove_suffix(1);
        return url;
    };
    const std::string_view one = path(a), other = path(b);
    return one.size() > 1 && one == other;
}

std::vector<std::string> list_titles(const PageFields& fields) {
    std::vector<std::string> titles;
    const auto add = [&](std::string_view words) {
        if (std::string title = plain_words(words); !title.empty() && titles.size() < 8) titles.push_back(std::move(title));
    };
    for (const MetaField& meta : fields.metas)
        if (meta.kind == MetaKind::title) add(meta.value);
    add(fields.title);
    return titles;
}

// The article of the page among those that its JSON-LD describes; what it leaves out from others that mean the same.
StructuredArticle choose_article(std::vector<StructuredArticle>& articles, const std::vector<std::string>& titles, std::string_view url) {
    StructuredArticle* best = nullptr;
    double best_rate = 0;
    std::vector<bool> fits(articles.size());
    const auto top = std::count_if(articles.begin(), articles.end(), [](const StructuredArticle& one) { return one.article && !one.nested; });
    for (std::size_t i = 0; i < articles.size(); ++i) {
        StructuredArticle& one = articles[i];
        one.headline = plain_words(one.headline);
        double likeness = 0;
        for (const std::string& title : titles) likeness = std::max(likeness, compare_titles(one.headline, title));
        const bool same_address = is_same_address(one.url, url);
        constexpr double kAlike = 0.5;
        fits[i] = same_address || likeness >= kAlike || (one.article && !one.nested && top == 1);
        if (!fits[i]) continue;
        const double rate = (same_address ? 2 : 0) + likeness + (one.article ? 4 : 0) + (one.nested ? 0 : 1) + (one.published.empty() ? 0 : 0.5);
        if (rate > best_rate) {
            best_rate = rate;
            best = &one;
        }
    }
    if (best == nullptr) return {};
    StructuredArticle article = *best;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        StructuredArticle& other = articles[i];
        if (!fits[i] || &other == best || other.nested) continue;
        for (std::string StructuredArticle::*field : {&StructuredArticle::headline, &StructuredArticle::published, &StructuredArticle::modified,
                 &StructuredArticle::publisher, &StructuredArticle::body, &StructuredArticle::section, &StructuredArticle::language})
            if ((article.*field).empty()) article.*field = other.*field;
        if (article.authors.empty() && other.article) article.authors = other.authors;
    }
    return article;
}

// All that may be the outlet's name, with what it is worth there.
std::vector<SiteName> list_sites(const Html& page, const PageFields& fields, const StructuredArticle& article, const StructuredPage& structured) {
    std::vector<SiteName> sites;
    const auto add = [&](std::string_view name, int weight) {
        if (std::string words = plain_words(name.substr(0, 400)); !words.empty()) sites.push_back({std::move(words), weight});
    };
    for (const MetaField& meta : fields.metas)
        if (meta.kind == MetaKind::site) add(meta.value, meta.rank == 0 ? 4 : meta.rank == 2 ? 2 : 1);
    add(article.publisher, 3);
    for (const std::string& name : structured.sites) add(name, 2);
    for (const Property& property : fields.properties) {
        if (property.name != "publisher") continue;
        if (!property.value.empty()) add(property.value, 2);
        const NodeId end = std::min(page.nodes()[property.node].end, property.node + 60);
        for (NodeId id = property.node + 1; id < end; ++id) {
            if (page.attribute(id, "itemprop") != "name") continue;
            const std::string_view content = page.attribute(id, "content");
            add(content.empty() ? text_of(page, id, 200) : std::string(content), 2);
            break;
        }
    }
    return sites;
}

std::string find_language(const Html& page, const PageFields& fields, const StructuredArticle& article) {
    std::vector<std::string> given{std::string(page.attribute(0, "lang")), article.language};
    for (const Property& property : fields.properties)
        if (property.name == "inLanguage") given.emplace_back(property.value);
    for (const MetaField& meta : fields.metas)
        if (meta.kind == MetaKind::language) given.emplace_back(meta.value);
    for (const std::string& words : given) {
        const std::string code = lower_ascii(std::string_view(words).substr(0, words.find_first_of("-_,; ")));
        if (code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return code;
    }
    return {};
}

DayOrder find_order(std::string_view language, std::string_view lang, std::string_view locale) {
    if (language.empty()) return DayOrder::unknown;
    if (language != "en") return DayOrder::day_first;
    const auto ends = [&](std::string_view country) { return lower_ascii(lang).ends_with(country) || lower_ascii(locale).ends_with(country); };
    if (ends("us")) return DayOrder::month_first;
    return ends("gb") || ends("au") || ends("nz") || ends("ie") || ends("in") ? DayOrder::day_first : DayOrder::unknown;
}

// A page that says it is not free may hold all of the text all the same: does it hold the parts that are not free?
bool is_cut(const Html& page, const StructuredArticle& article) {
    if (!article.paid) return false;
    constexpr std::size_t kLeastPaid = 300, kLeastText = 1200, kMostParts = 64;
    std::size_t paid = 0, text = 0, parts = 0;
    const auto nodes = page.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        if (nodes[id].tag == Tag::text) {
            if (nodes[nodes[id].parent].tag == Tag::p) text += page.text(id).size();
            continue;
        }
        const std::string_view classes = article.paid_parts.empty() || paid >= kLeastPaid || parts >= kMostParts ? std::string_view() : page.attribute(id, "class");
        if (classes.empty()) continue;
        const bool named = std::any_of(article.paid_parts.begin(), article.paid_parts.end(), [&](const std::string& selector) {
            const std::string name = selector.substr(selector.rfind('.') + 1);
            const auto at = classes.find(name);
            return !name.empty() && at != std::string_view::npos && (at == 0 || classes[at - 1] == ' ') && (at + name.size() == classes.size() || classes[at + name.size()] == ' ');
        });
        if (!named) continue;
        ++parts;
        paid += text_of(page, id, kLeastPaid + 1).size();
    }
    return article.paid_parts.empty() ? text < kLeastText : paid < kLeastPaid && text < 2 * kLeastText;
}

// articleBody is plain text by its definition, and HTML now and then.
std::string read_body(const std::string& body) {
    if (body.find("</") != std::string::npos || body.find("<br") != std::string::npos || body.find("&lt;p") != std::string::npos) return read_fragment(body).text;
    if (body.find('&') == std::string::npos) return body;
    std::string out;
    for (std::size_t at = 0; at <= body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        if (at > 0) out += '\n';
        const std::string_view line = std::string_view(body).substr(at, end - at);
        out += line.find('&') == std::string_view::npos || line.size() > 4096 ? std::string(line) : plain_words(line);
        at = end + 1;
    }
    return out;
}

// "The Site: Headline", "Headline - The Site" -> "The Site": what a title holds beside the headline.
std::string find_rest(std::string_view title, std::string_view headline) {
    const auto at = headline.empty() ? std::string_view::npos : title.find(headline);
    if (at == std::string_view::npos || headline.size() == title.size()) return {};
    std::string_view rest = at == 0 ? title.substr(headline.size()) : title.substr(0, at);
    constexpr std::string_view kMarks = " :|-";
    const auto begin = rest.find_first_not_of(kMarks);
    if (begin == std::string_view::npos || (at == 0 ? begin == 0 : kMarks.find(rest.back()) == std::string_view::npos)) return {};
    constexpr std::size_t kLongest = 40;
    rest = rest.substr(begin, rest.find_last_not_of(kMarks) - begin + 1);
    return rest.size() <= kLongest && split_title(rest).size() == 1 ? std::string(rest) : std::string();
}

std::string_view find_locale(const PageFields& fields) {
    for (const MetaField& meta : fields.metas)
        if (meta.name == "og:locale") return meta.value;
    return {};
}

}  // namespace

PageMetadata find_metadata(const Html& page, std::string_view url) {
    const PageFields fields = find_fields(page);
    StructuredPage structured = read_json_ld(page.structured());
    PageMetadata found;
    found.url = choose_address(page, fields, url);
    const std::string host = find_host(found.url);
    const std::vector<std::string> named = list_titles(fields);
    const StructuredArticle article = choose_article(structured.articles, named, found.url);

    std::vector<SiteName> sites = list_sites(page, fields, article, structured);
    if (const auto pieces = split_title(fields.title); pieces.size() > 1) {
        const bool known = std::any_of(sites.begin(), sites.end(), [&](const SiteName& site) { return is_same_outlet(site.name, pieces.back()); });
        if (known || agree_with_host(pieces.back(), host) >= 2) sites.push_back({std::string(pieces.back()), 2});
        const bool short_name = std::count(pieces.back().begin(), pieces.back().end(), ' ') <= 2;
        constexpr int kEnough = 3;                 // by itself
        if (!known && short_name && (agree_with_host(pieces.back(), host) == 1 || (host.empty() && sites.empty()))) sites.push_back({std::string(pieces.back()), kEnough});
        if (agree_with_host(pieces.front(), host) >= 2) sites.push_back({std::string(pieces.front()), 1});
    }
    if (const auto colon = fields.title.find(": "); colon != std::string::npos && agree_with_host(fields.title.substr(0, colon), host) >= 3)
        sites.push_back({fields.title.substr(0, colon), 2});
    found.outlet = choose_outlet(sites, host);
    std::vector<std::string> names;
    for (const SiteName& site : sites) {
        if (agree_with_host(site.name, host) == 0 && !lexicon::find_agency(site.name).empty() && !is_same_outlet(site.name, found.outlet)) continue;      // whose text it is
        if (site.weight >= 3 || is_same_outlet(site.name, found.outlet) || agree_with_host(site.name, host) >= 2) names.push_back(site.name);
    }

    std::vector<std::string> titles;
    if (!article.headline.empty()) titles.push_back(strip_site(article.headline, names, host));
    for (const std::string& title : named)
        if (std::string stripped = strip_site(title, names, host); !stripped.empty()) titles.push_back(std::move(stripped));
    Headline headline = choose_headline(page, fields, titles, names);
    found.title = strip_site(headline.title, names, host);
    if (found.outlet.empty() && host.empty()) found.outlet = find_rest(fields.title, found.title);

    const std::vector<HeadLine> lines = headline.node == 0 ? std::vector<HeadLine>() : find_head_lines(page, headline.node);
    found.author = choose_author({page, fields, lines, article, found.outlet, names, host});
    found.language = find_language(page, fields, article);
    const DayOrder order = find_order(found.language, page.attribute(0, "lang"), find_locale(fields));
    PageDates dates = choose_dates({page, fields, lines, article, headline.node, found.url, order});
    found.published = std::move(dates.published);
    found.updated = std::move(dates.updated);
    found.genre = choose_genre(fields, article, found.url);
    found.partial = is_cut(page, article);
    found.body = read_body(article.body);
    return found;
}

}  // namespace firsthand::read
