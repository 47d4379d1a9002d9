// Parses with CLI11 from the two tables. Tested by tests/cli/.
#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include "base/utf8.h"
#include "cli/commands.h"
#include "firsthand/firsthand.h"
#include "read/formats.h"

namespace firsthand::cli {

namespace {

bool belongs(const Flag& flag, std::string_view command) {
    return flag.commands.empty() || fmt::format(" {} ", flag.commands).find(fmt::format(" {} ", command)) != std::string::npos;
}

// Levenshtein distance.
std::size_t count_edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

// "; did you mean --json?", or nothing when no name is near.
std::string suggest(std::string_view given, const std::vector<std::string_view>& names) {
    std::string_view best;
    std::size_t least = given.size() / 2 + 1;
    for (const std::string_view name : names)
        if (const std::size_t edits = count_edits(given, name); edits < least) {
            least = edits;
            best = name;
        }
    return best.empty() ? "" : fmt::format("; did you mean {}?", best);
}

// What is wrong with the words of the command line that name something; empty when they all exist.
std::string find_unknown(int argument_count, char** arguments) {
    std::string_view command;
    for (int i = 1; i < argument_count; ++i) {
        const std::string_view word = arguments[i];
        if (word == "--") break;
        if (command.empty() && !word.starts_with('-')) {
            std::vector<std::string_view> names;
            for (const Command& known : commands()) names.push_back(known.name);
            if (std::find(names.begin(), names.end(), word) == names.end()) return fmt::format("{} is no command{}", base::escape_controls(word), suggest(word, names));
            command = word;
        } else if (!command.empty() && word.starts_with("--")) {
            std::vector<std::string_view> names{"--help"};
            for (const Flag& flag : flags())
                if (belongs(flag, command)) names.push_back(flag.name);
            const std::string_view name = word.substr(0, word.find('='));
            if (std::find(names.begin(), names.end(), name) == names.end()) return fmt::format("{} has no {}{}", command, base::escape_controls(name), suggest(name, names));
        }
    }
    return {};
}

// "  HTML        one web page, …", a line each.
std::string say_formats() {
    std::size_t width = 0;
    for (const read::Format& format : read::list_formats()) width = std::max(width, format.name.size());
    std::string out;
    for (const read::Format& format : read::list_formats()) out += fmt::format("  {:<{}}  {}\n", format.name, width, format.help);
    return out;
}

void add_command(CLI::App& app, const Command& command, Options& options) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.help));
    sub->footer(fmt::format("Reads, plain or in .gz or .zst, told by content:\n{}\nExample: {}\n\nExit: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs were skipped; 130 interrupted.",
        say_formats(), command.example));
    if (!command.id.empty()) sub->add_option("ID", options.id, std::string(command.id))->required()->type_name("");
    sub->add_option("PATH", options.paths, "file, folder (walked) or - for standard input")->required()->type_name("");
    for (const Flag& flag : flags()) {
        if (!belongs(flag, command.name)) continue;
        if (flag.on != nullptr) {
            sub->add_flag(std::string(flag.name), options.*flag.on, std::string(flag.help));
            continue;
        }
        CLI::Option* option = flag.text != nullptr ? sub->add_option(std::string(flag.name), options.*flag.text, std::string(flag.help))
                                                   : sub->add_option(std::string(flag.name), options.*flag.number, std::string(flag.help));
        option->type_name(std::string(flag.value));
        if (flag.name == "--progress") option->check(CLI::IsMember({"auto", "json", "none"}));
        if (flag.name == "--model") option->check(CLI::IsMember(std::vector<std::string>(model_names().begin(), model_names().end())));
        if (flag.name == "--precision") option->check(CLI::IsMember({"automatic", "int8", "bf16", "f32"}));
        if (flag.name == "--threads") option->check(CLI::Range(1, 1024));
        if (flag.name == "--limit") option->check(CLI::PositiveNumber);
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
    if (const std::string unknown = find_unknown(argument_count, arguments); !unknown.empty()) {
        const int code = report_error({ErrorCode::usage, unknown});
        fmt::print(stderr, "Try: firsthand --help\n");
        return code;
    }
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
