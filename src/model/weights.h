// Tensors of a model file -> the weights of an encoder, checked against its configuration. docs/model-format.md describes the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"
#include "firsthand/types.h"
#include "model/safetensors.h"

namespace firsthand::model {

struct Shape {
    std::size_t layers = 0, width = 0, heads = 0, inner = 0;    // widths and width / heads: multiples of 16
    std::size_t positions = 0, vocabulary = 0;
    std::size_t cases = 0, quotes = 0, gaps = 0, zones = 0;
    std::size_t window = 0, overlap = 0;                        // pieces; a window stands between [CLS] and [SEP]
};

// [rows][columns] of the file. i8: row = scale × bytes.
struct Matrix {
    ElementType type = ElementType::f32;
    std::size_t rows = 0, columns = 0;
    const void* values = nullptr;
    const float* scale = nullptr;                  // [rows]; only of i8
};

struct Linear {
    Matrix weight;                                 // [out][in]
    const float* bias = nullptr;                   // [out]
};

struct Norm {
    const float* weight = nullptr;
    const float* bias = nullptr;
};

struct LayerWeights {
    Linear qkv, out, up, down;
    Norm norm1, norm2;
};

// Points into the bytes that it was read from.
struct Weights {
    std::string name;
    std::uint64_t hash = 0;                        // xxh3 of the data
    Shape shape;
    std::string_view vocabulary;                   // one piece a line
    std::uint32_t first_piece = 0, last_piece = 0; // [CLS], [SEP]
    Matrix word;
    const float *position = nullptr, *letter_case = nullptr, *quote = nullptr, *gap = nullptr, *zone = nullptr;   // [n][width]
    Norm norm;
    std::vector<LayerWeights> layers;
    Linear tags, link, vector;                     // f32
    const float* distance = nullptr;               // [kRelations][kDistances]
    const float* calibration = nullptr;            // [kEvidence]
};

// The error's message says what is wrong with the file, without naming it.
[[nodiscard]] Result<Weights> read_weights(std::string_view file);

}  // namespace firsthand::model
