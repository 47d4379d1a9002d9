// Parses with CLI11 from the two tables. Tested by tests/cli/.
#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>

#include "base/utf8.h"
#include "cli/commands.h"
#include "firsthand/firsthand.h"

namespace firsthand::cli {

namespace {

bool belongs(const Flag& flag, std::string_view command) {
    return flag.commands.empty() || fmt::format(" {} ", flag.commands).find(fmt::format(" {} ", command)) != std::string::npos;
}

void add_command(CLI::App& app, const Command& command, Options& options) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.help));
    sub->footer(fmt::format("Example: {}\n\nExit: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs were skipped; 130 interrupted.", command.example));
    sub->add_option("PATH", options.paths, "file, folder (walked) or - for standard input: .txt, JSON, JSONL, arrays, plain or in .gz or .zst")->required()->type_name("");
    for (const Flag& flag : flags()) {
        if (!belongs(flag, command.name)) continue;
        CLI::Option* option = flag.text != nullptr ? sub->add_option(std::string(flag.name), options.*flag.text, std::string(flag.help))
                                                   : sub->add_option(std::string(flag.name), options.*flag.number, std::string(flag.help));
        option->type_name(std::string(flag.value));
        if (flag.name == "--progress") option->check(CLI::IsMember({"auto", "json", "none"}));
        if (flag.name == "--threads") option->check(CLI::Range(1, 1024));
        if (flag.name == "--jsonl") option->required();
    }
}

}  // namespace

int report_error(const Error& error) {
    fmt::print(stderr, "firsthand: {}\n", base::escape_controls(error.message));
    switch (error.code) {
        case ErrorCode::usage: return kWrongUsage;
        case ErrorCode::store_busy:
        case ErrorCode::store_newer: return kStoreBusy;
        case ErrorCode::interrupted: return kInterrupted;
        case ErrorCode::input:
        case ErrorCode::io:
        case ErrorCode::store: return kFailed;
    }
    return kFailed;
}

int run(int argument_count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);                              // a closed pipe is told by the write
    Options options;
    CLI::App app{"Tells first-hand reporting from second-hand repetition: reads a pile of news articles and shows what goes back to what.", "firsthand"};
    app.set_version_flag("--version", fmt::format("firsthand {}", version()));
    app.require_subcommand(1);
    app.failure_message([](const CLI::App* failed, const CLI::Error& error) {
        return fmt::format("firsthand: {}\nTry: firsthand {}--help\n", error.what(), failed->get_subcommands().empty() ? "" : failed->get_subcommands().front()->get_name() + " ");
    });
    for (const Command& command : commands()) add_command(app, command, options);
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kWrongUsage;
    }
    if (options.threads == 0) options.threads = std::max(1U, std::thread::hardware_concurrency());
    const std::string name = app.get_subcommands().front()->get_name();
    for (const Command& command : commands()) {
        if (command.name != name) continue;
        try {
            return command.run(options);
        } catch (const std::bad_alloc&) {
            return report_error({ErrorCode::io, "out of memory: fewer articles at once, or a machine with more"});
        }
    }
    return kWrongUsage;
}

}  // namespace firsthand::cli
