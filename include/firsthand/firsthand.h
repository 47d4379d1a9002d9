// Firsthand as a library: what one document says by itself. Include this.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand {

// "0.1.0"
[[nodiscard]] std::string_view version();

// "accurate", "fast"
[[nodiscard]] std::span<const std::string_view> model_names();

struct ModelOptions {
    std::string name = "accurate";                 // one of model_names()
    std::string folder;                            // where NAME.safetensors is; empty: beside the program (share/firsthand/models)
    std::string precision = "automatic";           // "automatic": what the processor does best; "int8", "bf16", "f32"
    bool vectors = false;                          // also those of contents in Reading::vectors
};

// What documents are read with. Immutable, loaded once, shared by threads; copies share what was loaded.
class Models {
  public:
    Models() = default;                            // no network: nobody is heard, no names are found
    // Error when the file is missing, damaged, newer than this program, or needs what the processor lacks.
    [[nodiscard]] static Result<Models> load(const ModelOptions& options);
    // Name, hash of the weights and precision: "accurate 1f2e3d4c5b6a7988 int8"; empty without a network.
    [[nodiscard]] const std::string& identity() const { return identity_; }

    struct Parts;                                  // models.h
    [[nodiscard]] Parts* parts() const { return parts_.get(); }   // null: no network

  private:
    std::shared_ptr<Parts> parts_;
    std::string identity_;
};

// Reads one document: annotation, names, attributions, terms. Touches no shared state; any number of threads may call it.
[[nodiscard]] Reading read_document(Document document, const Models& models);
// The same, where it was extracted before: only annotation and terms are made anew. Every position must have been checked.
[[nodiscard]] Reading read_document(Document document, Extracted extracted);

}  // namespace firsthand
