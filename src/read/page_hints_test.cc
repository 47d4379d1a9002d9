#include "read/page_hints.h"

#include <gtest/gtest.h>

#include <string>

namespace firsthand::read {
namespace {

// What the first element of the body says of itself.
Hints hints(const std::string& attributes, const std::string& tag = "div") {
    const auto page = Html::parse("<" + tag + " " + attributes + ">x");
    for (NodeId id = 0; page && id < page->nodes().size(); ++id)
        if (page->nodes()[id].tag == Tag::body) return read_hints(*page, id + 1);
    return 0;
}

TEST(PageHints, NamesAreCutIntoWords) {
    for (const char* names : {"article-body", "articleBody", "entry_content", "c-story__text x", "PostContent", "storytext"}) EXPECT_EQ(hints("class='" + std::string(names) + "'"), hint::likely_body) << names;
    for (const char* names : {"related-links", "Newsletter_signup", "btn readMore", "sign-up", "you-may-also-like", "nav", "more-stories", "next-prev"})
        EXPECT_EQ(hints("id='" + std::string(names) + "'"), hint::furniture) << names;
    for (const char* names : {"article", "body", "content", "reading", "navy", "address", "commentary", "headline", "x1 y2", "--", ""}) EXPECT_EQ(hints("class='" + std::string(names) + "'"), 0U) << names;
}

TEST(PageHints, KindsOfFurnitureAreToldApart) {
    EXPECT_EQ(hints("class=comments-list"), hint::comments);
    EXPECT_EQ(hints("class='image-caption' ") & hint::caption, hint::caption);
    EXPECT_EQ(hints("class=byline__name"), hint::byline);
    EXPECT_EQ(hints("class='elementor-widget'"), hint::weak);
    EXPECT_EQ(hints("class='pull-quote'"), hint::pull_quote);
    EXPECT_EQ(hints("role=dialog"), hint::furniture | hint::consent);
    EXPECT_EQ(hints("role=navigation"), hint::furniture);
    EXPECT_EQ(hints("itemprop='articleBody'"), hint::body);
    EXPECT_EQ(hints("data-testid=related-box"), hint::furniture);
    EXPECT_EQ(hints("hidden"), hint::hidden);
    EXPECT_EQ(hints("style='display : none'"), hint::hidden);
}

TEST(PageHints, PostsOfFeedsAreNamedAfterTheirTopics) {
    EXPECT_EQ(hints("class='post-12 post type-post status-publish hentry tag-sponsors category-newsletter'", "article"), 0U);
}

TEST(PageHints, EmbeddedPostsAreBlockquotes) {
    EXPECT_EQ(hints("class='twitter-tweet x'", "blockquote"), hint::post);
    EXPECT_EQ(hints("class='instagram-media'", "blockquote"), hint::post);
    EXPECT_EQ(hints("class='twitter-tweet'", "div") & hint::post, 0U);
}

}  // namespace
}  // namespace firsthand::read
