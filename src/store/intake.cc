// Tested by intake_test.cc.
#include "store/intake.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"

namespace firsthand::store {

Result<void> Intake::add(Reading reading) {
    ++count_;
    if (store_.contains(reading.key)) {
        again_[reading.key].push_back(std::move(reading));
        return {};
    }
    return store_.add(reading);
}

Result<void> Intake::settle(std::vector<Skipped>& skipped) {
    for (auto& [key, readings] : again_) {
        auto stored = store_.reading(key);
        if (!stored) return stored.error();
        readings.push_back(std::move(*stored));
        if (auto removed = store_.remove(key); !removed) return removed;
        // Each text once, under its earliest date and first path; then the texts by date.
        const auto by_text = [](const Reading& r) {
            return std::tuple(std::string_view(r.document.text), !r.document.published.known(), r.document.published.seconds, std::string_view(r.document.path));
        };
        std::sort(readings.begin(), readings.end(), [&](const Reading& a, const Reading& b) { return by_text(a) < by_text(b); });
        std::vector<Reading> texts_of_id;
        for (Reading& reading : readings) {
            if (!texts_of_id.empty() && texts_of_id.back().document.text == reading.document.text) {
                const Document& kept = texts_of_id.back().document;
                skipped.push_back({reading.document.path, fmt::format("the same {} and text as {}", kept.id == kept.url ? "address" : "id", kept.path)});
            } else {
                texts_of_id.push_back(std::move(reading));
            }
        }
        std::stable_sort(texts_of_id.begin(), texts_of_id.end(), [](const Reading& a, const Reading& b) {
            return std::tuple(!a.document.published.known(), a.document.published.seconds) < std::tuple(!b.document.published.known(), b.document.published.seconds);
        });
        if (auto added = add_texts(texts_of_id); !added) return added;
    }
    again_.clear();
    return {};
}

// The first under its own id, the others under numbered ones that nobody has.
Result<void> Intake::add_texts(std::vector<Reading>& texts) {
    const std::string id = texts.front().document.id, same = identity(texts.front().document);
    std::uint32_t number = 1;
    for (Reading& reading : texts) {
        if (&reading != &texts.front()) {
            do {
                reading.key = base::hash_bytes(fmt::format("{}#{}", same, ++number));
            } while (store_.contains(reading.key));
            const bool revision = !reading.document.canonical_url.empty() && reading.document.canonical_url == texts.front().document.canonical_url;
            reading.document.id = fmt::format("{}#{}", id, number);
            reading.document.notes.push_back(revision ? fmt::format("a revision of {}", id) : "another text has the same id");
        }
        if (auto added = store_.add(reading); !added) return added;
    }
    return {};
}

}  // namespace firsthand::store
