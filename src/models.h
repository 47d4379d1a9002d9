// What the spine reads documents with: the encoder that the user chose, and room for each worker to compute in.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "firsthand/firsthand.h"
#include "model/encoder.h"

namespace firsthand {

struct Models::Parts {
    Parts(model::Encoder loaded, bool with_vectors) : encoder(std::move(loaded)), vectors(with_vectors) {}
    model::Encoder encoder;
    bool vectors;                                  // wanted

    // Entities, attributions, terms and, where wanted, vectors of a reading whose document and annotation are there.
    void extract(Reading& reading);

  private:
    // The pieces' places are those of the whole text.
    [[nodiscard]] Encoding encode_part(const Document& document, ByteSpan part, ByteSpan title, model::Encoder::Scratch& scratch) const;
    // What a passage is about; of each of its spans the first `most` pieces.
    [[nodiscard]] Vectors::Direction direction_of(const Encoding& encoding, std::span<const ByteSpan> passage, std::uint32_t most) const;
    // The vectors of the contents that begin in a part.
    void fill_contents(Reading& reading, const Encoding& encoding, ByteSpan part) const;
    [[nodiscard]] std::unique_ptr<model::Encoder::Scratch> borrow();
    void give_back(std::unique_ptr<model::Encoder::Scratch> scratch);

    std::mutex mutex_;
    std::vector<std::unique_ptr<model::Encoder::Scratch>> idle_;
};

// Where the model files are looked for, when no folder is given: beside an installed program, then above a program in its build folder.
[[nodiscard]] std::vector<std::string> model_folders();

}  // namespace firsthand
