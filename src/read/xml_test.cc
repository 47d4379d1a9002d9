#include "read/xml.h"

#include <gtest/gtest.h>

#include <chrono>

namespace firsthand::read {
namespace {

// Texts of the records, and the problems between them.
std::vector<std::string> texts_of(const std::string& xml) {
    std::vector<std::string> out;
    visit_records(xml, {"item", "entry"}, [&](const XmlRecord& record) { out.push_back(record.problem.empty() ? all_text(record.node) : record.problem); });
    return out;
}

using Strings = std::vector<std::string>;

TEST(Xml, Root) {
    const auto name = [](std::string_view head) { return std::string(find_xml_root(head).name); };
    EXPECT_EQ(name("<rss version='2.0'>"), "rss");
    EXPECT_EQ(name("\xEF\xBB\xBF \n<?xml version='1.0'?>\n<!-- a > b --><?pi x?><rdf:RDF xmlns:rdf='x'>"), "RDF");
    EXPECT_EQ(name("<!DOCTYPE rss [<!ENTITY lol \"lol\">]><rss>"), "rss");
    EXPECT_EQ(name("<!DOCTYPE rss PUBLIC \"x\" \"y\"><rss>"), "rss");
    EXPECT_EQ(name("Warning: gone in feed.php on line 3\n<?xml version='1.0'?><feed xmlns='x'>"), "feed");
    EXPECT_EQ(name("The bridge is closed <rss>"), "");
    EXPECT_EQ(name("<3 the bridge"), "");
    EXPECT_EQ(name("<!-- never closed <rss>"), "");
    EXPECT_EQ(name("<"), "");
    EXPECT_EQ(name(""), "");
    EXPECT_EQ(find_xml_root("<feed xmlns='y' a=\"1\">").attributes, " xmlns='y' a=\"1\"");
}

TEST(Xml, OtherKindsAreNamed) {
    EXPECT_EQ(name_other_xml("<?xml version=\"1.0\"?><newsItem guid=\"x\">"),
              "an XML file of another kind (root element <newsItem>): save its articles as web pages, text or JSON Lines");
    EXPECT_NE(name_other_xml("<svg xmlns=\"http://www.w3.org/2000/svg\">"), "");
    EXPECT_EQ(name_other_xml("<laughs> at the bridge"), "");
    EXPECT_EQ(name_other_xml("The bridge is closed."), "");
}

TEST(Xml, HiddenRoot) {
    const auto hidden = [](std::string_view head) { return find_xml_root(head).hidden; };
    EXPECT_TRUE(hidden("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol \"lol\"><!ENTITY more"));
    EXPECT_TRUE(hidden("<!DOCTYPE rss [<!ENTITY lol \"lol\">"));
    EXPECT_TRUE(hidden("<!DOCTYPE rss [<!ENTITY lol \"[1]\"><!ENTITY lol2 \"\">]><rss>")) << "what we do not understand is no text either";
    EXPECT_TRUE(hidden("<?xml version='1.0'?>\n<!-- never closed <rss>"));
    EXPECT_TRUE(hidden("<?xml version='1.0'"));
    EXPECT_TRUE(hidden("<?xml version='1.0'?>\n \n"));
    EXPECT_FALSE(hidden("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol \"lol\">]><rss>"));
    EXPECT_FALSE(hidden("<?xml version='1.0'?>The bridge is closed."));
    EXPECT_FALSE(hidden("<!-- never closed <rss>"));
    EXPECT_FALSE(hidden("<!note> The bridge is closed."));
    EXPECT_FALSE(hidden("The bridge is closed."));
    EXPECT_FALSE(hidden(""));
}

TEST(Xml, RecordsAndWhatIsBroken) {
    EXPECT_EQ(texts_of("<r><c><item>a</item></c><c><a:item>b<item>c</item></a:item></c></r><entry>d</entry>"), (Strings{"a", "bc", "d"}));
    EXPECT_EQ(texts_of("Warning: x\n<?xml version='1.0'?><r><item>a&nbsp;&#8217;<![CDATA[<b>&amp;]]></item></r>"), Strings{"a&nbsp;\u2019<b>&amp;"});
    EXPECT_EQ(texts_of("<r>\n<item>a</item>\n<item>x < y</item>\n<item>b</item><item>c<br></item><item>d</item></r>"),
              (Strings{"a", "broken XML at line 3: could not determine tag type", "b", "broken XML at line 4: start-end tags mismatch", "d"}));
    EXPECT_EQ(texts_of("<r><item>a</item><item>cut o"), (Strings{"a", "broken XML at line 1: start-end tags mismatch"}));
    EXPECT_EQ(texts_of("<r><item>a</item></r> junk & <"), Strings{"a"}) << "what is broken behind the records costs nothing";
    EXPECT_EQ(texts_of("<r < <item>a</item><item>b</item></r>"), (Strings{"a", "b"})) << "and before them";
    EXPECT_EQ(texts_of("<r><broken>"), Strings{"broken XML at line 1: start-end tags mismatch"});
    EXPECT_EQ(texts_of(""), Strings{"broken XML at line 1: no document element found"});
    EXPECT_EQ(texts_of("<r/>"), Strings{});
    EXPECT_EQ(texts_of("<r><item/><item/></r>"), (Strings{"", ""}));
}

TEST(Xml, NoEntityIsExpanded) {
    std::string laughs = "<!DOCTYPE r [<!ENTITY l0 \"lol\">";
    for (int i = 1; i < 10; ++i) {
        laughs += "<!ENTITY l" + std::to_string(i) + " \"";
        for (int j = 0; j < 10; ++j) laughs += "&l" + std::to_string(i - 1) + ";";
        laughs += "\">";
    }
    EXPECT_EQ(texts_of(laughs + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><r><item>&l9;&file;</item></r>"), Strings{"&l9;&file;"});
}

// Deep, broken at each record, or wide: all of it in linear time and without recursion.
TEST(Xml, HostileShapes) {
    const auto repeat = [](std::string_view part, std::size_t times) {
        std::string out;
        for (std::size_t i = 0; i < times; ++i) out += part;
        return out;
    };
    constexpr std::size_t kMany = 100'000;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(texts_of("<item>" + repeat("<a>", kMany) + "x" + repeat("</a>", kMany) + "</item>"), Strings{"x"});
    EXPECT_EQ(texts_of(repeat("<item>", kMany)).size(), kMany);
    EXPECT_EQ(texts_of(repeat("<item>", kMany) + repeat("</item>", kMany)).size(), 1U);
    EXPECT_EQ(texts_of("<r>" + repeat("<item>x < y</item>", kMany) + "</r>").size(), kMany);
    EXPECT_EQ(texts_of("<r>" + repeat("<c><item/></c><item/>", kMany) + "</r>").size(), 2 * kMany);
    EXPECT_EQ(texts_of(repeat("<", kMany)).size(), 1U);
    EXPECT_EQ(texts_of("<item>" + repeat("</", kMany)).size(), 1U);
    const Strings many = texts_of("<r>" + repeat("<item/>", 3 * kMany) + "</r>");
    EXPECT_EQ(many.size(), 2 * kMany + 1);
    EXPECT_EQ(many.back(), "more than 200000 records in one file: the rest is left out");
    EXPECT_EQ(texts_of(repeat("<item>", 3 * kMany)).size(), 2 * kMany + 1);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace firsthand::read
