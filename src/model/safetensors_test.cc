#include "model/safetensors.h"

#include <gtest/gtest.h>

#include "model/tiny_test.h"

namespace firsthand::model {
namespace {

std::string file_of(const std::string& header, const std::string& data) {
    std::string out;
    for (int i = 0; i < 8; ++i) out += static_cast<char>(header.size() >> (8 * i) & 255U);
    return out + header + data;
}

TEST(Safetensors, TensorsStandWhereTheHeaderSays) {
    const std::string bytes = file_of(R"({"__metadata__":{"format":"x"},"b":{"dtype":"U8","shape":[3],"data_offsets":[4,7]},"a":{"dtype":"I8","shape":[2,2],"data_offsets":[0,4]}})", "0123abc");
    const auto file = parse_safetensors(bytes);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->metadata.at("format"), "x");
    EXPECT_EQ(file->tensors.at("a").bytes, "0123");
    EXPECT_EQ(file->tensors.at("a").shape, (std::vector<std::size_t>{2, 2}));
    EXPECT_EQ(file->tensors.at("b").bytes, "abc");
    EXPECT_EQ(file->data, "0123abc");
}

TEST(Safetensors, RefusesWhatDoesNotFit) {
    const auto entry = [](const std::string& type, const std::string& shape, const std::string& offsets) {
        return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    };
    const std::vector<std::string> wrong = {
        "", "short", "PK\x03\x04 an archive of something else, long enough", file_of("{}", "x"), file_of("[]", ""), file_of("{", ""), file_of("{\"a\":1}", ""),
        std::string("\xff\xff\xff\xff\xff\xff\xff\xff{}", 10), std::string("\x20\0\0\0\0\0\0\0{}", 10), file_of("{\"__metadata__\":{\"a\":1}}", ""),
        file_of(entry("F64", "[1]", "[0,8]"), "12345678"), file_of(entry("F32", "[1]", "[0,8]"), "12345678"), file_of(entry("U8", "[-1]", "[0,1]"), "1"),
        file_of(entry("U8", "[4294967295,4294967295,4294967295,4294967295]", "[0,1]"), "1"), file_of(entry("U8", "[1,1,1,1,1]", "[0,1]"), "1"), file_of(entry("U8", "[1]", "[1,2]"), "12"),
        file_of(entry("U8", "[1]", "[1,0]"), "1"), file_of(entry("U8", "[2]", "[0,2]"), "1"), file_of(entry("U8", "[1]", "[0,1,1]"), "1"), file_of(entry("U8", "[1]", "[0,1]"), "12"),
        file_of(entry("U8", "[1.5]", "[0,1]"), "1"),
        file_of(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})", "123"),
        file_of(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", "12"),
    };
    for (const std::string& bytes : wrong) {
        const auto file = parse_safetensors(bytes);
        ASSERT_FALSE(file) << bytes;
        EXPECT_FALSE(file.error().message.empty());
    }
}

TEST(Safetensors, EveryCutIsNoticed) {
    const std::string bytes = read_file(tiny_path("int8"));
    ASSERT_TRUE(parse_safetensors(bytes));
    for (std::size_t size = 0; size < bytes.size(); size += size < 8000 ? 61 : 997) EXPECT_FALSE(parse_safetensors(std::string_view(bytes).substr(0, size))) << size;
}

}  // namespace
}  // namespace firsthand::model
