// The `firsthand` command: words in, one call, text and an exit code out.
#pragma once

#include <string>
#include <vector>

#include "firsthand/error.h"

namespace firsthand::cli {

// The contract's exit codes.
enum Exit : int { kDone = 0, kFailed = 1, kWrongUsage = 2, kSomeSkipped = 3, kStoreBusy = 4, kInterrupted = 130 };

// What the flags set. One struct for all commands: a command reads what its row in commands.cc names.
struct Options {
    std::vector<std::string> paths;
    std::string id;                                // what a command that looks at one thing looks at
    std::string html, json, csv, jsonl, meta;      // files to write or read; "-" is standard output; empty: none
    std::string model = "accurate", models, precision = "automatic";
    std::string progress = "auto";                 // "auto", "json", "none"
    bool vectors = false;
    unsigned threads = 0;                          // 0: one for each processor
    unsigned limit = 0;                            // how many results to show; 0: all
};

// The whole program: parses, runs, translates errors into exit codes and messages on standard error.
[[nodiscard]] int run(int argument_count, char** arguments);

}  // namespace firsthand::cli
