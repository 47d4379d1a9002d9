// Walk -> open -> unpack -> sniff -> elements, one at a time. Tested by reader_test.cc.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "read/bytes.h"
#include "read/charset.h"
#include "read/deadline.h"
#include "read/extract_lines.h"
#include "read/formats.h"
#include "read/meta.h"
#include "read/notes.h"
#include "read/page.h"
#include "read/read.h"
#include "read/walk.h"

namespace firsthand::read {

namespace {

constexpr std::uint64_t kMostMetaBytes = 1U << 30U;

// A descriptor, or why there is none.
Result<int> open_file(const FoundFile& file) {
    if (file.path == "-" && file.named) return STDIN_FILENO;
    // A folder may change under a walk: whatever is a pipe by now must not block.
    const int descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | (file.named ? 0 : O_NONBLOCK));
    if (descriptor < 0) {
        if (errno == EACCES) return Error{ErrorCode::io, "no permission to read this file"};
        if (errno == ENOENT) return Error{ErrorCode::io, "vanished while the folder was read"};
        return Error{ErrorCode::io, std::string("cannot be opened: ") + std::strerror(errno)};
    }
    struct stat status {};
    if (!file.named && (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))) {
        ::close(descriptor);
        return Error{ErrorCode::io, "is a pipe, socket or device, not a file"};
    }
    return descriptor;
}

Result<Meta> read_meta(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return Error{ErrorCode::io, fmt::format("{}: cannot be opened: {}", show_path(path), std::strerror(errno))};
    Window window(read_descriptor(descriptor));
    const std::string_view csv = window.peek(kMostMetaBytes);
    if (!window.source().problem().empty()) return Error{ErrorCode::io, fmt::format("{}: {}", show_path(path), window.source().problem())};
    if (csv.size() >= kMostMetaBytes) return Error{ErrorCode::input, show_path(path) + ": too large for a table of metadata"};
    auto meta = Meta::parse(decode_text(std::string(csv)).text);
    if (!meta) return Error{ErrorCode::input, fmt::format("{}: {}", show_path(path), meta.error().message)};
    return meta;
}

// Standard input, a pipe: it can be read once only.
bool is_once(const FoundFile& file) {
    struct stat status {};
    return file.path == "-" || (file.bytes == 0 && ::stat(file.path.c_str(), &status) == 0 && !S_ISREG(status.st_mode));
}

// What an archive lists of a page stands in for what it does not show.
Completed complete_page(Page page, const Deadline& deadline) {
    Document listed;
    listed.path = page.path;
    listed.url = page.url;
    listed.title = std::move(page.title);
    listed.text = std::move(page.text);
    Completed completed = read_page(std::move(page), deadline);
    auto* document = std::get_if<Document>(&completed);
    if (document != nullptr && document->title.empty()) document->title = std::move(listed.title);
    if (document != nullptr || listed.text.empty()) return completed;
    listed.extracted = true;
    add_note(listed, kListedText);
    return listed;
}

// What the stages behind reading go through: a title may be as long as any text.
std::uint64_t count_bytes(const Document& document) {
    return document.text.size() + document.title.size() + document.author.size() + document.outlet.size() + document.url.size() + document.id.size();
}

std::string say_too_much_text(std::uint64_t limit) {
    return fmt::format("holds more than {} MB of text: too much for one article; cut it into its articles", std::max<std::uint64_t>(limit >> 20U, 1));
}

}  // namespace

struct Reader::State {
    ReadOptions options;
    Meta meta;
    Walk walk;
    Listings listings;
    ExtractLines lines;
    std::map<std::string, Opened> begun;           // pipes whose first bytes were looked at, by their shown path
    std::unique_ptr<DocumentStream> stream;        // of the file that is being read
    std::string path;                              // of that file, as shown
    const ByteSource* source = nullptr;            // the bytes of that file; lives as long as the stream
    std::uint64_t bytes = 0, of_bytes = 0;         // of the files before it; of all

    explicit State(ReadOptions given) : options(std::move(given)), walk(options.paths), lines(options.model) {}

    std::optional<Item> next() {
        for (;;) {
            if (stream) {
                if (auto item = stream->next()) return item;
                bytes += source->taken() + stream->taken();
                source = nullptr;
                stream.reset();
            }
            auto entry = walk.next();
            if (!entry) return std::nullopt;
            if (auto* skipped = std::get_if<Skipped>(&*entry)) return std::move(*skipped);
            if (auto skipped = open(std::get<FoundFile>(*entry))) return std::move(*skipped);
        }
    }

    // Before the first document: the size of all files, and what listings and lines of `extract` say, so that their place in the
    // order does not matter.
    void survey() {
        Walk all(options.paths);
        bool countable = true;
        while (auto entry = all.next()) {
            const auto* file = std::get_if<FoundFile>(&*entry);
            if (file == nullptr) continue;
            const bool once = is_once(*file);
            countable = countable && !once;
            of_bytes += file->bytes;
            if (!once && may_be_listing(file->path)) {
                list(*file);
            } else if (file->named) {
                look_into(*file, once);
            }
        }
        if (!countable) of_bytes = 0;
        listings.settle();
        lines.settle();
    }

    // What the user named holds lines of `extract` whatever its name. A pipe (`once`) that does not is read on in its turn.
    void look_into(const FoundFile& file, bool once) {
        std::string shown = show_path(file.path);
        const auto descriptor = lines.holds(shown) || begun.count(shown) != 0 ? Result<int>(Error{}) : open_file(file);
        if (!descriptor) return;
        Opened opened = make_opened(shown, *descriptor);
        if (begins_with_extract_line(opened)) {
            lines.index(std::move(opened), once || opened.descriptor < 0 ? std::string() : file.path);
        } else if (once) {
            begun.emplace(std::move(shown), std::move(opened));
        }
    }

    // What cannot be opened or read is said when it is its turn.
    void list(const FoundFile& file) {
        std::string shown = show_path(file.path);
        const auto descriptor = listings.holds(shown) || lines.holds(shown) ? Result<int>(Error{}) : open_file(file);
        if (!descriptor) return;
        try {
            list_records(make_opened(std::move(shown), *descriptor), file.path, listings, lines);
        } catch (const std::bad_alloc&) {
        }
    }

    [[nodiscard]] Opened make_opened(std::string shown, int descriptor) const {
        Opened opened{.window = std::make_unique<Window>(read_descriptor(descriptor)), .path = std::move(shown), .descriptor = descriptor};
        opened.limits = {options.document_bytes, options.document_time, {options.ratio_bytes, options.ratio}};
        return opened;
    }

    // Starts the stream of a file, or says why not.
    std::optional<Skipped> open(const FoundFile& file) {
        std::string shown = show_path(file.path);
        if (lines.holds(shown)) {
            bytes += file.bytes;
            return std::nullopt;
        }
        lines.meet(shown);
        Opened opened;
        if (auto early = begun.extract(shown)) {
            opened = std::move(early.mapped());
        } else {
            const auto descriptor = open_file(file);
            if (!descriptor) return Skipped{std::move(shown), descriptor.error().message};
            opened = make_opened(shown, *descriptor);
        }
        path = shown;
        opened.listed = listings.holds(shown);
        const ByteSource* under = &opened.window->source();
        auto started = open_stream(std::move(opened));
        if (!started) {
            bytes += file.bytes;
            return Skipped{std::move(shown), started.error().message};
        }
        source = under;
        stream = std::move(*started);
        return std::nullopt;
    }
};

Result<Reader> Reader::open(ReadOptions options) {
    // One path that is not there is skipped like any input that cannot be read; when none is, nothing can be done.
    std::string missing;
    bool any = options.paths.empty();
    for (const std::string& path : options.paths) {
        struct stat status {};
        if (path == "-" || ::stat(path.c_str(), &status) == 0) {
            any = true;
        } else if (missing.empty()) {
            missing = fmt::format("{}: {}", show_path(path), say_not_there(path, errno));
        }
    }
    if (!any) return Error{ErrorCode::io, missing};
    auto state = std::make_unique<State>(std::move(options));
    if (!state->options.meta_path.empty()) {
        auto meta = read_meta(state->options.meta_path);
        if (!meta) return meta.error();
        state->meta = std::move(*meta);
    }
    state->survey();
    return Reader(std::move(state));
}

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

std::optional<Item> Reader::next() {
    try {
        return state_->next();
    } catch (const std::bad_alloc&) {              // the file is given up, the others are read
        state_->source = nullptr;
        state_->stream.reset();
        return Skipped{state_->path, "not enough memory to read on in this file"};
    }
}

Completed Reader::complete(Item item) const {
    const std::string path = std::visit([](const auto& one) { return one.path; }, item);
    state_->lines.meet(path);
    try {
        if (auto* skipped = std::get_if<Skipped>(&item)) return std::move(*skipped);
        const Deadline deadline(state_->options.document_time);
        auto* page = std::get_if<Page>(&item);
        Completed completed = page != nullptr ? complete_page(std::move(*page), deadline) : Completed(std::move(std::get<Document>(item)));
        if (auto* document = std::get_if<Document>(&completed)) {
            if (count_bytes(*document) > state_->options.text_bytes) return Skipped{path, say_too_much_text(state_->options.text_bytes)};
            state_->meta.apply(*document);
            state_->listings.fill(*document);
            read::complete(*document);
            if (state_->listings.fill_title(*document)) read::complete(*document);
        }
        hold_to(deadline, path, completed);
        return completed;
    } catch (const std::bad_alloc&) {
        return Skipped{path, "not enough memory to read this article"};
    }
}

std::optional<Extracted> Reader::recall(const Document& document) const {
    try {
        return state_->lines.recall(document);
    } catch (const std::bad_alloc&) {              // then it is extracted
        return std::nullopt;
    }
}

std::optional<Item> Reader::next_left() {
    try {
        return state_->lines.next_left();
    } catch (const std::bad_alloc&) {
        return Skipped{state_->path, "not enough memory to read a line of `firsthand extract`"};
    }
}

std::vector<Skipped> Reader::list_unjoined() const {
    std::vector<Skipped> out = state_->listings.list_unjoined();
    for (Skipped& skipped : state_->lines.list_unused()) out.push_back(std::move(skipped));
    return out;
}

Progress Reader::progress() const { return {state_->bytes + (state_->source != nullptr ? state_->source->taken() + state_->stream->taken() : 0), state_->of_bytes}; }

}  // namespace firsthand::read
