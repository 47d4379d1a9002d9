// A file of JSON -> its elements, one at a time. Tested by reader_test.cc.
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "read/formats.h"
#include "read/json.h"
#include "read/record.h"
#include "read/split.h"

namespace firsthand::read {

namespace {

std::string say_where(const std::string& path, const Element& element) {
    return element.first_on_line ? fmt::format("{}:{}", path, element.line) : fmt::format("{}:{}:{}", path, element.line, element.column);
}

// Elements of one answer, directly after one another, that are left out for one reason.
struct Run {
    std::size_t first = 0, count = 0;
    bool alone = false;                            // the answer holds no other element
    const ListingKind* kind = nullptr;             // of mentions
    std::string reason;
};

std::string say_run(const Run& run) {
    if (run.count == 1) return run.reason;
    constexpr std::string_view kNo = "no ";
    if (run.reason == kNoText) return fmt::format("{} elements without {}", fmt::group_digits(run.count), run.reason.substr(kNo.size()));
    return fmt::format("{} elements in a row: {}", fmt::group_digits(run.count), run.reason);
}

class JsonStream final : public DocumentStream {
  public:
    JsonStream(Layout layout, Opened opened)
        : opened_(std::move(opened)), splitter_(split(layout, *opened_.window, opened_.limits.document_bytes)), parser_(opened_.limits.document_time), single_(layout == Layout::values) {}

    std::optional<Item> next() override {
        if (ready_) return *std::exchange(ready_, std::nullopt);
        while (!finished_) {
            if (auto part = parser_.next()) {
                if (auto item = take_part(std::move(*part))) return item;
                continue;
            }
            if (auto item = close_run()) return item;
            const auto element = splitter_->next();
            if (!element) return finish();
            any_ = true;
            last_line_ = element->line;
            where_ = say_where(opened_.path, *element);
            if (!element->problem.empty()) return Skipped{where_, element->problem};
            if (single_ && element->line == 1 && element->first_on_line) where_ = opened_.path;
            parser_.start(element->bytes);
        }
        if (mentions_ == 0) return std::nullopt;
        return Skipped{opened_.path, say_without_text(*kind_, std::exchange(mentions_, 0), 0)};
    }

  private:
    std::optional<Item> finish() {
        finished_ = true;
        const std::string& problem = opened_.window->source().problem();
        if (!problem.empty()) {
            const std::string_view before = any_ ? "; what came before was read" : "";
            return Skipped{fmt::format("{}:{}", opened_.path, last_line_ + 1), problem + std::string(before)};
        }
        if (!any_) return Skipped{opened_.path, "empty: no articles in it"};
        return next();
    }

    [[nodiscard]] std::string say_place(std::size_t number, bool alone) const { return alone ? where_ : fmt::format("{}#{}", where_, number); }

    // Nothing: it is left out, and will be told with those behind it.
    std::optional<Item> take_part(JsonPart part) {
        if (const auto* mention = std::get_if<Mention>(&part.parsed)) {
            if (opened_.listed) return close_run();
            const ListingKind* kind = mention->kind;
            part.parsed = std::string(kNoText);
            return extend_run(std::move(part), kind);
        }
        if (std::holds_alternative<std::string>(part.parsed)) return extend_run(std::move(part), nullptr);
        std::string place = say_place(part.number, part.alone);
        Item item;
        if (auto* document = std::get_if<Document>(&part.parsed)) {
            document->path = std::move(place);
            item = std::move(*document);
        } else {
            auto& page = std::get<Page>(part.parsed);
            page.path = std::move(place);
            item = std::move(page);
        }
        texts_ = true;
        auto before = close_run();
        if (!before) return item;
        ready_ = std::move(item);
        return before;
    }

    // What it hands back is the run before.
    std::optional<Item> extend_run(JsonPart part, const ListingKind* kind) {
        if (kind == nullptr) texts_ = true;
        auto& reason = std::get<std::string>(part.parsed);
        std::optional<Item> before;
        if (run_.count > 0 && run_.reason != reason) before = close_run();
        if (run_.count == 0) run_ = {part.number, 0, part.alone, kind, std::move(reason)};
        ++run_.count;
        run_.kind = kind != nullptr ? kind : run_.kind;
        return before;
    }

    std::optional<Item> close_run() {
        Run run = std::exchange(run_, {});
        if (run.count == 0) return std::nullopt;
        if (texts_) return Skipped{say_place(run.first, run.alone), say_run(run)};
        mentions_ += run.count;
        kind_ = run.kind;
        return std::nullopt;
    }

    Opened opened_;
    std::unique_ptr<Splitter> splitter_;
    JsonParser parser_;
    std::string where_;                            // the element that the parser holds
    Run run_;
    std::optional<Item> ready_;                    // stands behind the run that was handed out last
    bool single_, finished_ = false, any_ = false;
    bool texts_ = false;                           // something was met that is more than a mention
    const ListingKind* kind_ = nullptr;            // of those mentions that nobody took before
    std::uint64_t mentions_ = 0;
    std::uint64_t last_line_ = 0;
};

}  // namespace

void list_json(Layout layout, Opened opened, Listings& listings) {
    constexpr std::size_t kTried = 20;             // elements; a pile of articles may hold some without text: those are named at their lines
    const std::string from = fmt::format("listing {}: ", opened.path.substr(opened.path.rfind('/') + 1));
    const auto splitter = split(layout, *opened.window, opened.limits.document_bytes);
    JsonParser parser;
    bool started = false;
    for (std::size_t i = 0; i < kTried || started; ++i) {
        const auto element = splitter->next();
        if (!element) return;
        if (!element->problem.empty()) continue;
        parser.start(element->bytes);
        while (auto part = parser.next()) {
            const bool text = std::holds_alternative<Document>(part->parsed) || std::holds_alternative<Page>(part->parsed);
            if (text && i < kTried) return started ? listings.take_back() : void();
            auto* mention = std::get_if<Mention>(&part->parsed);
            if (mention == nullptr) continue;
            if (mention->listed.published.known()) mention->listed.published.from.insert(0, from);
            if (!std::exchange(started, true)) listings.start(opened.path, *mention->kind);
            listings.add(mention->listed);
        }
    }
}

std::unique_ptr<DocumentStream> open_json(Layout layout, Opened opened) { return std::make_unique<JsonStream>(layout, std::move(opened)); }

}  // namespace firsthand::read
