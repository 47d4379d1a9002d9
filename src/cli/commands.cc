// One row a command, one row a flag. Tested by tests/cli/test_help.py.
#include "cli/commands.h"

namespace firsthand::cli {

namespace {

constexpr Command kCommands[] = {
    {"trace", "which articles tell one story, who said what through whom, what was copied, how many ways it came in",
     "firsthand trace saved-articles/ --html report.html", run_trace},
    {"extract", "what each article says by itself: one JSON line for each", "firsthand extract articles.jsonl.zst --jsonl readings.jsonl", run_extract},
};

constexpr Flag kFlags[] = {
    {"--html", "FILE", "write the report as one page without any network access", "trace", &Options::html, nullptr},
    {"--json", "FILE", "write everything as one JSON object; - is standard output", "trace", &Options::json, nullptr},
    {"--jsonl", "FILE", "write one JSON line for each document; - is standard output; goes on after FILE's last full line", "extract", &Options::jsonl, nullptr},
    {"--meta", "FILE", "CSV with the columns path or id, url, outlet, title, published: what is known of the articles besides", "", &Options::meta, nullptr},
    {"--model", "NAME", "the network that finds who says what: accurate, or fast", "", &Options::model, nullptr},
    {"--models", "DIR", "the folder of the networks' files; by default the one beside the program", "", &Options::models, nullptr},
    {"--precision", "HOW", "automatic (what the processor does best), int8, bf16 or f32: what the network computes in", "", &Options::precision, nullptr},
    {"--progress", "HOW", "auto (a bar, on a terminal only), json (lines on standard error) or none", "", &Options::progress, nullptr},
    {"--threads", "N", "how many threads work; by default one for each processor", "", nullptr, &Options::threads},
    {"--vectors", "", "say in each line also what its lead and contents are about, as the network sees it", "extract", nullptr, nullptr, &Options::vectors},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }
std::span<const Flag> flags() { return kFlags; }

}  // namespace firsthand::cli
