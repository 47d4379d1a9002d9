// The table of commands and the table of flags. Help and parsing come from them.
//
// To add a command: one file cli/<name>.cc (or, where it only shows what articles share, a line in reports.cc), one row in
// commands.cc. To add a flag: one row there.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/cli.h"

namespace firsthand::cli {

struct Command {
    std::string_view name;
    std::string_view help;                         // one line
    std::string_view example;
    int (*run)(const Options&);                    // returns an exit code; prints its own messages
    std::string_view id = {};                      // what its first word names, before the paths; empty: there is none
};
[[nodiscard]] std::span<const Command> commands();

struct Flag {
    std::string_view name;                         // "--json"
    std::string_view value;                        // "FILE"; what the help shows
    std::string_view help;
    std::string_view commands;                     // blank-separated; empty: all
    std::string Options::* text;                   // where it goes: one of the three
    unsigned Options::* number;
    bool Options::* on = nullptr;
};
[[nodiscard]] std::span<const Flag> flags();

[[nodiscard]] int run_trace(const Options& options);
[[nodiscard]] int run_extract(const Options& options);
[[nodiscard]] int run_copies(const Options& options);
[[nodiscard]] int run_echoes(const Options& options);
[[nodiscard]] int run_drift(const Options& options);

// "firsthand: …" on standard error, and the exit code for the error.
[[nodiscard]] int report_error(const Error& error);

}  // namespace firsthand::cli
