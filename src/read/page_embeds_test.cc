#include "read/page_embeds.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

std::string quote(const std::vector<std::string>& blocks) {
    std::vector<Passage> passages;
    for (const std::string& words : blocks) passages.push_back({.words = words});
    return quote_post(passages).words;
}

TEST(PageEmbeds, PostsHaveOneShape) {
    struct Row {
        std::vector<std::string> blocks;
        std::string text;
    };
    const std::vector<Row> rows = {
        {{"All are safe.", "\u2014 Osk Ferries (@oskferries) August 30, 2021"}, "\u201CAll are safe.\u201D\n\u2014 Osk Ferries (@oskferries), August 30, 2021"},
        {{"All are safe. \u2014 Osk Ferries (@oskferries) August 30, 2021"}, "\u201CAll are safe.\u201D\n\u2014 Osk Ferries (@oskferries), August 30, 2021"},
        {{"All are\nsafe.", "\u2014 Osk (@osk.quell.example) 2021-08-30T10:00 at 10:00"}, "\u201CAll are safe.\u201D\n\u2014 Osk (@osk.quell.example), 2021-08-30T10:00"},
        {{"View this post on Instagram", "The bank at noon", "A post shared by Ines Torvald (@torvald) on Nov 18, 2019 at 8:05am PST"}, "\u201CThe bank at noon\u201D\n\u2014 Ines Torvald (@torvald), Nov 18, 2019"},
        {{"The tide helps.", "Posted by Osk Harbour on Tuesday, June 4, 2019"}, "\u201CThe tide helps.\u201D\n\u2014 Osk Harbour, Tuesday, June 4, 2019"},
        {{"@torvald", "What a tide", "\u266C original sound"}, "\u201CWhat a tide\u201D\n\u2014 @torvald"},
        {{"Ferry aground\nby u/tide in r/osk"}, "\u201CFerry aground\u201D\n\u2014 u/tide in r/osk"},
        {{"\u201CSafe,\u201D they say.", "\u2014 Osk (@osk)"}, "\u201CSafe,\u201D they say.\n\u2014 Osk (@osk)"},
        {{"Only words"}, "\u201COnly words\u201D"},
        {{"\u2014 Osk (@osk) August 30, 2021"}, ""},
        {{}, ""},
    };
    for (const Row& row : rows) EXPECT_EQ(quote(row.blocks), row.text);
}

TEST(PageEmbeds, LinksKeepTheirPlaces) {
    const Passage quoted = quote_post({{.words = "Safe.https://t.example/1", .links = {{{5, 24}, "https://t.example/1"}}}, {.words = "\u2014 Osk (@osk) May 4, 2021", .links = {{{15, 26}, "https://t.example/2"}}}});
    EXPECT_EQ(quoted.words, "\u201CSafe. https://t.example/1\u201D\n\u2014 Osk (@osk), May 4, 2021");
    ASSERT_EQ(quoted.links.size(), 2U);
    EXPECT_EQ(slice(quoted.words, quoted.links[0].span), "https://t.example/1");
    EXPECT_EQ(slice(quoted.words, quoted.links[1].span), "May 4, 2021");
}

}  // namespace
}  // namespace firsthand::read
