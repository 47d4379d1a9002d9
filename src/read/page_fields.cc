// The names are those of the vocabularies (Open Graph, Dublin Core, Highwire's citation_*, schema.org) and of the programs that
// publishers put them in for (parse.ly, Sailthru, Cxense). Tested by page_metadata_test.cc.
#include "read/page_fields.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kMostOfAKind = 64;
constexpr NodeId kMostNodes = 2000;                 // of one element that are looked at for its text

struct MetaName {
    std::string_view name;                         // lower case
    MetaKind kind;
    std::uint8_t rank;
};

constexpr auto kNames = std::to_array<MetaName>({
    {"application-name", MetaKind::site, 2}, {"apple-mobile-web-app-title", MetaKind::site, 3},
    {"article.published", MetaKind::published, 1}, {"article.updated", MetaKind::updated, 1}, {"article:author", MetaKind::author, 1},
    {"article:modified", MetaKind::updated, 1}, {"article:modified_time", MetaKind::updated, 0}, {"article:opinion", MetaKind::opinion, 0},
    {"article:published", MetaKind::published, 1}, {"article:published_time", MetaKind::published, 0}, {"article:section", MetaKind::section, 0},
    {"article_author", MetaKind::author, 5}, {"article_date_original", MetaKind::published, 4}, {"article_date_updated", MetaKind::updated, 3},
    {"author", MetaKind::author, 0}, {"authors", MetaKind::author, 2}, {"byl", MetaKind::author, 2}, {"byline", MetaKind::author, 2},
    {"citation_author", MetaKind::author, 3}, {"citation_date", MetaKind::published, 3}, {"citation_journal_title", MetaKind::site, 4},
    {"citation_online_date", MetaKind::published, 3}, {"citation_publication_date", MetaKind::published, 2}, {"citation_title", MetaKind::title, 4},
    {"content-language", MetaKind::language, 3}, {"creator", MetaKind::author, 5}, {"cxenseparse:author", MetaKind::author, 4},
    {"cxenseparse:recs:publishtime", MetaKind::published, 2}, {"cxenseparse:title", MetaKind::title, 4}, {"date", MetaKind::published, 5},
    {"datemodified", MetaKind::updated, 2}, {"datepublished", MetaKind::published, 2},
    {"dc.creator", MetaKind::author, 3}, {"dc.date", MetaKind::published, 4}, {"dc.date.created", MetaKind::published, 4},
    {"dc.date.issued", MetaKind::published, 3}, {"dc.date.modified", MetaKind::updated, 2}, {"dc.language", MetaKind::language, 2},
    {"dc.publisher", MetaKind::site, 4}, {"dc.title", MetaKind::title, 3}, {"dcterms.created", MetaKind::published, 4},
    {"dcterms.creator", MetaKind::author, 3}, {"dcterms.date", MetaKind::published, 4}, {"dcterms.issued", MetaKind::published, 3},
    {"dcterms.modified", MetaKind::updated, 2}, {"dcterms.publisher", MetaKind::site, 4}, {"dcterms.title", MetaKind::title, 3},
    {"headline", MetaKind::title, 3}, {"inlanguage", MetaKind::language, 1}, {"language", MetaKind::language, 2},
    {"last-modified", MetaKind::updated, 4}, {"lastmod", MetaKind::updated, 4}, {"og:article:author", MetaKind::author, 1},
    {"og:article:modified_time", MetaKind::updated, 0}, {"og:article:published_time", MetaKind::published, 0},
    {"og:article:section", MetaKind::section, 0}, {"og:locale", MetaKind::language, 1}, {"og:pubdate", MetaKind::published, 1},
    {"og:published_time", MetaKind::published, 1}, {"og:site_name", MetaKind::site, 0}, {"og:title", MetaKind::title, 0},
    {"og:type", MetaKind::type, 0}, {"og:updated_time", MetaKind::updated, 1}, {"og:url", MetaKind::url, 0},
    {"originalpublicationdate", MetaKind::published, 2}, {"parsely-author", MetaKind::author, 3}, {"parsely-pub-date", MetaKind::published, 2},
    {"parsely-section", MetaKind::section, 1}, {"parsely-title", MetaKind::title, 2}, {"pdate", MetaKind::published, 5},
    {"ptime", MetaKind::published, 5}, {"pub_date", MetaKind::published, 2}, {"pubdate", MetaKind::published, 2},
    {"publication_date", MetaKind::published, 2}, {"publication-date", MetaKind::published, 2}, {"publish-date", MetaKind::published, 2},
    {"publish_date", MetaKind::published, 2}, {"publishdate", MetaKind::published, 2}, {"published", MetaKind::published, 2},
    {"published_time", MetaKind::published, 2}, {"publisher", MetaKind::site, 4}, {"publishtime", MetaKind::published, 2},
    {"revision_date", MetaKind::updated, 3}, {"sailthru.author", MetaKind::author, 3}, {"sailthru.date", MetaKind::published, 4},
    {"sailthru.title", MetaKind::title, 2}, {"section", MetaKind::section, 2}, {"title", MetaKind::title, 3}, {"twitter:title", MetaKind::title, 1},
    {"twitter:url", MetaKind::url, 1}, {"updated-date", MetaKind::updated, 3}, {"utime", MetaKind::updated, 5},
});

constexpr auto kProperties = std::to_array<std::string_view>({"articleSection", "author", "creator", "dateCreated", "dateModified", "datePublished", "headline",
    "inLanguage", "publisher"});
// Kinds of items whose properties are not those of the article.
constexpr auto kOtherItems = std::to_array<std::string_view>({"comment", "usercomments", "imageobject", "videoobject", "itemlist", "listitem", "sitenavigationelement",
    "wpfooter", "wpsidebar", "wpheader", "event", "product", "offer", "claim", "person", "organization", "newsmediaorganization"});

const MetaName* find_name(std::string_view name) {
    static const std::vector<MetaName> sorted = [] {
        std::vector<MetaName> names(kNames.begin(), kNames.end());
        std::sort(names.begin(), names.end(), [](const MetaName& a, const MetaName& b) { return a.name < b.name; });
        return names;
    }();
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), name, [](const MetaName& one, std::string_view word) { return one.name < word; });
    return found != sorted.end() && found->name == name ? &*found : nullptr;
}

// Calls with each of the words that blanks separate.
template <typename Function>
void for_each_word(std::string_view words, Function call) {
    for (std::size_t at = 0; (at = words.find_first_not_of(" \t\r\n", at)) != std::string_view::npos;) {
        const std::size_t end = std::min(words.find_first_of(" \t\r\n", at), words.size());
        call(words.substr(at, end - at));
        at = end;
    }
}

class Finder {
  public:
    explicit Finder(const Html& page) : page_(page), nodes_(page.nodes()) {}

    PageFields run() {
        for (NodeId id = 0; id < nodes_.size(); ++id) {
            while (!items_.empty() && items_.back().end <= id) items_.pop_back();
            const Tag tag = nodes_[id].tag;
            if (tag == Tag::text) continue;
            switch (tag) {
                case Tag::meta: take_meta(id); break;
                case Tag::link: take_link(id); break;
                case Tag::title: if (fields_.title.empty()) fields_.title = text_of(page_, id, 1000); break;
                case Tag::h1: if (fields_.headings.size() < kMostOfAKind && has_text(id)) fields_.headings.push_back(id); break;
                case Tag::time: if (fields_.times.size() < kMostOfAKind) fields_.times.push_back(id); break;
                case Tag::a: take_anchor(id); break;
                default: break;
            }
            take_item(id);
        }
        std::stable_sort(fields_.metas.begin(), fields_.metas.end(),
            [](const MetaField& a, const MetaField& b) { return a.kind != b.kind ? a.kind < b.kind : a.rank < b.rank; });
        return std::move(fields_);
    }

  private:
    struct Item {
        NodeId end = 0;
        bool other = false;                        // it, or one around it, is not the article
    };

    [[nodiscard]] bool has_text(NodeId id) const {
        for (NodeId inner = id + 1; inner < std::min(nodes_[id].end, id + kMostNodes); ++inner)
            if (page_.text(inner).find_first_not_of(" \t\r\n") != std::string_view::npos) return true;
        return false;
    }

    void take_meta(NodeId id) {
        const std::string_view value = page_.attribute(id, "content");
        if (value.empty()) return;
        for (const std::string_view attribute : {"property", "name", "http-equiv"}) {
            for_each_word(page_.attribute(id, attribute), [&](std::string_view word) {
                constexpr std::size_t kLongest = 40;
                const MetaName* name = word.size() <= kLongest ? find_name(lower_ascii(word)) : nullptr;
                if (name != nullptr && fields_.metas.size() < kMostOfAKind * 4) fields_.metas.push_back({name->kind, name->rank, name->name, value});
            });
        }
    }

    void take_link(NodeId id) {
        if (!fields_.canonical.empty() || lower_ascii(page_.attribute(id, "rel")) != "canonical") return;
        fields_.canonical = page_.attribute(id, "href");
    }

    void take_anchor(NodeId id) {
        const std::string_view rel = page_.attribute(id, "rel");
        if (rel.find("author") == std::string_view::npos || fields_.bylines.size() >= kMostOfAKind) return;
        if (items_.empty() || !items_.back().other) fields_.bylines.push_back(id);
    }

    void take_item(NodeId id) {
        if (const std::string_view names = page_.attribute(id, "itemprop"); !names.empty()) take_property(id, names);
        if (!page_.has_attribute(id, "itemscope")) return;
        const std::string_view type = page_.attribute(id, "itemtype");
        const std::string kind = lower_ascii(type.substr(type.find_last_of("/#") + 1));
        const bool other = (!items_.empty() && items_.back().other) || std::find(kOtherItems.begin(), kOtherItems.end(), kind) != kOtherItems.end();
        items_.push_back({nodes_[id].end, other});
    }

    void take_property(NodeId id, std::string_view names) {
        if (!items_.empty() && items_.back().other) return;
        std::string_view value = page_.attribute(id, "content");
        if (value.empty()) value = page_.attribute(id, "datetime");
        for_each_word(names, [&](std::string_view name) {
            const auto known = std::find(kProperties.begin(), kProperties.end(), name);
            if (known != kProperties.end() && fields_.properties.size() < kMostOfAKind * 2) fields_.properties.push_back({*known, id, value});
        });
    }

    const Html& page_;
    std::span<const Node> nodes_;
    PageFields fields_;
    std::vector<Item> items_;                      // open ones
};

}  // namespace

PageFields find_fields(const Html& page) { return Finder(page).run(); }

std::string text_of(const Html& page, NodeId node, std::size_t most) {
    const auto nodes = page.nodes();
    std::string out;
    for (NodeId id = node; id < std::min(nodes[node].end, node + kMostNodes) && out.size() < most; ++id) {
        if (nodes[id].tag == Tag::text) {
            out += page.text(id).substr(0, most);
        } else if (nodes[id].tag == Tag::br || nodes[id].tag == Tag::div || nodes[id].tag == Tag::p) {
            out += ' ';
        }
    }
    return base::squeeze(out);
}

std::string lower_ascii(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

}  // namespace firsthand::read
