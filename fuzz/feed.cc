// A feed: its documents keep the law of spans; the same bytes give the same once more; what is listed can be joined.
#include "base/utf8.h"
#include "check.h"
#include "read/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    bool changed = false;
    const std::string text = base::repair_utf8(as_text(data, size), changed);
    (void)read::is_feed(text);
    const auto found = read::read_feed(text);
    const auto again = read::read_feed(text);
    check(found.size() == again.size());
    read::Listings listings;
    constexpr read::ListingKind kKind{"entry", "entries", "help"};
    listings.start("feed", kKind);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (const auto* record = std::get_if<read::Listed>(&found[i])) listings.add(*record);
        if (const auto* skipped = std::get_if<Skipped>(&found[i])) check(*skipped == std::get<Skipped>(again[i]));
        const auto* document = std::get_if<Document>(&found[i]);
        if (document == nullptr) continue;
        check(*document == std::get<Document>(again[i]));
        check(!document->text.empty() && document->extracted);
        check_spans(*document);
    }
    listings.settle();
    for (const auto& one : found) {
        const auto* record = std::get_if<read::Listed>(&one);
        Document document;
        if (record != nullptr) document.url = record->url;
        listings.fill(document);
        if (record != nullptr && document.published.known()) check(!document.published.from.empty());
        if (!listings.fill_title(document)) check(document.title.empty());
    }
    (void)listings.list_unjoined();
    return 0;
}
