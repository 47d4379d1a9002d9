// A file of JSON -> its elements, one at a time. Tested by reader_test.cc.
#include <iterator>
#include <utility>
#include <vector>

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

class JsonStream final : public DocumentStream {
  public:
    JsonStream(Layout layout, Opened opened)
        : opened_(std::move(opened)), splitter_(split(layout, *opened_.window, opened_.limits.document_bytes)), single_(layout == Layout::values) {}

    std::optional<Item> next() override {
        while (waiting_.empty() && !finished_) {
            const auto element = splitter_->next();
            if (!element) return finish();
            any_ = true;
            last_line_ = element->line;
            read_element(*element);
        }
        if (!waiting_.empty()) return take_waiting();
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

    void read_element(const Element& element) {
        std::string where = say_where(opened_.path, element);
        if (!element.problem.empty()) {
            waiting_.emplace_back(Skipped{std::move(where), element.problem});
            return;
        }
        if (single_ && element.line == 1 && element.first_on_line) where = opened_.path;
        std::vector<Parsed> parsed = parser_.parse(element.bytes);
        for (std::size_t i = parsed.size(); i-- > 0;) take_parsed(std::move(parsed[i]), parsed.size() == 1 ? where : fmt::format("{}#{}", where, i + 1));
    }

    void take_parsed(Parsed parsed, std::string path) {
        if (auto* document = std::get_if<Document>(&parsed)) {
            document->path = std::move(path);
            waiting_.emplace_back(std::move(*document));
        } else if (auto* page = std::get_if<Page>(&parsed)) {
            page->path = std::move(path);
            waiting_.emplace_back(std::move(*page));
        } else if (auto* reason = std::get_if<std::string>(&parsed)) {
            waiting_.emplace_back(Skipped{std::move(path), std::move(*reason)});
        } else if (!opened_.listed && texts_) {
            waiting_.emplace_back(Skipped{std::move(path), std::string(kNoText)});
        } else if (!opened_.listed) {
            ++mentions_;
            kind_ = std::get<Mention>(parsed).kind;
        }
        texts_ = texts_ || !std::holds_alternative<Mention>(parsed);
    }

    Item take_waiting() {
        Item item = std::move(waiting_.back());
        waiting_.pop_back();
        return item;
    }

    Opened opened_;
    std::unique_ptr<Splitter> splitter_;
    JsonParser parser_;
    std::vector<Item> waiting_;                    // of one element, the next one last
    bool single_, finished_ = false, any_ = false;
    bool texts_ = false;                           // something was met that is more than a mention
    const ListingKind* kind_ = nullptr;            // of those mentions that nobody took before
    std::uint64_t mentions_ = 0;
    std::uint64_t last_line_ = 0;
};

// The mentions of a file that holds nothing else in its first elements.
class MentionReader {
  public:
    MentionReader(Layout layout, Opened& opened)
        : splitter_(split(layout, *opened.window, opened.limits.document_bytes)),
          from_(fmt::format("listing {}: ", opened.path.substr(opened.path.rfind('/') + 1))) {}

    // Those of one element, in order; empty at the end.
    std::optional<std::vector<Mention>> next() {
        const auto element = splitter_->next();
        if (!element) return std::nullopt;
        std::vector<Mention> out;
        if (!element->problem.empty()) return out;
        for (Parsed& parsed : parser_.parse(element->bytes)) {
            auto* mention = std::get_if<Mention>(&parsed);
            texts_ = texts_ || std::holds_alternative<Document>(parsed) || std::holds_alternative<Page>(parsed);
            if (mention == nullptr) continue;
            if (mention->listed.published.known()) mention->listed.published.from.insert(0, from_);
            out.push_back(std::move(*mention));
        }
        return out;
    }
    [[nodiscard]] bool texts() const { return texts_; }

  private:
    std::unique_ptr<Splitter> splitter_;
    JsonParser parser_;
    std::string from_;
    bool texts_ = false;
};

}  // namespace

void list_json(Layout layout, Opened opened, Listings& listings) {
    constexpr std::size_t kTried = 20;             // a pile of articles may hold some without text: those are named at their lines
    MentionReader reader(layout, opened);
    std::vector<Mention> first;
    std::optional<std::vector<Mention>> mentions;
    for (std::size_t i = 0; i < kTried && !reader.texts() && (mentions = reader.next()); ++i)
        first.insert(first.end(), std::make_move_iterator(mentions->begin()), std::make_move_iterator(mentions->end()));
    if (reader.texts() || first.empty()) return;
    listings.start(opened.path, *first[0].kind);
    for (const Mention& mention : first) listings.add(mention.listed);
    while ((mentions = reader.next()))
        for (const Mention& mention : *mentions) listings.add(mention.listed);
}

std::unique_ptr<DocumentStream> open_json(Layout layout, Opened opened) { return std::make_unique<JsonStream>(layout, std::move(opened)); }

}  // namespace firsthand::read
