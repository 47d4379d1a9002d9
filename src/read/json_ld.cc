// schema.org as pages really write it: types as texts, lists or addresses in any case, nodes that name each other by @id, blocks
// that are no JSON. simdjson parses, json_mend.h mends before a second try. Tested by json_ld_test.cc.
#include "read/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/html.h"
#include "read/json_mend.h"

namespace firsthand::read {

namespace {

using base::lower;

namespace dom = simdjson::dom;

constexpr std::size_t kMostBlocks = 64, kDeepest = 64, kMostObjects = 20'000, kMostArticles = 256, kMostAuthors = 32;
constexpr std::size_t kLargestNamed = 256;         // keys of a node that others name: each of them reads it

bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return is_same(word, one); });
}

constexpr auto kArticles = std::to_array<std::string_view>({"Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "SatiricalArticle", "AdvertiserContentArticle", "LiveBlogPosting", "BlogPosting",
    "Report", "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "APIReference", "SocialMediaPosting", "DiscussionForumPosting"});
// What says something of the page when no article does.
constexpr auto kPages = std::to_array<std::string_view>({"WebPage", "ItemPage", "MedicalWebPage", "CreativeWork", "ClaimReview", "Review", "Recipe", "VideoObject"});
constexpr auto kSites = std::to_array<std::string_view>({"WebSite", "NewsMediaOrganization", "Organization", "Periodical", "Newspaper", "Blog"});
// Keys whose objects are not the article of this page.
constexpr auto kOthers = std::to_array<std::string_view>({"itemReviewed", "review", "reviews", "comment", "citation", "mentions", "isBasedOn", "relatedLink",
    "itemListElement", "blogPost", "isPartOf", "image", "logo", "about", "potentialAction", "associatedMedia", "video", "hasDefinedTerm", "liveBlogUpdate"});

struct Visit {
    dom::element value;
    bool nested = false;                           // behind one of kOthers
    bool top = true;                               // not a value of another object, but for @graph
};

class Graph {
  public:
    StructuredPage run(const std::vector<std::string>& blocks) {
        for (std::size_t i = 0; i < std::min(blocks.size(), kMostBlocks); ++i)
            if (const auto root = parse(blocks[i])) walk(*root);
        StructuredPage page;
        for (const Visit& visit : objects_) read_object(visit, page);
        return page;
    }

  private:
    std::optional<dom::element> parse(std::string_view block) {
        dom::element root;
        if (parse_into(block, root)) return root;
        std::string mended = mend_structure(block);
        if (mended.empty()) return std::nullopt;
        bool replaced = false;
        mended = mend_texts(mended, replaced);
        return parse_into(mended, root) ? std::optional(root) : std::nullopt;
    }

    bool parse_into(std::string_view json, dom::element& root) {
        auto parser = std::make_unique<dom::parser>();
        if (parser->allocate(json.size() + 64, kDeepest) != simdjson::SUCCESS) return false;
        if (parser->parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return false;
        parsers_.push_back(std::move(parser));
        return true;
    }

    // Keeps all objects in document order, with a stack of its own.
    void walk(dom::element root) {
        std::vector<Visit> open{{root}};
        while (!open.empty() && objects_.size() < kMostObjects) {
            const Visit visit = open.back();
            open.pop_back();
            const std::size_t below = open.size();
            dom::array list;
            dom::object object;
            if (visit.value.get(list) == simdjson::SUCCESS) {
                for (const dom::element inner : list)
                    if (inner.is_object() || inner.is_array()) open.push_back({inner, visit.nested, visit.top});
            } else if (visit.value.get(object) == simdjson::SUCCESS) {
                objects_.push_back(visit);
                bool named = false;
                std::string_view id;
                for (const auto [key, value] : object) {
                    if (key == "@id") named = value.get(id) == simdjson::SUCCESS;
                    if (!value.is_object() && !value.is_array()) continue;
                    open.push_back({value, visit.nested || is_one_of(key, kOthers), visit.top && key == "@graph"});
                }
                if (named && object.size() > 1 && object.size() <= kLargestNamed) by_id_.emplace(id, object);
            }
            std::reverse(open.begin() + static_cast<std::ptrdiff_t>(below), open.end());
        }
    }

    // "NewsArticle" out of "http://schema.org/NewsArticle"; the first type that is known, else the first.
    static std::string_view read_type(dom::object object) {
        dom::element value;
        if (object.at_key("@type").get(value) != simdjson::SUCCESS && object.at_key("type").get(value) != simdjson::SUCCESS) return {};
        const auto strip = [](std::string_view type) { return type.substr(type.find_last_of("/#:") + 1); };
        std::string_view type;
        if (value.get(type) == simdjson::SUCCESS) return strip(type);
        dom::array list;
        if (value.get(list) != simdjson::SUCCESS) return {};
        std::string_view first;
        for (const dom::element inner : list) {
            if (inner.get(type) != simdjson::SUCCESS) continue;
            type = strip(type);
            if (is_one_of(type, kArticles)) return type;
            if (first.empty()) first = type;
        }
        return first;
    }

    // The text of a value; of a list the first.
    static std::string_view text_of(dom::element value) {
        std::string_view words;
        dom::array list;
        if (value.get(words) == simdjson::SUCCESS) return words;
        if (value.get(list) == simdjson::SUCCESS)
            for (const dom::element inner : list)
                if (inner.get(words) == simdjson::SUCCESS && !words.empty()) return words;
        return {};
    }

    static std::string_view text_at(dom::object object, std::string_view key) {
        dom::element value;
        return object.at_key(key).get(value) == simdjson::SUCCESS ? text_of(value) : std::string_view();
    }

    // The node that a reference means: itself when it says more than its @id.
    dom::object resolve(dom::object object) const {
        const std::string_view id = text_at(object, "@id");
        if (id.empty() || object.size() > 2) return object;
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? object : found->second;
    }

    // Names of people or organizations: texts, objects, references, lists of them.
    void read_names(dom::element value, std::vector<std::string>& names) const {
        std::vector<dom::element> values{value};
        dom::array list;
        if (value.get(list) == simdjson::SUCCESS) values.assign(list.begin(), list.end());
        for (const dom::element one : values) {
            if (names.size() >= kMostAuthors) return;
            std::string_view words;
            dom::object object;
            std::string name;
            if (one.get(words) == simdjson::SUCCESS) {
                const auto known = by_id_.find(words);
                name = known == by_id_.end() ? words : text_at(known->second, "name");
            } else if (one.get(object) == simdjson::SUCCESS) {
                const dom::object person = resolve(object);
                name = text_at(person, "name");
                if (name.empty()) name = std::string(text_at(person, "givenName")) + " " + std::string(text_at(person, "familyName"));
            }
            if (name.find_first_not_of(' ') != std::string::npos) names.push_back(std::move(name));
        }
    }

    [[nodiscard]] std::string read_name(dom::object object, std::string_view key) const {
        dom::element value;
        std::vector<std::string> names;
        if (object.at_key(key).get(value) == simdjson::SUCCESS) read_names(value, names);
        return names.empty() ? std::string() : std::move(names.front());
    }

    static bool is_false(dom::object object, std::string_view key) {
        dom::element value;
        bool flag = true;
        if (object.at_key(key).get(value) != simdjson::SUCCESS) return false;
        if (value.get(flag) == simdjson::SUCCESS) return !flag;
        const std::string_view words = text_of(value);
        return is_same(words.substr(words.rfind('/') + 1), "false");
    }

    // Of a page or an article: "mainEntityOfPage" is an address, or an object with one.
    static std::string_view read_address(dom::object object) {
        for (const std::string_view key : {"url", "mainEntityOfPage", "@id"}) {
            dom::element value;
            if (object.at_key(key).get(value) != simdjson::SUCCESS) continue;
            std::string_view words = text_of(value);
            dom::object page;
            if (words.empty() && value.get(page) == simdjson::SUCCESS) {
                words = text_at(page, "@id");
                if (words.empty()) words = text_at(page, "url");
            }
            if (!words.empty() && words.front() != '#') return words;
        }
        return {};
    }

    void read_paid_parts(dom::object object, std::vector<std::string>& parts) const {
        dom::element value;
        if (object.at_key("hasPart").get(value) != simdjson::SUCCESS) return;
        std::vector<dom::element> values{value};
        dom::array list;
        if (value.get(list) == simdjson::SUCCESS) values.assign(list.begin(), list.end());
        for (const dom::element one : values) {
            dom::object part;
            if (one.get(part) != simdjson::SUCCESS || !is_false(part, "isAccessibleForFree") || parts.size() >= kMostAuthors) continue;
            if (const std::string_view selector = text_at(part, "cssSelector"); !selector.empty()) parts.emplace_back(selector);
        }
    }

    void read_object(const Visit& visit, StructuredPage& page) const {
        dom::object object;
        if (visit.value.get(object) != simdjson::SUCCESS) return;
        const std::string_view type = read_type(object);
        if (type.empty()) return;
        if (is_one_of(type, kSites)) {
            if (const std::string_view name = text_at(object, "name"); visit.top && !name.empty() && page.sites.size() < kMostAuthors) page.sites.emplace_back(name);
            return;
        }
        const bool article = is_one_of(type, kArticles);
        if ((!article && !is_one_of(type, kPages)) || page.articles.size() >= kMostArticles) return;
        StructuredArticle found;
        found.type = type;
        found.article = article;
        found.nested = visit.nested;
        found.headline = text_at(object, "headline");
        if (found.headline.empty()) found.headline = text_at(object, "name");
        found.url = read_address(object);
        found.published = text_at(object, "datePublished");
        found.modified = text_at(object, "dateModified");
        found.created = text_at(object, "dateCreated");
        found.publisher = read_name(object, "publisher");
        found.body = text_at(object, "articleBody");
        found.section = text_at(object, "articleSection");
        found.language = text_at(object, "inLanguage");
        if (found.language.empty()) found.language = read_name(object, "inLanguage");
        found.paid = is_false(object, "isAccessibleForFree");
        read_paid_parts(object, found.paid_parts);
        dom::element author;
        for (const std::string_view key : {"author", "creator"})
            if (found.authors.empty() && object.at_key(key).get(author) == simdjson::SUCCESS) read_names(author, found.authors);
        page.articles.push_back(std::move(found));
    }

    std::vector<std::unique_ptr<dom::parser>> parsers_;    // own what the elements point into
    std::vector<Visit> objects_;
    std::unordered_map<std::string_view, dom::object> by_id_;
};

// "&amp;", "&#8217;", "<em>", "</em>"; not "AT&T" and "a < b".
bool has_markup(std::string_view value) {
    for (std::size_t at = value.find_first_of("&<"); at != std::string_view::npos && at + 2 < value.size(); at = value.find_first_of("&<", at + 1)) {
        const char next = value[at + 1];
        const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (value[at] == '<' ? letter || next == '/' : next == '#' || (letter && value.substr(at, 12).find(';') != std::string_view::npos)) return true;
    }
    return false;
}

}  // namespace

StructuredPage read_json_ld(const std::vector<std::string>& blocks) { return Graph().run(blocks); }

std::string plain_words(std::string_view value) {
    if (!has_markup(value)) return base::squeeze(value);
    constexpr std::size_t kLongest = 4096;
    const auto page = Html::parse("<div>" + std::string(value.substr(0, kLongest)) + "</div>");
    if (!page) return base::squeeze(value);
    std::string words;
    for (NodeId id = 0; id < page->nodes().size(); ++id) words += page->text(id);
    return base::squeeze(words);
}

}  // namespace firsthand::read
