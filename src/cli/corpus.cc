// Reads, links and weighs in a private store that is gone afterwards. Tested by tests/cli/test_trace.py.
#include "cli/corpus.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/threads.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/skips.h"
#include "pipeline.h"
#include "read/read.h"
#include "store/intake.h"

namespace firsthand::cli {

namespace {

constexpr std::uint64_t kCommitEach = 2000;

struct ReadOne {
    std::optional<Reading> reading;
    Skipped skipped;
};

ReadOne read_one(const read::Reader& reader, const Models& models, read::Item item) {
    ReadOne one;
    read::Completed completed = reader.complete(std::move(item));
    if (auto* document = std::get_if<Document>(&completed)) {
        one.reading = make_reading(reader, models, std::move(*document));
    } else {
        one.skipped = std::move(std::get<Skipped>(completed));
    }
    return one;
}

// Reads everything into the store; what was skipped, in `skipped`.
Result<void> read_all(const Options& options, const Models& models, store::Store& store, std::vector<Skipped>& skipped, ProgressLine& progress) {
    auto reader = read::Reader::open({.paths = options.paths, .meta_path = options.meta, .model = models.identity()});
    if (!reader) return reader.error();
    store::Intake intake(store);
    Result<void> result;
    std::uint64_t count = 0;
    SharedProgress shared;
    const auto read_each = [&](auto next) {
        base::ordered_pipeline(
            options.threads, next, [&](read::Item item) { return read_one(*reader, models, std::move(item)); },
            [&](ReadOne one) {
                if (one.reading) {
                    result = intake.add(std::move(*one.reading));
                    if (result && ++count % kCommitEach == 0) result = store.commit();
                } else {
                    skipped.push_back(std::move(one.skipped));
                }
                show_reading(progress, shared, intake.count());
                return result.has_value();
            });
    };
    read_each([&] { return next_item(*reader, shared); });
    if (result) read_each([&] { return next_left(*reader, shared); });
    if (!result) return result;
    for (Skipped& one : reader->list_unjoined()) skipped.push_back(std::move(one));
    if (auto settled = intake.settle(skipped); !settled) return settled;
    return store.commit();
}

void say_skipped(const std::vector<Skipped>& skipped) {
    SkipReport report;
    for (const Skipped& one : skipped) report.say(one);
    report.close();
}

}  // namespace

Result<Corpus> trace_paths(const Options& options) {
    auto models = Models::load({options.model, options.models, options.precision});
    if (!models) return models.error();
    auto store = store::Store::open_temporary();
    if (!store) return store.error();
    std::vector<Skipped> skipped;
    Result<Corpus> corpus = Error{};
    {
        ProgressLine progress(options.progress);
        const auto show = [&](std::string_view stage, std::uint64_t done, std::uint64_t of) { progress.show(stage, done, of, "steps"); };
        if (auto done = read_all(options, *models, *store, skipped, progress); !done) return done.error();
        if (auto done = pipeline::link_corpus(*store, {.threads = options.threads, .progress = show}); !done) return done.error();
        show("weighing", 1, 1);
        if (auto done = pipeline::weigh_corpus(*store); !done) return done.error();
        show("writing", 1, 1);
        corpus = pipeline::load_corpus(*store);
        if (!corpus) return corpus.error();
    }
    std::sort(skipped.begin(), skipped.end());
    skipped.erase(std::unique(skipped.begin(), skipped.end()), skipped.end());     // an input and a line of `extract` may say the same
    say_skipped(skipped);
    corpus->skipped = std::move(skipped);
    return corpus;
}

}  // namespace firsthand::cli
