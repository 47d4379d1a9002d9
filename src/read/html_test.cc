#include "read/html.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read/html_source.h"

namespace firsthand::read {
namespace {

// The tree in one line: <div class=a>text</div> as div(.a "text").
std::string outline(const Html& page) {
    std::string out;
    std::vector<NodeId> ends;
    const auto nodes = page.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        while (!ends.empty() && ends.back() == id) {
            out += ")";
            ends.pop_back();
        }
        if (!out.empty() && out.back() != '(') out += ' ';
        if (nodes[id].tag == Tag::text) {
            out += '"' + std::string(page.text(id)) + '"';
        } else {
            out += std::string(page.element_name(id)) + "(";
            ends.push_back(nodes[id].end);
        }
    }
    return out + std::string(ends.size(), ')');
}

std::string parse(std::string_view html) {
    const auto page = Html::parse(html);
    return page ? outline(*page) : page.error().message;
}

std::string slim(std::string_view html) { return slim_html(html, 512, 1000).html; }

TEST(Html, IsAFlatTreeInDocumentOrder) {
    EXPECT_EQ(parse("<p>One<p>Two <b>three</b>"), "html(head() body(p(\"One\") p(\"Two \" b(\"three\"))))");
    EXPECT_EQ(parse(""), "html(head() body())");
    EXPECT_EQ(parse("a &amp; b &lt;c&gt; &eacute;"), "html(head() body(\"a & b <c> \u00E9\"))");
}

TEST(Html, KnowsAttributesAndNames) {
    const auto page = Html::parse("<DIV CLASS=\"Story body\" onclick='x()' hidden>x</DIV><amp-img src=a>");
    ASSERT_TRUE(page);
    NodeId div = 0, custom = 0;
    for (NodeId id = 0; id < page->nodes().size(); ++id) {
        if (page->nodes()[id].tag == Tag::div) div = id;
        if (page->element_name(id) == "amp-img") custom = id;
    }
    EXPECT_EQ(page->attribute(div, "class"), "Story body");
    EXPECT_TRUE(page->has_attribute(div, "hidden"));
    EXPECT_FALSE(page->has_attribute(div, "onclick"));
    EXPECT_EQ(page->attribute(custom, "src"), "a");
}

TEST(Html, NodesKeepTheirOrder) {
    const auto page = Html::parse("<table><tr><td>a<table><td>b</table>c</table><ul><li>d<li>e</ul>");
    ASSERT_TRUE(page);
    const auto nodes = page->nodes();
    for (NodeId id = 1; id < nodes.size(); ++id) {
        EXPECT_LT(nodes[id].parent, id);
        EXPECT_LE(nodes[id].end, nodes[nodes[id].parent].end);
        EXPECT_EQ(nodes[id].depth, nodes[nodes[id].parent].depth + 1);
    }
}

TEST(HtmlSource, LosesWhatNobodyReads) {
    EXPECT_EQ(slim("a<script>if (a < b) '<p>'</script>b"), "ab");
    EXPECT_EQ(slim("a<style>p > a {}</STYLE >b<!-- <p>c</p> -->d"), "abd");
    EXPECT_EQ(slim("a<svg viewBox='0 0'><path d='M0'/><text>t</text></svg>b"), "ab");
    EXPECT_EQ(slim("<p onclick='a > b' class=\"x > y\" data-x='1'>c</p>"), "<p class=\"x > y\">c</p>");
    EXPECT_EQ(slim("<title>a <b> &amp; c</title>d"), "<title>a <b> &amp; c</title>d");
    EXPECT_EQ(slim("a<iframe src=x><p>no</p></iframe>b<textarea><p></textarea>c"), "abc");
    EXPECT_EQ(slim("a < b, 1<2, </ x>y<?php z ?>"), "a < b, 1<2, y");
    EXPECT_EQ(slim("<img src='data:image/png;base64," + std::string(5000, 'A') + "' class=b>"), "<img class=b>");
    EXPECT_EQ(slim("<p style='color: red'>a<p style='display:none'>b"), "<p>a<p style='display:none'>b");
    EXPECT_EQ(slim("a<div class='never ends"), "a");
    EXPECT_EQ(slim("<a href=x/>b"), "<a href=x/>b");
}

TEST(HtmlSource, ScriptsEndWhereBrowsersEndThem) {
    EXPECT_EQ(slim("<script><!-- <script></script> --></script>a"), "a");
    EXPECT_EQ(slim("<script><!-- </script>a"), "a");
    EXPECT_EQ(slim("<script>\"</scripted>\"</script>a"), "a");
    EXPECT_EQ(slim("<script>never ends"), "");
    EXPECT_EQ(slim("<!-->a<!--->b<!-- --!>c<!-- -- >d"), "abc");
}

TEST(HtmlSource, KeepsStructuredDataAndFirstComments) {
    const HtmlSource source = slim_html(
        "<!-- saved from url=(0024)https://quell.example/a -->\n<html><script type='application/LD+json'>{\"a\":\"<b>\"}</script><p><!-- later -->", 512, 100);
    ASSERT_EQ(source.structured.size(), 1U);
    EXPECT_EQ(source.structured[0], "{\"a\":\"<b>\"}");
    EXPECT_EQ(source.comments, " saved from url=(0024)https://quell.example/a \n");
}

std::string repeat(std::string_view words, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += words;
    return out;
}

TEST(Html, DeepPagesAreFlattened) {
    for (const std::string_view open : {"<div>", "<b>", "<blockquote>", "<span class=a>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<svg>", "<select>", "<div></x>", "<b></x>", "<rt>"}) {
        const auto page = Html::parse(repeat(open, 100'000) + "the end");
        if (!page) continue;                       // too many elements: also an answer
        std::string text;
        std::uint16_t depth = 0;
        for (NodeId id = 0; id < page->nodes().size(); ++id) {
            text += page->text(id);
            depth = std::max(depth, page->nodes()[id].depth);
        }
        EXPECT_NE(text.find("the end"), std::string::npos) << open;
        EXPECT_LT(depth, 3000) << open;
    }
}

TEST(Html, GiantsAreRefused) {
    const auto many = Html::parse(repeat("<p>x", 600'000));
    ASSERT_FALSE(many);
    EXPECT_EQ(many.error().message, "a page of more than 500000 elements");
    const auto hungry = Html::parse(repeat("<p>x", 10'000), {.memory = 1U << 20U});
    ASSERT_FALSE(hungry);
    EXPECT_NE(hungry.error().message.find("memory"), std::string::npos);
}

// Each of these once took some parser quadratic time.
TEST(Html, WorstCasesStayQuick) {
    std::string attributes = "<p";
    for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i);
    for (const std::string& bytes : {attributes + ">x", repeat("<", 1'000'000), repeat("<!--", 300'000), repeat("<svg>", 300'000), repeat("</p>", 200'000),
             repeat("<b><i></b>", 60'000), repeat("<table>x", 50'000), repeat("&", 1'000'000), repeat("<a b='", 200'000), repeat("<script>", 200'000),
             repeat("<div></x>", 60'000), repeat("<b></x>", 100'000), repeat("<ul><li></x>", 40'000), repeat("<rt>", 100'000),
             repeat("<p><b a=1><font color=red>", 60'000), repeat("<title>", 100'000), repeat("<li><a>", 100'000)}) {
        const auto page = Html::parse(bytes);
        EXPECT_TRUE(page || !page.error().message.empty());
    }
}

RC_GTEST_PROP(Html, AnyBytesAreAPage, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("<p>", "</p>", "<div class=\"", "\">", "<!--", "-->",
        "<script>", "</script>", "<table>", "<td>", "<b>", "</b>", "text ", "&#x0;", "&amp", "<title>", "</title>", "\x00", "<svg>", "'", "<a href=", "<template>"));
    std::string bytes;
    for (const std::string& piece : pieces) bytes += piece;
    const auto page = Html::parse(bytes);
    RC_ASSERT(page.has_value());
    RC_ASSERT(page->nodes()[0].end == page->nodes().size());
}

}  // namespace
}  // namespace firsthand::read
