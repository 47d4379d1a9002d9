// Where the names come from: newspaper4k 0.9 (settings.article_json_fields), news-please 1.6 (NewsArticle.get_dict),
// trafilatura 2.3 (xml.build_json_output: there "source" is the URL, "source-hostname" the name of the site, "filedate" the
// day of the download), Fundus 0.5 (Article.to_json: plaintext, body, publishing_date, publisher), Event Registry (data model
// "Article": date, time and dateTime are when it was found, dateTimePub is when it was published), passim (id, series, text,
// date), NewsAPI (content, publishedAt), schema.org NewsArticle (headline, articleBody, datePublished), minet 4.2 (resolved_url,
// canonical_url, content, sitename), Media Cloud (media_name, publish_date, indexed_date, story_text), GDELT (seendate), Zotero
// and CSL-JSON (publicationTitle, container-title, issued, accessed), the REST API of WordPress (date_gmt, modified_gmt).
// Tested by fields_test.cc.
#include "read/fields.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace firsthand::read {

namespace {

using base::lower;

constexpr auto kFields = std::to_array<FieldName>({
    {"id", Field::id, 0}, {"articleid", Field::id, 1}, {"docid", Field::id, 1}, {"documentid", Field::id, 1}, {"docno", Field::id, 1},
    {"storiesid", Field::id, 1},
    {"uri", Field::id, 2}, {"uuid", Field::id, 2}, {"guid", Field::id, 3}, {"oid", Field::id, 3},

    {"maintext", Field::text, 0}, {"text", Field::text, 1}, {"plaintext", Field::text, 2}, {"fulltext", Field::text, 2},
    {"articletext", Field::text, 2}, {"storytext", Field::text, 2},
    {"articlebody", Field::text, 2}, {"bodytext", Field::text, 2}, {"body", Field::text, 3}, {"fullcontent", Field::text, 3},
    {"content", Field::text, 4},
    {"article", Field::text, 5}, {"story", Field::text, 5}, {"rawtext", Field::text, 6},
    {"html", Field::text, 7}, {"rawhtml", Field::text, 7}, {"pagehtml", Field::text, 7},

    {"title", Field::title, 0}, {"headline", Field::title, 1}, {"articletitle", Field::title, 1}, {"titlepage", Field::title, 3},
    {"titlerss", Field::title, 4},

    {"url", Field::url, 0}, {"articleurl", Field::url, 1}, {"link", Field::url, 1}, {"canonicallink", Field::url, 2}, {"canonicalurl", Field::url, 2},
    {"respondedurl", Field::url, 3}, {"resolvedurl", Field::url, 3}, {"requestedurl", Field::url, 4}, {"weburl", Field::url, 4},

    {"outlet", Field::outlet, 0}, {"publisher", Field::outlet, 1}, {"sitename", Field::outlet, 1}, {"metasitename", Field::outlet, 1},
    {"sourcename", Field::outlet, 1},
    {"medianame", Field::outlet, 1}, {"publicationtitle", Field::outlet, 1}, {"containertitle", Field::outlet, 1}, {"websitetitle", Field::outlet, 1},
    {"publication", Field::outlet, 1}, {"newspaper", Field::outlet, 1}, {"sourcehostname", Field::outlet, 2}, {"series", Field::outlet, 4},
    {"source", Field::source, 2},
    {"site", Field::site, 5}, {"sourcedomain", Field::site, 6}, {"domain", Field::site, 6}, {"hostname", Field::site, 6},
    {"sourceurl", Field::site, 7}, {"mediaurl", Field::site, 7},

    {"published", Field::published, 0}, {"datetimepub", Field::published, 0}, {"datepublish", Field::published, 0},
    {"datepublished", Field::published, 0},
    {"publishdate", Field::published, 0}, {"publisheddate", Field::published, 0}, {"publishingdate", Field::published, 0},
    {"publicationdate", Field::published, 0},
    {"publishedat", Field::published, 0}, {"publishedtime", Field::published, 0}, {"articlepublishedtime", Field::published, 0},
    {"pubdate", Field::published, 0}, {"dategmt", Field::published, 1}, {"issued", Field::published, 1},
    {"datepub", Field::published, 0}, {"date", Field::published, 2}, {"datetime", Field::published, 3}, {"timestamp", Field::published, 4},
    {"time", Field::published, 5},

    {"updated", Field::updated, 0}, {"updatedat", Field::updated, 0}, {"dateupdated", Field::updated, 0}, {"datemodified", Field::updated, 0},
    {"datemodify", Field::updated, 0}, {"modified", Field::updated, 0}, {"modifieddate", Field::updated, 0}, {"lastmodified", Field::updated, 0},
    {"articlemodifiedtime", Field::updated, 0}, {"modifiedgmt", Field::updated, 0},

    // Named so that nobody adds them above: when a program found the page says nothing about when it was published.
    {"datedownload", Field::crawled, 0}, {"downloaddate", Field::crawled, 0}, {"crawldate", Field::crawled, 0}, {"crawled", Field::crawled, 0},
    {"indexeddate", Field::crawled, 0}, {"collectdate", Field::crawled, 0}, {"seendate", Field::crawled, 0}, {"dateadded", Field::crawled, 0},
    {"accessdate", Field::crawled, 0}, {"accessed", Field::crawled, 0},
    {"filedate", Field::crawled, 0}, {"fetched", Field::crawled, 0}, {"scrapedat", Field::crawled, 0}, {"retrieved", Field::crawled, 0},

    {"author", Field::author, 0}, {"authors", Field::author, 0}, {"byline", Field::author, 1}, {"creator", Field::author, 2},

    {"genre", Field::genre, 0}, {"articletype", Field::genre, 1}, {"datatype", Field::genre, 2},
});

constexpr std::size_t kLongestName = 24;

bool is_mark(char c) { return c == '-' || c == '_' || c == '.' || c == ':' || c == ' ' || c == '$'; }

}  // namespace

FieldName find_field(std::string_view key) {
    if (key == "dateTime") return {"datetime", Field::crawled, 0};
    std::array<char, kLongestName> folded{};
    std::size_t size = 0;
    for (const char c : key) {
        if (is_mark(c)) continue;
        if (size == folded.size()) return {};
        folded[size++] = lower(c);
    }
    const std::string_view name(folded.data(), size);
    for (const FieldName& field : kFields)
        if (field.name == name) return field;
    return {};
}

Genre parse_genre(std::string_view words) {
    struct Row {
        std::string_view name;
        Genre genre;
    };
    constexpr auto kGenres = std::to_array<Row>({
        {"news", Genre::news}, {"report", Genre::news}, {"opinion", Genre::opinion}, {"oped", Genre::opinion}, {"editorial", Genre::opinion},
        {"column", Genre::opinion},
        {"commentary", Genre::opinion}, {"satire", Genre::satire}, {"advert", Genre::advert}, {"advertisement", Genre::advert},
        {"advertorial", Genre::advert},
        {"sponsored", Genre::advert}, {"release", Genre::release}, {"pressrelease", Genre::release}, {"pr", Genre::release}, {"live", Genre::live},
        {"liveblog", Genre::live},
    });
    std::string folded;
    for (const char c : words.substr(0, 2 * kLongestName))
        if (!is_mark(c)) folded.push_back(lower(c));
    for (const Row& row : kGenres)
        if (row.name == folded) return row.genre;
    return Genre::unknown;
}

bool is_address(std::string_view words) {
    return words.find("://") != std::string_view::npos && words.find(' ') == std::string_view::npos;
}

}  // namespace firsthand::read
