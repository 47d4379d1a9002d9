// One row a command, one row a flag. Tested by tests/cli/test_help.py.
#include "cli/commands.h"

namespace firsthand::cli {

namespace {

constexpr Command kCommands[] = {
    {"trace", "which articles tell one story, who said what through whom, what was copied, how many ways it came in",
     "firsthand trace saved-articles/ --html report.html", run_trace},
    {"extract", "what each article says by itself: one JSON line for each", "firsthand extract articles.jsonl.zst --jsonl readings.jsonl", run_extract},
    {"copies", "which articles print one text, whose it is, and how many of an article's words are somebody else's",
     "firsthand copies saved-articles/ --csv copies.csv", run_copies},
    {"echoes", "passages that one article repeats from another, side by side, the longest first", "firsthand echoes saved-articles/ --limit 20", run_echoes},
    {"drift", "how one saying changed from article to article: every rendering with its edits", "firsthand drift all saved-articles/ --html drift.html", run_drift,
     "the utterance: its id (utterance-…) or the beginning of it; all: every one whose renderings differ, the most telling first"},
};

constexpr Flag kFlags[] = {
    {"--html", "FILE", "write the report as one page without any network access", "trace copies echoes drift", &Options::html, nullptr},
    {"--json", "FILE", "write everything as one JSON object; - is standard output", "trace copies echoes drift", &Options::json, nullptr},
    {"--csv", "FILE", "write a table, one row for each article, passage or rendering; - is standard output", "copies echoes drift", &Options::csv, nullptr},
    {"--jsonl", "FILE", "write one JSON line for each document; - is standard output; goes on after FILE's last full line", "extract", &Options::jsonl, nullptr},
    {"--limit", "N", "show the first N only; by default all", "copies echoes drift", nullptr, &Options::limit},
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
