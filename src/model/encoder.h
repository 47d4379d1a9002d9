// Text -> Encoding: the trained network, from a model file. Start here; the other headers of this folder are its parts.
//
//     auto encoder = Encoder::load("accurate.safetensors", Precision::automatic);
//     Encoder::Scratch scratch(*encoder);                         // one for each worker
//     const Encoding encoding = encoder->encode({.text = text}, scratch);
//
// It starts no thread. Nothing outside this folder knows by which library it computes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"
#include "firsthand/types.h"
#include "model/features.h"
#include "model/tags.h"

namespace firsthand::model {

// What the products are computed in. automatic: int8 where the processor has AVX2 or better, else f32.
enum class Precision : std::uint8_t { automatic, f32, bf16, int8 };
[[nodiscard]] std::optional<Precision> precision_named(std::string_view name);

// Of a longer text only so many pieces are read: 113 MB of scores for 384 columns. The longest of 37,554 real articles has a third.
inline constexpr std::size_t kMostPieces = 1U << 16U;

// Pieces of an Encoding, half open.
struct PieceSpan {
    std::uint32_t begin = 0, end = 0;
    friend bool operator==(const PieceSpan&, const PieceSpan&) = default;
    friend auto operator<=>(const PieceSpan&, const PieceSpan&) = default;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

using PassageVector = std::array<float, kVectorWidth>;              // of length 1

// Immutable: threads share it.
class Encoder {
  public:
    // What one worker computes in; it keeps its memory from text to text.
    class Scratch {
      public:
        explicit Scratch(const Encoder& encoder);
        Scratch(Scratch&&) noexcept;
        Scratch& operator=(Scratch&&) noexcept;
        ~Scratch();

      private:
        friend class Encoder;
        struct Parts;
        std::unique_ptr<Parts> parts_;
    };

    // One error for whatever is wrong with the file, and for a precision that the processor lacks.
    [[nodiscard]] static Result<Encoder> load(const std::string& path, Precision precision);
    Encoder(Encoder&&) noexcept;
    Encoder& operator=(Encoder&&) noexcept;
    ~Encoder();

    // One pass over a text. Sets the calling thread's number of OpenMP threads to 1.
    [[nodiscard]] Encoding encode(const Text& text, Scratch& scratch) const;

    // How well each query (row) and each key (column) go together; above 0: better than nobody. Spans are not empty.
    [[nodiscard]] std::vector<float> links(const Encoding& encoding, Relation relation, std::span<const PieceSpan> queries, std::span<const PieceSpan> keys) const;
    // The weights of a logistic regression from what speaks for an attribution to the chance that it is right.
    [[nodiscard]] std::span<const float, kEvidence> calibration() const;
    // What a passage is about; its pieces may stand in several spans, at least one is not empty.
    [[nodiscard]] PassageVector vector(const Encoding& encoding, std::span<const PieceSpan> spans) const;

    // Name, hash of the weights, precision: results of two encoders with the same identity are the same on one machine.
    [[nodiscard]] const std::string& identity() const;
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] Precision precision() const;                     // never automatic

  private:
    struct Parts;
    explicit Encoder(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace firsthand::model
