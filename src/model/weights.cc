// The file says its shape once (`config`); every tensor has to fit it. Tested by weights_test.cc.
#include "model/weights.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "base/hash.h"
#include "model/tags.h"

namespace firsthand::model {

namespace {

constexpr std::string_view kFormat = "firsthand.encoder/";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kStep = 16;                  // what widths are multiples of (kernels.h)
constexpr std::size_t kEnds = 2;                   // [CLS] and [SEP]
// What the tag columns and the links mean: the order of model/tags.h.
constexpr std::array<std::string_view, 13> kColumns = {"outer source", "outer cue", "outer content", "nested source", "nested cue", "nested content", "name person",
                                                       "name organization", "name place", "act speech", "act thought", "act finding", "act attitude"};
constexpr std::array<std::string_view, kRelations> kRelationNames = {"content cue", "cue source", "content source"};

Error wrong(std::string what) { return {ErrorCode::input, std::move(what)}; }

std::string hex(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[i] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 15U];
    return text;
}

Result<void> check_format(const Safetensors& file, Weights& out) {
    const auto value = [&](std::string_view key) {
        const auto found = file.metadata.find(key);
        return found == file.metadata.end() ? std::string_view() : std::string_view(found->second);
    };
    const std::string_view format = value("format");
    if (!format.starts_with(kFormat)) return wrong("it is not an encoder of Firsthand");
    if (format.substr(kFormat.size()) != kVersion)
        return wrong("its format is version " + std::string(format.substr(kFormat.size(), 20)) + ", this program reads version " + std::string(kVersion));
    out.name = value("name");
    if (out.name.empty() || out.name.size() > 40 || !std::all_of(out.name.begin(), out.name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }))
        return wrong("its name is missing");
    out.hash = base::hash_bytes(file.data);
    if (value("xxh3_64") != hex(out.hash)) return wrong("it is damaged: its data do not have the hash that its header gives");
    return {};
}

// Numbers and lists of `config`.
class Config {
  public:
    explicit Config(const Safetensors& file) {
        const auto found = file.metadata.find("config");
        good_ = found != file.metadata.end() && parser_.parse(simdjson::padded_string(found->second)).get(object_) == simdjson::SUCCESS;
    }

    std::size_t number(std::string_view key, std::size_t least, std::size_t most) {
        std::uint64_t value = 0;
        if (!good_ || object_[key].get(value) != simdjson::SUCCESS || value < least || value > most) {
            good_ = false;
            return least;
        }
        return value;
    }

    template <std::size_t size>
    void demand(std::string_view key, const std::array<std::string_view, size>& names) {
        simdjson::dom::array list;
        if (!good_ || object_[key].get(list) != simdjson::SUCCESS || list.size() != size) {
            good_ = false;
            return;
        }
        std::size_t i = 0;
        for (const auto item : list) {
            std::string_view name;
            good_ = good_ && item.get(name) == simdjson::SUCCESS && name == names[i++];
        }
    }

    [[nodiscard]] bool good() const { return good_; }
    void demand(bool holds) { good_ = good_ && holds; }

  private:
    simdjson::dom::parser parser_;
    simdjson::dom::object object_;
    bool good_ = false;
};

Result<Shape> read_shape(const Safetensors& file) {
    Config config(file);
    Shape shape;
    shape.layers = config.number("layers", 1, 48);
    shape.width = config.number("width", kStep, 4096);
    shape.heads = config.number("heads", 1, 64);
    shape.inner = config.number("inner", kStep, 16384);
    shape.positions = config.number("positions", 16, 4096);
    shape.vocabulary = config.number("vocabulary", 3, 1U << 20U);
    shape.cases = config.number("cases", 5, 5);
    shape.quotes = config.number("quotes", 3, 3);
    shape.gaps = config.number("gaps", 3, 3);
    shape.zones = config.number("zones", 3, 3);
    shape.window = config.number("window", 8, shape.positions - kEnds);
    shape.overlap = config.number("overlap", 0, shape.window / 2);
    config.number("tags", kTags, kTags);
    config.number("links", 2 * kRelations, 2 * kRelations);
    config.number("link_width", kLinkWidth, kLinkWidth);
    config.number("distances", kDistances, kDistances);
    config.number("vector_width", kVectorWidth, kVectorWidth);
    config.demand("columns", kColumns);
    config.demand("relations", kRelationNames);
    config.demand(shape.width % shape.heads == 0 && shape.width / shape.heads % kStep == 0 && shape.width % kStep == 0 && shape.inner % kStep == 0 && shape.overlap % 2 == 0);
    if (!config.good()) return wrong("its configuration does not fit this program");
    return shape;
}

// Takes tensors by name; remembers what did not fit.
class Taker {
  public:
    explicit Taker(const Safetensors& file) : file_(file) {}

    const Tensor* take(const std::string& name, std::initializer_list<std::size_t> shape) {
        const auto found = file_.tensors.find(name);
        if (found == file_.tensors.end() || !std::equal(shape.begin(), shape.end(), found->second.shape.begin(), found->second.shape.end())) {
            if (problem_.empty()) problem_ = (found == file_.tensors.end() ? "it lacks the tensor " : "a wrong shape has the tensor ") + name;
            return nullptr;
        }
        ++taken_;
        return &found->second;
    }

    const float* floats(const std::string& name, std::initializer_list<std::size_t> shape) {
        const Tensor* tensor = take(name, shape);
        if (tensor != nullptr && tensor->type != ElementType::f32) refuse(name);
        if (tensor == nullptr || !problem_.empty()) return nullptr;
        const auto* values = reinterpret_cast<const float*>(tensor->bytes.data());
        if (!std::all_of(values, values + tensor->bytes.size() / sizeof(float), [](float value) { return std::isfinite(value); })) refuse(name);
        return values;
    }

    Matrix matrix(const std::string& name, std::size_t rows, std::size_t columns) {
        const Tensor* tensor = take(name, {rows, columns});
        if (tensor == nullptr) return {};
        Matrix out{.type = tensor->type, .rows = rows, .columns = columns, .values = tensor->bytes.data()};
        if (out.type == ElementType::u8) refuse(name);
        if (out.type == ElementType::i8) out.scale = floats(name + ".scale", {rows});
        return out;
    }

    Linear linear(const std::string& name, std::size_t rows, std::size_t columns) { return {matrix(name + ".weight", rows, columns), floats(name + ".bias", {rows})}; }

    Linear head(const std::string& name, std::size_t rows, std::size_t columns) {
        Linear out = linear(name, rows, columns);
        if (out.weight.type != ElementType::f32) refuse(name);
        return out;
    }

    Norm norm(const std::string& name, std::size_t width) { return {floats(name + ".weight", {width}), floats(name + ".bias", {width})}; }

    void refuse(const std::string& name) {
        if (problem_.empty()) problem_ = "the tensor " + name + " is of a type or has values that do not belong there";
    }

    [[nodiscard]] std::string problem() const {
        if (!problem_.empty()) return problem_;
        return taken_ == file_.tensors.size() ? "" : "it has tensors that this program does not know";
    }

  private:
    const Safetensors& file_;
    std::string problem_;
    std::size_t taken_ = 0;
};

// Lines counted, and the two pieces found that frame a window.
Result<void> read_vocabulary(Taker& take, const Safetensors& file, Weights& out) {
    const auto found = file.tensors.find("vocabulary");
    if (found == file.tensors.end() || found->second.type != ElementType::u8 || found->second.shape.size() != 1) return wrong("it lacks the tensor vocabulary");
    out.vocabulary = take.take("vocabulary", {found->second.shape[0]})->bytes;
    std::uint32_t line = 0;
    bool first = false, last = false;
    for (std::size_t at = 0; at <= out.vocabulary.size(); ++line) {
        const std::size_t end = std::min(out.vocabulary.find('\n', at), out.vocabulary.size());
        const std::string_view piece = out.vocabulary.substr(at, end - at);
        if (piece == "[CLS]") out.first_piece = line, first = true;
        if (piece == "[SEP]") out.last_piece = line, last = true;
        at = end + 1;
    }
    if (line != out.shape.vocabulary || !first || !last) return wrong("its vocabulary does not fit its configuration");
    return {};
}

}  // namespace

Result<Weights> read_weights(std::string_view file) {
    auto parsed = parse_safetensors(file);
    if (!parsed) return parsed.error();
    Weights out;
    if (auto sound = check_format(*parsed, out); !sound) return sound.error();
    auto shape = read_shape(*parsed);
    if (!shape) return shape.error();
    const Shape& s = out.shape = *shape;
    Taker take(*parsed);
    if (auto sound = read_vocabulary(take, *parsed, out); !sound) return sound.error();
    out.word = take.matrix("word.weight", s.vocabulary, s.width);
    out.position = take.floats("position.weight", {s.positions, s.width});
    out.letter_case = take.floats("case.weight", {s.cases, s.width});
    out.quote = take.floats("quote.weight", {s.quotes, s.width});
    out.gap = take.floats("gap.weight", {s.gaps, s.width});
    out.zone = take.floats("zone.weight", {s.zones, s.width});
    out.norm = take.norm("norm", s.width);
    for (std::size_t i = 0; i < s.layers; ++i) {
        const std::string layer = "layers." + std::to_string(i) + ".";
        out.layers.push_back({.qkv = take.linear(layer + "qkv", 3 * s.width, s.width), .out = take.linear(layer + "out", s.width, s.width), .up = take.linear(layer + "up", s.inner, s.width),
                              .down = take.linear(layer + "down", s.width, s.inner), .norm1 = take.norm(layer + "norm1", s.width), .norm2 = take.norm(layer + "norm2", s.width)});
    }
    out.tags = take.head("tags", kTags, s.width);
    out.link = take.head("link", 2 * kRelations * kLinkWidth, s.width);
    out.vector = take.head("vector", kVectorWidth, s.width);
    out.distance = take.floats("distance", {kRelations, kDistances});
    out.calibration = take.floats("calibration", {kEvidence});
    if (const std::string problem = take.problem(); !problem.empty()) return wrong(problem);
    return out;
}

}  // namespace firsthand::model
