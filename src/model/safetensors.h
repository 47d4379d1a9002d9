// Bytes of a safetensors file -> its tensors, in place. The format: https://huggingface.co/docs/safetensors (8 bytes of header
// length, a JSON object, the data). Nothing is copied but names; nothing is trusted.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"

namespace firsthand::model {

enum class ElementType : std::uint8_t { u8, i8, bf16, f32 };

[[nodiscard]] std::size_t size_of(ElementType type);

struct Tensor {
    ElementType type = ElementType::f32;
    std::vector<std::size_t> shape;
    std::string_view bytes;                        // of the file; begins at a multiple of the element's size, counted from the file's begin
};

struct Safetensors {
    std::map<std::string, std::string, std::less<>> metadata;
    std::map<std::string, Tensor, std::less<>> tensors;
    std::string_view data;                         // all tensors: they cover it without gap or overlap
};

// The error's message says what is wrong with the file, without naming it.
[[nodiscard]] Result<Safetensors> parse_safetensors(std::string_view file);

}  // namespace firsthand::model
