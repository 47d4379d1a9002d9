// oneDNN 2.6 (Gong et al., github.com/oneapi-src/oneDNN). Tested through encoder_test.cc.
#include "model/products.h"

#include <cmath>
#include <cstring>
#include <string_view>

namespace firsthand::model {

namespace {

using dnnl::memory;
using Type = memory::data_type;
using Tag = memory::format_tag;

Type source_type(Number number) { return number == Number::int8 ? Type::u8 : number == Number::bf16 ? Type::bf16 : Type::f32; }
Type weight_type(Number number) { return number == Number::int8 ? Type::s8 : number == Number::bf16 ? Type::bf16 : Type::f32; }
Type sums_type(Number number) { return number == Number::int8 ? Type::s32 : Type::f32; }
Type type_of(ElementType type) { return type == ElementType::i8 ? Type::s8 : type == ElementType::bf16 ? Type::bf16 : Type::f32; }

memory::dim dim(std::size_t size) { return static_cast<memory::dim>(size); }

dnnl::primitive_attr attributes() {
    dnnl::primitive_attr out;
    out.set_scratchpad_mode(dnnl::scratchpad_mode::user);       // primitives are shared by threads
    return out;
}

memory empty(const memory::desc& shape, const dnnl::engine& engine) { return {shape, engine, DNNL_MEMORY_NONE}; }

void set(const memory& slot, const void* values) { slot.set_data_handle(const_cast<void*>(values)); }

void execute(const dnnl::primitive& primitive, const dnnl::stream& stream, std::array<dnnl_exec_arg_t, 4> arguments) {
    dnnl::error::wrap_c_api(dnnl_primitive_execute(primitive.get(), stream.get(), static_cast<int>(arguments.size()), arguments.data()), "a product failed");
}

bool covers(dnnl::cpu_isa have, dnnl::cpu_isa want) { return (static_cast<unsigned>(have) & static_cast<unsigned>(want)) == static_cast<unsigned>(want); }

float value_at(const Matrix& matrix, std::size_t row, std::size_t column) {
    const std::size_t at = row * matrix.columns + column;
    if (matrix.type == ElementType::i8) return matrix.scale[row] * static_cast<const std::int8_t*>(matrix.values)[at];
    if (matrix.type == ElementType::f32) return static_cast<const float*>(matrix.values)[at];
    const std::uint32_t bits = std::uint32_t{static_cast<const std::uint16_t*>(matrix.values)[at]} << 16U;
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

std::vector<float> as_floats(const Matrix& matrix) {
    std::vector<float> out(matrix.rows * matrix.columns);
    for (std::size_t row = 0; row < matrix.rows; ++row)
        for (std::size_t column = 0; column < matrix.columns; ++column) out[row * matrix.columns + column] = value_at(matrix, row, column);
    return out;
}

// As training/export.py quantises.
std::vector<std::int8_t> as_bytes(const Matrix& matrix, std::vector<float>& scale) {
    const std::vector<float> values = as_floats(matrix);
    std::vector<std::int8_t> out(values.size());
    scale.resize(matrix.rows);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        const float* from = values.data() + row * matrix.columns;
        float most = 1e-12F;
        for (std::size_t i = 0; i < matrix.columns; ++i) most = std::max(most, std::abs(from[i]));
        scale[row] = most / 127;
        for (std::size_t i = 0; i < matrix.columns; ++i) out[row * matrix.columns + i] = static_cast<std::int8_t>(std::nearbyint(from[i] / scale[row]));
    }
    return out;
}

// A row's bytes count from its least value: what that adds to each column is that value times the sum of the column's weights.
std::vector<float> sums_of(const std::int8_t* values, const Matrix& matrix, const std::vector<float>& scale) {
    std::vector<float> out(matrix.rows);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < matrix.columns; ++i) sum += values[row * matrix.columns + i];
        out[row] = static_cast<float>(sum) * scale[row];
    }
    return out;
}

}  // namespace

Processor find_processor() {
    const dnnl::cpu_isa isa = dnnl::get_effective_cpu_isa();
    const bool vnni = covers(isa, dnnl::cpu_isa::avx512_core_vnni) || covers(isa, dnnl::cpu_isa::avx2_vnni);
    Processor out;
    out.level = covers(isa, dnnl::cpu_isa::avx512_core) ? Level::v4 : covers(isa, dnnl::cpu_isa::avx2) ? Level::v3 : Level::v2;
    out.bf16 = covers(isa, dnnl::cpu_isa::avx512_core_bf16);
    out.int8 = covers(isa, dnnl::cpu_isa::avx2);
    out.sums_in_16_bits = !vnni;
    return out;
}

LinearProduct::LinearProduct(const dnnl::engine& engine, Number number, std::size_t in, std::size_t out) : number_(number), in_(in), out_(out) {
    memory::desc weights({dim(out), dim(in), 1, 1}, weight_type(number), Tag::any);
    for (std::size_t i = 0; i < 2; ++i) {
        const memory::dim rows = dim(i == 0 ? kBlockRows : kStepRows);
        const memory::desc source({1, dim(in), rows, 1}, source_type(number), Tag::nhwc), sums({1, dim(out), rows, 1}, sums_type(number), Tag::nhwc);
        const dnnl::convolution_forward::desc description(dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct, source, weights, sums, {1, 1}, {0, 0}, {0, 0});
        descriptions_[i] = {description, attributes(), engine};
        primitives_[i] = dnnl::convolution_forward(descriptions_[i]);
        if (i == 0) weights = weights_ = descriptions_[i].weights_desc();          // one order for all row counts
    }
    steps_ = !std::string_view(descriptions_[1].impl_info_str()).starts_with("ref");     // some 1000 times slower
}

memory LinearProduct::reorder(const dnnl::engine& engine, const Matrix& matrix, std::vector<float>& scale, std::vector<float>& offset) const {
    std::vector<float> floats;
    std::vector<std::int8_t> bytes;
    const void* values = matrix.values;
    ElementType type = matrix.type;
    if (number_ == Number::int8) {
        if (matrix.type == ElementType::i8) {
            scale.assign(matrix.scale, matrix.scale + matrix.rows);
        } else {
            bytes = as_bytes(matrix, scale);
            values = bytes.data();
            type = ElementType::i8;
        }
        offset = sums_of(static_cast<const std::int8_t*>(values), matrix, scale);
    } else if (matrix.type == ElementType::i8) {
        floats = as_floats(matrix);
        values = floats.data();
        type = ElementType::f32;
    }
    memory plain({{dim(out_), dim(in_), 1, 1}, type_of(type), Tag::oihw}, engine, const_cast<void*>(values));
    memory out(weights_, engine);
    dnnl::stream stream(engine);
    dnnl::reorder(plain, out).execute(stream, plain, out);
    stream.wait();
    return out;
}

ProductSlots LinearProduct::make_slots(const dnnl::engine& engine) const {
    ProductSlots out;
    for (std::size_t i = 0; i < 2; ++i) {
        out.source[i] = empty(descriptions_[i].src_desc(), engine);
        out.sums[i] = empty(descriptions_[i].dst_desc(), engine);
        out.scratchpad[i] = memory(descriptions_[i].scratchpad_desc(), engine);
    }
    return out;
}

void LinearProduct::run(std::size_t rows, const void* source, const memory& weights, void* sums, ProductSlots& slots, dnnl::stream& stream) const {
    const std::size_t i = rows == kBlockRows || !steps_ ? 0 : 1;
    set(slots.source[i], source);
    set(slots.sums[i], sums);
    execute(primitives_[i], stream, {{{DNNL_ARG_SRC, slots.source[i].get()}, {DNNL_ARG_WEIGHTS, weights.get()}, {DNNL_ARG_DST, slots.sums[i].get()}, {DNNL_ARG_SCRATCHPAD, slots.scratchpad[i].get()}}});
}

AttentionProduct::AttentionProduct(const dnnl::engine& engine, Number number, std::size_t head_width, std::size_t longest) {
    const Type type = source_type(number);
    const memory::dim width = dim(head_width);
    for (std::size_t rows = kStepRows; rows < longest + kStepRows; rows += kStepRows) {
        const memory::dim n = dim(rows);
        Length length;
        length.score_description = {{memory::desc({n, width}, type, Tag::ab), memory::desc({width, n}, type, Tag::ba), memory::desc({n, n}, Type::f32, Tag::ab)}, attributes(), engine};
        length.mix_description = {{memory::desc({n, n}, type, Tag::ab), memory::desc({n, width}, type, Tag::ab), memory::desc({n, width}, Type::f32, Tag::ab)}, attributes(), engine};
        length.score = dnnl::matmul(length.score_description);
        length.mix = dnnl::matmul(length.mix_description);
        lengths_.push_back(length);
    }
}

AttentionSlots AttentionProduct::make_slots(const dnnl::engine& engine) const {
    AttentionSlots out;
    for (const Length& length : lengths_) {
        const auto& score = length.score_description;
        const auto& mix = length.mix_description;
        out.lengths.push_back({.query = empty(score.src_desc(), engine), .key = empty(score.weights_desc(), engine), .scores = empty(score.dst_desc(), engine), .shares = empty(mix.src_desc(), engine),
                               .value = empty(mix.weights_desc(), engine), .context = empty(mix.dst_desc(), engine),
                               .scratchpad = {memory(score.scratchpad_desc(), engine), memory(mix.scratchpad_desc(), engine)}});
    }
    return out;
}

void AttentionProduct::score(std::size_t length, const void* query, const void* key, float* scores, AttentionSlots& slots, dnnl::stream& stream) const {
    const std::size_t i = length / kStepRows - 1;
    AttentionSlots::Length& slot = slots.lengths[i];
    set(slot.query, query);
    set(slot.key, key);
    set(slot.scores, scores);
    execute(lengths_[i].score, stream, {{{DNNL_ARG_SRC, slot.query.get()}, {DNNL_ARG_WEIGHTS, slot.key.get()}, {DNNL_ARG_DST, slot.scores.get()}, {DNNL_ARG_SCRATCHPAD, slot.scratchpad[0].get()}}});
}

void AttentionProduct::mix(std::size_t length, const void* shares, const void* value, float* context, AttentionSlots& slots, dnnl::stream& stream) const {
    const std::size_t i = length / kStepRows - 1;
    AttentionSlots::Length& slot = slots.lengths[i];
    set(slot.shares, shares);
    set(slot.value, value);
    set(slot.context, context);
    execute(lengths_[i].mix, stream, {{{DNNL_ARG_SRC, slot.shares.get()}, {DNNL_ARG_WEIGHTS, slot.value.get()}, {DNNL_ARG_DST, slot.context.get()}, {DNNL_ARG_SCRATCHPAD, slot.scratchpad[1].get()}}});
}

}  // namespace firsthand::model
