#include "read/exports.h"

#include <gtest/gtest.h>

#include "read/parse_json_test.h"

namespace firsthand::read {
namespace {

std::string refuse(const std::string& json) {
    auto parsed = parse_all(json);
    if (parsed.size() == 1 && std::holds_alternative<std::string>(parsed[0])) return std::get<std::string>(parsed[0]);
    ADD_FAILURE() << "accepted: " << json;
    return {};
}

Mention mention(const std::string& json) {
    auto parsed = parse_all(json);
    if (!parsed.empty() && std::holds_alternative<Mention>(parsed[0])) return std::get<Mention>(parsed[0]);
    ADD_FAILURE() << "no mention: " << json;
    return {};
}

TEST(Ninjs, Version1) {
    const Document d = parse(R"({"uri":"urn:newsml:quell.example:1","type":"text","versioncreated":"2021-09-01T08:00:00Z","firstcreated":"2021-08-31T12:00:00Z",
        "headline":"A bridge","byline":"By Mara Quill","copyrightholder":"Quell Wire","body_text":"The bridge is closed. Nobody came.",
        "body_xhtml":"<p>The bridge is closed.</p><p>Nobody came.</p>"})");
    EXPECT_EQ(d.id, "urn:newsml:quell.example:1");
    EXPECT_EQ(d.title, "A bridge");
    EXPECT_EQ(d.author, "Mara Quill");
    EXPECT_EQ(d.outlet, "Quell Wire");
    EXPECT_EQ(d.published.value, "2021-08-31T12:00:00Z");
    EXPECT_EQ(d.published.from, "firstcreated");
    EXPECT_EQ(d.updated.value, "2021-09-01T08:00:00Z");
    EXPECT_EQ(d.text, "The bridge is closed.\n\nNobody came.");
    EXPECT_TRUE(d.extracted);
}

TEST(Ninjs, PlainBodyAlone) {
    const Document d = parse(R"({"uri":"u:1","type":"text","versioncreated":"2021-09-01T08:00:00Z","headline":"A bridge","body_text":"The bridge is closed."})");
    EXPECT_EQ(d.text, "The bridge is closed.");
    EXPECT_FALSE(d.extracted);
    EXPECT_EQ(d.published.from, "versioncreated");
}

TEST(Ninjs, Version3) {
    const Document d = parse(R"({"uri":"u:2","type":"text","versionCreated":"2021-09-01T08:00:00Z","by":"Mara Quill","headlines":[{"role":"short","value":"Bridge"},
        {"role":"main","value":"A bridge &amp; a road"}],"infoSources":[{"name":"Quell Wire"}],"bodies":[{"role":"summary","contentType":"text/html","value":"<p>Closed.</p>"},
        {"role":"main","contentType":"text/plain","value":"The bridge is closed, and so is the road behind it. Nobody came to see."}]})");
    EXPECT_EQ(d.text, "The bridge is closed, and so is the road behind it. Nobody came to see.") << "a summary in HTML is not the text";
    EXPECT_EQ(d.title, "A bridge & a road");
    EXPECT_EQ(d.author, "Mara Quill");
    EXPECT_EQ(d.outlet, "Quell Wire");
}

TEST(Ninjs, PicturesAreNamed) {
    EXPECT_NE(refuse(R"({"uri":"u:3","type":"picture","versioncreated":"2021-09-01T08:00:00Z","headline":"The bridge"})").find("picture"), std::string::npos);
}

TEST(Ninjs, EventRegistryIsNot) {
    const Document d = parse(R"({"uri":"7","type":"news","url":"https://quell.example/1","title":"A bridge","body":"The bridge is closed.","date":"2021-08-31"})");
    EXPECT_EQ(d.text, "The bridge is closed.");
    EXPECT_EQ(d.published.value, "2021-08-31");
}

TEST(Webz, PostsAndComments) {
    const auto parsed = parse_all(R"({"posts":[{"thread":{"uuid":"a","site_full":"news.quell.example","site":"quell.example","title":"A bridge"},"uuid":"a","ord_in_thread":0,
        "url":"https://news.quell.example/1","author":"Mara Quill","published":"2021-08-31T14:00:00.000+02:00","title":"","text":"The bridge is closed.",
        "crawled":"2021-09-02T00:00:00Z","updated":"2021-09-02T00:00:00Z"},
        {"thread":{"uuid":"a"},"uuid":"b","ord_in_thread":1,"text":"About time."}],"totalResults":2})");
    ASSERT_EQ(parsed.size(), 2U);
    const auto& d = std::get<Document>(parsed[0]);
    EXPECT_EQ(d.id, "a");
    EXPECT_EQ(d.title, "A bridge");
    EXPECT_EQ(d.outlet, "quell.example");
    EXPECT_EQ(d.published.value, "2021-08-31T12:00:00Z");
    EXPECT_FALSE(d.updated.known()) << "that is when it was indexed";
    EXPECT_NE(std::get<std::string>(parsed[1]).find("comment"), std::string::npos);
}

TEST(MediaCloud, Stories) {
    const Document d = parse(R"({"stories_id":7,"url":"https://quell.example/1","guid":"g","title":"A bridge","publish_date":"2021-08-31 12:00:00","media_name":"Quell Times",
        "media_url":"https://quell.example/","collect_date":"2021-09-01 00:00:00","ap_syndicated":true,
        "story_sentences":[{"sentence":"The bridge is closed.","sentence_number":0},{"sentence":"Nobody came."}]})");
    EXPECT_EQ(d.id, "7");
    EXPECT_EQ(d.text, "The bridge is closed. Nobody came.");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.published.from, "publish_date");
    ASSERT_EQ(d.notes.size(), 1U);
    EXPECT_NE(d.notes[0].find("AP"), std::string::npos);
    EXPECT_EQ(parse(R"({"stories_id":7,"story_text":"All of it.","story_sentences":[{"sentence":"Part."}]})").text, "All of it.");
    EXPECT_EQ(mention(R"({"stories":[{"id":"a","media_name":"Quell Times","url":"https://quell.example/1","title":"T"}]})").kind, &kListedMediaCloud);
}

TEST(NewsApi, TruncatedAndRemoved) {
    const auto parsed = parse_all(R"({"status":"ok","articles":[{"source":{"id":null,"name":"Quell Times"},"title":"A bridge","url":"https://quell.example/1",
        "publishedAt":"2021-08-31T12:00:00Z","content":"The bridge is clo… [+317 chars]"},
        {"source":{"id":null,"name":"[Removed]"},"title":"[Removed]","url":"https://removed.example","content":"[Removed]"},
        {"title":"B","url":"https://quell.example/2","content":"He wrote [+x chars]"}]})");
    ASSERT_EQ(parsed.size(), 3U);
    const auto& d = std::get<Document>(parsed[0]);
    EXPECT_EQ(d.text, "The bridge is clo… [+317 chars]") << "kept as it is";
    ASSERT_EQ(d.furniture.size(), 1U);
    EXPECT_EQ(slice(d.text, d.furniture[0]), "[+317 chars]");
    EXPECT_EQ(d.notes, std::vector<std::string>{"truncated"});
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_NE(std::get<std::string>(parsed[1]).find("took back"), std::string::npos);
    EXPECT_TRUE(std::get<Document>(parsed[2]).furniture.empty());
}

TEST(WordPress, Posts) {
    const Document d = parse(R"({"id":7,"date":"2021-08-31T10:00:00","date_gmt":"2021-08-31T14:00:00","guid":{"rendered":"https://quell.example/?p=7"},
        "link":"https://quell.example/a","title":{"rendered":"The &#8216;bridge&#8217;"},"content":{"rendered":"\n<p>The bridge is closed.</p>\n"},"author":5})");
    EXPECT_EQ(d.title, "The ‘bridge’");
    EXPECT_EQ(d.text, "The bridge is closed.");
    EXPECT_EQ(d.published.value, "2021-08-31T14:00:00Z");
    EXPECT_EQ(d.author, "") << "a number names nobody";
    EXPECT_EQ(d.url, "https://quell.example/a");
}

TEST(Markup, WholePagesAreReadAsPages) {
    const auto parsed = parse_all(R"({"url":"https://quell.example/1","html":"<!DOCTYPE html><html><p>The bridge is closed.</p></html>"})");
    ASSERT_EQ(parsed.size(), 1U);
    EXPECT_EQ(std::get<Page>(parsed[0]).url, "https://quell.example/1");
    EXPECT_EQ(parse(R"({"html":"<!DOCTYPE html><html></html>","text":"The bridge is closed."})").text, "The bridge is closed.");
}

TEST(Lists, ZoteroAndGdelt) {
    const Mention zotero = mention(R"({"id":"http://zotero.org/users/local/a/items/B","type":"webpage","container-title":"Quell Times","title":"A bridge",
        "URL":"https://quell.example/1","author":[{"family":"Quill","given":"Mara"},{"family":"Dell"}],"issued":{"date-parts":[["2021",8,31]]},
        "accessed":{"date-parts":[[2022,1,1]]}})");
    EXPECT_EQ(zotero.kind, &kListedZotero);
    EXPECT_EQ(zotero.listed.author, "Mara Quill, Dell");
    EXPECT_EQ(zotero.listed.outlet, "Quell Times");
    EXPECT_EQ(zotero.listed.published.value, "2021-08-31");
    const Mention gdelt = mention(R"({"articles":[{"url":"https://quell.example/1","title":"A bridge","seendate":"20210831T120000Z","domain":"quell.example"}]})");
    EXPECT_EQ(gdelt.kind, &kListedGdelt);
    EXPECT_FALSE(gdelt.listed.published.known()) << "when it was seen is not when it was published";
}

TEST(Markup, IsTold) {
    EXPECT_TRUE(is_html("<p>The bridge</p>"));
    EXPECT_TRUE(is_html(" \n<div class=a>The bridge</div>"));
    EXPECT_TRUE(is_html("<!-- wp:paragraph -->\n<p>The bridge</p>"));
    EXPECT_TRUE(is_html("<strong>QUELL</strong> The bridge<br/>is closed"));
    EXPECT_FALSE(is_html("<b>Note</b> that it is closed."));
    EXPECT_FALSE(is_html("The <p> tag is closed."));
    EXPECT_FALSE(is_html("<3 the bridge <p>"));
    EXPECT_FALSE(is_html("<quell> is no element"));
}

}  // namespace
}  // namespace firsthand::read
