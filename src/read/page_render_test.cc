#include "read/page_render.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

// All blocks of a fragment: read_fragment is render and join of everything.
std::string show(std::string_view html) { return read_fragment(html).text; }

TEST(PageRender, BlanksAreAsABrowserShowsThem) {
    EXPECT_EQ(show("<p><b>A</b>BC <i> d </i>\n\n e</p>"), "ABC d e");
    EXPECT_EQ(show("<p>a&nbsp;&nbsp; b\t</p>"), "a b");
    EXPECT_EQ(show("<div>a<div>b</div>c</div>"), "a\n\nb\n\nc");
    EXPECT_EQ(show("a <br> b<br><br>c<br>"), "a\nb\n\nc");
    EXPECT_EQ(show("<pre>if a:\n    b\n\n</pre>"), "if a:\n    b");
    EXPECT_EQ(show("<p> </p><p>&nbsp;</p><p>a</p>"), "a");
}

TEST(PageRender, MarksOfQuotationsAndNotes) {
    EXPECT_EQ(show("<p>She said <q>so <b>it</b></q>, and <q>more</q></p>"), "She said \u201Cso it\u201D, and \u201Cmore\u201D");
    EXPECT_EQ(show("<p>The 10<sup>th</sup> ship<sup><a href='#fn1'>1</a></sup> of 5 m<sup>2</sup><sup>[2]</sup>.</p>"), "The 10th ship of 5 m2.");
}

TEST(PageRender, DatelinesAndLinks) {
    EXPECT_EQ(show("<p><cite>Osk (Quell News)</cite>A ferry</p>"), "Osk (Quell News) A ferry");
    EXPECT_EQ(show("<p><b>(QUELL)</b>The ferry<b>(s)</b>and boats</p>"), "(QUELL) The ferry(s)and boats");
    EXPECT_EQ(show("<p><b>(QUELL)</b>, the ferry</p>"), "(QUELL), the ferry");
    const PageText text = read_fragment("<p><a href='https://osk.example/a'>Osk </a><a href='https://osk.example/a'>ferry</a><a href='https://osk.example/b'>.</a></p>");
    ASSERT_EQ(text.links.size(), 1U);
    EXPECT_EQ(slice(text.text, text.links[0].span), "Osk ferry");
}

TEST(PageRender, ListsAndTablesAreLines) {
    EXPECT_EQ(show("<p>a</p><ul><li>b<li>c<ol><li>d</ol></ul><p>e</p>"), "a\n\nb\nc\nd\n\ne");
    EXPECT_EQ(show("<ul><li>a</ul><ul><li>b</ul>"), "a\n\nb");
    EXPECT_EQ(show("<table><tr><th>Ship<th>Year<tr><td>Osk<td>2011</table>"), "Ship | Year\nOsk | 2011");
    EXPECT_EQ(show("<dl><dt>Osk<dd>An island</dl>"), "Osk\nAn island");
}

}  // namespace
}  // namespace firsthand::read
