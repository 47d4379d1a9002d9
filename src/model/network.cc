// Tested by encoder_test.cc, against PyTorch; training/parity.py does it on real articles.
#include "model/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <new>
#include <utility>

#include "model/tags.h"

namespace firsthand::model {

namespace {

constexpr std::size_t kGroupRows = 512;            // rows that go through the layers together, if a window is not longer
constexpr std::size_t kMostMembers = kGroupRows / 3;             // a window has one piece and both ends at least
constexpr std::size_t kTagColumns = (kTags + kStepRows - 1) / kStepRows * kStepRows;
constexpr std::size_t kAlignment = 64;

std::size_t padded(std::size_t rows) { return (rows + kStepRows - 1) / kStepRows * kStepRows; }

std::size_t size_of(Number number) { return number == Number::f32 ? 4 : number == Number::bf16 ? 2 : 1; }

std::byte* offset(const Buffer& buffer, std::size_t elements, std::size_t size) { return buffer.as<std::byte>() + elements * size; }

// Calls body(first row, rows) for blocks, then for steps of what is left.
template <typename Body>
void for_blocks(std::size_t rows, Body body) {
    std::size_t row = 0;
    for (; row + kBlockRows <= rows; row += kBlockRows) body(row, kBlockRows);
    for (; row < rows; row += kStepRows) body(row, kStepRows);
}

NormWeights passes_norm(const Norm& norm) { return {norm.weight, norm.bias}; }

}  // namespace

Buffer::Buffer(std::size_t bytes) : bytes_(static_cast<std::byte*>(::operator new(bytes, std::align_val_t{kAlignment}))) { std::memset(bytes_.get(), 0, bytes); }
void Buffer::Free::operator()(std::byte* bytes) const { ::operator delete(bytes, std::align_val_t{kAlignment}); }

struct Network::Group {
    std::array<Member, kMostMembers> members;
    std::size_t count = 0, rows = 0;

    [[nodiscard]] std::span<const Member> all() const { return {members.data(), count}; }
    [[nodiscard]] bool has_room(std::size_t more) const { return count == 0 || (rows + more <= kGroupRows && count < kMostMembers); }
    void add(const Window& window) {
        const std::size_t size = window.end - window.begin + 2;
        members[count++] = {.window = window, .row = rows, .rows = size, .padded = padded(size)};
        rows += size;
    }
};

Network::Network(const Weights& weights, Number number, const Processor& processor)
    : weights_(weights), number_(number), attention_number_(number != Number::f32 && processor.bf16 ? Number::bf16 : Number::f32), levels_(processor.sums_in_16_bits ? 127 : 255),
      kernels_(kernels(processor.level)), longest_(weights.shape.window + 2), engine_(dnnl::engine::kind::cpu, 0) {
    const Shape& shape = weights.shape;
    qkv_ = {engine_, number, shape.width, 3 * shape.width};
    out_ = {engine_, number, shape.width, shape.width};
    up_ = {engine_, number, shape.width, shape.inner};
    down_ = {engine_, number, shape.inner, shape.width};
    tags_ = {engine_, Number::f32, shape.width, kTagColumns};
    attention_ = {engine_, attention_number_, shape.width / shape.heads, longest_};
    for (const LayerWeights& layer : weights.layers)
        layers_.push_back({.qkv = prepare(qkv_, layer.qkv), .out = prepare(out_, layer.out), .up = prepare(up_, layer.up), .down = prepare(down_, layer.down),
                           .norm1 = passes_norm(layer.norm1), .norm2 = passes_norm(layer.norm2)});
    padded_tags_.assign(kTagColumns * shape.width, 0);
    std::copy_n(static_cast<const float*>(weights.tags.weight.values), kTags * shape.width, padded_tags_.begin());
    Linear tags = weights.tags;
    tags.weight.rows = kTagColumns;
    tags.weight.values = padded_tags_.data();
    tags_ready_ = prepare(tags_, tags);
}

Network::Ready Network::prepare(const LinearProduct& product, const Linear& linear) const {
    Ready out{.bias = linear.bias};
    out.weights = product.reorder(engine_, linear.weight, out.scale, out.offset);
    return out;
}

NetworkScratch Network::make_scratch() const {
    const Shape& shape = weights_.shape;
    const std::size_t rows = padded(std::max(kGroupRows, longest_)) + kBlockRows, longest = padded(longest_), columns = std::max(3 * shape.width, shape.inner);
    NetworkScratch out;
    out.stream = dnnl::stream(engine_);
    out.qkv = qkv_.make_slots(engine_);
    out.out = out_.make_slots(engine_);
    out.up = up_.make_slots(engine_);
    out.down = down_.make_slots(engine_);
    out.tags = tags_.make_slots(engine_);
    out.attention = attention_.make_slots(engine_);
    out.x = Buffer(rows * shape.width * sizeof(float));
    out.packed = Buffer(rows * shape.width * size_of(number_));
    out.packed_scales = Buffer(rows * sizeof(RowScale));
    out.inner = Buffer(kBlockRows * shape.inner * size_of(number_));
    out.inner_scales = Buffer(kBlockRows * sizeof(RowScale));
    out.sums = Buffer(kBlockRows * columns * sizeof(float));
    out.row = Buffer(shape.inner * sizeof(float));
    out.heads = Buffer((rows + kStepRows * (kGroupRows / longest_ + 2)) * 3 * shape.width * size_of(attention_number_));
    out.scores = Buffer(longest * longest * sizeof(float));
    out.shares = Buffer(longest * longest * size_of(attention_number_));
    out.context = Buffer(longest * (shape.width + shape.width / shape.heads) * sizeof(float));
    out.inverse = Buffer(longest * sizeof(float));
    out.places.resize(rows);
    return out;
}

void Network::run(std::span<const InputPiece> pieces, NetworkScratch& scratch, float* tags, float* states) const {
    Windows windows(pieces.size(), weights_.shape.window, weights_.shape.overlap);
    Window window;
    bool more = windows.next(window);
    while (more) {
        Group group;
        for (; more && group.has_room(window.end - window.begin + 2); more = windows.next(window)) group.add(window);
        place(group, scratch);
        embed(group, pieces, scratch);
        for_blocks(group.rows, [&](std::size_t row, std::size_t rows) { project(layers_[0], group, row, rows, scratch); });
        for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
            attend(group, scratch);
            for_blocks(group.rows, [&](std::size_t row, std::size_t rows) {
                transform(layers_[layer], row, rows, scratch);
                if (layer + 1 < layers_.size()) project(layers_[layer + 1], group, row, rows, scratch);
            });
        }
        keep(group, scratch, tags, states);
    }
}

// Where the heads of each row go, and zeros behind the rows of each window: attention runs over them.
void Network::place(Group& group, NetworkScratch& scratch) const {
    const Shape& shape = weights_.shape;
    const std::size_t head_width = shape.width / shape.heads, size = size_of(attention_number_);
    std::size_t begin = 0;
    for (Member& member : std::span(group.members.data(), group.count)) {
        const std::size_t head = member.padded * head_width, part = member.padded * shape.width;
        member.heads = begin;
        for (std::size_t i = 0; i < member.rows; ++i)
            scratch.places[member.row + i] = {.query = begin + i * head_width, .key = begin + part + i * head_width, .value = begin + 2 * part + i * head_width, .head = head};
        for (std::size_t i = 0; i < 3 * shape.heads; ++i)
            std::memset(offset(scratch.heads, begin + i * head + member.rows * head_width, size), 0, (member.padded - member.rows) * head_width * size);
        begin += 3 * part;
    }
}

EmbeddingRow Network::embedding(const InputPiece& piece, std::size_t position) const {
    const std::size_t width = weights_.shape.width;
    const auto row = [&](const float* table, auto index) { return table + static_cast<std::size_t>(index) * width; };
    EmbeddingRow out{.parts = {row(weights_.position, position), row(weights_.letter_case, piece.letter_case), row(weights_.quote, piece.quote), row(weights_.gap, piece.gap), row(weights_.zone, piece.zone)}};
    const std::size_t at = piece.id * width;
    if (weights_.word.type == ElementType::f32) out.f32 = static_cast<const float*>(weights_.word.values) + at;
    if (weights_.word.type == ElementType::bf16) out.bf16 = static_cast<const std::uint16_t*>(weights_.word.values) + at;
    if (weights_.word.type == ElementType::i8) {
        out.int8 = static_cast<const std::int8_t*>(weights_.word.values) + at;
        out.scale = weights_.word.scale[piece.id];
    }
    return out;
}

void Network::embed(const Group& group, std::span<const InputPiece> pieces, NetworkScratch& scratch) const {
    const std::size_t width = weights_.shape.width;
    for (const Member& member : group.all()) {
        const std::span<const InputPiece> inside = pieces.subspan(member.window.begin, member.rows - 2);
        float* x = scratch.x.as<float>() + member.row * width;
        kernels_.embed(embedding({.id = weights_.first_piece, .zone = inside[0].zone}, 0), width, x);
        for (std::size_t i = 0; i < inside.size(); ++i) kernels_.embed(embedding(inside[i], i + 1), width, x + (i + 1) * width);
        kernels_.embed(embedding({.id = weights_.last_piece, .zone = inside[0].zone}, member.rows - 1), width, x + (member.rows - 1) * width);
    }
    kernels_.norm(scratch.x.as<float>(), passes_norm(weights_.norm), {group.rows, width}, packed_rows(0, scratch));
}

Packed Network::packed_rows(std::size_t row, NetworkScratch& scratch) const {
    return {.number = number_, .levels = levels_, .values = offset(scratch.packed, row * weights_.shape.width, size_of(number_)), .scales = scratch.packed_scales.as<RowScale>() + row};
}

Product Network::multiply(const LinearProduct& product, const Ready& ready, std::size_t rows, Packed source, ProductSlots& slots, NetworkScratch& scratch) const {
    product.run(rows, source.values, ready.weights, scratch.sums.as<void>(), slots, scratch.stream);
    return {.number = number_, .sums = scratch.sums.as<void>(), .rows = source.scales, .scale = ready.scale.data(), .offset = ready.offset.data(), .bias = ready.bias};
}

// Queries, keys and values. The rows behind the group's last have no place.
void Network::project(const Layer& layer, const Group& group, std::size_t row, std::size_t rows, NetworkScratch& scratch) const {
    const Shape& shape = weights_.shape;
    const Product product = multiply(qkv_, layer.qkv, rows, packed_rows(row, scratch), scratch.qkv, scratch);
    kernels_.split_heads(product, {std::min(rows, group.rows - row), 3 * shape.width}, shape.width / shape.heads, scratch.places.data() + row, attention_number_, scratch.heads.as<void>());
}

void Network::attend(const Group& group, NetworkScratch& scratch) const {
    const Shape& shape = weights_.shape;
    const std::size_t head_width = shape.width / shape.heads, size = size_of(attention_number_);
    const float scale = 1.0F / std::sqrt(static_cast<float>(head_width));
    float* const context = scratch.context.as<float>();
    for (const Member& member : group.all()) {
        float* const one = context + member.padded * shape.width;               // of one head
        const std::size_t part = member.padded * shape.width;
        for (std::size_t head = 0; head < shape.heads; ++head) {
            const std::size_t begin = member.heads + head * member.padded * head_width;
            attention_.score(member.padded, offset(scratch.heads, begin, size), offset(scratch.heads, begin + part, size), scratch.scores.as<float>(), scratch.attention, scratch.stream);
            kernels_.softmax(scratch.scores.as<float>(), {member.rows, member.padded}, scale, attention_number_, scratch.shares.as<void>(), scratch.inverse.as<float>());
            attention_.mix(member.padded, scratch.shares.as<void>(), offset(scratch.heads, begin + 2 * part, size), one, scratch.attention, scratch.stream);
            kernels_.scale_rows(one, {member.rows, head_width}, scratch.inverse.as<float>(), context + head * head_width, shape.width);
        }
        kernels_.pack(context, {member.rows, shape.width}, packed_rows(member.row, scratch));
    }
}

// From the context to the layer's end.
void Network::transform(const Layer& layer, std::size_t row, std::size_t rows, NetworkScratch& scratch) const {
    const Shape& shape = weights_.shape;
    const Packed packed = packed_rows(row, scratch);
    const Packed inner{.number = number_, .levels = levels_, .values = scratch.inner.as<void>(), .scales = scratch.inner_scales.as<RowScale>()};
    float* const x = scratch.x.as<float>() + row * shape.width;
    kernels_.add_norm(multiply(out_, layer.out, rows, packed, scratch.out, scratch), x, layer.norm1, {rows, shape.width}, packed);
    kernels_.gelu(multiply(up_, layer.up, rows, packed, scratch.up, scratch), {rows, shape.inner}, scratch.row.as<float>(), inner);
    kernels_.add_norm(multiply(down_, layer.down, rows, inner, scratch.down, scratch), x, layer.norm2, {rows, shape.width}, packed);
}

// Tags of all rows; of each window what is kept of it.
void Network::keep(const Group& group, NetworkScratch& scratch, float* tags, float* states) const {
    const std::size_t width = weights_.shape.width;
    const Member* member = group.members.data();
    for_blocks(group.rows, [&](std::size_t row, std::size_t rows) {
        const float* x = scratch.x.as<float>() + row * width;
        const float* sums = scratch.sums.as<float>();
        tags_.run(rows, x, tags_ready_.weights, scratch.sums.as<void>(), scratch.tags, scratch.stream);
        for (std::size_t i = 0; i < std::min(rows, group.rows - row); ++i) {
            while (row + i >= member->row + member->rows) ++member;
            const std::size_t piece = member->window.begin + row + i - member->row - 1;          // [CLS] before the first: wraps, and is not kept
            if (piece + 1 == member->window.begin || piece < member->window.keep_begin || piece >= member->window.keep_end) continue;
            std::copy_n(x + i * width, width, states + piece * width);
            for (std::size_t column = 0; column < kTags; ++column) tags[piece * kTags + column] = sums[i * kTagColumns + column] + tags_ready_.bias[column];
        }
    });
}

}  // namespace firsthand::model
