#include "base/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace firsthand::base {
namespace {

TEST(Base64, OfRfc4648) {
    const std::pair<std::string_view, std::string_view> kRows[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : kRows) {
        const std::vector<std::int8_t> bytes(plain.begin(), plain.end());
        EXPECT_EQ(encode_base64(bytes), coded);
        EXPECT_EQ(decode_base64(coded), bytes);
    }
    for (const std::string_view wrong : {"Z", "Zg=", "Zg==\n", " Zm9v", "Z!9v", "Zm9vZ"}) EXPECT_EQ(decode_base64(wrong), std::nullopt) << wrong;
}

RC_GTEST_PROP(Base64, ComesBack, (const std::vector<std::int8_t>& bytes)) { RC_ASSERT(decode_base64(encode_base64(bytes)) == bytes); }

}  // namespace
}  // namespace firsthand::base
