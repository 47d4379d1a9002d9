#include "read/feed.h"

#include <gtest/gtest.h>

#include "read/feed_text.h"
#include "read/folder_test.h"

namespace firsthand::read {
namespace {

std::vector<Document> documents_of(const std::string& xml) {
    std::vector<Document> out;
    for (const XmlFound& one : read_feed(xml))
        if (const auto* document = std::get_if<Document>(&one)) out.push_back(*document);
    return out;
}

std::vector<Listed> records_of(const std::string& xml) {
    std::vector<Listed> out;
    for (const XmlFound& one : read_feed(xml))
        if (const auto* record = std::get_if<Listed>(&one)) out.push_back(*record);
    return out;
}

std::string rss(const std::string& items, const std::string& channel = "<title>The Quell Times - World news</title><link>https://www.quelltimes.example/world</link>") {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"c\"><channel>" + channel + items + "</channel></rss>";
}

std::string words(int count, const std::string& end) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "word ";
    return out + end;
}

TEST(Feed, FullItemsAreDocumentsAndTeasersAreRecords) {
    const std::string xml = rss(R"(<item><title><![CDATA[Caf&#233; & bridge]]></title><link>
          https://www.quelltimes.example/1?utm_source=rss&amp;a=1 </link>
        <guid isPermaLink="false">https://www.quelltimes.example/?p=1</guid><dc:creator><![CDATA[Mara Quill]]></dc:creator><dc:creator>Jon Dell</dc:creator>
        <pubDate>Tue, 31 Aug 2021 12:00:00 +0200</pubDate><description>A teaser [&amp;#8230;]</description>
        <content:encoded><![CDATA[<p>The bridge is <a href="https://quell.example/x">closed</a>.</p><p>So is the <a href="/rel">café</a>.</p>
        <p>The post <a href="https://www.quelltimes.example/1">Bridge</a> appeared first on <a href="https://www.quelltimes.example">The Quell Times</a>.</p>]]></content:encoded>
        <media:title>A picture</media:title></item>
        <item><title>Short</title><guid>https://www.quelltimes.example/2</guid><author>mara@quell.example (Mara Quill)</author>
        <dc:date>2021-09-01</dc:date><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item>)");
    const auto documents = documents_of(xml);
    ASSERT_EQ(documents.size(), 1U);
    const Document& full = documents[0];
    EXPECT_EQ(full.path, "#1");
    EXPECT_EQ(full.title, "Café & bridge");
    EXPECT_EQ(full.url, "https://www.quelltimes.example/1?utm_source=rss&a=1");
    EXPECT_EQ(full.author, "Mara Quill, Jon Dell");
    EXPECT_EQ(full.outlet, "The Quell Times");
    EXPECT_EQ(full.published.value, "2021-08-31T10:00:00Z");
    EXPECT_EQ(full.published.from, "feed: pubDate");
    EXPECT_EQ(full.text, "The bridge is closed.\n\nSo is the café.");
    EXPECT_TRUE(full.extracted);
    for (const Hyperlink& link : full.links) EXPECT_TRUE(link.url.starts_with("https://quell.example/")) << link.url;
    const auto records = records_of(xml);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].url, "https://www.quelltimes.example/2");
    EXPECT_EQ(records[0].title, "Short");
    EXPECT_EQ(records[0].author, "Mara Quill");
    EXPECT_EQ(records[0].outlet, "The Quell Times");
    EXPECT_EQ(records[0].published.value, "2021-09-01");
    EXPECT_EQ(records[0].published.from, "feed: dc:date");
}

TEST(Feed, Atom) {
    const std::string xml = R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quell.example/"><title>News</title><author><name>Desk</name></author>
        <link rel="self" href="https://quell.example/atom.xml"/>
        <entry><title type="html">A &amp;amp; B</title><link rel="enclosure" href="/a.mp3"/><link href="news/1.html"/><id>tag:1</id>
          <published>2021-08-31T12:00:00Z</published><updated>2021-09-01T12:00:00Z</updated><author><name>Mara Quill</name><email>m@quell.example</email></author>
          <summary>Short.</summary><content type="html">&lt;p&gt;The bridge.&lt;/p&gt;</content></entry>
        <entry><title>X</title><link rel="alternate" type="text/html" href="https://quell.example/2"/><updated>2021-09-02T12:00:00Z</updated>
          <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>One <x:b>two</x:b> <x:i>three</x:i> &lt; 4.</x:p></x:div></content></entry>
        <entry><title>P</title><id>https://quell.example/3</id><content>Plain words.

More words.</content></entry>
        <entry><title>T</title><link href="https://quell.example/4"/><content type="html" src="https://quell.example/4"/></entry></feed>)";
    const auto documents = documents_of(xml);
    ASSERT_EQ(documents.size(), 3U);
    EXPECT_EQ(documents[0].title, "A & B");
    EXPECT_EQ(documents[0].url, "https://quell.example/news/1.html");
    EXPECT_EQ(documents[0].author, "Mara Quill");
    EXPECT_EQ(documents[0].published.from, "feed: published");
    EXPECT_EQ(documents[0].updated.value, "2021-09-01T12:00:00Z");
    EXPECT_EQ(documents[0].outlet, "") << "\"News\" is not the name of quell.example";
    EXPECT_EQ(documents[1].text, "One two three < 4.");
    EXPECT_EQ(documents[1].published.from, "feed: updated");
    EXPECT_FALSE(documents[1].updated.known());
    EXPECT_EQ(documents[1].author, "Desk");
    EXPECT_EQ(documents[2].text, "Plain words.\n\nMore words.");
    EXPECT_EQ(documents[2].url, "https://quell.example/3");
    const auto records = records_of(xml);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].title, "T");
}

TEST(Feed, Rss1AndOldOnes) {
    const std::string items = R"(<item rdf:about="https://quell.example/1"><title>T</title><dc:date>2021-08-31T12:00+02:00</dc:date>
        <content:encoded>&lt;p&gt;Words.&lt;/p&gt;</content:encoded></item>)";
    const auto one = documents_of(R"(<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Quell</title><link>https://quell.example/</link>
        <items><rdf:Seq><rdf:li resource="https://quell.example/1"/></rdf:Seq></items></channel>)" + items + "</rdf:RDF>");
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].url, "https://quell.example/1");
    EXPECT_EQ(one[0].outlet, "Quell");
    EXPECT_EQ(one[0].published.value, "2021-08-31T10:00:00Z");
    const auto old = records_of("<rss version=\"0.91\"><channel><item><title>T</title><link>https://quell.example/1</link></item></channel></rss>");
    ASSERT_EQ(old.size(), 1U);
    EXPECT_EQ(old[0].title, "T");
}

TEST(Feed, WhichTextIsTheArticle) {
    const auto texts = [](const std::string& fields) {
        const auto found = documents_of(rss("<item>" + fields + "</item>"));
        return found.empty() ? std::string("a record") : found[0].text.substr(0, 9) + (found[0].notes.empty() ? "" : " " + found[0].notes[0]);
    };
    EXPECT_EQ(texts("<description>" + words(250, "end.") + "</description>"), "word word");
    EXPECT_EQ(texts("<description>" + words(150, "end.") + "</description>"), "a record") << "short";
    EXPECT_EQ(texts("<description>" + words(250, "and so [...]") + "</description>"), "a record");
    EXPECT_EQ(texts("<description>" + words(250, "on\u2026") + "</description>"), "a record");
    EXPECT_EQ(texts("<description>" + words(250, "end. Read more \u00BB") + "</description>"), "a record");
    EXPECT_EQ(texts("<description>&lt;p>" + words(250, "end.") + "&lt;/p>&lt;p>The post X appeared first on Y.&lt;/p></description>"), "a record");
    EXPECT_EQ(texts("<description>Short.</description><content:encoded>" + words(20, "end.") + "</content:encoded>"), "word word");
    EXPECT_EQ(texts("<content:encoded>" + words(20, "[...]") + "</content:encoded>"), "a record") << "a teaser in the place of a text";
    EXPECT_EQ(texts("<content:encoded>" + words(250, "[...]") + "</content:encoded>"), "word word truncated");
    EXPECT_EQ(texts("<description>" + words(20, "end.") + "</description><content:encoded>" + words(20, "end.") + "</content:encoded>"), "a record") << "twice the same";
    EXPECT_EQ(texts("<description>" + words(250, "end.") + "</description><content:encoded>" + words(250, "end.") + "</content:encoded>"), "word word");
    EXPECT_EQ(texts("<description>Short.</description><content:encoded>  </content:encoded>"), "a record");
}

TEST(Feed, Addresses) {
    const auto url = [](const std::string& fields, const std::string& channel = "<link>https://quell.example/world/</link>") {
        const auto found = records_of(rss("<item>" + fields + "</item>", channel));
        return found.empty() ? "nothing" : found[0].url;
    };
    EXPECT_EQ(url("<link>http://feeds.quell.example/~r/1</link><feedburner:origLink>https://quell.example/1</feedburner:origLink>"), "https://quell.example/1");
    EXPECT_EQ(url("<guid>https://quell.example/1</guid><link>https://quell.example/2</link>"), "https://quell.example/2");
    EXPECT_EQ(url("<guid>nd-1</guid>"), "");
    EXPECT_EQ(url("<link>/news/1</link>"), "https://quell.example/news/1");
    EXPECT_EQ(url("<link>1.html</link>"), "https://quell.example/world/1.html");
    EXPECT_EQ(url("<link>1.html</link>", ""), "");
    EXPECT_EQ(url("<link>mailto:mara@quell.example</link>"), "");
    EXPECT_EQ(url("<link>javascript:alert(1)</link>"), "");
    EXPECT_EQ(url("<atom:link href='https://quell.example/3' rel='alternate'/><media:link>x</media:link>"), "https://quell.example/3");
}

TEST(Feed, OutletsAreNamedWhereTheyAre) {
    const auto outlet = [](const std::string& title, const std::string& fields = "<link>https://www.quell-times.example/1</link>") {
        return records_of(rss("<item>" + fields + "</item>", "<title>" + title + "</title>")).at(0).outlet;
    };
    EXPECT_EQ(outlet("Quell Times"), "Quell Times");
    EXPECT_EQ(outlet("The Quell Times | Region"), "The Quell Times");
    EXPECT_EQ(outlet("Quell Times: all news"), "Quell Times");
    EXPECT_EQ(outlet("World news"), "");
    EXPECT_EQ(outlet("World news", "<title>T</title>"), "World news");
    EXPECT_EQ(outlet("Search results", "<link>https://news.example/1</link><source url='https://quell.example'>Quell Times</source>"), "Quell Times");
    EXPECT_EQ(outlet("Search results", "<link>https://news.example/1</link><dc:publisher>Quell Times</dc:publisher>"), "Quell Times");
    const auto two = records_of("<rss><channel><title>Quell</title><item><link>https://quell.example/1</link></item></channel>"
                                "<channel><title>Dell</title><item><link>https://dell.example/1</link></item></channel></rss>");
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0].outlet, "Quell");
    EXPECT_EQ(two[1].outlet, "Dell");
}

TEST(Feed, Authors) {
    const auto author = [](const std::string& fields) { return records_of(rss("<item>" + fields + "</item>")).at(0).author; };
    EXPECT_EQ(author("<author>mara@quell.example</author>"), "");
    EXPECT_EQ(author("<author>mara@quell.example (Mara Quill)</author>"), "Mara Quill");
    EXPECT_EQ(author("<author>Mara Quill &lt;mara@quell.example&gt;</author>"), "Mara Quill");
    EXPECT_EQ(author("<author>Mara Quill</author><dc:creator>Mara Quill</dc:creator>"), "Mara Quill");
    EXPECT_EQ(author("<itunes:author>Podcast</itunes:author>"), "");
}

TEST(Feed, WhatIsBrokenCostsOnlyItself) {
    const auto found = read_feed(rss("<item><title>a</title><link>https://quell.example/1</link></item>\n<item><title>x < y</title></item>"
                                     "<item><title>c</title><link>https://quell.example/3</link></item>"));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(std::get<Listed>(found[0]).title, "a");
    EXPECT_EQ(std::get<Skipped>(found[1]), (Skipped{"#2", "broken XML at line 2: could not determine tag type"}));
    EXPECT_EQ(std::get<Listed>(found[2]).title, "c");
    const auto undated = documents_of(rss("<item><pubDate>soon</pubDate><content:encoded>Words.</content:encoded></item>"));
    ASSERT_EQ(undated.size(), 1U);
    EXPECT_EQ(undated[0].notes, std::vector<std::string>{"date not understood: soon"});
    EXPECT_EQ(documents_of(rss("<item><content:encoded>a</content:encoded><xhtml>" + std::string(200'000, '<') + "</xhtml></item>")).size(), 0U);
}

TEST(Feed, HostileShapes) {
    std::string deep = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>", wide = "<rss><channel>", names = "<rss><channel><item>";
    for (int i = 0; i < 100'000; ++i) deep += "<b>";
    deep += "deep";
    for (int i = 0; i < 100'000; ++i) deep += "</b>";
    for (int i = 0; i < 50'000; ++i) wide += "<item/><channel><title>x</title><item/></channel>";
    for (int i = 0; i < 50'000; ++i) names += "<author><name>" + std::to_string(i) + "</name></author><title><title/></title>";
    EXPECT_EQ(read_feed(deep + "</content></entry></feed>").size(), 1U);
    EXPECT_EQ(read_feed(wide + "</channel></rss>").size(), 100'000U);
    const auto named = records_of(names + "</item></channel></rss>");
    ASSERT_EQ(named.size(), 1U);
    EXPECT_LT(named[0].author.size(), 1100U);
}

TEST(FeedText, TeasersByTheirEnd) {
    for (const char* text : {"So it goes [\u2026]", "So it goes [...]", "So it goes\u2026", "So it goes...", "Words. Read more", "Words. Read More \u2192", "Words. Continue reading...",
                             "Words. (Read more)", "Continue reading"})
        EXPECT_TRUE(ends_as_teaser(text)) << text;
    for (const char* text : {"So it goes.", "\u201CSo it goes.\u201D", "", "She has read more books than he.", "He said (on Monday)"}) EXPECT_FALSE(ends_as_teaser(text)) << text;
}

TEST(FeedText, PlainText) {
    EXPECT_EQ(join_plain("One\ntwo.\n\n\nThree."), "One two.\n\nThree.");
    EXPECT_EQ(join_plain("One.\nTwo.\r\n"), "One.\n\nTwo.");
    EXPECT_EQ(join_plain(" \n "), "");
    EXPECT_EQ(join_plain("\n"), "");
    EXPECT_EQ(read_line("A &lt;b&gt; <i>c</i>&nbsp;d"), "A <b> c d");
}

TEST(FeedReader, AFolderWithAFeed) {
    const Folder folder;
    folder.write("a.txt", "URL: https://quell.example/2\n\nThe bridge is closed.\n");
    folder.write("feed.xml", rss("<item><link>https://quell.example/1</link><content:encoded>The road is open.</content:encoded></item>"
                                 "<item><link>https://quell.example/2</link><title>Bridge</title><pubDate>2021-08-31</pubDate><dc:creator>Mara Quill</dc:creator></item>"
                                 "<item><link>https://quell.example/3</link></item>"));
    folder.write("z.rss.gz", gzip(rss("<item><link>https://www.quell.example/2?utm_source=rss</link></item>")));
    const ReadAll all = read_paths({folder.path()});
    ASSERT_EQ(all.documents.size(), 2U);
    EXPECT_EQ(all.documents[0].author, "Mara Quill");
    EXPECT_EQ(all.documents[0].published.from, "feed: pubDate");
    EXPECT_EQ(all.documents[0].title, "Bridge");
    EXPECT_EQ(all.documents[1].path, folder / "feed.xml#1");
    EXPECT_EQ(all.documents[1].id, "https://quell.example/1");
    EXPECT_EQ(all.skipped, (std::vector<Skipped>{{folder / "feed.xml",
        "2 entries hold no article text (1 joined article of this run by URL): save the pages they link to, then give those"}}));
}

TEST(FeedReader, FilesThatNobodyListsBeforeSayWhatTheyHold) {
    const Folder folder;
    folder.write("feed", rss("<item><link>https://quell.example/1</link></item>"));
    folder.write("huge.xml", rss("<item><description>" + std::string(2U << 20U, 'x') + "</description></item>"));
    folder.write("none.xml", rss(""));
    folder.write("svg.xml", "<?xml version='1.0'?><svg></svg>");
    ReadOptions options;
    options.paths = {folder.path()};
    options.document_bytes = 1U << 20U;
    EXPECT_EQ(read_all(options).skipped, (std::vector<Skipped>{
        {folder / "feed", "1 entry holds no article text: save the pages they link to, then give those"},
        {folder / "huge.xml", "an XML file of more than 1 MB: too large to read at once; cut it into several"},
        {folder / "none.xml", "empty: no articles in it"},
        {folder / "svg.xml", "an XML file of another kind (root element <svg>): save its articles as web pages, text or JSON Lines"}}));
}

}  // namespace
}  // namespace firsthand::read
