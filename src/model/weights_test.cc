#include "model/weights.h"

#include <gtest/gtest.h>

#include <array>

#include "model/tiny_test.h"

namespace firsthand::model {
namespace {

TEST(Weights, ReadsTheTinyEncoder) {
    for (const char* precision : {"f32", "int8"}) {
        const std::string bytes = read_file(tiny_path(precision));
        const auto weights = read_weights(bytes);
        ASSERT_TRUE(weights) << weights.error().message;
        EXPECT_EQ(weights->name, "tiny");
        EXPECT_EQ(weights->shape.layers, 2U);
        EXPECT_EQ(weights->shape.window, 62U);
        EXPECT_EQ(weights->first_piece, 101U);
        EXPECT_EQ(weights->last_piece, 102U);
        EXPECT_EQ(weights->layers.size(), 2U);
        EXPECT_EQ(weights->word.type, std::string_view(precision) == "f32" ? ElementType::f32 : ElementType::i8);
    }
}

// Each replacement keeps the header's length, so that only what it says is wrong.
TEST(Weights, SaysWhatIsWrong) {
    const std::string good = read_file(tiny_path("int8"));
    const std::vector<std::array<std::string, 3>> table = {
        {"firsthand.encoder/1", "firsthand.encoder/2", "version 2"},
        {"firsthand.encoder/1", "something.elses/v.1", "not an encoder"},
        {"\\\"layers\\\":2", "\\\"layers\\\":3", "layers.2"},
        {"\\\"layers\\\":2", "\\\"layers\\\":1", "does not know"},
        {"\\\"tags\\\":47", "\\\"tags\\\":48", "configuration"},
        {"outer cue", "outer cow", "configuration"},
        {"\\\"heads\\\":2", "\\\"heads\\\":3", "configuration"},
        {"\\\"heads\\\":2", "\\\"heads\\\":4", "configuration"},
        {"\\\"width\\\":32", "\\\"width\\\":48", "configuration"},
        {"\\\"inner\\\":64", "\\\"inner\\\":80", "wrong shape"},
        {"\\\"window\\\":62", "\\\"window\\\":63", "configuration"},
        {"\\\"overlap\\\":16", "\\\"overlap\\\":60", "configuration"},
        {"\"position.weight\"", "\"positiom.weight\"", "position.weight"},
        {"\"name\":\"tiny\"", "\"name\":\"../y\"", "name"},
    };
    for (const auto& [from, to, what] : table) {
        std::string bytes = good;
        const std::size_t at = bytes.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        bytes.replace(at, from.size(), to);
        const auto weights = read_weights(bytes);
        ASSERT_FALSE(weights) << to;
        EXPECT_NE(weights.error().message.find(what), std::string::npos) << to << ": " << weights.error().message;
    }
}

TEST(Weights, OneChangedByteIsNoticed) {
    const std::string good = read_file(tiny_path("int8"));
    const std::size_t data = good.size() - parse_safetensors(good)->data.size();
    for (std::size_t at = data; at < good.size(); at += 4999) {
        std::string bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 4);
        const auto weights = read_weights(bytes);
        ASSERT_FALSE(weights);
        EXPECT_NE(weights.error().message.find("damaged"), std::string::npos);
    }
}

}  // namespace
}  // namespace firsthand::model
