#include "read/text.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

std::string furniture_of(const Document& document) {
    return document.furniture.empty() ? "" : std::string(slice(document.text, document.furniture[0]));
}

TEST(Text, FrontMatterStaysAndIsMarked) {
    const std::string text =
        "---\ntitle: \"A bridge\"\nurl: https://quell.example/1\ndate: 2021-08-31\noutlet: Quell Times\nauthors:\n  - Mara Quill\n  - Jon "
        "Dell\ntags: [a, b]\n---\n\nThe bridge is closed.\n";
    const Document d = parse_text(text);
    EXPECT_EQ(d.text, text);
    EXPECT_EQ(d.title, "A bridge");
    EXPECT_EQ(d.url, "https://quell.example/1");
    EXPECT_EQ(d.published.value, "2021-08-31");
    EXPECT_EQ(d.published.from, "date");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.author, "Mara Quill, Jon Dell");
    EXPECT_EQ(furniture_of(d), text.substr(0, text.find("\n\nThe") + 1));
}

TEST(Text, HeaderLines) {
    const std::string text =
        "Title: A bridge\r\nURL: https://quell.example/1\r\nDate: Aug 31, 2021\r\nOutlet: Quell Times\r\nBy: Mara Quill\r\n\r\nThe bridge is "
        "closed.\r\n";
    const Document d = parse_text(text);
    EXPECT_EQ(d.text, text);
    EXPECT_EQ(d.title, "A bridge");
    EXPECT_EQ(d.url, "https://quell.example/1");
    EXPECT_EQ(d.published.value, "2021-08-31");
    EXPECT_EQ(d.author, "Mara Quill");
    EXPECT_EQ(furniture_of(d), text.substr(0, text.find("\r\n\r\nThe") + 2));
    EXPECT_EQ(parse_text("\xEF\xBB\xBFTitle: A bridge\n\nWords.").title, "A bridge");
}

TEST(Text, NoFrontMatter) {
    for (const char* text : {"The bridge is closed.\n", "---\nThe bridge is closed.\n---\nMore.", "---\n\n---\nWords",
        "Source: nobody would say who it was.\n\nThe bridge is closed.",
                             "Title: only a header, without an end", "Title: A\nThe bridge is closed.\n\nMore.",
                             "Note: this is news\nTitle: x\n\nWords", "---\ntitle: never closed\n", "",
                             "Quell: the bridge is closed.\n\nMore.", "12:30 and still closed.\n\nMore."}) {
        const Document d = parse_text(text);
        EXPECT_TRUE(d.furniture.empty()) << text;
        EXPECT_EQ(d.title, "") << text;
        EXPECT_EQ(d.text, text);
    }
}

TEST(Text, SillyDatesAreNoted) {
    const Document d = parse_text("---\ntitle: T\ndate: someday\n---\nWords.");
    EXPECT_FALSE(d.published.known());
    EXPECT_EQ(d.notes, std::vector<std::string>{"date not understood: someday"});
}

TEST(Text, CrawlDatesAreNotPublication) {
    EXPECT_FALSE(parse_text("---\ntitle: T\ncrawled: 2021-08-31\ndate_download: 2021-08-31\n---\nWords.").published.known());
}

}  // namespace
}  // namespace firsthand::read
