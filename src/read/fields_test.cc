#include "read/fields.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

TEST(Fields, Names) {
    EXPECT_EQ(find_field("text").field, Field::text);
    EXPECT_EQ(find_field("maintext").field, Field::text);
    EXPECT_LT(find_field("maintext").rank, find_field("text").rank);
    EXPECT_LT(find_field("text").rank, find_field("raw_text").rank);
    EXPECT_EQ(find_field("articleBody").field, Field::text);
    for (const char* key : {"published", "date_publish", "publish_date", "publishing_date", "dateTimePub", "publishedAt", "datePublished",
        "article:published_time", "pubDate"})
        EXPECT_EQ(find_field(key).rank, 0) << key;
    for (const char* key : {"date_download", "dateTime", "filedate", "crawl_date"}) EXPECT_EQ(find_field(key).field, Field::crawled) << key;
    EXPECT_EQ(find_field("datetime").field, Field::published);
    EXPECT_EQ(find_field("date_modify").field, Field::updated);
    EXPECT_EQ(find_field("source-hostname").field, Field::outlet);
    EXPECT_EQ(find_field("source_domain").field, Field::site);
    EXPECT_EQ(find_field("image_url").field, Field::none);
    EXPECT_EQ(find_field("").field, Field::none);
    EXPECT_EQ(find_field(std::string(500, 'x')).field, Field::none);
}

TEST(Fields, Genres) {
    EXPECT_EQ(parse_genre("Op-Ed"), Genre::opinion);
    EXPECT_EQ(parse_genre("press release"), Genre::release);
    EXPECT_EQ(parse_genre("live_blog"), Genre::live);
    EXPECT_EQ(parse_genre("news"), Genre::news);
    EXPECT_EQ(parse_genre("satire"), Genre::satire);
    EXPECT_EQ(parse_genre("advertisement"), Genre::advert);
    EXPECT_EQ(parse_genre("poem"), Genre::unknown);
}

}  // namespace
}  // namespace firsthand::read
