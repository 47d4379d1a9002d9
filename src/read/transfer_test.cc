#include "read/transfer.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

std::string brotli(std::string_view bytes) {
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = out.size();
    BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(size);
    return out;
}

// zlib around its deflate, or the bare one.
std::string deflated(std::string_view bytes, bool bare) {
    std::string out(compressBound(bytes.size()), '\0');
    uLongf size = out.size();
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 6);
    out.resize(size);
    return bare ? out.substr(2, out.size() - 6) : out;
}

constexpr std::string_view kPage = "<html><p>The bridge over the Quell is closed, said Orla Venn. The bridge over the Quell stays closed.</p></html>";

TEST(Chunks, Joined) {
    struct Case {
        std::string_view body, joined;
        bool cut;
    };
    for (const Case& one : {Case{"4\r\nWiki\r\n6\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\n\r\n", "Wikipedia in \r\n\r\nchunks.", false},
             Case{"3;name=\"x\"\r\nabc\r\n0;last\r\nTrailer: x\r\n\r\n", "abc", false}, Case{"3\nabc\n0\n\n", "abc", false}, Case{"000A \r\n0123456789\r\n0\r\n", "0123456789", false},
             Case{"0\r\n\r\n", "", false}, Case{"3\r\nabc\r\n", "abc", true}, Case{"FF\r\nabc", "abc", true}, Case{"3\r\nabc\r\nzz\r\nabc", "abc", true},
             Case{"3\r\nabc\r\n7FFFFFFFFFFFFFF\r\ndef", "abcdef", true}, Case{"3\r\nabc\r\n8000000000000000\r\ndef", "abc", true}, Case{"3\r\nabc\r\n-1\r\n", "abc", true}}) {
        bool cut = false;
        const auto joined = join_chunks(one.body, cut);
        ASSERT_TRUE(joined) << one.body;
        EXPECT_EQ(*joined, one.joined);
        EXPECT_EQ(cut, one.cut) << one.body;
    }
}

TEST(Chunks, DeclaredButNotThere) {
    for (const std::string_view body : {"", "<html><p>The bridge", "8000000000000000\r\nabc", "bridge\r\n", "3\r\nabcdef\r\n", "ab cd\r\nThe bridge", "5"}) {
        bool cut = false;
        EXPECT_FALSE(join_chunks(body, cut)) << body;
        EXPECT_FALSE(cut);
    }
    const std::string packed = gzip(kPage);
    bool cut = false;
    EXPECT_FALSE(join_chunks(packed, cut));
}

TEST(Content, Unpacked) {
    const std::string page(kPage);
    struct Case {
        std::string body, encodings;
    };
    for (const Case& one : {Case{page, ""}, Case{page, "identity"}, Case{gzip(page), "gzip"}, Case{gzip(page), "X-GZIP"}, Case{deflated(page, false), "deflate"},
             Case{deflated(page, true), "deflate"}, Case{brotli(page), "br"}, Case{zstd(page), "zstd"}, Case{gzip(brotli(page)), "br, gzip"}, Case{page, "gzip"}, Case{page, "br"},
             Case{page, "deflate"}, Case{page, "zstd"}, Case{gzip(page), "unheard-of, gzip"}}) {
        const Decoded found = decode_content(one.body, one.encodings, {});
        EXPECT_EQ(found.bytes, page) << one.encodings;
        EXPECT_EQ(found.problem, "") << one.encodings;
        EXPECT_FALSE(found.refused);
    }
}

TEST(Content, WhatIsCutKeepsItsBegin) {
    std::string page = "<html>";
    for (int i = 0; i < 20'000; ++i) page += std::to_string(i * 7919) + " words ";
    for (const auto& [packed, encoding] : {std::pair{gzip(page), "gzip"}, {brotli(page), "br"}, {deflated(page, true), "deflate"}, {deflated(page, false), "deflate"}, {zstd(page), "zstd"}}) {
        const Decoded found = decode_content(packed.substr(0, packed.size() * 2 / 3), encoding, {});
        EXPECT_TRUE(page.starts_with(found.bytes) && found.bytes.size() > page.size() / 8) << encoding << found.bytes.size();
        EXPECT_NE(found.problem, "") << encoding;
        EXPECT_FALSE(found.refused);
    }
}

TEST(Content, BombsAndGiantsAreRefused) {
    const std::string zeros(40U << 20U, 'a');
    for (const auto& [packed, encoding] : {std::pair{gzip(zeros), "gzip"}, {brotli(zeros), "br"}, {deflated(zeros, true), "deflate"}, {zstd(zeros), "zstd"}}) {
        const Decoded found = decode_content(packed, encoding, {});
        EXPECT_TRUE(found.refused) << encoding;
        EXPECT_TRUE(found.bytes.empty());
        EXPECT_NE(found.problem.find("bomb"), std::string::npos) << found.problem;
    }
    Limits wide;
    wide.unpack.ratio = 1'000'000;
    const Decoded giant = decode_content(gzip(zeros), "gzip", wide);
    EXPECT_TRUE(giant.refused);
    EXPECT_EQ(giant.problem, "longer than 32 MB: too large for one article");
    EXPECT_TRUE(decode_content(gzip(gzip(gzip("x"))), "gzip, gzip, gzip", {}).refused);
}

TEST(Transfer, QuotedPrintable) {
    struct Case {
        std::string_view body, decoded;
    };
    for (const Case& one : {Case{"a=3Db =C3=A9=\r\nf=\ng", "a=b éfg"}, Case{"=", ""}, Case{"a=", "a"}, Case{"=\r", "=\r"}, Case{"=4", "=4"}, Case{"=zz=3d", "=zz="}, Case{"", ""}, Case{"x\r\ny", "x\r\ny"}})
        EXPECT_EQ(decode_transfer(one.body, "Quoted-Printable"), one.decoded) << one.body;
}

TEST(Transfer, Base64) {
    struct Case {
        std::string_view body, decoded;
    };
    for (const Case& one : {Case{"VGhlIGJyaWRnZQ==", "The bridge"}, Case{"VGhl\r\nIGJy\r\naWRnZQ==\r\n", "The bridge"}, Case{"VGhl=IGJy", "The br"}, Case{"", ""}, Case{"V", ""}, Case{"!!!", ""}})
        EXPECT_EQ(decode_transfer(one.body, "base64"), one.decoded) << one.body;
    EXPECT_EQ(decode_transfer("as it is", "8bit"), "as it is");
}

}  // namespace
}  // namespace firsthand::read
