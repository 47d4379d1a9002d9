// A file of JSON -> its elements, one at a time. Tested by reader_test.cc.
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "read/formats.h"
#include "read/json.h"
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
        if (!waiting_.empty()) return take_waiting();
        if (finished_) return std::nullopt;
        if (const auto element = splitter_->next()) {
            any_ = true;
            last_line_ = element->line;
            return read_element(*element);
        }
        finished_ = true;
        const std::string& problem = opened_.window->source().problem();
        if (!problem.empty()) {
            const std::string_view before = any_ ? "; what came before was read" : "";
            return Skipped{fmt::format("{}:{}", opened_.path, last_line_ + 1), problem + std::string(before)};
        }
        if (!any_) return Skipped{opened_.path, "empty: no articles in it"};
        return std::nullopt;
    }

  private:
    Item read_element(const Element& element) {
        std::string where = say_where(opened_.path, element);
        if (!element.problem.empty()) return Skipped{std::move(where), element.problem};
        if (single_ && element.line == 1 && element.first_on_line) where = opened_.path;
        std::vector<Parsed> parsed = parser_.parse(element.bytes);
        for (std::size_t i = parsed.size(); i-- > 0;) {
            std::string path = parsed.size() == 1 ? where : fmt::format("{}#{}", where, i + 1);
            if (auto* document = std::get_if<Document>(&parsed[i])) {
                document->path = std::move(path);
                waiting_.emplace_back(std::move(*document));
            } else {
                waiting_.emplace_back(Skipped{std::move(path), std::move(std::get<std::string>(parsed[i]))});
            }
        }
        return take_waiting();
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
    std::uint64_t last_line_ = 0;
};

}  // namespace

std::unique_ptr<DocumentStream> open_json(Layout layout, Opened opened) { return std::make_unique<JsonStream>(layout, std::move(opened)); }

}  // namespace firsthand::read
