// Tested by page_metadata_test.cc.
#include "read/page_genre.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/fields.h"

namespace firsthand::read {

namespace {

struct Row {
    std::string_view name;                         // lower case
    Genre genre;
};

template <std::size_t size>
Genre find_row(const std::array<Row, size>& rows, std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
    return found == rows.end() ? Genre::unknown : found->genre;
}

constexpr auto kTypes = std::to_array<Row>({{"opinionnewsarticle", Genre::opinion}, {"satiricalarticle", Genre::satire}, {"advertisercontentarticle", Genre::advert},
    {"liveblogposting", Genre::live}, {"reportagenewsarticle", Genre::news}, {"newsarticle", Genre::news}, {"analysisnewsarticle", Genre::news},
    {"backgroundnewsarticle", Genre::news}, {"askpublicnewsarticle", Genre::news}});

// Sections as pages name them, without marks and blanks.
constexpr auto kSections = std::to_array<Row>({{"opinions", Genre::opinion}, {"editorials", Genre::opinion}, {"columns", Genre::opinion}, {"columnists", Genre::opinion},
    {"commentisfree", Genre::opinion}, {"letters", Genre::opinion}, {"letterstotheeditor", Genre::opinion}, {"viewpoint", Genre::opinion}, {"viewpoints", Genre::opinion},
    {"opeds", Genre::opinion}, {"voices", Genre::opinion}, {"opinião", Genre::opinion}, {"opinión", Genre::opinion}, {"kommentar", Genre::opinion}, {"tribune", Genre::unknown},
    {"satire", Genre::satire}, {"pressreleases", Genre::release}, {"newsreleases", Genre::release}, {"newsrelease", Genre::release}, {"sponsoredcontent", Genre::advert},
    {"partnercontent", Genre::advert}, {"paidpost", Genre::advert}, {"paidcontent", Genre::advert}, {"brandedcontent", Genre::advert}, {"advertorials", Genre::advert},
    {"liveupdates", Genre::live}, {"livecoverage", Genre::live}});

Genre read_section(std::string_view words) {
    constexpr std::size_t kLongest = 48;
    if (words.size() > kLongest) return Genre::unknown;
    std::string folded = lower_ascii(words);
    std::erase_if(folded, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    if (const Genre genre = find_row(kSections, folded); genre != Genre::unknown) return genre;
    const Genre genre = parse_genre(words);
    return genre == Genre::news || folded == "pr" || folded == "live" || folded == "report" ? Genre::unknown : genre;
}

// The folders of the path, but not the article's own name.
Genre read_address(std::string_view url) {
    const auto host = url.find("://");
    if (host == std::string_view::npos) return Genre::unknown;
    url = url.substr(0, url.find_first_of("?#"));
    std::size_t at = url.find('/', host + 3);
    while (at != std::string_view::npos) {
        const auto end = url.find('/', at + 1);
        if (end == std::string_view::npos || end + 1 == url.size()) break;
        if (const Genre genre = read_section(url.substr(at + 1, end - at - 1)); genre != Genre::unknown) return genre;
        at = end;
    }
    return Genre::unknown;
}

}  // namespace

Genre choose_genre(const PageFields& fields, const StructuredArticle& article, std::string_view url) {
    const Genre type = find_row(kTypes, lower_ascii(article.type));
    if (type != Genre::unknown && type != Genre::news) return type;
    if (const Genre section = read_section(article.section); section != Genre::unknown) return section;
    for (const MetaField& meta : fields.metas) {
        if (meta.kind == MetaKind::opinion && (meta.value == "true" || meta.value == "1")) return Genre::opinion;
        if (meta.kind != MetaKind::section) continue;
        if (const Genre section = read_section(meta.value); section != Genre::unknown) return section;
    }
    if (const Genre folder = read_address(url); folder != Genre::unknown) return folder;
    return type;
}

}  // namespace firsthand::read
