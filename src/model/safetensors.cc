// Tested by safetensors_test.cc and the fuzz target `safetensors`.
#include "model/safetensors.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace firsthand::model {

namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMostHeader = 1U << 20U;
constexpr std::size_t kMostTensors = 4096;
constexpr std::size_t kMostDimensions = 4;

Error damaged(std::string what) { return {ErrorCode::input, std::move(what)}; }

std::optional<ElementType> type_named(std::string_view name) {
    if (name == "U8") return ElementType::u8;
    if (name == "I8") return ElementType::i8;
    if (name == "BF16") return ElementType::bf16;
    if (name == "F32") return ElementType::f32;
    return std::nullopt;
}

// What one entry of the header says; its offsets are counted from the data's begin.
struct Entry {
    std::string name;
    Tensor tensor;
    std::uint64_t begin = 0, end = 0;
};

// Empty when the entry is of no shape that we know.
std::optional<Entry> read_entry(std::string_view name, simdjson::dom::element value) {
    Entry entry{.name = std::string(name)};
    std::string_view type;
    simdjson::dom::array shape, offsets;
    if (value["dtype"].get(type) != simdjson::SUCCESS || value["shape"].get(shape) != simdjson::SUCCESS || value["data_offsets"].get(offsets) != simdjson::SUCCESS)
        return std::nullopt;
    const auto known = type_named(type);
    if (!known || shape.size() > kMostDimensions || offsets.size() != 2) return std::nullopt;
    entry.tensor.type = *known;
    for (const auto dimension : shape) {
        std::uint64_t size = 0;
        if (dimension.get(size) != simdjson::SUCCESS || size > UINT32_MAX) return std::nullopt;
        entry.tensor.shape.push_back(size);
    }
    if (offsets.at(0).get(entry.begin) != simdjson::SUCCESS || offsets.at(1).get(entry.end) != simdjson::SUCCESS) return std::nullopt;
    return entry;
}

// Bytes that a tensor of this shape has; empty when they are more than `most`.
std::optional<std::size_t> bytes_of(const Tensor& tensor, std::size_t most) {
    std::size_t bytes = size_of(tensor.type);
    for (const std::size_t size : tensor.shape) {
        if (size != 0 && bytes > most / size) return std::nullopt;
        bytes *= size;
    }
    return bytes;
}

Result<std::vector<Entry>> read_header(std::string_view header, Safetensors& out) {
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(simdjson::padded_string(header)).get(object) != simdjson::SUCCESS) return damaged("its header is no JSON object");
    std::vector<Entry> entries;
    for (const auto [name, value] : object) {
        if (name == "__metadata__") {
            simdjson::dom::object pairs;
            if (value.get(pairs) != simdjson::SUCCESS || !out.metadata.empty()) return damaged("its metadata are no object of strings");
            for (const auto [key, text] : pairs) {
                std::string_view string;
                if (text.get(string) != simdjson::SUCCESS) return damaged("its metadata are no object of strings");
                out.metadata.emplace(key, string);
            }
            continue;
        }
        auto entry = read_entry(name, value);
        if (!entry) return damaged("the header's entry of a tensor cannot be read");
        if (entries.size() == kMostTensors) return damaged("it has too many tensors");
        entries.push_back(std::move(*entry));
    }
    return entries;
}

}  // namespace

std::size_t size_of(ElementType type) { return type == ElementType::f32 ? 4 : type == ElementType::bf16 ? 2 : 1; }

Result<Safetensors> parse_safetensors(std::string_view file) {
    if (file.size() < kLengthBytes + 2) return damaged("it is too short to be a model file");
    std::uint64_t length = 0;
    for (std::size_t i = kLengthBytes; i-- > 0;) length = length << 8U | static_cast<unsigned char>(file[i]);
    if (length < 2 || length > kMostHeader || file[kLengthBytes] != '{') return damaged("it is not a model file (safetensors)");
    if (length > file.size() - kLengthBytes) return damaged("it is cut off inside its header");
    Safetensors out;
    out.data = file.substr(kLengthBytes + length);
    auto entries = read_header(file.substr(kLengthBytes, length), out);
    if (!entries) return entries.error();
    std::sort(entries->begin(), entries->end(), [](const Entry& a, const Entry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    std::uint64_t at = 0;
    for (Entry& entry : *entries) {
        if (entry.begin != at || entry.end < entry.begin) return damaged("its tensors overlap or leave gaps");
        if (entry.end > out.data.size()) return damaged("it is cut off: the header promises " + std::to_string(entry.end) + " bytes of data, " + std::to_string(out.data.size()) + " are there");
        if (bytes_of(entry.tensor, out.data.size()) != entry.end - entry.begin) return damaged("the shape of a tensor does not fit its bytes");
        if ((kLengthBytes + length + entry.begin) % size_of(entry.tensor.type) != 0) return damaged("a tensor is not aligned");
        at = entry.end;
        entry.tensor.bytes = out.data.substr(entry.begin, entry.end - entry.begin);
        if (!out.tensors.emplace(std::move(entry.name), std::move(entry.tensor)).second) return damaged("two of its tensors have the same name");
    }
    if (at != out.data.size()) return damaged("there are " + std::to_string(out.data.size() - at) + " bytes too many behind its data");
    return out;
}

}  // namespace firsthand::model
