#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read/page.h"

namespace firsthand::read {
namespace {

PageText find(std::string_view html, std::string_view url = "https://quell.example/news/ferry") {
    const auto page = Html::parse(html);
    PageMetadata metadata;
    metadata.url = url;
    return page ? find_article(*page, metadata) : PageText{.text = page.error().message};
}

// Three paragraphs of an invented article, and what else a page may hold.
const std::string kOne = "The ferry to Osk island ran aground on Tuesday morning, the harbour office said, with forty people on board.";
const std::string kTwo = "Nobody was hurt, but the ship stayed on the bank until the evening tide lifted it, said harbour master Ines Torvald.";
const std::string kThree = "An inquiry will look at the depth charts, which had last been drawn, she added, before the great storm of last year.";
const std::string kArticle = kOne + "\n\n" + kTwo + "\n\n" + kThree;
const std::string kParagraphs = "<p>" + kOne + "</p><p>" + kTwo + "</p><p>" + kThree + "</p>";
const std::string kOther = "A quite different story, about a bakery in Lund, which sells bread, cakes, and since this spring also tea to its guests.";

struct Trap {
    std::string name, page, text;
};

class PageTraps : public testing::TestWithParam<Trap> {};

TEST_P(PageTraps, OnlyTheArticleIsRead) { EXPECT_EQ(find(GetParam().page).text, GetParam().text) << GetParam().name; }

std::string repeat(const std::string& words, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += words;
    return out;
}

INSTANTIATE_TEST_SUITE_P(Where, PageTraps, testing::Values(
    Trap{"plain", kParagraphs, kArticle},
    Trap{"menus and foot", "<nav><a href=/>Home</a> <a href=/b>News</a></nav><div class=story><h1>Ferry aground</h1>" + kParagraphs + "</div><footer><p>" + kOther + "</p></footer>", kArticle},
    Trap{"very short", "<h1>Ferry aground</h1><div class=body><p>The ferry to Osk ran aground on Tuesday. Nobody was hurt, the harbour office said.</p></div><ul><li><a href=/x>More</a></ul>",
        "The ferry to Osk ran aground on Tuesday. Nobody was hurt, the harbour office said."},
    Trap{"bare text and breaks", "<div id=menu><a href=/>Home</a></div><div>" + kOne + "<br><br>" + kTwo + "<br>\n<br />" + kThree + "</div>", kArticle},
    Trap{"divisions without paragraphs", "<div class=x><div>" + kOne + "</div><div>He waited.</div><div>" + kTwo + "</div></div>", kOne + "\n\nHe waited.\n\n" + kTwo},
    Trap{"layout of tables", "<table><tr><td width=100><a href=/>Home</a><br><a href=/n>News</a></td><td><font><b>Ferry</b><p>" + kOne + "<p>" + kTwo + "</font></td></tr></table>", kOne + "\n\n" + kTwo},
    Trap{"parts with adverts between", "<main><div class=part><p>" + kOne + "</p></div><div class=ad-slot><p>" + kOther + "</p></div><div class=part><p>" + kTwo +
        "</p></div><div class=ad-slot>Advertisement</div><div class=part><p>" + kThree + "</p></div></main>", kArticle},
    Trap{"the next articles below", "<div class=feed><article><h1>Ferry</h1>" + kParagraphs + "</article><article><h1>Bread</h1>" + repeat("<p>" + kOther + "</p>", 4) + "</article></div>", kArticle},
    Trap{"declared bodies of the next articles", "<div itemprop=articleBody>" + kParagraphs + "</div><div><h2>Bread</h2><div itemprop=articleBody>" + repeat("<p>" + kOther + "</p>", 4) + "</div></div>", kArticle},
    Trap{"a live blog", "<main><h1>Ferry: live</h1><article><h2>Aground</h2><p>" + kOne + "</p></article><article><h2>Lifted</h2><p>" + kTwo + "</p></article></main>",
        "Aground\n\n" + kOne + "\n\nLifted\n\n" + kTwo},
    Trap{"a wall of consent", "<div class=cookie-consent><h2>We value your privacy</h2>" + repeat("<p>We and our partners, all of them, store cookies on your device, as you can read here.</p>", 20) +
        "</div><div><p>" + kOne + "</p><p>" + kTwo + "</p></div>", kOne + "\n\n" + kTwo},
    Trap{"more comments than article", "<div class=post>" + kParagraphs + "</div><div id=comments>" + repeat("<div class=comment><p>" + kOther + "</p></div>", 30) + "</div>", kArticle},
    Trap{"teasers of other articles", "<article><h1>Ferry</h1><p>" + kOne + "</p></article>" + repeat("<article><h2><a href=/b>Bread</a></h2><p>" + kOther + "</p></article>", 8), kOne},
    Trap{"a lead outside", "<main><h1>Ferry</h1><div class=intro><p>" + kOne + "</p><p>" + kTwo + "</p><p>" + kThree + "</p></div><div class=text>" + repeat("<p>" + kTwo + "</p>", 10) + "</div></main>",
        kArticle + repeat("\n\n" + kTwo, 10)},
    Trap{"parts of unequal size", "<div><div class=part>" + repeat("<p>" + kTwo + "</p>", 10) + "</div><div class=box>Advert</div><div class=part><p>" + kOne + "</p></div></div>", kTwo + repeat("\n\n" + kTwo, 9) + "\n\n" + kOne},
    Trap{"named by a framework", "<div class=page>" + repeat("<div class='widget widget-text'><p>" + kOne + "</p><p>" + kTwo + "</p></div>", 5) + "</div>", kOne + "\n\n" + kTwo + repeat("\n\n" + kOne + "\n\n" + kTwo, 4)},
    Trap{"the foot of the page", "<div>" + kParagraphs + "<h3>More from Quell</h3><div><h4><a href=/b>Bread</a></h4><p>Bread is back, and so is tea, in all the bakeries of Lund.</p></div><div><p>" + kOther + "</p></div></div>", kArticle},
    Trap{"the whole page is a form", "<form id=aspnet><div>" + kParagraphs + "</div></form>", kArticle}));

INSTANTIATE_TEST_SUITE_P(LeftOut, PageTraps, testing::Values(
    Trap{"captions", "<p>" + kOne + "</p><figure><img src=a><figcaption>The ferry on the bank, seen from the shore, on Tuesday. Photo: Jo Falk</figcaption></figure><p>" + kTwo +
        "</p><div class=wp-caption><img src=b><p class=wp-caption-text>" + kOther + "</p></div><p>Photo: Jo Falk</p>", kOne + "\n\n" + kTwo},
    Trap{"a pull quote", "<p>" + kOne + "</p><blockquote class=pullquote><p>\u201CNobody was hurt, but the ship stayed on the bank until the evening tide.\u201D</p></blockquote><p>" + kTwo + "</p>", kOne + "\n\n" + kTwo},
    Trap{"a paragraph that leads to another article", "<p>" + kOne + "</p><p><strong><a href=/bread>Bakery in Lund sells tea to its guests</a></strong></p><p>" + kTwo +
        "</p><p>Also read: <a href=/tea>Tea is back in the bakeries of Lund</a></p>", kOne + "\n\n" + kTwo},
    Trap{"a list of other articles with its heading", kParagraphs + "<h3>You may also like</h3><ul><li><a href=/a>Bread in Lund</a><li><a href=/b>Tea in Lund</a></ul>", kArticle},
    Trap{"boxes inside the text", "<p>" + kOne + "</p><div class=newsletter-signup><p>Get our letter every morning, free of charge, with all that you need to know.</p></div><aside><p>" + kOther +
        "</p></aside><div class=share-bar><span>Share</span></div><p>" + kTwo + "</p><div class=author-bio><p>Jo Falk writes about ships, harbours, and the sea for this paper.</p></div>", kOne + "\n\n" + kTwo},
    Trap{"a byline and a date", "<div><h1>Ferry</h1><p class=byline>By Jo Falk</p><time>4 May 2021</time><div class=timestamp>10:15</div>" + kParagraphs + "</div>", kArticle},
    Trap{"a byline without a name", "<h1>Ferry</h1><div><p>By Jo Falk</p><p>4 May 2021, 10:15</p>" + kParagraphs + "</div>", kArticle},
    Trap{"teasers in a row", "<div class=x><p>" + kOne + "</p>" + repeat("<div class=y><h4><a href=/b>Bread</a></h4><p>" + kOther + "</p></div>", 2) + "<p>" + kTwo + "</p><p>" + kThree + "</p></div>", kArticle},
    Trap{"hidden elements", "<p>" + kOne + "</p><div style='display: none'><p>" + kOther + "</p></div><p hidden>" + kOther + "</p><p>" + kTwo + "</p><p>" + kThree + "</p>", kArticle},
    Trap{"a copyright foot", kParagraphs + "<p>\u00A9 2021 The Quell Times. All rights reserved.</p><p>___</p>", kArticle},
    Trap{"a card inside a line", "<p>The ferry, said <span class=a><a href=/t>Ines Torvald</a><span class=b><img src=t><a href=/t>Ines Torvald</a> <a href=/u>Storm of the year</a> <a href=/v>More</a></span></span>, "
        "ran aground on Tuesday morning.</p><p>" + kTwo + "</p>", "The ferry, said Ines Torvald, ran aground on Tuesday morning.\n\n" + kTwo}));

INSTANTIATE_TEST_SUITE_P(Tables, PageTraps, testing::Values(
    Trap{"cells that lead home, signs, names of columns", "<p>" + kOne + "</p><table><tr><th>Ship<th>%<th class=date>Year<tr><td><a href=/osk>OSK</a><td>-<td class=date>2011<tr><td><a href=/lund>LUND</a><td><div>85%</div><td>2012</table><p>" + kTwo + "</p>",
        kOne + "\n\nShip | % | Year\nOSK | - | 2011\nLUND | 85% | 2012\n\n" + kTwo},
    Trap{"empty cells leave their places", "<p>" + kOne + "</p><table><tr><td><td>Quell<td><tr><td>Osk<td><td>4<tr><td><td><td>5</table><p>" + kTwo + "</p>", kOne + "\n\n| Quell |\nOsk |  | 4\n| | 5\n\n" + kTwo},
    Trap{"a foot above the rows", "<p>" + kOne + "</p><table><thead><tr><th>Ship<th>Boats</thead><tfoot><tr><td>All<td>9</tfoot><tbody><tr><td>Osk<td>4</tbody><tbody><tr><td>Lund<td>5</tbody></table>", kOne + "\n\nShip | Boats\nOsk | 4\nLund | 5\nAll | 9"},
    Trap{"a menu in a table", "<p>" + kOne + "</p><table><tr><td><a href=/a>Bread</a><td><a href=/b>Tea</a><tr><td><a href=/c>Cake</a><td>1</table><p>" + kTwo + "</p>", kOne + "\n\n" + kTwo}));

const std::string kSummary = "Forty people were taken off the ferry to Osk island, which ran aground on Tuesday morning.";
const std::string kPointing = "This comes after a storm, which moved the bank by forty metres last year, harbour master Ines Torvald said.";

INSTANTIATE_TEST_SUITE_P(Lists, PageTraps, testing::Values(
    Trap{"an item that is a link among others", "<p>" + kOne + "</p><ul><li>Boats are lowered<li>Your <a href=/b>list will begin to grow</a><li>Print<li>Charts are drawn<li>Nobody is hurt</ul><p>" + kTwo + "</p>",
        kOne + "\n\nBoats are lowered\nYour list will begin to grow\nPrint\nCharts are drawn\nNobody is hurt\n\n" + kTwo},
    Trap{"a promoted list at the end", kParagraphs + "<hr><div class=h>More Great QUELL Stories</div><ul><li>Bread is <a href=https://quell.example/b>back in Lund</a><li>And how <a href=/t>tea came</a></ul>", kArticle},
    Trap{"a promoted list in the middle", "<p>" + kOne + "</p><h4>More:</h4><ul><li>Bread is <a href=/b>back in Lund</a></ul><p>" + kTwo + "</p><ul><li>See the <a href=/c>charts</a> of Osk</ul>", kOne + "\n\n" + kTwo + "\n\nSee the charts of Osk"},
    Trap{"scores above the text", "<h1>Ferry</h1><div><p>Quell 14 11 6 15 - 44</p>" + kParagraphs + "</div>", "Quell 14 11 6 15 - 44\n\n" + kArticle},
    Trap{"a division that heads", "<p>" + kOne + "</p><div class=x_subheadline>Our ruling</div><p>" + kTwo + "</p><div class=box>A box</div><p>" + kThree + "</p>", kOne + "\n\nOur ruling\n\n" + kTwo + "\n\n" + kThree},
    Trap{"a link on a picture that leads home", "<p>" + kOne + "</p><p><a href=https://shop.example/1>https://shop.example/1</a><a href=/pic><img src=a></a></p><p>" + kTwo + "</p>", kOne + "\n\nhttps://shop.example/1\n\n" + kTwo}));

INSTANTIATE_TEST_SUITE_P(Leads, PageTraps, testing::Values(
    Trap{"in a header", "<article><header><h1>Ferry</h1><h3>" + kSummary + "</h3></header><div><p>" + kPointing + "</p><p>" + kTwo + "</p></div></article>", kSummary + "\n\n" + kPointing + "\n\n" + kTwo},
    Trap{"in a summary", "<div><h1>Ferry</h1><div class=news-summary>" + kSummary + "</div><div><p>" + kPointing + "</p><p>" + kTwo + "</p></div></div>", kSummary + "\n\n" + kPointing + "\n\n" + kTwo},
    Trap{"of a text that needs none", "<article><header><h1>Ferry</h1><h3>" + kSummary + "</h3></header><div><p>" + kOne + "</p><p>" + kTwo + "</p></div></article>", kOne + "\n\n" + kTwo},
    Trap{"no caption", "<article><h1>Ferry</h1><figure><img src=a><p>" + kSummary + "</p></figure><header><p class=caption>" + kSummary + "</p></header><div><p>" + kPointing + "</p><p>" + kTwo + "</p></div></article>", kPointing + "\n\n" + kTwo}));

INSTANTIATE_TEST_SUITE_P(Quotes, PageTraps, testing::Values(
    Trap{"doubled, with its speaker", "<p>" + kOne + "</p><div><blockquote>An inquiry will look at the depth charts.</blockquote><div class=quote-attribution>Ines Torvald</div></div><p>\u201CAn inquiry will look at the depth charts.\u201D So said the harbour master, Ines Torvald.</p>",
        kOne + "\n\n\u201CAn inquiry will look at the depth charts.\u201D So said the harbour master, Ines Torvald."},
    Trap{"said once", "<p>" + kOne + "</p><blockquote><p>We saw the bank.</p><footer>Ines Torvald</footer></blockquote><div><blockquote>And the tide.</blockquote><div class=quote-attribution>Jo Falk</div></div><p>" + kTwo + "</p>",
        kOne + "\n\nWe saw the bank.\n\nInes Torvald\n\nAnd the tide.\n\nJo Falk\n\n" + kTwo},
    Trap{"an offer", "<p>" + kOne + "</p><p><a href=https://shop.example/a>Subscribe to the Quell for 4 crowns</a></p><p><a href=https://lund.example/a>Charts of Osk</a></p><p>[button link=\"/a\" type=\"big\"] Send us yours[/button]</p><p>" + kTwo + "</p>",
        kOne + "\n\nCharts of Osk\n\n" + kTwo}));

INSTANTIATE_TEST_SUITE_P(Kept, PageTraps, testing::Values(
    Trap{"quotations, lists, subheadings", "<p>" + kOne + "</p><h2>The inquiry</h2><blockquote><p>We saw the bank.</p></blockquote><ul><li>Depth charts <li><p>Tides</p></ul><p>" + kTwo + "</p>",
        kOne + "\n\nThe inquiry\n\nWe saw the bank.\n\nDepth charts\nTides\n\n" + kTwo},
    Trap{"a pull quote that doubles nothing", "<p>" + kOne + "</p><blockquote class=pullquote><p>\u201CWe had no charts of it at all.\u201D</p></blockquote><p>" + kTwo + "</p>",
        kOne + "\n\n\u201CWe had no charts of it at all.\u201D\n\n" + kTwo},
    Trap{"a table of data", "<p>" + kOne + "</p><table><tr><th>Ship<th>Year<tr><td>Osk<td>2011</table><p>" + kTwo + "</p>", kOne + "\n\nShip | Year\nOsk | 2011\n\n" + kTwo},
    Trap{"sources on other sites", kParagraphs + "<ul><li><a href=https://charts.example/osk>Charts of Osk</a></ul>", kArticle + "\n\nCharts of Osk"},
    Trap{"a heading only over what is left out", kParagraphs + "<h2>Storms</h2><h3>Of last year</h3><nav><a href=/s>Storms</a></nav>", kArticle},
    Trap{"words of a sentence, whatever they are called", "<p>The <a class=tag href=https://osk.example/>ferry</a> to <span class=author>Osk</span> ran aground, said the harbour office, on <em class=ad>Tuesday</em> morning.</p><p>" + kTwo + "</p>",
        "The ferry to Osk ran aground, said the harbour office, on Tuesday morning.\n\n" + kTwo},
    Trap{"an embedded post", "<p>" + kOne + "</p><div class=social-embed><blockquote class=twitter-tweet><p lang=en>All are safe.</p>&mdash; Osk Ferries (@oskferries) "
        "<a href=https://twitter.example/1>August 30, 2021</a></blockquote></div><p>" + kTwo + "</p>",
        kOne + "\n\n\u201CAll are safe.\u201D\n\u2014 Osk Ferries (@oskferries), August 30, 2021\n\n" + kTwo}));

TEST(PageText, LinksStandAtTheirWords) {
    const PageText article = find("<base href='https://quell.example/2021/'><p>As <a href=storm>the <b>Storm</b> </a>and <a href='//osk.example/x?a=1#b'>Osk</a> say, <a href='#top'>top</a> "
        "<a href='mailto:jo@quell.example'>mail</a> <a href='javascript:x()'>run</a>, and much more that makes this a paragraph.</p>");
    ASSERT_EQ(article.links.size(), 2U);
    EXPECT_EQ(slice(article.text, article.links[0].span), "the Storm");
    EXPECT_EQ(article.links[0].url, "https://quell.example/2021/storm");
    EXPECT_EQ(slice(article.text, article.links[1].span), "Osk");
    EXPECT_EQ(article.links[1].url, "https://osk.example/x?a=1#b");
}

TEST(PageText, OfAPageWithoutAnArticleThereIsNone) {
    EXPECT_EQ(find("").text, "");
    EXPECT_EQ(find("<nav><a href=/>Home</a></nav><script>x</script>").text, "");
}

TEST(PageText, BodyOfTheMetadataStandsInForAnEmptyPage) {
    const auto page = Html::parse("<div id=app></div><p>Loading the article, please wait.</p>");
    ASSERT_TRUE(page);
    PageMetadata metadata;
    metadata.body = kOne + "\n" + kTwo + "\n\n " + repeat(kThree + " ", 3);
    EXPECT_EQ(find_article(*page, metadata).text.substr(0, kOne.size() + kTwo.size() + 2), kOne + "\n\n" + kTwo);
}

TEST(PageText, FragmentsAreReadWhole) {
    const PageText text = read_fragment("<p>Short.</p><p>Shorter, <a href='https://osk.example/'>Osk</a>.</p><aside>An aside.</aside>");
    EXPECT_EQ(text.text, "Short.\n\nShorter, Osk.\n\nAn aside.");
    ASSERT_EQ(text.links.size(), 1U);
    EXPECT_EQ(slice(text.text, text.links[0].span), "Osk");
}

// Each asks some rule to look again and again at the same nodes. Quadratic time would show as minutes.
TEST(PageText, WorstCasesStayQuick) {
    for (const std::string& html : {repeat("<span><img><a href=x>", 20'000), repeat("<div><h3>", 20'000) + "x", repeat("<sup>", 20'000) + "x", repeat("<article><h2><a href=/x>x</a></h2>", 20'000),
             repeat("<div class=related>", 400) + repeat("<p>x", 50'000), repeat("<ul><li><a href=/x>x</a>", 20'000), repeat("<blockquote class=twitter-tweet>x", 20'000), repeat("<h2>", 50'000) + "x",
             repeat("<td>x", 50'000), repeat("<q>x", 50'000), repeat("<a href=x>x</a>", 50'000), repeat("x<br><br>", 50'000), repeat("<div itemprop=articleBody>" + kOne, 20'000), repeat("<div><h1>x</h1>" + kOne, 10'000)})
        EXPECT_LE(find(html).text.size(), 2 * html.size() + 100);
}

// Bare pages of any shape: spans lie in the text, no paragraph is empty, twice is the same.
RC_GTEST_PROP(PageText, HoldsItsLinksAndNoEmptyParagraph, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("<p>", "</p>", "<div class=related>", "<div>", "</div>", "<a href=/x>", "</a>", "<br>", "<q>", "</q>",
        "<sup>", "</sup>", "<li>", "<ul>", "<td>", "<tr>", "<table>", "</table>", "<h2>", "<blockquote class=twitter-tweet>", "</blockquote>", "\u2014 A (@a) ", "<pre>", "</pre>", " ", "\u00A0", "\u200B",
        kOne, kTwo, "He waited. ", "<article>", "<h1>", "<span hidden>", "</span>", "___"));
    std::string bytes;
    for (const std::string& piece : pieces) bytes += piece;
    const PageText article = find(bytes), again = find(bytes);
    RC_ASSERT(article.text == again.text && article.links == again.links);
    RC_ASSERT(article.text.find("\n\n\n") == std::string::npos);
    RC_ASSERT(article.text.empty() || (article.text.front() != '\n' && article.text.back() != '\n' && article.text.front() != ' ' && article.text.back() != ' '));
    std::uint32_t end = 0;
    for (const Hyperlink& link : article.links) {
        RC_ASSERT(link.span.begin >= end && link.span.begin < link.span.end && link.span.end <= article.text.size());
        RC_ASSERT(link.url == "https://quell.example/x");
        end = link.span.end;
    }
}

}  // namespace
}  // namespace firsthand::read
