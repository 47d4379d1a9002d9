// The commands that show what articles share: where the corpus comes from, then its reports. They differ in nothing but the rows
// of report/reports.cc that they write. Tested by tests/cli/test_trace.py and test_look.py.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <utility>

#include "cli/commands.h"
#include "cli/corpus.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "firsthand/firsthand.h"
#include "report/drift.h"
#include "report/report.h"

namespace firsthand::cli {

namespace {

// What a command writes into files beside its answer on the terminal.
constexpr std::array<std::pair<std::string_view, std::string Options::*>, 3> kFiles{
    {{"json", &Options::json}, {"csv", &Options::csv}, {"html", &Options::html}}};

Result<void> write_report(std::string_view name, const std::string& path, const Corpus& corpus, const report::ReportOptions& how) {
    auto output = Output::create(path);
    if (!output) return output.error();
    for (const report::ReportRow& row : report::reports())
        if (row.name == name) row.write(corpus, how, output->stream());
    return output->close();
}

// "trace" on the terminal, unless a file takes its place, and "trace.json" and the like where they were asked for.
int write_reports(std::string_view command, const Corpus& corpus, const Options& options, std::string_view utterance = {}) {
    const std::string program = fmt::format("firsthand {}", version());
    const report::ReportOptions how{.program = program, .width = terminal_width(STDOUT_FILENO), .color = wants_color(STDOUT_FILENO),
                                    .limit = options.limit, .utterance = utterance};
    bool terminal = true;
    for (const auto& [kind, file] : kFiles) {
        const std::string& path = options.*file;
        if (path.empty()) continue;
        terminal = terminal && path != "-";
        if (auto written = write_report(fmt::format("{}.{}", command, kind), path, corpus, how); !written) return report_error(written.error());
    }
    if (terminal)
        if (auto written = write_report(command, "-", corpus, how); !written) return report_error(written.error());
    if (corpus.readings.empty() && !corpus.skipped.empty()) fmt::print(stderr, "firsthand: nothing could be read\n");
    return corpus.skipped.empty() ? kDone : kSomeSkipped;
}

int show(std::string_view command, const Options& options) {
    exit_on_interrupt();
    const auto corpus = trace_paths(options);
    return corpus ? write_reports(command, *corpus, options) : report_error(corpus.error());
}

}  // namespace

int run_trace(const Options& options) { return show("trace", options); }
int run_copies(const Options& options) { return show("copies", options); }
int run_echoes(const Options& options) { return show("echoes", options); }

int run_drift(const Options& options) {
    exit_on_interrupt();
    if (const auto checked = report::check_utterance_name(options.id); !checked) return report_error(checked.error());
    const auto corpus = trace_paths(options);
    if (!corpus) return report_error(corpus.error());
    const auto utterance = report::find_utterance(*corpus, options.id);
    return utterance ? write_reports("drift", *corpus, options, *utterance) : report_error(utterance.error());
}

}  // namespace firsthand::cli
