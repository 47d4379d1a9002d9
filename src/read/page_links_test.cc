#include "read/page_links.h"

#include <gtest/gtest.h>

#include "read/url.h"

namespace firsthand::read {
namespace {

TEST(PageLinks, AreResolved) {
    struct Row {
        std::string_view link, base, url;
    };
    constexpr std::string_view kBase = "https://quell.example/news/ferry?x=1#top";
    for (const Row& row : {Row{"https://osk.example/a", kBase, "https://osk.example/a"}, {" HTTP://osk.example ", "", "HTTP://osk.example"}, {"//osk.example/a", kBase, "https://osk.example/a"},
             {"/a/b", kBase, "https://quell.example/a/b"}, {"a?b=c:d", kBase, "https://quell.example/news/a?b=c:d"}, {"../a", kBase, "https://quell.example/a"}, {"../../../a", kBase, "https://quell.example/a"},
             {"./a", kBase, "https://quell.example/news/a"}, {"?y=2", kBase, "https://quell.example/news/ferry?y=2"}, {"a", "https://quell.example", "https://quell.example/a"}, {"#a", kBase, ""}, {"", kBase, ""},
             {"mailto:jo@quell.example", kBase, ""}, {"javascript:a/b", kBase, ""}, {"a b", kBase, "https://quell.example/news/a%20b"}, {"/a", "", ""}, {"/a", "file:///tmp/x", ""}})
        EXPECT_EQ(resolve_url(row.link, row.base), row.url) << row.link;
}

TEST(PageLinks, SitesAreToldApart) {
    EXPECT_TRUE(is_same_site("/a", "https://quell.example/"));
    EXPECT_TRUE(is_same_site("https://www.quell.example/a", "https://news.quell.example:80/"));
    EXPECT_TRUE(is_same_site("https://m.quell.co.uk", "https://www.quell.co.uk/x"));
    EXPECT_FALSE(is_same_site("https://osk.co.uk", "https://quell.co.uk"));
    EXPECT_FALSE(is_same_site("https://osk.example/", "https://quell.example/"));
    EXPECT_TRUE(is_same_site("https://osk.example/", ""));
}

TEST(PageLinks, TheBaseElementCounts) {
    const auto page = Html::parse("<head><base href='/archive/'></head><p>x");
    ASSERT_TRUE(page);
    EXPECT_EQ(find_base(*page, "https://quell.example/a"), "https://quell.example/archive/");
    EXPECT_EQ(find_base(*page, ""), "");
}

}  // namespace
}  // namespace firsthand::read
