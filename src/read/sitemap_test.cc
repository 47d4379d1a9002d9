#include "read/sitemap.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

TEST(Sitemap, NewsSitemap) {
    const auto found = read_sitemap(R"(<?xml version="1.0"?><urlset xmlns="s" xmlns:news="n"><url><loc> https://quell.example/1 </loc><lastmod>2022-01-01</lastmod>
        <news:news><news:publication><news:name>Quell Times</news:name><news:language>en</news:language></news:publication><news:genres>Blog, OpEd</news:genres>
        <news:publication_date>2021-08-31T12:00:00+02:00</news:publication_date><news:title>Bridge &amp;amp; road</news:title></news:news>
        <image:image><image:loc>https://quell.example/a.png</image:loc><image:title>Picture</image:title></image:image></url>
        <url><loc>https://quell.example/2</loc><lastmod>2022-01-01</lastmod></url></urlset>)");
    ASSERT_EQ(found.size(), 2U);
    const auto& news = std::get<Listed>(found[0]);
    EXPECT_EQ(news.url, "https://quell.example/1");
    EXPECT_EQ(news.title, "Bridge & road");
    EXPECT_EQ(news.outlet, "Quell Times");
    EXPECT_EQ(news.published.value, "2021-08-31T10:00:00Z");
    EXPECT_EQ(news.published.from, "sitemap: news:publication_date");
    EXPECT_EQ(news.genre, Genre::opinion);
    EXPECT_FALSE(std::get<Listed>(found[1]).published.known()) << "when the sitemap was made is not when the article was published";
}

TEST(Sitemap, AnIndexSaysWhatWouldHelp) {
    const auto found = read_sitemap("<sitemapindex><sitemap><loc>https://quell.example/s1.xml</loc></sitemap><sitemap/></sitemapindex>");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(std::get<Skipped>(found[0]), (Skipped{"", "an index of 2 sitemaps: it names no articles; save those, and the pages that they name"}));
}

TEST(Sitemap, Broken) {
    const auto found = read_sitemap("<urlset><url><loc>https://quell.example/1</loc></url><url><loc>https://quell.ex");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(std::get<Listed>(found[0]).url, "https://quell.example/1");
    EXPECT_EQ(std::get<Skipped>(found[1]).path, "#2");
}

}  // namespace
}  // namespace firsthand::read
