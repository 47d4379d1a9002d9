#include "read/head_fields.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

TEST(HeadFields, WhereTheBodyBegins) {
    EXPECT_EQ(find_body("A: b\r\n\r\nbody"), 8U);
    EXPECT_EQ(find_body("A: b\n\nbody"), 6U);
    EXPECT_EQ(find_body("A: b\r\n\nbody"), 7U);
    EXPECT_EQ(find_body("\r\nbody"), 2U);
    EXPECT_EQ(find_body("A: b\r\nbody"), std::string_view::npos);
    EXPECT_EQ(find_body("A: b\r\n\r"), std::string_view::npos);
    EXPECT_EQ(find_body(""), std::string_view::npos);
}

TEST(HeadFields, NamesAndValues) {
    const HeadFields fields = HeadFields::parse(
        "HTTP/2 200\r\nContent-TYPE : text/html\r\nX-Folded: one\r\n\ttwo\n  three\r\nno field\r\nEmpty:\r\nX-Folded: again\r\n\r\nBehind: the end\r\n");
    EXPECT_EQ(fields.find("content-type"), "text/html");
    EXPECT_EQ(fields.find("x-folded"), "one two three") << "the first of its name";
    EXPECT_EQ(fields.find("empty"), "");
    EXPECT_EQ(fields.find("behind"), "");
}

TEST(HeadFields, AMillionFieldsAreNotKept) {
    std::string head;
    for (int i = 0; i < 1'000'000; ++i) head += "a:b\n";
    EXPECT_EQ(HeadFields::parse(head + "last: x\n").find("last"), "");
    EXPECT_EQ(HeadFields::parse("first: x\n" + head).find("first"), "x");
}

TEST(HeadFields, ContentTypes) {
    struct Case {
        std::string_view value, type, charset, boundary, start;
    };
    for (const Case& one : {Case{"text/html", "text/html"}, Case{"Text/HTML;Charset=UTF-8", "text/html", "UTF-8"},
             Case{" text/html ; charset = \"windows-1252\" ", "text/html", "windows-1252"},
             Case{"text/html; x; charset=a; charset=b", "text/html", "a"},
             Case{"multipart/related; type=\"text/html\"; boundary=\"--a;\\\"b\"; start=\"<x@y>\"", "multipart/related", "", "--a;\"b", "<x@y>"},
             Case{"multipart/related; boundary=\"never closed", "multipart/related", "", "never closed"}, Case{"", ""}, Case{";;;=;\"", ""}}) {
        const ContentType found = parse_content_type(one.value);
        EXPECT_EQ(found.type, one.type) << one.value;
        EXPECT_EQ(found.charset, one.charset) << one.value;
        EXPECT_EQ(found.boundary, one.boundary) << one.value;
        EXPECT_EQ(found.start, one.start) << one.value;
    }
}

TEST(HeadFields, Addresses) {
    EXPECT_EQ(clean_address(" <https://quell.example/a> "), "https://quell.example/a");
    EXPECT_EQ(clean_address("HTTP://quell.example/a"), "HTTP://quell.example/a");
    for (const char* none : {"", "<>", "cid:x@y", "file:///home/a.html", "dns:quell.example", "metadata://gnu.org/x"}) EXPECT_EQ(clean_address(none), "");
}

}  // namespace
}  // namespace firsthand::read
