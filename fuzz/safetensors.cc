// Model files: whatever the bytes, they are read or refused with a reason, and what is handed out lies inside them.
#include <cstring>
#include <memory>

#include "check.h"
#include "model/weights.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    // As mmap gives them: at an address that every type can live at.
    const auto copy = std::make_unique<char[]>(size + 1);
    if (size > 0) std::memcpy(copy.get(), data, size);
    const std::string_view bytes(copy.get(), size);
    const auto file = model::parse_safetensors(bytes);
    if (!file) {
        check(!file.error().message.empty());
        check(!model::read_weights(bytes));
        return 0;
    }
    std::size_t sum = 0;
    for (const auto& [name, tensor] : file->tensors) {
        std::size_t elements = 1;
        for (const std::size_t dimension : tensor.shape) elements *= dimension;
        check(elements * model::size_of(tensor.type) == tensor.bytes.size());
        check(tensor.bytes.empty() || (tensor.bytes.data() >= file->data.data() && tensor.bytes.data() + tensor.bytes.size() <= bytes.data() + bytes.size()));
        sum += tensor.bytes.size();
    }
    check(sum == file->data.size());
    const auto weights = model::read_weights(bytes);
    check(weights || !weights.error().message.empty());
    if (weights) check(weights->first_piece < weights->shape.vocabulary && weights->last_piece < weights->shape.vocabulary);
    return 0;
}
