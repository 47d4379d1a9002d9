// Tested by reader_test.cc.
#include "read/whole.h"

#include <utility>

#include "read/deadline.h"
#include "read/notes.h"
#include "read/split.h"

namespace firsthand::read {

namespace {

class WholeStream final : public DocumentStream {
  public:
    WholeStream(Opened opened, Item (*make)(std::string)) : opened_(std::move(opened)), make_(make) {}

    std::optional<Item> next() override {
        if (!read_) return read_item();
        if (late_problem_.empty()) return std::nullopt;
        return Skipped{opened_.path, std::exchange(late_problem_, {})};
    }

  private:
    Item read_item() {
        read_ = true;
        const Deadline deadline(opened_.limits.document_time);
        Window& window = *opened_.window;
        const std::uint64_t limit = opened_.limits.document_bytes;
        const std::string_view bytes = window.peek(limit + 1);
        const std::string& problem = window.source().problem();
        if (window.source().is_bomb()) return Skipped{opened_.path, problem};
        if (bytes.size() > limit) return Skipped{opened_.path, say_too_long(limit)};
        if (bytes.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos) return Skipped{opened_.path, problem.empty() ? "empty" : problem};
        Item item = make_(std::string(bytes));
        std::visit([&](auto& one) { one.path = opened_.path; }, item);
        hold_to(deadline, opened_.path, item);
        if (problem.empty()) return item;
        if (auto* document = std::get_if<Document>(&item)) add_note(*document, kTruncated);
        if (auto* page = std::get_if<Page>(&item)) page->notes.emplace_back(kTruncated);
        late_problem_ = problem + "; what came before was read";
        return item;
    }

    Opened opened_;
    Item (*make_)(std::string);
    bool read_ = false;
    std::string late_problem_;
};

}  // namespace

std::unique_ptr<DocumentStream> open_whole(Opened opened, Item (*make)(std::string)) { return std::make_unique<WholeStream>(std::move(opened), make); }

}  // namespace firsthand::read
