#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read/page.h"
#include "read/page_head.h"
#include "read/page_outlet.h"
#include "read/page_title.h"

namespace firsthand::read {
namespace {

PageMetadata metadata(const std::string& html, std::string_view url = "https://www.quellgazette.example/news/bridge-closed") {
    const auto page = Html::parse(html);
    return page ? find_metadata(*page, url) : PageMetadata{};
}

std::string page(const std::string& head, const std::string& body) { return "<!doctype html><html lang=en-US><head>" + head + "</head><body>" + body + "</body></html>"; }

const std::string kText = "<p>The bridge over the Tarn was closed on 1 March 2020 after a long night of rain, the mayor said, and it will stay closed until "
                          "engineers have looked at its piers, which have stood in the river since the town was founded, and at its railings.</p>";

TEST(PageMetadata, ReadsJsonLd) {
    const PageMetadata found = metadata(page(R"(<title>Bridge closed | Quell Gazette</title><script type="application/ld+json">{"@type":"OpinionNewsArticle",
        "headline":"Bridge closed","datePublished":"2024-03-05T22:00:00-05:00","dateModified":"2024-03-06T10:00:00Z","author":{"name":"Mara Holt"},
        "publisher":{"name":"Quell Gazette"},"articleBody":"One.\n\nTom &amp; Ann."}</script>)", "<h1>Bridge closed</h1>" + kText));
    EXPECT_EQ(found.title, "Bridge closed");
    EXPECT_EQ(found.author, "Mara Holt");
    EXPECT_EQ(found.outlet, "Quell Gazette");
    EXPECT_EQ(found.published.value, "2024-03-05T22:00:00-05:00");
    EXPECT_EQ(found.published.seconds, 1709694000);
    EXPECT_EQ(found.published.from, "JSON-LD datePublished");
    EXPECT_EQ(found.updated.value, "2024-03-06T10:00:00Z");
    EXPECT_EQ(found.genre, Genre::opinion);
    EXPECT_EQ(found.language, "en");
    EXPECT_EQ(found.body, "One.\n\nTom & Ann.");
    EXPECT_FALSE(found.partial);
}

TEST(PageMetadata, TakesTheArticleOfThisPage) {
    const std::string head = R"(<title>Bridge closed</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Mill burns","datePublished":"2024-01-01"},
        {"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2024-03-05"}]</script>)";
    EXPECT_EQ(metadata(page(head, "<h1>Bridge closed</h1>")).published.value, "2024-03-05");
    const std::string others = head.substr(head.find("<script"));
    EXPECT_FALSE(metadata(page("<title>Council meets on Monday</title>" + others, "<h1>Council meets on Monday</h1>")).published.known());
}

TEST(PageMetadata, DatesInTheirOrder) {
    const std::string ld = R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2024-03-01T12:00:00Z"}</script>)";
    const std::string meta = R"(<meta property="article:published_time" content="2024-03-02T12:00:00Z">)";
    const std::string item = R"(<meta itemprop="datePublished" content="2024-03-03T12:00:00Z">)";
    const std::string time = R"(<time datetime="2024-03-04T12:00:00Z">a while ago</time>)";
    const std::string shown = "<p class=byline>By Mara Holt, Published March 5, 2024</p>";
    const std::string h1 = "<h1>Bridge closed</h1>";
    const auto date = [](const PageMetadata& found) { return found.published.value.substr(0, 10) + " " + found.published.from; };
    EXPECT_EQ(date(metadata(page(ld + meta, item + h1 + time + kText))), "2024-03-01 JSON-LD datePublished");
    EXPECT_EQ(date(metadata(page(meta, item + h1 + time + kText))), "2024-03-02 article:published_time");
    EXPECT_EQ(date(metadata(page("", item + h1 + time + kText))), "2024-03-03 itemprop datePublished");
    EXPECT_EQ(date(metadata(page("", h1 + time + kText))), "2024-03-04 <time>");
    EXPECT_EQ(date(metadata(page("", h1 + shown + kText))), "2024-03-05 byline");
    EXPECT_EQ(date(metadata(page("", h1 + kText), "https://quell.example/2024/03/06/bridge")), "2024-03-06 URL path");
    EXPECT_EQ(date(metadata(page("", h1 + kText))), " ");
}

TEST(PageMetadata, TheDayIsThePagesOwn) {
    const auto dates = [](const std::string& iso, const std::string& line, std::string_view url = "") {
        return metadata(page("<meta property='article:published_time' content='" + iso + "'>", "<h1>Bridge closed</h1><p class=date>" + line + "</p>" + kText), url).published;
    };
    const Date clock = dates("2024-03-06T02:24:30Z", "March 5, 2024 at 9:24 pm ET");
    EXPECT_EQ(clock.value, "2024-03-05T21:24:30-05:00");       // the same moment, in the page's zone
    EXPECT_EQ(clock.seconds, 1709691870);
    EXPECT_EQ(dates("2024-03-06T02:24:30Z", "March 5, 2024").value, "2024-03-05");
    EXPECT_EQ(dates("2024-03-06T18:24:30Z", "March 5, 2024").value, "2024-03-06T18:24:30Z");   // no zone is so far away
    EXPECT_EQ(dates("2024-03-06T02:24:30Z", "Updated March 5, 2024").value, "2024-03-06T02:24:30Z");
    EXPECT_EQ(dates("2024-03-06T02:24:30Z", "", "https://quell.example/2024/03/05/bridge").value, "2024-03-05");
    EXPECT_EQ(dates("2024-03-06T02:24:30Z", "", "https://quell.example/2023/03/05/bridge").value, "2024-03-06T02:24:30Z");
}

TEST(PageMetadata, AChangeIsNoPublication) {
    const PageMetadata found = metadata(page("<meta property='article:modified_time' content='2024-03-06T12:00:00Z'>", "<h1>Bridge closed</h1><p>Updated March 6, 2024</p>" + kText));
    EXPECT_FALSE(found.published.known());
    EXPECT_EQ(found.updated.value, "2024-03-06T12:00:00Z");
}

TEST(PageMetadata, TitlesAreWhatTheReaderSees) {
    const auto title = [](const std::string& head, const std::string& body) { return metadata(page(head, body)).title; };
    EXPECT_EQ(title("<title>Bridge closed - Local News - The Quell Gazette</title><meta property=og:title content='Bridge is closed, you will not believe why'>",
                  "<h1 class=logo>Quell Gazette</h1><h1>Bridge is closed after rain</h1>" + kText),
        "Bridge is closed after rain");
    EXPECT_EQ(title("<title>Bridge closed | Quell Gazette</title>", kText), "Bridge closed");
    EXPECT_EQ(title("<title>Quell Gazette: Bridge</title>", "<h1 class=headline>Two officers charged with leaving their posts</h1>"), "Two officers charged with leaving their posts");
    EXPECT_EQ(title("<title>Tom &amp; Ann</title>", ""), "Tom & Ann");
    EXPECT_EQ(title("", ""), "");
}

TEST(PageMetadata, AuthorsAreWhatTheReaderSees) {
    const auto author = [](const std::string& head, const std::string& body) { return metadata(page("<title>Bridge closed</title><meta property=og:site_name content='Quell Gazette'>" + head, "<h1>Bridge closed</h1>" + body + kText)).author; };
    EXPECT_EQ(author("<meta name=author content='Quell Gazette'>", "<p>By Mara Holt and Jon Reed</p>"), "Mara Holt, Jon Reed");
    EXPECT_EQ(author("<meta name=author content='Quell Gazette'>", ""), "");
    EXPECT_EQ(author("", "<p>By Quell Gazette</p>"), "Quell Gazette");
    EXPECT_EQ(author("<meta property=article:author content='https://social.example/mara'><meta name=byl content='By Mara Holt'>", ""), "Mara Holt");
    EXPECT_EQ(author("<meta name=author content='MARA HOLT'>", "<div class=byline>Mara Holt</div>"), "Mara Holt");
    EXPECT_EQ(author("", "<div class=author>Mara Holt</div><div>Associated Press</div>"), "Mara Holt, Associated Press");
    EXPECT_EQ(author("", "<span>By</span><div><a href=/r>Reuters</a></div>"), "Reuters");
    EXPECT_EQ(author("", "<div itemprop=author itemscope itemtype=http://schema.org/Person>By <b itemprop=name>Mara Holt</b></div>"), "Mara Holt");
    EXPECT_EQ(author("", "<figure>By Jon Reed</figure><div class=comment>By Ann Lee</div>"), "");
    EXPECT_EQ(author("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closed\",\"publisher\":{\"name\":\"Associated Press\"}}</script>", ""), "Associated Press");
}

TEST(PageMetadata, OutletsAgreeWithTheHost) {
    const auto outlet = [](const std::string& head, std::string_view url) { return metadata(page(head, "<h1>Bridge closed</h1>" + kText), url).outlet; };
    EXPECT_EQ(outlet("<title>Bridge closed - Quell Gazette</title><meta property=og:site_name content='Local'>", "https://quellgazette.example/a/b"), "Quell Gazette");
    EXPECT_EQ(outlet("<meta property=og:site_name content='Quell Gazette | News, sport and weather'>", "https://quellgazette.example/a/b"), "Quell Gazette");
    EXPECT_EQ(outlet("<meta property=og:site_name content=quellgazette>", "https://quellgazette.example/a/b"), "");       // no more than the host
    EXPECT_EQ(outlet("<meta property=og:site_name content='All the news for you'>", "https://quellgazette.example/a/b"), "");
    EXPECT_EQ(outlet("<title>Quell Gazette: Bridge closed</title>", ""), "Quell Gazette");
    EXPECT_EQ(agree_with_host("The New Quell Times", "nqtimes.example"), 2);
    EXPECT_EQ(agree_with_host("Quell Gazette", "news.quell-gazette.co.uk"), 3);
    EXPECT_EQ(agree_with_host("Tarn Herald", "quellgazette.example"), 0);
    EXPECT_EQ(agree_with_host("", ""), 0);
}

TEST(PageMetadata, AddressesAreTheArticles) {
    const auto url = [](const std::string& head, std::string_view given) { return metadata(page(head, "<h1>x</h1>"), given).url; };
    const std::string canonical = "<link rel=canonical href='https://quell.example/a/bridge'>";
    EXPECT_EQ(url(canonical, ""), "https://quell.example/a/bridge");
    EXPECT_EQ(url(canonical, "https://m.quell.example/a/bridge?from=feed"), "https://quell.example/a/bridge");
    EXPECT_EQ(url(canonical, "https://portal.example/q/1"), "https://portal.example/q/1");
    EXPECT_EQ(url("<link rel=canonical href=/a/bridge>", "https://quell.example/x"), "https://quell.example/a/bridge");
    EXPECT_EQ(url("<link rel=canonical href=https://quell.example/>", "https://quell.example/x"), "https://quell.example/x");
    EXPECT_EQ(url("<link rel=canonical href=javascript:x>", ""), "");
    EXPECT_EQ(metadata("<!-- saved from url=(0030)https://quell.example/a/bridge -->" + page("", "<h1>x</h1>"), "").url, "https://quell.example/a/bridge");
    const PageMetadata single = metadata("<!--\n Page saved with SingleFile \n url: https://quell.example/a/bridge \n saved date: Tue Mar 05 2024 10:00:00 GMT+0100\n-->" + page("", "<h1>x</h1>"), "");
    EXPECT_EQ(single.url, "https://quell.example/a/bridge");
    EXPECT_FALSE(single.published.known());
}

TEST(PageMetadata, GenresComeFromMetadata) {
    const auto genre = [](const std::string& head, std::string_view url = "https://quell.example/a/b") { return metadata(page(head, "<h1>x</h1>"), url).genre; };
    EXPECT_EQ(genre("<meta property=article:section content='Press Releases'>"), Genre::release);
    EXPECT_EQ(genre("<meta property=article:opinion content=true>"), Genre::opinion);
    EXPECT_EQ(genre("", "https://quell.example/opinion/bridge"), Genre::opinion);
    EXPECT_EQ(genre("", "https://quell.example/a/opinion"), Genre::unknown);
    EXPECT_EQ(genre("<script type=application/ld+json>{\"@type\":\"LiveBlogPosting\",\"headline\":\"x\"}</script>"), Genre::live);
    EXPECT_EQ(genre("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>"), Genre::news);
    EXPECT_EQ(genre(""), Genre::unknown);
}

TEST(PageMetadata, PartialOnlyWhereTheTextIsCut) {
    const auto partial = [](const std::string& body) {
        return metadata(page("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"isAccessibleForFree\":false,"
                             "\"hasPart\":{\"isAccessibleForFree\":false,\"cssSelector\":\".paid\"}}</script>", "<h1>x</h1>" + body)).partial;
    };
    EXPECT_TRUE(partial("<div class=paid></div>" + kText));
    EXPECT_FALSE(partial("<div class='more paid'>" + kText + kText + "</div>"));
}

RC_GTEST_PROP(PageMetadata, AnyPageIsRead, ()) {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("<h1>", "</h1>", "<p class=byline>", "By ", "Mara Holt", ", ", "5 March 2024",
        "<div itemscope itemprop=author>", "<time datetime=2024-03-05>", "</div>", "<title>", "</title>", " - ", "Quell", "<meta name=author content='A B'>", "<figure class=caption>",
        "<script type=application/ld+json>", "{\"@type\":\"NewsArticle\",", "\"headline\":\"Quell\"", "}", "</script>", "\n", "<br>", "&amp;"));
    std::string html;
    for (const std::string& part : parts) html += part;
    const auto page = Html::parse(html);
    RC_ASSERT(page);
    const PageMetadata once = find_metadata(*page, "https://quell.example/a/b"), twice = find_metadata(*page, "https://quell.example/a/b");
    RC_ASSERT(once.title == twice.title && once.author == twice.author && once.published == twice.published);
    RC_ASSERT(once.title.find('\n') == std::string::npos && once.author.find(kSeam) == std::string::npos);
}

}  // namespace
}  // namespace firsthand::read
