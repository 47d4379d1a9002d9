// The matrix products of the network, by oneDNN: rows × weights, and the two of attention. The only header that knows oneDNN.
//
// A linear layer is a 1×1 convolution over "pixels": the same sums, but oneDNN 2.6 has the fastest kernels for it on every level of
// the instruction set (docs/decisions/, the encoder). All primitives are made at load, for a few row counts.
#pragma once

#include <array>
#include <cstddef>
#include <oneapi/dnnl/dnnl.hpp>
#include <vector>

#include "model/kernels.h"
#include "model/weights.h"

namespace firsthand::model {

// Rows of one product: its source, sums and weights stay in the second-level cache. 48 and not more: from 64 on, oneDNN wants the
// weights of some layers in another order than for 16 rows.
inline constexpr std::size_t kBlockRows = 48;
inline constexpr std::size_t kStepRows = 16;       // what is left over is done in steps of so many

// What the processor can do, as oneDNN sees it (ONEDNN_MAX_CPU_ISA limits it).
struct Processor {
    Level level = Level::v2;
    bool bf16 = false;                             // products of bf16 in hardware
    bool int8 = false;                             // products of int8 that beat those of f32
    bool sums_in_16_bits = false;                  // int8 without VNNI: pairs of products are added in 16 bits
};
[[nodiscard]] Processor find_processor();

// Memory objects of one worker for one kind of product.
struct ProductSlots {
    std::array<dnnl::memory, 2> source, sums, scratchpad;
};

// Products of one shape: [rows][in] × [out][in]^T -> [rows][out]. int8: source u8, sums int32; else sums f32.
class LinearProduct {
  public:
    LinearProduct() = default;
    LinearProduct(const dnnl::engine& engine, Number number, std::size_t in, std::size_t out);

    // Weights in oneDNN's own order. i8 matrices as they are; others are rounded to `number`. int8: `scale` and `offset` become
    // what Product (kernels.h) needs.
    [[nodiscard]] dnnl::memory reorder(const dnnl::engine& engine, const Matrix& matrix, std::vector<float>& scale, std::vector<float>& offset) const;
    [[nodiscard]] ProductSlots make_slots(const dnnl::engine& engine) const;

    // rows: kBlockRows or kStepRows. kBlockRows rows of source and sums must be there in any case.
    void run(std::size_t rows, const void* source, const dnnl::memory& weights, void* sums, ProductSlots& slots, dnnl::stream& stream) const;

  private:
    Number number_ = Number::f32;
    std::size_t in_ = 0, out_ = 0;
    bool steps_ = true;                            // false: no quick primitive for few rows takes the weights as they are
    dnnl::memory::desc weights_;
    std::array<dnnl::convolution_forward::primitive_desc, 2> descriptions_;
    std::array<dnnl::convolution_forward, 2> primitives_;
};

// Scores and contexts of one head of one window, for windows padded to a multiple of kStepRows.
struct AttentionSlots {
    struct Length {
        dnnl::memory query, key, scores, shares, value, context, scratchpad[2];
    };
    std::vector<Length> lengths;
};

class AttentionProduct {
  public:
    AttentionProduct() = default;
    AttentionProduct(const dnnl::engine& engine, Number number, std::size_t head_width, std::size_t longest);

    [[nodiscard]] AttentionSlots make_slots(const dnnl::engine& engine) const;
    // [length][head_width] × [length][head_width]^T -> [length][length] f32
    void score(std::size_t length, const void* query, const void* key, float* scores, AttentionSlots& slots, dnnl::stream& stream) const;
    // [length][length] × [length][head_width] -> [length][head_width] f32
    void mix(std::size_t length, const void* shares, const void* value, float* context, AttentionSlots& slots, dnnl::stream& stream) const;

  private:
    struct Length {
        dnnl::matmul::primitive_desc score_description, mix_description;
        dnnl::matmul score, mix;
    };
    std::vector<Length> lengths_;
};

}  // namespace firsthand::model
