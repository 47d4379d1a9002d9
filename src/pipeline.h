// The spine, declared: which stage follows which is in pipeline.cc.
#pragma once

#include <functional>
#include <string_view>

#include "firsthand/firsthand.h"
#include "store/store.h"

namespace firsthand::pipeline {

// What finds the attributions, as lines of `extract` name it.
inline constexpr std::string_view kModel = "rules";

struct PipelineOptions {
    unsigned threads = 1;
    std::function<void(std::string_view stage, std::uint64_t done, std::uint64_t of)> progress;   // empty: none
};

// Stories, copies, echoes, people and utterances of everything in the store.
[[nodiscard]] Result<void> link_corpus(store::Store& store, const PipelineOptions& options);
// Relays, origins and positions for what was linked.
[[nodiscard]] Result<void> weigh_corpus(store::Store& store);
// Everything, without annotations, for a report.
[[nodiscard]] Result<Corpus> load_corpus(const store::Store& store);

}  // namespace firsthand::pipeline
