// `firsthand extract`: what each document says by itself, one line for each, in the order of the input. Streams.
//
// An interrupted run goes on after FILE's last full line: the lines that are there name their documents, and the same
// inputs give the same documents again. Tested by tests/cli/test_extract.py.
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "base/threads.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/skips.h"
#include "pipeline.h"
#include "read/read.h"
#include "report/report.h"

namespace firsthand::cli {

namespace {

// The lines of an interrupted run.
struct Before {
    std::ifstream file;
    std::uint64_t lines = 0;                       // full ones
    std::uint64_t bytes = 0;                       // up to the last full line's end
};

bool is_regular_file(const std::string& path) {
    struct stat status {};
    return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

Before count_before(const std::string& path) {
    Before before;
    if (!is_regular_file(path)) return before;
    before.file.open(path, std::ios::binary);
    std::string block(1U << 20U, '\0');
    for (std::uint64_t at = 0; before.file;) {
        before.file.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto got = static_cast<std::size_t>(before.file.gcount());
        for (std::size_t i = 0; i < got; ++i)
            if (block[i] == '\n') {
                ++before.lines;
                before.bytes = at + i + 1;
            }
        at += got;
    }
    before.file.clear();
    before.file.seekg(0);
    return before;
}

struct Numbered {
    std::uint64_t number = 0;                      // of its line, from 0
    read::Item item;
};

struct Line {
    std::string id, text;                          // text empty: stands in the file already
    Skipped skipped;                               // path empty: none
};

class Extraction {
  public:
    Extraction(const Options& options, Models models, read::Reader reader, Before before)
        : options_(options), models_(std::move(models)), reader_(std::move(reader)), before_(std::move(before)), progress_(options.progress), program_(fmt::format("firsthand {}", version())) {}

    int run() {
        note_interrupt();
        const auto read_each = [&](auto next_one) {
            base::ordered_pipeline(
                options_.threads, [&] { return number(next_one); }, [&](Numbered numbered) { return make_line(std::move(numbered)); },
                [&](const Line& line) { return take(line); });
        };
        read_each([&] { return next_item(reader_, shared_); });
        if (goes_on()) read_each([&] { return next_left(reader_, shared_); });
        if (goes_on()) take_unjoined();
        progress_.clear();
        skips_.close();
        if (!error_ && !interrupted() && lines_ < before_.lines) error_ = foreign(lines_ + 1);
        if (!error_ && !output_) open_output();
        if (error_) return report_error(*error_);
        if (auto closed = output_->close(); !closed) return report_error(closed.error());
        if (interrupted()) {
            fmt::print(stderr, "firsthand: interrupted after {} lines; the same command goes on from there\n", lines_);
            return kInterrupted;
        }
        return skipped_ ? kSomeSkipped : kDone;
    }

  private:
    [[nodiscard]] bool goes_on() { return !error_ && !interrupted() && (!output_ || output_->stream()); }

    template <typename Next>
    std::optional<Numbered> number(Next next) {
        if (interrupted()) return std::nullopt;
        auto item = next();
        if (!item) return std::nullopt;
        return Numbered{produced_++, std::move(*item)};
    }

    [[nodiscard]] Line make_line(Numbered numbered) const {
        Line line;
        std::ostringstream text;
        report::ReportOptions how{.program = program_, .model = models_.identity(), .vectors = options_.vectors};
        const bool repeated = numbered.number < before_.lines;
        read::Completed completed = reader_.complete(std::move(numbered.item));
        if (auto* document = std::get_if<Document>(&completed)) {
            line.id = document->id;
            auto extracted = reader_.recall(*document);         // also where it is not needed: a line that met its text is not left over
            if (extracted && options_.vectors && extracted->vectors.contents.size() != extracted->attributions.size()) extracted.reset();
            const std::string program = extracted ? extracted->program : std::string(how.program), model = extracted ? extracted->model : std::string(how.model);
            how.program = program;                              // a line keeps the names of those who made it
            how.model = model;
            if (!repeated) report::write_extract(extracted ? read_document(std::move(*document), std::move(*extracted)) : read_document(std::move(*document), models_), how, text);
        } else {
            line.skipped = std::move(std::get<Skipped>(completed));
            line.id = line.skipped.path;
            if (!repeated) report::write_extract_error(line.skipped, how, text);
        }
        line.text = std::move(text).str();
        return line;
    }

    // Known only now: which records of listings joined a document.
    void take_unjoined() {
        for (Skipped& skipped : reader_.list_unjoined())
            if (!take(make_line({produced_++, std::move(skipped)}))) return;
    }

    bool take(const Line& line) {
        ++lines_;
        if (!line.skipped.path.empty()) {
            skipped_ = true;
            progress_.clear();
            skips_.say(line.skipped);
        }
        if (lines_ <= before_.lines) {
            std::string there;
            std::getline(before_.file, there);
            if (report::read_line_id(there) != line.id) error_ = foreign(lines_);
            return !error_;
        }
        if (!output_ && !open_output()) return false;
        output_->stream() << line.text << '\n';
        show_reading(progress_, shared_, lines_);
        return static_cast<bool>(output_->stream()) && !interrupted();
    }

    [[nodiscard]] Error foreign(std::uint64_t line) const {
        return {ErrorCode::input, fmt::format("{}:{}: holds another line than these inputs give; name another file, or remove it to begin anew", options_.jsonl, line)};
    }
    bool open_output() {
        auto output = Output::append(options_.jsonl, before_.bytes);
        if (output) {
            output_.emplace(std::move(*output));
        } else {
            error_ = output.error();
        }
        return output_.has_value();
    }

    const Options& options_;
    Models models_;
    read::Reader reader_;
    Before before_;
    ProgressLine progress_;
    SkipReport skips_;
    SharedProgress shared_;
    std::string program_;
    std::optional<Output> output_;
    std::optional<Error> error_;
    std::uint64_t produced_ = 0, lines_ = 0;
    bool skipped_ = false;
};

}  // namespace

int run_extract(const Options& options) {
    exit_on_interrupt();                           // while the first pass reads, nothing is written yet
    auto models = Models::load({options.model, options.models, options.precision, options.vectors});
    if (!models) return report_error(models.error());
    auto reader = read::Reader::open({.paths = options.paths, .meta_path = options.meta, .model = models->identity()});
    if (!reader) return report_error(reader.error());
    return Extraction(options, std::move(*models), std::move(*reader), count_before(options.jsonl)).run();
}

}  // namespace firsthand::cli
