#include "read/bytes.h"

#include <gtest/gtest.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

struct Unpacked {
    std::string bytes, problem;
};

Unpacked unpack_all(std::string_view packed, UnpackLimits limits = {}, std::size_t step = 1U << 16U) {
    auto source = unpack(sniff_container(packed), std::make_unique<Window>(read_memory(packed, step)), limits);
    Unpacked out;
    char buffer[1000];
    while (const std::size_t got = source->read(buffer, sizeof buffer)) out.bytes.append(buffer, got);
    out.problem = source->problem();
    return out;
}

std::string make_text(std::size_t words) {
    std::string text;
    unsigned state = 1;
    for (std::size_t i = 0; i < words; ++i) {
        state = state * 1664525U + 1013904223U;
        text += "word" + std::to_string(state >> 12U) + " ";
    }
    return text;
}

TEST(Bytes, Sniffs) {
    EXPECT_EQ(sniff_container(gzip("x")), Container::gzip);
    EXPECT_EQ(sniff_container(zstd("x")), Container::zstd);
    EXPECT_EQ(sniff_container("The bridge"), Container::none);
    EXPECT_EQ(sniff_container(""), Container::none);
}

TEST(Bytes, UnpacksWhatWasPacked) {
    const std::string text = make_text(20'000);
    for (const std::string& packed : {gzip(text), zstd(text)})
        for (std::size_t step : {1U, 1000U, 65536U}) {
            const Unpacked got = unpack_all(packed, {}, step);
            EXPECT_EQ(got.bytes, text);
            EXPECT_EQ(got.problem, "");
        }
}

TEST(Bytes, SeveralMembersAndFrames) {
    EXPECT_EQ(unpack_all(gzip("one ") + gzip("two ") + gzip("") + gzip("three")).bytes, "one two three");
    EXPECT_EQ(unpack_all(zstd("one ") + zstd("two ") + zstd("three")).bytes, "one two three");
    const Unpacked padded = unpack_all(gzip("one") + std::string(5000, '\0'));
    EXPECT_EQ(padded.bytes, "one");
    EXPECT_EQ(padded.problem, "");
}

TEST(Bytes, NothingIsLostAtTheSeams) {
    const std::string text = make_text(300);
    const std::string packed = gzip(text) + gzip("") + gzip(text);
    for (const std::size_t step : {1U, 2U, 3U, 5U, 8U, 13U, 1000U})
        for (const std::size_t room : {1U, 7U, 64U, 5000U}) {
            for (const bool is_gzip : {true, false}) {
                const std::string bytes = is_gzip ? packed : zstd(text) + zstd(text);
                auto source = unpack(sniff_container(bytes), std::make_unique<Window>(read_memory(bytes, step)), {});
                std::string out, buffer(room, '\0');
                while (const std::size_t got = source->read(buffer.data(), room)) out.append(buffer, 0, got);
                EXPECT_EQ(out, text + text) << step << " " << room;
                EXPECT_EQ(source->problem(), "");
            }
        }
}

// A member with all that its head may hold (RFC 1952, 2.3).
std::string gzip_with_head(std::string_view bytes, std::size_t extra) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string field(extra, 'e'), name(extra / 2, 'n'), comment(extra / 3, 'c');
    gz_header head{};
    head.hcrc = 1;
    head.extra = reinterpret_cast<Bytef*>(field.data());
    head.extra_len = static_cast<uInt>(field.size());
    head.name = reinterpret_cast<Bytef*>(name.data());
    head.comment = reinterpret_cast<Bytef*>(comment.data());
    deflateSetHeader(&stream, &head);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

TEST(Bytes, HeadsOfMembersMayBeLongAndCut) {
    const std::string text = make_text(100);
    for (const std::size_t extra : {0U, 3U, 700U, 60'000U}) {
        const std::string packed = gzip_with_head(text, extra) + gzip_with_head("", extra) + gzip_with_head(text, extra);
        for (const std::size_t step : {1U, 5U, 100U, 4096U, 65536U}) {
            const Unpacked got = unpack_all(packed, {}, step);
            EXPECT_EQ(got.bytes, text + text) << extra << " " << step;
            EXPECT_EQ(got.problem, "");
        }
    }
    std::string broken = gzip_with_head(text, 10);
    broken[20] = static_cast<char>(broken[20] ^ 1);
    EXPECT_EQ(unpack_all(broken).problem, "the gzip data is damaged") << "the head has a sum of its own";
}

TEST(Bytes, DamageIsPassedOverWhereBytesBeginAnew) {
    const std::string text = make_text(2000);
    std::string packed = gzip("HEAD one " + text);
    const std::size_t first = packed.size();
    packed += gzip("HEAD two " + text) + gzip("FALSE " + text) + gzip("HEAD three");
    for (std::size_t i = first / 2; i < first / 2 + 20; ++i) packed[i] = static_cast<char>(packed[i] ^ 0x55);
    auto window = Window(unpack(Container::gzip, std::make_unique<Window>(read_memory(packed, 500)), {}));
    EXPECT_TRUE(window.peek(1U << 20U).starts_with("HEAD one "));
    EXPECT_NE(window.source().problem(), "");
    ASSERT_TRUE(window.resume("HEAD t"));
    EXPECT_EQ(window.source().problem(), "");
    EXPECT_TRUE(window.peek(1U << 20U).starts_with("HEAD t")) << window.view().substr(0, 20);
    EXPECT_FALSE(window.resume("HEAD")) << "nothing is damaged";
    auto broken = Window(unpack(Container::gzip, std::make_unique<Window>(read_memory(std::string_view(packed).substr(0, first), 500)), {}));
    while (broken.fill()) {}
    EXPECT_FALSE(broken.resume("HEAD"));
    EXPECT_NE(broken.source().problem(), "");
}

TEST(Bytes, WhatIsCutShortSaysSo) {
    const std::string text = make_text(20'000);
    for (const std::string& packed : {gzip(text), zstd(text)}) {
        const Unpacked got = unpack_all(std::string_view(packed).substr(0, packed.size() / 2));
        EXPECT_TRUE(text.starts_with(got.bytes));
        EXPECT_NE(got.problem.find("breaks off"), std::string::npos) << got.problem;
    }
}

TEST(Bytes, WhatIsDamagedSaysSo) {
    const std::string text = make_text(20'000);
    for (std::string packed : {gzip(text), zstd(text)}) {
        for (std::size_t i = packed.size() / 2; i < packed.size() / 2 + 40; ++i) packed[i] = static_cast<char>(packed[i] ^ 0x55);
        EXPECT_NE(unpack_all(packed).problem, "");
    }
    EXPECT_NE(unpack_all(gzip("one") + "garbage").problem, "");
}

TEST(Bytes, BombsStop) {
    const std::string zeros(8U << 20U, 'a');
    for (const std::string& packed : {gzip(zeros), zstd(zeros)}) {
        const Unpacked got = unpack_all(packed);
        EXPECT_NE(got.problem.find("bomb"), std::string::npos);
        EXPECT_LT(got.bytes.size(), 3U << 20U);
        const Unpacked allowed = unpack_all(packed, {1U << 20U, 1'000'000});
        EXPECT_EQ(allowed.bytes, zeros) << "the ratio is an option";
    }
    EXPECT_EQ(unpack_all(gzip(std::string(1U << 20U, 'a'))).problem, "") << "below a megabyte any ratio is fine";
}

TEST(Bytes, TheWindowKeepsWhatIsUnread) {
    const std::string text = make_text(100'000);
    Window window(read_memory(text, 777));
    std::string read;
    while (!window.peek(5000).empty()) {
        const std::size_t size = std::min<std::size_t>(window.view().size(), 4999);
        read += window.view().substr(0, size);
        window.drop(size);
    }
    EXPECT_EQ(read, text);
}

}  // namespace
}  // namespace firsthand::read
