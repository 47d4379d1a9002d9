#include "model/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <thread>

#include "model/network.h"
#include "model/tiny_test.h"

namespace firsthand::model {
namespace {

Encoder tiny(const std::string& file, Precision precision) {
    auto encoder = Encoder::load(tiny_path(file), precision);
    EXPECT_TRUE(encoder) << encoder.error().message;
    return std::move(*encoder);
}

Encoding encode(const Encoder& encoder, std::string_view text, ByteSpan title = {}) {
    Encoder::Scratch scratch(encoder);
    return encoder.encode({.text = text, .title = title}, scratch);
}

float largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
    EXPECT_EQ(a.size(), b.size());
    float most = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

std::vector<PieceSpan> spans_of(const std::vector<float>& values) {
    std::vector<PieceSpan> out;
    for (std::size_t i = 0; i < values.size(); i += 2) out.push_back({static_cast<std::uint32_t>(values[i]), static_cast<std::uint32_t>(values[i + 1])});
    return out;
}

std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += i % 7 == 0 ? "council " : i % 11 == 0 ? ". " : "port ";
    return out;
}

TEST(Encoder, ScoresAsPyTorchDoes) {
    const Expected expected;
    const std::string text = expected.text();
    const Encoder encoder = tiny("f32", Precision::f32);
    const Encoding encoding = encode(encoder, text, {0, static_cast<std::uint32_t>(expected.floats("title_bytes")[0])});
    const std::vector<float> spans = expected.floats("spans");
    ASSERT_EQ(encoding.pieces.size(), spans.size() / 2);
    for (std::size_t i = 0; i < encoding.pieces.size(); ++i)
        EXPECT_EQ(encoding.pieces[i], (ByteSpan{static_cast<std::uint32_t>(spans[2 * i]), static_cast<std::uint32_t>(spans[2 * i + 1])}));
    EXPECT_LT(largest_difference(encoding.tags, expected.floats("logits")), 1e-3F);
    EXPECT_LT(largest_difference(encoding.states, expected.floats("states")), 1e-3F);
    const auto queries = spans_of(expected.floats("queries")), keys = spans_of(expected.floats("keys"));
    std::vector<float> links;
    for (const Relation relation : {Relation::content_cue, Relation::cue_source, Relation::content_source})
        for (const float score : encoder.links(encoding, relation, queries, keys)) links.push_back(score);
    EXPECT_LT(largest_difference(links, expected.floats("links")), 1e-3F);
    const std::array<PieceSpan, 1> passage = {PieceSpan{90, 120}};
    const PassageVector vector = encoder.vector(encoding, passage);
    EXPECT_LT(largest_difference({vector.begin(), vector.end()}, expected.floats("vector")), 1e-4F);
}

TEST(Encoder, OtherPrecisionsStayNear) {
    const Expected expected;
    const std::vector<float> want = expected.floats("logits");
    for (const auto& [file, precision] : {std::pair("int8", Precision::f32), std::pair("int8", Precision::int8), std::pair("f32", Precision::int8), std::pair("f32", Precision::bf16)}) {
        auto encoder = Encoder::load(tiny_path(file), precision);
        if (!encoder && precision == Precision::bf16) {
            EXPECT_EQ(encoder.error().code, ErrorCode::usage);
            continue;
        }
        ASSERT_TRUE(encoder) << encoder.error().message;
        const Encoding encoding = encode(*encoder, expected.text(), {0, static_cast<std::uint32_t>(expected.floats("title_bytes")[0])});
        ASSERT_EQ(encoding.tags.size(), want.size());
        double error = 0, size = 0;
        for (std::size_t i = 0; i < want.size(); ++i) error += std::pow(encoding.tags[i] - want[i], 2), size += std::pow(want[i], 2);
        EXPECT_LT(std::sqrt(error / size), 0.05) << encoder->identity();
    }
}

TEST(Encoder, TextsOfEveryLength) {
    const Encoder encoder = tiny("int8", Precision::automatic);
    Encoder::Scratch scratch(encoder);
    for (const std::size_t count : {0, 1, 2, 13, 14, 15, 61, 62, 63, 254, 255, 10'000}) {
        const std::string text = words(count);
        const Encoding encoding = encoder.encode({.text = text}, scratch);
        EXPECT_EQ(encoding.pieces.size(), 0U + encode(encoder, text).pieces.size());
        EXPECT_EQ(encoding.tags.size(), encoding.pieces.size() * kTags);
        EXPECT_EQ(encoding.states.size(), encoding.pieces.size() * encoding.width);
        for (const float value : encoding.tags) ASSERT_TRUE(std::isfinite(value));
        EXPECT_EQ(encoding, encode(encoder, text)) << "what a worker read before changes what it reads now";
    }
}

TEST(Encoder, OfAnEndlessTextTheBeginIsRead) {
    const Encoder encoder = tiny("int8", Precision::automatic);
    const std::string text(kMostPieces + 100, '.');
    const Encoding encoding = encode(encoder, text);
    EXPECT_EQ(encoding.pieces.size(), kMostPieces);
    EXPECT_EQ(encoding.pieces.back(), (ByteSpan{kMostPieces - 1, kMostPieces}));
    EXPECT_EQ(encoding.tags.size(), kMostPieces * kTags);
}

TEST(Encoder, ThreadsShareItAndSayTheSame) {
    const Encoder encoder = tiny("int8", Precision::automatic);
    const Expected expected;
    const Encoding want = encode(encoder, expected.text());
    std::vector<Encoding> got(4);
    std::vector<std::thread> threads;
    for (Encoding& one : got) threads.emplace_back([&] { one = encode(encoder, expected.text()); });
    for (std::thread& thread : threads) thread.join();
    for (const Encoding& one : got) EXPECT_TRUE(one == want);
}

TEST(Encoder, IdentityTellsFilesAndPrecisionsApart) {
    EXPECT_NE(tiny("f32", Precision::f32).identity(), tiny("int8", Precision::f32).identity());
    EXPECT_NE(tiny("f32", Precision::f32).identity(), tiny("f32", Precision::int8).identity());
    EXPECT_EQ(tiny("f32", Precision::f32).identity(), tiny("f32", Precision::f32).identity());
    EXPECT_EQ(tiny("f32", Precision::f32).name(), "tiny");
}

TEST(Encoder, OneErrorNamesTheFile) {
    const auto folder = std::filesystem::temp_directory_path() / "firsthand-encoder-test";
    std::filesystem::create_directories(folder);
    const std::string path = folder / "model";
    const std::string good = read_file(tiny_path("int8"));
    for (const std::string& bytes : {std::string(), good.substr(0, 5000), good.substr(0, good.size() - 1), good + "x", std::string("<html></html>")}) {
        std::ofstream(path, std::ios::binary) << bytes;
        const auto encoder = Encoder::load(path, Precision::automatic);
        ASSERT_FALSE(encoder);
        EXPECT_EQ(encoder.error().message.rfind(path + ": ", 0), 0U) << encoder.error().message;
    }
    EXPECT_FALSE(Encoder::load(folder / "none", Precision::automatic));
    EXPECT_FALSE(Encoder::load(folder, Precision::automatic));
    std::filesystem::remove_all(folder);
}

// Many windows go through the layers together; each by itself must give the same.
TEST(Network, PackedWindowsAreAsOneByOne) {
    const std::string bytes = read_file(tiny_path("f32"));
    const auto weights = read_weights(bytes);
    ASSERT_TRUE(weights);
    std::vector<InputPiece> pieces(1000);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i] = {.id = static_cast<std::uint32_t>(i * 37 % weights->shape.vocabulary), .letter_case = static_cast<Case>(i % 5), .quote = static_cast<Quote>(i % 3), .gap = static_cast<Gap>(i / 3 % 3)};
    for (const Number number : {Number::f32, Number::int8}) {
        const Network network(*weights, number, find_processor());
        NetworkScratch scratch = network.make_scratch();
        const std::size_t width = weights->shape.width;
        std::vector<float> tags(pieces.size() * kTags), states(pieces.size() * width);
        network.run(pieces, scratch, tags.data(), states.data());
        Windows windows(pieces.size(), weights->shape.window, weights->shape.overlap);
        std::size_t kept = 0;
        for (Window window; windows.next(window);) {
            const std::size_t size = window.end - window.begin;
            std::vector<float> one_tags(size * kTags), one_states(size * width);
            network.run(std::span(pieces).subspan(window.begin, size), scratch, one_tags.data(), one_states.data());
            EXPECT_EQ(window.keep_begin, kept);
            kept = window.keep_end;
            for (std::size_t i = window.keep_begin * kTags; i < window.keep_end * kTags; ++i) ASSERT_NEAR(tags[i], one_tags[i - window.begin * kTags], 1e-4);
            for (std::size_t i = window.keep_begin * width; i < window.keep_end * width; ++i) ASSERT_NEAR(states[i], one_states[i - window.begin * width], 1e-4);
        }
        EXPECT_EQ(kept, pieces.size());
    }
}

}  // namespace
}  // namespace firsthand::model
