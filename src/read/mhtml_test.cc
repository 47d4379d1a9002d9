#include "read/mhtml.h"

#include <gtest/gtest.h>

#include "read/formats.h"
#include "read/folder_test.h"

namespace firsthand::read {
namespace {

// As Chrome writes it, about an invented bridge.
const std::string kChrome =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quell.example/bridge\r\nSubject: =?utf-8?Q?Bridge=20closed?=\r\n"
    "Date: Tue, 3 Mar 2026 10:00:00 GMT\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
    "\tboundary=\"----MultipartBoundary--abc----\"\r\n\r\n\r\n"
    "------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://quell.example/bridge\r\n\r\n<html><p>The bridge =E2=80=94 clo=\r\nsed.</p></html>\r\n"
    "------MultipartBoundary--abc----\r\nContent-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\n\r\n<p>An advert in a frame.</p>\r\n"
    "------MultipartBoundary--abc----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhl\r\n"
    "------MultipartBoundary--abc------\r\n";

Page page_of(std::string bytes) {
    Item item = parse_mhtml(std::move(bytes));
    if (auto* page = std::get_if<Page>(&item)) return std::move(*page);
    Page none;
    none.notes = {std::get<Skipped>(item).reason};
    return none;
}

TEST(Mhtml, Recognised) {
    EXPECT_TRUE(is_mhtml(kChrome));
    EXPECT_TRUE(is_mhtml("From: <Saved by Windows Internet Explorer 8>\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n"));
    EXPECT_TRUE(is_mhtml("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html>"));
    EXPECT_FALSE(is_mhtml("Title: The bridge\nURL: https://quell.example/\n\nThe bridge is closed."));
    EXPECT_FALSE(is_mhtml("Content-Type: text/html\n\nAn article about heads of messages."));
    EXPECT_FALSE(is_mhtml("The mayor said: MIME-Version: 1.0\nContent-Type: text/html\n"));
    EXPECT_FALSE(is_mhtml("{\"a\": 1}\nMIME-Version: 1.0\nContent-Type: text/html\n"));
    EXPECT_FALSE(is_mhtml(""));
}

TEST(Mhtml, AsChromeSavesIt) {
    const Page page = page_of(kChrome);
    EXPECT_EQ(page.bytes, "<html><p>The bridge — closed.</p></html>\r\n");
    EXPECT_EQ(page.url, "https://quell.example/bridge");
    EXPECT_EQ(page.charset, "");
    EXPECT_TRUE(page.notes.empty());
}

TEST(Mhtml, ThroughTheReader) {
    const Folder folder;
    const ReadAll all = read_paths({folder.write("a.mhtml", kChrome)});
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].url, "https://quell.example/bridge");
    EXPECT_EQ(all.documents[0].path, folder / "a.mhtml");
    EXPECT_EQ(all.documents[0].text, "The bridge — closed.");
}

TEST(Mhtml, Shapes) {
    struct Case {
        std::string_view what, message, bytes, url, charset;
    };
    for (const Case& one : {
             Case{"one part only", "MIME-Version: 1.0\nContent-Type: text/html;\n\tcharset=\"windows-1252\"\nContent-Transfer-Encoding: base64\nContent-Location: http://quell.example/b\n\nPHA+\n",
                 "<p>", "http://quell.example/b", "windows-1252"},
             Case{"start names the second", "Content-Type: multipart/related; boundary=B; start=\"<two>\"\n\n--B\nContent-Type: text/html\nContent-ID: <one>\n\n1\n--B\nContent-Type: text/html\nContent-ID: two\n\n2\n--B--\n",
                 "2\n", "", ""},
             Case{"start names nothing", "Content-Type: multipart/related; boundary=B; start=\"<x>\"\n\n--B\nContent-Type: text/html\n\n1\n--B\nContent-Type: text/html\n\n2\n--B--\n", "1\n", "", ""},
             Case{"nested", "Content-Type: multipart/related; boundary=\"=_a\"\n\n--=_a\nContent-Type: multipart/alternative; boundary=\"=_b\"\n\n--=_b\nContent-Type: text/plain\n\nno\n--=_b\nContent-Type: text/html\n"
                            "Content-Location: cid:x\n\nyes\n--=_b--\n--=_a--\n", "yes\n", "", ""},
             Case{"8bit and binary", "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: application/xhtml+xml; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>\xC3\xA9\n--B--", "<p>\xC3\xA9\n", "",
                 "utf-8"},
             Case{"a wrong boundary", "Content-Type: multipart/related; boundary=NO\n\n--real\nContent-Type: text/html\n\n1\n--real--\n", "1\n", "", ""},
             Case{"no boundary", "Content-Type: multipart/related\n\npreamble\n--real  \nContent-Type: text/html\n\n1\n--real--\n", "1\n", "", ""},
             Case{"no type", "Content-Type: multipart/related; boundary=B\n\n--B\n\n<html>1\n--B--\n", "<html>1\n", "", ""},
             Case{"a longer boundary is another", "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n\n1\n--Bridge\n2\n--B--\n", "1\n--Bridge\n2\n", "", ""},
             Case{"a page without a head", "Content-Type: multipart/related; boundary=B\n\n--B\n<html>1\n--B\nContent-Type: image/png\n\nx\n--B--\n", "<html>1\n", "", ""},
             Case{"a head without an end", "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: image/png\n--B\nContent-Type: text/html\n\n1\n--B--\n", "1\n", "", ""},
         }) {
        ASSERT_TRUE(is_mhtml(one.message)) << one.what;
        const Page page = page_of(std::string(one.message));
        EXPECT_EQ(page.bytes, one.bytes) << one.what << (page.notes.empty() ? "" : page.notes[0]);
        EXPECT_EQ(page.url, one.url) << one.what;
        EXPECT_EQ(page.charset, one.charset) << one.what;
        EXPECT_TRUE(page.notes.empty()) << one.what;
    }
}

TEST(Mhtml, WhatIsCutShortSaysSo) {
    for (std::size_t size = 0; size <= kChrome.size(); ++size) {
        Item item = parse_mhtml(kChrome.substr(0, size));
        if (auto* skipped = std::get_if<Skipped>(&item)) {
            EXPECT_FALSE(skipped->reason.empty());
            continue;
        }
        const Page& page = std::get<Page>(item);
        const std::string_view whole = "<html><p>The bridge — closed.</p></html>\r\n";
        const bool all = page.bytes == whole || page.bytes + "\n" == whole;
        if (!all && !page.bytes.empty()) {
            EXPECT_EQ(page.notes, std::vector<std::string>{"truncated"}) << size << page.bytes;
        }
    }
    EXPECT_EQ(page_of("Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: image/png\n\nx\n--B--\n").notes[0], "no web page in this MHTML file: save it again");
}

TEST(Mhtml, HostileBytesAreReadInLinearTime) {
    const std::string head = "Content-Type: multipart/related; boundary=B; start=<x>\n\n";
    std::string parts = head, almost = head + "--B\nContent-Type: text/html\n\n", nested = head, lines = head + "--B\n";
    for (int i = 0; i < 1'000'000; ++i) {
        parts += "--B\n\nx\n";
        almost += "--BB\n";
        lines += "a:b\n";
    }
    std::string delimiters = head, heads = head;
    for (int i = 0; i < 8'000'000; ++i) delimiters += "--B\n";
    for (int i = 0; i < 1'000'000; ++i) heads += "--B\nContent-Type: text/html\n";
    EXPECT_EQ(page_of(delimiters).notes.at(0), "no web page in this MHTML file: save it again");
    EXPECT_EQ(page_of(heads).bytes, "");
    for (int i = 0; i < 100'000; ++i) nested += "--B\nContent-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n";
    EXPECT_EQ(page_of(parts).bytes, "");
    EXPECT_GT(page_of(almost).bytes.size(), 4'900'000U);
    EXPECT_EQ(page_of(nested).bytes, "");
    EXPECT_EQ(page_of(lines).bytes, "");
    EXPECT_EQ(page_of(head + "--B\nContent-Type: text/html; x=" + std::string(100U << 20U, 'x') + "\n\n1\n--B--\n").bytes, "");
    EXPECT_FALSE(is_mhtml(std::string(1U << 20U, 'x')));
}

}  // namespace
}  // namespace firsthand::read
