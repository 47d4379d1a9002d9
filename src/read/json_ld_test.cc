#include "read/json_ld.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <simdjson.h>

#include "read/json_mend.h"

namespace firsthand::read {
namespace {

StructuredArticle only(std::string_view block) {
    const StructuredPage page = read_json_ld({std::string(block)});
    return page.articles.size() == 1 ? page.articles[0] : StructuredArticle{};
}

TEST(JsonLd, ReadsAnArticle) {
    const StructuredArticle article = only(R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge closed",
        "url":"https://quell.example/a/bridge","datePublished":"2024-03-05T10:00:00Z","dateModified":"2024-03-06","author":{"@type":"Person","name":"Mara Holt"},
        "publisher":{"@type":"Organization","name":"Quell Gazette"},"articleBody":"It is closed.","articleSection":["Local","News"],"inLanguage":{"@type":"Language","name":"en"},
        "isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paid"}})");
    EXPECT_EQ(article.type, "NewsArticle");
    EXPECT_TRUE(article.article);
    EXPECT_EQ(article.headline, "Bridge closed");
    EXPECT_EQ(article.url, "https://quell.example/a/bridge");
    EXPECT_EQ(article.published, "2024-03-05T10:00:00Z");
    EXPECT_EQ(article.modified, "2024-03-06");
    EXPECT_EQ(article.authors, std::vector<std::string>{"Mara Holt"});
    EXPECT_EQ(article.publisher, "Quell Gazette");
    EXPECT_EQ(article.body, "It is closed.");
    EXPECT_EQ(article.section, "Local");
    EXPECT_EQ(article.language, "en");
    EXPECT_TRUE(article.paid);
    EXPECT_EQ(article.paid_parts, std::vector<std::string>{".paid"});
}

TEST(JsonLd, KnowsTypesHoweverTheyAreWritten) {
    for (const std::string_view type : {R"("NewsArticle")", R"("http://schema.org/NewsArticle")", R"("schema:newsarticle")", R"(["Thing","https://schema.org/BlogPosting"])",
             R"("LiveBlogPosting")", R"("AdvertiserContentArticle")"})
        EXPECT_TRUE(only("{\"@type\":" + std::string(type) + ",\"headline\":\"x\"}").article) << type;
    for (const std::string_view type : {R"("WebPage")", R"("ClaimReview")"}) {
        const StructuredPage page = read_json_ld({"{\"@type\":" + std::string(type) + ",\"name\":\"x\"}"});
        ASSERT_EQ(page.articles.size(), 1U) << type;
        EXPECT_FALSE(page.articles[0].article) << type;
    }
    EXPECT_TRUE(read_json_ld({R"({"@type":"Person","name":"x"})", R"({"name":"x"})"}).articles.empty());
}

TEST(JsonLd, FollowsReferencesThroughGraphsAndBlocks) {
    const StructuredPage page = read_json_ld({R"({"@graph":[{"@type":"NewsArticle","headline":"x","author":{"@id":"#mara"},"publisher":{"@id":"#site"}},
        {"@type":"Person","@id":"#mara","name":"Mara Holt"}]})",
        R"([{"@type":"NewsMediaOrganization","@id":"#site","name":"Quell Gazette"}])"});
    ASSERT_EQ(page.articles.size(), 1U);
    EXPECT_EQ(page.articles[0].authors, std::vector<std::string>{"Mara Holt"});
    EXPECT_EQ(page.articles[0].publisher, "Quell Gazette");
    EXPECT_EQ(page.sites, std::vector<std::string>{"Quell Gazette"});
}

TEST(JsonLd, ReadsAuthorsInEveryForm) {
    const auto authors = [](std::string_view value) { return only("{\"@type\":\"Article\",\"author\":" + std::string(value) + "}").authors; };
    const std::vector<std::string> both = {"Mara Holt", "Jon Reed"};
    EXPECT_EQ(authors(R"("Mara Holt")"), std::vector<std::string>{"Mara Holt"});
    EXPECT_EQ(authors(R"(["Mara Holt",{"name":"Jon Reed"}])"), both);
    EXPECT_EQ(authors(R"([{"givenName":"Mara","familyName":"Holt"},{"@type":"Person","name":["Jon Reed"]}])"), both);
    EXPECT_TRUE(authors(R"({})").empty());
}

TEST(JsonLd, FindsArticlesInsideOthers) {
    const StructuredPage page = read_json_ld({R"({"@type":"WebPage","name":"Page","mainEntity":{"@type":"NewsArticle","headline":"Inside"},
        "itemListElement":[{"@type":"NewsArticle","headline":"Other"}]})"});
    ASSERT_EQ(page.articles.size(), 3U);
    EXPECT_EQ(page.articles[1].headline, "Inside");
    EXPECT_FALSE(page.articles[1].nested);
    EXPECT_TRUE(page.articles[2].nested);
}

TEST(JsonLd, SurvivesBrokenBlocks) {
    const std::string_view rest = R"("@type":"NewsArticle","headline":"Bridge closed")";
    const auto headline = [&](std::string_view before, std::string_view behind) { return only(std::string(before) + std::string(rest) + std::string(behind)).headline; };
    EXPECT_EQ(headline("{", ",}"), "Bridge closed");
    EXPECT_EQ(headline("<!--\n{", "}\n-->"), "Bridge closed");
    EXPECT_EQ(headline("//<![CDATA[\n{", "}\n//]]>"), "Bridge closed");
    EXPECT_EQ(headline("/* ours */{", "};"), "Bridge closed");
    EXPECT_EQ(headline("{\"image\": ,", ",\"wordCount\":}"), "Bridge closed");
    EXPECT_EQ(headline("{", ",\"description\":\"line\none\t\""), "Bridge closed");
    EXPECT_EQ(headline("{", ",\"description\":\"He said \"no\" today\",\"a\":1}"), "Bridge closed");
    EXPECT_EQ(headline("{", ",\"description\":\"it\\'s\"}}"), "Bridge closed");
    EXPECT_EQ(headline("{\"@type\":\"Thing\"}{", "}"), "Bridge closed");
    EXPECT_EQ(headline("{\"a\":1 ", "}"), "Bridge closed");
    EXPECT_EQ(headline("{", ",\"mentions\":[{\"name\":\"cut off"), "Bridge closed");
    EXPECT_TRUE(read_json_ld({"", "no json", "{{{{", std::string(5000, '['), "\"", "\xFF"}).articles.empty());
}

TEST(JsonLd, PlainWordsResolveEntitiesAndTags) {
    EXPECT_EQ(plain_words("Tom &amp; Ann &#8217;s  <em>bridge</em>"), "Tom & Ann \u2019s bridge");
    EXPECT_EQ(plain_words("AT&T, a < b"), "AT&T, a < b");
    EXPECT_EQ(plain_words("&"), "&");
    EXPECT_EQ(plain_words(""), "");
}

RC_GTEST_PROP(JsonMend, WhatIsMendedParsesAndStaysTheSame, ()) {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("{}[]\",:\\/;a1 \n-tru<!>*'")));
    bool replaced = false;
    const std::string mended = mend_texts(mend_structure(bytes), replaced);
    RC_PRE(!mended.empty());
    simdjson::dom::parser parser;
    RC_ASSERT(parser.parse(mended).error() == simdjson::SUCCESS);
    RC_ASSERT(mend_texts(mended, replaced) == mended);
}

TEST(JsonMend, KeepsWhatIsValid) {
    const std::string_view json = R"({"a":[1,-2.5e3,true,null,"\u00e9 \"x\""],"b":{}})";
    EXPECT_EQ(mend_structure(json), "[" + std::string(json) + "]");
    EXPECT_EQ(mend_structure("[01, +1, .5, NaN, undefined]"), R"([["01","+1",".5",null,null]])");
}

}  // namespace
}  // namespace firsthand::read
