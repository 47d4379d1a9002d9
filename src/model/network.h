// Input pieces -> tag scores and states: the transformer of training/network.py (post-LN, GELU; Devlin et al. 2019).
//
// Rows of several windows stand one behind the other, without padding between them, in all but attention. Between two attentions
// a block of rows goes through all that does not mix rows, and stays in the second-level cache.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "model/features.h"
#include "model/kernels.h"
#include "model/products.h"
#include "model/weights.h"
#include "model/windows.h"

namespace firsthand::model {

// Memory that never moves and begins where vectors like it.
class Buffer {
  public:
    Buffer() = default;
    explicit Buffer(std::size_t bytes);
    template <typename Element>
    [[nodiscard]] Element* as() const { return static_cast<Element*>(static_cast<void*>(bytes_.get())); }

  private:
    struct Free {
        void operator()(std::byte* bytes) const;
    };
    std::unique_ptr<std::byte, Free> bytes_;
};

// What one worker computes in.
struct NetworkScratch {
    dnnl::stream stream;
    ProductSlots qkv, out, up, down, tags;
    AttentionSlots attention;
    Buffer x, packed, packed_scales, inner, inner_scales, sums, row;
    Buffer heads, scores, shares, context, inverse;
    std::vector<HeadPlace> places;                 // of each row
};

class Network {
  public:
    // The bytes under `weights` must stay: embeddings and norms are read from them.
    Network(const Weights& weights, Number number, const Processor& processor);

    [[nodiscard]] NetworkScratch make_scratch() const;
    // tags: [pieces][kTags], states: [pieces][width].
    void run(std::span<const InputPiece> pieces, NetworkScratch& scratch, float* tags, float* states) const;
    [[nodiscard]] const Kernels& passes() const { return kernels_; }

  private:
    // One product's weights, ready.
    struct Ready {
        dnnl::memory weights;
        std::vector<float> scale, offset;          // int8: as kernels.h Product has them
        const float* bias = nullptr;
    };
    struct Layer {
        Ready qkv, out, up, down;
        NormWeights norm1, norm2;
    };
    // A window's place among the rows of a group.
    struct Member {
        Window window;
        std::size_t row = 0, rows = 0, padded = 0; // first row, rows with both ends, rows in attention
        std::size_t heads = 0;                     // its first element of `heads`
    };
    struct Group;

    [[nodiscard]] Ready prepare(const LinearProduct& product, const Linear& linear) const;
    void place(Group& group, NetworkScratch& scratch) const;
    void embed(const Group& group, std::span<const InputPiece> pieces, NetworkScratch& scratch) const;
    [[nodiscard]] EmbeddingRow embedding(const InputPiece& piece, std::size_t position) const;
    [[nodiscard]] Product multiply(const LinearProduct& product, const Ready& ready, std::size_t rows, Packed source, ProductSlots& slots, NetworkScratch& scratch) const;
    void project(const Layer& layer, const Group& group, std::size_t row, std::size_t rows, NetworkScratch& scratch) const;
    void attend(const Group& group, NetworkScratch& scratch) const;
    void transform(const Layer& layer, std::size_t row, std::size_t rows, NetworkScratch& scratch) const;
    void keep(const Group& group, NetworkScratch& scratch, float* tags, float* states) const;
    [[nodiscard]] Packed packed_rows(std::size_t row, NetworkScratch& scratch) const;

    Weights weights_;
    Number number_, attention_number_;
    float levels_;
    const Kernels& kernels_;
    std::size_t longest_;                          // rows of the longest window
    dnnl::engine engine_;
    LinearProduct qkv_, out_, up_, down_, tags_;
    AttentionProduct attention_;
    std::vector<Layer> layers_;
    Ready tags_ready_;
    std::vector<float> padded_tags_;               // weights and bias of the tags, with a row or so of zeros behind
};

}  // namespace firsthand::model
