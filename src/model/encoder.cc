// Tested by encoder_test.cc.
#include "model/encoder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "model/mapped_file.h"
#include "model/network.h"
#include "model/weights.h"
#include "model/word_piece.h"

extern "C" void omp_set_num_threads(int);          // of the OpenMP library that oneDNN runs on

namespace firsthand::model {

namespace {

constexpr std::string_view kNames[] = {"automatic", "f32", "bf16", "int8"};

Number number_of(Precision precision) { return precision == Precision::int8 ? Number::int8 : precision == Precision::bf16 ? Number::bf16 : Number::f32; }

std::string hex(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[i] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 15U];
    return text;
}

// Bucket of the gap between two spans: 0 they overlap; 1…10 the key stands before, 11…20 behind, by the logarithm of the pieces
// between them plus one.
std::size_t gap_bucket(PieceSpan query, PieceSpan key) {
    const bool before = query.begin >= key.end;
    if (!before && key.begin < query.end) return 0;
    const std::uint32_t gap = before ? query.begin - key.end : key.begin - query.end;
    return std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(gap + 1U)) - 1, kDistances / 2 - 1) + (before ? 1 : 1 + kDistances / 2);
}

}  // namespace

std::optional<Precision> precision_named(std::string_view name) {
    for (std::size_t i = 0; i < std::size(kNames); ++i)
        if (kNames[i] == name) return static_cast<Precision>(i);
    return std::nullopt;
}

struct Encoder::Parts {
    MappedFile file;
    Weights weights;
    WordPiece word_piece;
    Precision precision;
    Network network;
    std::string identity;
};

struct Encoder::Scratch::Parts {
    std::vector<Piece> pieces;
    std::vector<InputPiece> inputs;
    NetworkScratch network;
};

Encoder::Scratch::Scratch(const Encoder& encoder) : parts_(new Parts{.pieces = {}, .inputs = {}, .network = encoder.parts_->network.make_scratch()}) {}
Encoder::Scratch::Scratch(Scratch&&) noexcept = default;
Encoder::Scratch& Encoder::Scratch::operator=(Scratch&&) noexcept = default;
Encoder::Scratch::~Scratch() = default;

Encoder::Encoder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

Result<Encoder> Encoder::load(const std::string& path, Precision precision) {
    auto file = MappedFile::open(path);
    if (!file) return file.error();
    auto weights = read_weights(file->bytes());
    if (!weights) return Error{ErrorCode::input, path + ": " + weights.error().message};
    auto word_piece = WordPiece::from_vocabulary(weights->vocabulary);
    if (!word_piece) return Error{ErrorCode::input, path + ": " + word_piece.error().message};
    const Processor processor = find_processor();
    if (precision == Precision::automatic) precision = processor.int8 ? Precision::int8 : Precision::f32;
    if (precision == Precision::bf16 && !processor.bf16) return Error{ErrorCode::usage, "this processor cannot compute in bf16 (AVX512_BF16): choose int8 or f32"};
    ::omp_set_num_threads(1);
    try {
        Network network(*weights, number_of(precision), processor);
        file->release(file->bytes());
        std::string identity = weights->name + " " + hex(weights->hash) + " " + std::string(kNames[static_cast<std::size_t>(precision)]);
        return Encoder(std::unique_ptr<Parts>(new Parts{.file = std::move(*file), .weights = std::move(*weights), .word_piece = std::move(*word_piece), .precision = precision,
                                                        .network = std::move(network), .identity = std::move(identity)}));
    } catch (const dnnl::error& problem) {
        return Error{ErrorCode::io, path + ": oneDNN refuses the network: " + problem.what()};
    }
}

Encoding Encoder::encode(const Text& text, Scratch& scratch) const {
    ::omp_set_num_threads(1);
    Scratch::Parts& parts = *scratch.parts_;
    Encoding out;
    out.width = static_cast<std::uint32_t>(parts_->weights.shape.width);
    parts.pieces.clear();
    parts_->word_piece.split(text.text, parts.pieces);
    find_features(text, parts.pieces, out.pieces, parts.inputs);
    if (out.pieces.size() > kMostPieces) {
        out.pieces.resize(kMostPieces);
        parts.inputs.resize(kMostPieces);
    }
    out.tags.resize(out.pieces.size() * kTags);
    out.states.resize(out.pieces.size() * out.width);
    parts_->network.run(parts.inputs, parts.network, out.tags.data(), out.states.data());
    return out;
}

std::vector<float> Encoder::links(const Encoding& encoding, Relation relation, std::span<const PieceSpan> queries, std::span<const PieceSpan> keys) const {
    const Weights& weights = parts_->weights;
    const std::size_t width = encoding.width;
    std::vector<float> mean(width);
    // The mean of both ends, projected for one side (0: query, 1: key) of the relation.
    const auto project = [&](std::span<const PieceSpan> spans, std::size_t side) {
        std::vector<float> out(spans.size() * kLinkWidth);
        const std::size_t first = (2 * static_cast<std::size_t>(relation) + side) * kLinkWidth;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const float *begin = encoding.states.data() + spans[i].begin * width, *last = encoding.states.data() + (spans[i].end - 1) * width;
            for (std::size_t j = 0; j < width; ++j) mean[j] = (begin[j] + last[j]) / 2;
            for (std::size_t j = 0; j < kLinkWidth; ++j)
                out[i * kLinkWidth + j] = parts_->network.passes().dot(mean.data(), static_cast<const float*>(weights.link.weight.values) + (first + j) * width, width) + weights.link.bias[first + j];
        }
        return out;
    };
    const std::vector<float> query = project(queries, 0), key = project(keys, 1);
    std::vector<float> out;
    out.reserve(queries.size() * keys.size());
    for (std::size_t q = 0; q < queries.size(); ++q)
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const float near = weights.distance[static_cast<std::size_t>(relation) * kDistances + gap_bucket(queries[q], keys[k])];
            out.push_back(parts_->network.passes().dot(query.data() + q * kLinkWidth, key.data() + k * kLinkWidth, kLinkWidth) * (4.0F / std::sqrt(static_cast<float>(kLinkWidth))) + near);
        }
    return out;
}

std::span<const float, kEvidence> Encoder::calibration() const { return std::span<const float, kEvidence>(parts_->weights.calibration, kEvidence); }

PassageVector Encoder::vector(const Encoding& encoding, std::span<const PieceSpan> spans) const {
    const Weights& weights = parts_->weights;
    const std::size_t width = encoding.width;
    std::vector<float> mean(width);
    float count = 0;
    for (const PieceSpan& span : spans)
        for (std::size_t piece = span.begin; piece < span.end; ++piece, ++count)
            for (std::size_t j = 0; j < width; ++j) mean[j] += encoding.states[piece * width + j];
    for (float& value : mean) value /= std::max(count, 1.0F);
    PassageVector out{};
    float squares = 0;
    for (std::size_t j = 0; j < kVectorWidth; ++j) {
        out[j] = parts_->network.passes().dot(mean.data(), static_cast<const float*>(weights.vector.weight.values) + j * width, width) + weights.vector.bias[j];
        squares += out[j] * out[j];
    }
    const float length = std::max(std::sqrt(squares), 1e-12F);
    for (float& value : out) value /= length;
    return out;
}

const std::string& Encoder::identity() const { return parts_->identity; }
const std::string& Encoder::name() const { return parts_->weights.name; }
Precision Encoder::precision() const { return parts_->precision; }

}  // namespace firsthand::model
