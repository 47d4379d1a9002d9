#include "read/url.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace firsthand::read {
namespace {

TEST(Url, Hosts) {
    EXPECT_EQ(find_host("https://www.Quell-Times.example/a/b?c=https://other.example"), "quell-times.example");
    EXPECT_EQ(find_host("http://m.quell.example:8080/x"), "quell.example");
    EXPECT_EQ(find_host("https://amp.www.quell.example"), "quell.example");
    EXPECT_EQ(find_host("https://user:secret@quell.example/"), "quell.example");
    EXPECT_EQ(find_host("//quell.example/x"), "quell.example");
    EXPECT_EQ(find_host("www.quell.example"), "quell.example");
    EXPECT_EQ(find_host("quell.example."), "quell.example");
    EXPECT_EQ(find_host("https://m.example/"), "m.example");
    EXPECT_EQ(find_host("not a host.example"), "");
    EXPECT_EQ(find_host("localhost"), "");
    EXPECT_EQ(find_host("http://[::1]/"), "");
    EXPECT_EQ(find_host(""), "");
    EXPECT_EQ(find_host("http://en.m.quell.example./x"), "en.quell.example");
    EXPECT_EQ(find_host("https://www.Qu\u00c4ll.example/x"), "xn--qull-moa.example");
    EXPECT_EQ(find_host("https://www.m.co.uk/x"), "m.co.uk");
    EXPECT_EQ(find_host("http://192.0.2.7:8000/x"), "192.0.2.7");
    EXPECT_EQ(find_host("https://quell.example?next=https://other.example/"), "quell.example");
    EXPECT_EQ(find_host("/home/quell/notes.txt"), "");
}

TEST(Url, RegistrableDomains) {
    EXPECT_EQ(registrable_domain("news.quell.example"), "quell.example");
    EXPECT_EQ(registrable_domain("Local.Quell.CO.UK."), "quell.co.uk");
    EXPECT_EQ(registrable_domain("www.quell.com.au"), "quell.com.au");
    EXPECT_EQ(registrable_domain("a.goatwatch.blogspot.com"), "goatwatch.blogspot.com");
    EXPECT_EQ(registrable_domain("goatwatch.wordpress.com"), "goatwatch.wordpress.com");
    EXPECT_EQ(registrable_domain("www.goatwatch.substack.com"), "goatwatch.substack.com");
    EXPECT_EQ(registrable_domain("www.substack.com"), "substack.com");
    EXPECT_EQ(registrable_domain("substack.com"), "substack.com");
    for (const char* none : {"co.uk", "com", "", "192.0.2.7", "[2001:db8::1]", "a..b", ".quell.example", "quell.example.7", "not a host"}) EXPECT_EQ(registrable_domain(none), "") << none;
}

TEST(Url, Outlets) {
    EXPECT_EQ(find_outlet("https://edition.cnn.com/x"), "CNN");
    EXPECT_EQ(find_outlet("http://cnn.com"), "CNN");
    EXPECT_EQ(find_outlet("https://abcnews.go.com/x"), "ABC News");
    EXPECT_EQ(find_outlet("https://local.quell.example/x"), "quell.example");
    EXPECT_EQ(find_outlet("https://goatwatch.wordpress.com/x"), "goatwatch.wordpress.com");
    EXPECT_EQ(find_outlet("https://www.gov.uk/x"), "www.gov.uk") << "gov.uk is a public suffix";
    EXPECT_EQ(find_outlet("http://192.0.2.7/x"), "192.0.2.7");
    EXPECT_EQ(find_outlet("quell"), "");
}

// Every row: one form, then addresses that are it.
TEST(Url, AddressesOfOneArticle) {
    const std::vector<std::vector<std::string>> rows = {
        {"https://quell.example/2021/goat-wins",
         "https://quell.example/2021/goat-wins", "http://www.quell.example/2021/goat-wins", "HTTPS://WWW.Quell.Example:443/2021/goat-wins/",
         "http://quell.example:80//2021///goat-wins#comments", "//quell.example/2021/goat-wins", " https://m.quell.example/2021/goat-wins\n",
         "https://mobile.quell.example/2021/goat-wins/index.html", "https://quell.example./2021/./goat-wins", "https://quell.example/2021/x/../goat-wins",
         "https://quell.example/2021/g%6Fat%2Dwins", "https://reader:secret@quell.example/2021/goat-wins", "https://quell.example/2021/x/%2e%2e/goat-wins",
         // tracking
         "https://quell.example/2021/goat-wins?utm_source=a&utm_medium=b&fbclid=c", "https://quell.example/2021/goat-wins/?CMP=share_btn_tw",
         "https://quell.example/2021/goat-wins?utm_source=a&amp;utm_campaign=b", "https://quell.example/2021/goat-wins?&&", "https://quell.example/2021/goat-wins?",
         "https://quell.example/2021/goat-wins?__twitter_impression=true&smid=tw-share&guce_referrer_sig=x&at_medium=custom7&ref=home",
         "https://quell.example/2021/goat-wins;jsessionid=00AB?sr_share=twitter&ocid=x&partner=rss&mod=top_news",
         // AMP
         "https://quell.example/2021/goat-wins/amp", "https://quell.example/2021/goat-wins/amp/", "https://amp.quell.example/2021/goat-wins",
         "https://quell.example/amp/2021/goat-wins", "https://quell.example/2021/amp/goat-wins", "https://quell.example/2021/goat-wins.amp",
         "https://quell.example/2021/goat-wins?amp=1", "https://quell.example/2021/goat-wins?amp", "https://quell.example/2021/goat-wins?outputType=amp",
         "https://quell-example.cdn.ampproject.org/c/s/quell.example/2021/goat-wins?amp_js_v=0.1&usqp=mq331", "https://cdn.ampproject.org/v/s/www.quell.example/2021/goat-wins/amp",
         "https://quell-example.cdn.ampproject.org/c/quell.example/2021/goat-wins", "https://www.google.com/amp/s/amp.quell.example/2021/goat-wins",
         "https://www.google.co.uk/amp/quell.example/2021/goat-wins%3famp=1",
         // archives and redirects
         "https://web.archive.org/web/20210830123456/https://www.quell.example/2021/goat-wins", "http://web.archive.org/web/2021id_/http://quell.example/2021/goat-wins?utm_source=x",
         "https://web.archive.org/web/20210830123456/https:/quell.example/2021/goat-wins", "https://web.archive.org/web/2021/quell.example/2021/goat-wins",
         "https://archive.ph/2021.08.30-120000/https://quell.example/2021/goat-wins", "https://archive.is/https://quell.example/2021/goat-wins",
         "https://web.archive.org/web/2021/https://www.google.com/amp/s/quell.example/2021/goat-wins",
         "https://www.google.com/url?sa=t&url=https%3A%2F%2Fquell.example%2F2021%2Fgoat-wins&ved=1", "https://l.facebook.com/l.php?u=https%3A%2F%2Fquell.example%2F2021%2Fgoat-wins%3Ffbclid%3Dx&h=AT"},
        {"https://quell.example/2021/goat.html", "https://quell.example/2021/goat.html", "https://quell.example/2021/goat.amp.html"},
        {"https://quell.example/story?id=7&page=2", "http://quell.example/story?page=2&id=7", "https://quell.example/story/?id=7&utm_term=x&page=2&id=7"},
        {"https://quell.example?p=31", "https://www.quell.example/?p=31", "http://quell.example/index.php?p=31&gclid=x"},
        {"https://quell.example", "http://www.quell.example", "http://quell.example/#top", "https://quell.example/index.html"},
        {"https://quell.example:8080/a", "http://quell.example:8080/a"},
        {"https://quell.example/caf%C3%A9%20au%20lait?q=a%20b", "https://quell.example/caf\u00e9 au lait?q=a+b", "https://quell.example/caf%c3%a9%20au%20lait?q=a%20b"},
        {"https://xn--qull-moa.example/a", "https://Qu\u00c4ll.example/a", "https://xn--qull-moa.example/a", "https://qu%C3%A4ll.example/a"},
        {"https://192.0.2.7/a", "http://192.0.2.7:80/a"},
        {"https://[2001:db8::1]/a", "http://[2001:DB8::1]/a"},
        {"https://goatwatch.wordpress.com/a", "https://goatwatch.wordpress.com/a/"},
        {"https://quell.example/100%25", "https://quell.example/100%25", "https://quell.example/100%"},
        {"https://archive.ph/AbCdE", "https://archive.ph/AbCdE"},
    };
    for (const auto& row : rows)
        for (std::size_t i = 1; i < row.size(); ++i) EXPECT_EQ(canonical_url(row[i]), row[0]) << row[i];
}

TEST(Url, AddressesOfDifferentArticles) {
    const std::vector<std::string> urls = {
        "https://quell.example/story?id=7", "https://quell.example/story?id=8", "https://quell.example/story?ref=7", "https://quell.example/story?cid=8", "https://quell.example/story",
        "https://quell.example/Story", "https://quell.example/story.html", "https://blog.quell.example/story", "https://quell.example:8080/story", "https://m.example/story",
        "https://amp.example/story", "https://quell.example/story?m=202108", "https://quell.example/story?v=x", "https://quell.example/story?article_id=x",
        "https://quell.example/ampere", "https://quell.example/url?q=https://other.example/", "https://google.quell.example/url?q=https://other.example/",
        "https://quell.example/a%2Fb", "https://quell.example/a/b", "https://quell.example/story?q=a%26b", "https://quell.example/story?b&q=a",
    };
    std::vector<std::string> forms;
    for (const std::string& url : urls) forms.push_back(canonical_url(url));
    std::sort(forms.begin(), forms.end());
    EXPECT_TRUE(std::adjacent_find(forms.begin(), forms.end()) == forms.end()) << *std::adjacent_find(forms.begin(), forms.end());
    EXPECT_NE(forms.front(), "");
}

TEST(Url, NoWebAddress) {
    for (const char* url : {"", "quell.example", "notes.txt", "mailto:editor@quell.example", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://quell.example/x",
                            "https://", "https:///", "http://a b.example/", "https://quell..example/", "https://quell.example:99999/", "http://[::1/", "https://quell.example/\x01", "see https://quell.example/x"})
        EXPECT_EQ(canonical_url(url), "") << url;
    EXPECT_EQ(canonical_url(std::string_view("https://quell.example/\0x", 24)), "");
    EXPECT_EQ(canonical_url("https://quell.example/" + std::string(9000, 'x')), "");
    std::string nested = "https://quell.example/x";
    for (int i = 0; i < 20; ++i) nested.insert(0, "https://web.archive.org/web/2021/");
    EXPECT_EQ(canonical_url(nested), "") << "nobody wraps twenty times";
}

// The second call changes nothing, whatever pieces an address is made of.
RC_GTEST_PROP(Url, CanonicalIsCanonical, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "https://", "http:/", "www.", "amp.", "m.", "quell.example", "web.archive.org", "/web/", "2021", "/", "//", "/amp", ".amp", ".html", "index.html", "?", "&", "=", "%", "%2", "%41", "%2F",
        "%25", "..", "/../", "#", "+", "google.com", "/url?q=", "/amp/s/", "cdn.ampproject.org/c/", "utm_source", "id", "ref", "\u00e9", "\xff", ";", ":80", "@", "[::1]", ";jsessionid=", "amp;"));
    std::string url = *rc::gen::element<std::string>("https://quell.example/", "http://www.google.com/", "https://", "");
    for (const std::string& piece : pieces) url += piece;
    const std::string once = canonical_url(url);
    RC_ASSERT(canonical_url(once) == once);
    RC_ASSERT(std::all_of(once.begin(), once.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '#'; }));
}

}  // namespace
}  // namespace firsthand::read
