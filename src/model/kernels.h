// The passes over rows between two products: embedding, normalisation, GELU, softmax, and turning numbers into the form that the
// next product reads. Built once for each level of the instruction set (kernels_v*.cc); kernels() picks.
//
// All widths are multiples of 16; rows stand one behind the other.
#pragma once

#include <cstddef>
#include <cstdint>

namespace firsthand::model {

enum class Number : std::uint8_t { f32, bf16, int8 };

// int8: a row is kept as unsigned bytes, value = step × byte + least.
struct RowScale {
    float step = 0, least = 0;
};

// Activations of some rows, as a product reads them.
struct Packed {
    Number number = Number::f32;
    float levels = 255;                            // int8: the largest byte. 127 where the processor adds pairs of products in 16 bits
    void* values = nullptr;                        // [rows][width]
    RowScale* scales = nullptr;                    // [rows]; only of int8
};

// What a product left, and how to read it. int8: value = scale × step × sum + offset × least + bias; else sum + bias.
struct Product {
    Number number = Number::f32;
    const void* sums = nullptr;                    // [rows][columns], int32 for int8, else float
    const RowScale* rows = nullptr;                // of the product's source; only of int8
    const float* scale = nullptr;                  // [columns]
    const float* offset = nullptr;                 // [columns]
    const float* bias = nullptr;                   // [columns]
};

struct Extent {
    std::size_t rows = 0, width = 0;
};

struct NormWeights {
    const float *weight = nullptr, *bias = nullptr;
};

// One piece: the row of its word (one of the three, with its scale) and five rows that are added.
struct EmbeddingRow {
    const float* f32 = nullptr;
    const std::uint16_t* bf16 = nullptr;
    const std::int8_t* int8 = nullptr;
    float scale = 1;
    const float* parts[5] = {};
};

// Where a row's share of every head goes: `head` elements from one head to the next.
struct HeadPlace {
    std::size_t query = 0, key = 0, value = 0, head = 0;
};

struct Kernels {
    const char* name;
    void (*embed)(const EmbeddingRow& row, std::size_t width, float* out);
    // x = norm(x), and packed.
    void (*norm)(float* x, NormWeights weights, Extent extent, Packed out);
    // x = norm(x + product), and packed.
    void (*add_norm)(Product product, float* x, NormWeights weights, Extent extent, Packed out);
    // Packed GELU (by erf) of the product. `row` has room for one row.
    void (*gelu)(Product product, Extent extent, float* row, Packed out);
    // Queries, keys and values of the product (width: all three) to their places in `out`, f32 or bf16.
    void (*split_heads)(Product product, Extent extent, std::size_t head_width, const HeadPlace* places, Number number, void* out);
    // exp(scale × (score - largest)) of each of the first `extent.rows` rows over its first extent.rows columns, f32 or bf16; the
    // other columns are 0. inverse[row]: 1 / the sum.
    void (*softmax)(const float* scores, Extent extent, float scale, Number number, void* out, float* inverse);
    // out row = factor × row; out rows are `stride` apart.
    void (*scale_rows)(const float* rows, Extent extent, const float* factors, float* out, std::size_t stride);
    void (*pack)(const float* rows, Extent extent, Packed out);
    float (*dot)(const float* a, const float* b, std::size_t size);
};

enum class Level : std::uint8_t { v2, v3, v4 };    // x86-64-v2 … v4; elsewhere all are the same

[[nodiscard]] const Kernels& kernels(Level level);

namespace v2 {
extern const Kernels kKernels;
}
namespace v3 {
extern const Kernels kKernels;
}
namespace v4 {
extern const Kernels kKernels;
}

}  // namespace firsthand::model
