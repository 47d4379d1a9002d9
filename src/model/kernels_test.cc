#include "model/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <random>
#include <vector>

namespace firsthand::model {
namespace {

class EveryLevel : public testing::TestWithParam<Level> {
  protected:
    void SetUp() override {
#if defined(__x86_64__)
        if (GetParam() == Level::v3 && !__builtin_cpu_supports("avx2")) GTEST_SKIP();
        if (GetParam() == Level::v4 && !(__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))) GTEST_SKIP();
#endif
    }
    const Kernels& passes() { return kernels(GetParam()); }
};

std::vector<float> noise(std::size_t size, float spread, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::normal_distribution<float> one(0, spread);
    std::vector<float> out(size);
    for (float& value : out) value = one(random);
    return out;
}

float of_bf16(std::uint16_t half) {
    const std::uint32_t bits = std::uint32_t{half} << 16U;
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

TEST_P(EveryLevel, GeluIsExact) {
    constexpr std::size_t kWidth = 4096;
    std::vector<float> in(kWidth), bias(kWidth, 0.25F), out(kWidth), row(kWidth);
    for (std::size_t i = 0; i < kWidth; ++i) in[i] = (static_cast<float>(i) - 2048) / 128;
    passes().gelu({.number = Number::f32, .sums = in.data(), .bias = bias.data()}, {1, kWidth}, row.data(), {.number = Number::f32, .values = out.data()});
    for (std::size_t i = 0; i < kWidth; ++i) {
        const double x = double{in[i]} + 0.25;
        EXPECT_NEAR(out[i], x / 2 * (1 + std::erf(x / std::sqrt(2.0))), 2e-6) << x;
    }
}

TEST_P(EveryLevel, SharesOfASoftmaxAddUpToOneAndLeaveThePaddingOut) {
    for (const std::size_t count : {1, 5, 16, 31, 47}) {
        const std::size_t width = (count + 15) / 16 * 16;
        std::vector<float> scores = noise(width * width, 20);
        std::vector<float> out(width * width, 7), inverse(width), other_inverse(width);
        std::vector<std::uint16_t> halves(width * width, 7);
        passes().softmax(scores.data(), {count, width}, 0.5F, Number::f32, out.data(), inverse.data());
        passes().softmax(scores.data(), {count, width}, 0.5F, Number::bf16, halves.data(), other_inverse.data());
        for (std::size_t row = 0; row < count; ++row) {
            const float* from = scores.data() + row * width;
            const double most = *std::max_element(from, from + count);
            double sum = 0;
            for (std::size_t i = 0; i < count; ++i) sum += std::exp((from[i] - most) / 2);
            for (std::size_t i = 0; i < width; ++i) {
                const double want = i < count ? std::exp((from[i] - most) / 2) / sum : 0;
                EXPECT_NEAR(double{out[row * width + i]} * inverse[row], want, 1e-6);
                EXPECT_NEAR(double{of_bf16(halves[row * width + i])} * other_inverse[row], want, want / 250 + 1e-9);
            }
        }
    }
}

TEST_P(EveryLevel, NormAndPackedFormsAgree) {
    constexpr std::size_t kWidth = 48, kRows = 3;
    const std::vector<float> weight = noise(kWidth, 1, 2), bias = noise(kWidth, 1, 3), sums = noise(kRows * kWidth, 2, 4), zeros(kWidth);
    const std::vector<float> begin = noise(kRows * kWidth, 2, 5);
    std::vector<float> x = begin, plain(x.size());
    passes().add_norm({.number = Number::f32, .sums = sums.data(), .bias = zeros.data()}, x.data(), {weight.data(), bias.data()}, {kRows, kWidth}, {.number = Number::f32, .values = plain.data()});
    for (std::size_t row = 0; row < kRows; ++row) {
        double mean = 0, square = 0;
        for (std::size_t i = row * kWidth; i < (row + 1) * kWidth; ++i) mean += (double{begin[i]} + sums[i]) / kWidth;
        for (std::size_t i = row * kWidth; i < (row + 1) * kWidth; ++i) square += std::pow(double{begin[i]} + sums[i] - mean, 2) / kWidth;
        for (std::size_t i = 0; i < kWidth; ++i)
            EXPECT_NEAR(x[row * kWidth + i], (double{begin[row * kWidth + i]} + sums[row * kWidth + i] - mean) / std::sqrt(square) * weight[i] + bias[i], 1e-5);
    }
    EXPECT_EQ(plain, x);
    std::vector<std::uint16_t> halves(x.size());
    passes().pack(x.data(), {kRows, kWidth}, {.number = Number::bf16, .values = halves.data()});
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(of_bf16(halves[i]), x[i], std::abs(x[i]) / 256);
    for (const float levels : {127.0F, 255.0F}) {
        std::vector<std::uint8_t> bytes(x.size());
        std::vector<RowScale> scales(kRows);
        passes().pack(x.data(), {kRows, kWidth}, {.number = Number::int8, .levels = levels, .values = bytes.data(), .scales = scales.data()});
        for (std::size_t i = 0; i < x.size(); ++i) {
            const RowScale& scale = scales[i / kWidth];
            EXPECT_LE(bytes[i], levels);
            EXPECT_NEAR(scale.step * bytes[i] + scale.least, x[i], scale.step * 0.501F);
        }
    }
}

TEST_P(EveryLevel, ARowOfOneValueKeepsIt) {
    const std::vector<float> same(16, -3.5F);
    std::vector<std::uint8_t> bytes(16, 9);
    RowScale scale;
    passes().pack(same.data(), {1, 16}, {.number = Number::int8, .values = bytes.data(), .scales = &scale});
    for (const std::uint8_t byte : bytes) EXPECT_EQ(scale.step * byte + scale.least, -3.5F);
}

TEST_P(EveryLevel, SumsOfBytesBecomeTheProduct) {
    // One row of two columns by hand: value = scale × step × sum + offset × least + bias.
    std::vector<std::int32_t> sums(16, 10);
    std::vector<float> scale(16, 0.5F), offset(16, 3), bias(16, 1), x(16), out(16), weight(16, 1), zero(16), row(16);
    const RowScale rows{.step = 0.25F, .least = -2};
    std::vector<std::uint8_t> bytes(16);
    RowScale packed;
    const Product product{.number = Number::int8, .sums = sums.data(), .rows = &rows, .scale = scale.data(), .offset = offset.data(), .bias = bias.data()};
    const HeadPlace place{.query = 0, .key = 0, .value = 0, .head = 16};
    std::vector<std::int32_t> three(48, 10);
    std::vector<float> wide_scale(48, 0.5F), wide_offset(48, 3), wide_bias(48, 1);
    passes().split_heads({.number = Number::int8, .sums = three.data(), .rows = &rows, .scale = wide_scale.data(), .offset = wide_offset.data(), .bias = wide_bias.data()}, {1, 48}, 16, &place, Number::f32, out.data());
    EXPECT_FLOAT_EQ(out[3], 0.5F * 0.25F * 10 - 2 * 3 + 1);
    passes().gelu(product, {1, 16}, row.data(), {.number = Number::int8, .values = bytes.data(), .scales = &packed});
    EXPECT_NEAR(packed.least, -3.75 / 2 * (1 + std::erf(-3.75 / std::sqrt(2.0))), 1e-6);
}

INSTANTIATE_TEST_SUITE_P(Levels, EveryLevel, testing::Values(Level::v2, Level::v3, Level::v4), [](const auto& level) { return std::string(kernels(level.param).name); });

}  // namespace
}  // namespace firsthand::model
