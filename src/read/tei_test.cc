#include "read/tei.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

// As trafilatura 2.3 writes it; the article is invented.
constexpr const char* kDoc = R"(<doc sitename="Quell Times" title="A bridge" author="Mara Quill; Jon Dell" date="2021-08-31" url="https://quell.example/1" hostname="quell.example">
  <main>
    <head rend="h1">A bridge</head>
    <p>The <hi rend="#i">bridge</hi> <ref target="https://quell.example/x">over  the
      Quell</ref> is closed.<lb/>So is the road.</p>
    <list rend="ul"><item>one;</item><item>two.</item></list>
    <graphic src="/a.png" alt="A bridge"/>
    <quote><p>It fell.</p>the ward <ref target="/rel">said</ref></quote>
    <table><row><cell>a</cell><cell>b</cell></row></table>
  </main>
  <comments><p>First!</p></comments>
</doc>)";

TEST(Tei, TrafilaturaXml) {
    const auto found = read_tei(kDoc);
    ASSERT_EQ(found.size(), 1U);
    const auto& document = std::get<Document>(found[0]);
    EXPECT_EQ(document.text, "A bridge\n\nThe bridge over the Quell is closed.\nSo is the road.\n\none;\n\ntwo.\n\nIt fell.\n\nthe ward said\n\na b");
    EXPECT_EQ(document.title, "A bridge");
    EXPECT_EQ(document.author, "Mara Quill; Jon Dell");
    EXPECT_EQ(document.outlet, "Quell Times");
    EXPECT_EQ(document.url, "https://quell.example/1");
    EXPECT_EQ(document.published.value, "2021-08-31");
    EXPECT_EQ(document.published.from, "doc: date");
    EXPECT_EQ(document.path, "");
    ASSERT_EQ(document.links.size(), 1U);
    EXPECT_EQ(slice(document.text, document.links[0].span), "over the Quell");
    EXPECT_EQ(document.links[0].url, "https://quell.example/x");
}

TEST(Tei, TrafilaturaTei) {
    const auto found = read_tei(R"(<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">A bridge</title><author>Other</author></titleStmt>
        <publicationStmt><p/></publicationStmt><notesStmt><note type="fingerprint">f</note></notesStmt><sourceDesc><bibl>A bridge, Quell Times, 2021-08-31</bibl>
        <biblFull><titleStmt><title type="main">A bridge</title><author>Mara Quill</author><author>Jon Dell</author></titleStmt><publicationStmt>
        <publisher>Quell Times (quell.example)</publisher><ptr type="URL" target="https://quell.example/1"/><date>2021-08-31</date></publicationStmt></biblFull></sourceDesc></fileDesc>
        <profileDesc><creation><date type="download">2026-03-18</date></creation></profileDesc></teiHeader>
        <text><body><div type="entry"><ab rend="h1" type="header">A bridge</ab><p>It is closed.</p></div><div type="comments"><p>First!</p></div></body></text></TEI>)");
    ASSERT_EQ(found.size(), 1U);
    const auto& document = std::get<Document>(found[0]);
    EXPECT_EQ(document.text, "A bridge\n\nIt is closed.");
    EXPECT_EQ(document.author, "Mara Quill; Jon Dell");
    EXPECT_EQ(document.outlet, "Quell Times");
    EXPECT_EQ(document.url, "https://quell.example/1");
    EXPECT_EQ(document.published.from, "TEI: date");
}

TEST(Tei, SeveralOneAfterAnother) {
    const auto found = read_tei(std::string(kDoc) + "\n<doc><main/></doc>\n" + kDoc + "<doc title='cut'><main><p>x");
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(std::get<Document>(found[0]).path, "#1");
    EXPECT_EQ(std::get<Skipped>(found[1]), (Skipped{"#2", "no text in it"}));
    EXPECT_EQ(std::get<Document>(found[2]).path, "#3");
    EXPECT_EQ(std::get<Skipped>(found[3]).path, "#4");
}

TEST(Tei, HostileShapes) {
    std::string deep, authors = "<TEI><teiHeader><fileDesc>";
    for (int i = 0; i < 100'000; ++i) deep += "<p><ref target='https://quell.example/'>x";
    for (int i = 0; i < 100'000; ++i) deep += "</ref></p>";
    for (int i = 0; i < 100'000; ++i) authors += "<author>";
    for (int i = 0; i < 100'000; ++i) authors += "</author>";
    EXPECT_EQ(read_tei("<doc><main>" + deep + "</main></doc>").size(), 1U);
    EXPECT_EQ(read_tei(authors + "</fileDesc></teiHeader></TEI>").size(), 1U);
}

}  // namespace
}  // namespace firsthand::read
