// Inside a copy group the linker draws echoes to one member only, so that there runs of words are compared with all of them.
// Tested by borrowed_test.cc.
#include "report/borrowed.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "report/shown_words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kRun = 5;                    // words that make a run: as many as the linker of copies compares

struct Places {
    std::vector<ByteSpan> sure, perhaps;
    std::map<std::uint32_t, std::vector<ByteSpan>> from;
};

struct Runs {
    std::vector<ShownWord> words;
    std::vector<std::uint64_t> hashes;             // of words [i, i + kRun)

    explicit Runs(std::string_view text) : words(split_words(text)) {
        for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
            std::uint64_t hash = 0;
            for (std::size_t k = i; k < i + kRun; ++k) hash = base::combine(hash, base::hash_bytes(words[k].folded));
            hashes.push_back(hash);
        }
    }
    template <typename Test>
    [[nodiscard]] std::vector<ByteSpan> places_where(Test test) const {
        std::vector<ByteSpan> places;
        for (std::size_t i = 0; i < hashes.size(); ++i)
            if (test(hashes[i])) places.push_back({words[i].span.begin, words[i + kRun - 1].span.end});
        return join_spans(std::move(places));
    }
};

void append(std::vector<ByteSpan>& all, const std::vector<ByteSpan>& some) { all.insert(all.end(), some.begin(), some.end()); }

// What the other members have from the root.
void add_from_root(const View& view, const SetView& copy, std::uint32_t root, std::vector<Places>& places) {
    const Runs text(view.document(root).text);
    const std::unordered_set<std::uint64_t> known(text.hashes.begin(), text.hashes.end());
    for (const std::uint32_t document : copy.documents) {
        if (document == root) continue;
        const std::vector<ByteSpan> shared = Runs(view.document(document).text).places_where([&](std::uint64_t run) { return known.contains(run); });
        append(places[document].sure, shared);
        append(places[document].from[root], shared);
    }
}

// What stands in several members: an agency's, or of one of them that nobody can name.
void add_common_text(const View& view, const SetView& copy, std::vector<Places>& places) {
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, bool>> holders;      // run -> its first document, and whether another has it
    std::vector<Runs> texts;
    for (const std::uint32_t document : copy.documents) {
        texts.emplace_back(view.document(document).text);
        for (const std::uint64_t run : texts.back().hashes) {
            auto& [first, several] = holders.try_emplace(run, document, false).first->second;
            several = several || first != document;
        }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Places& mine = places[copy.documents[i]];
        append(copy.group->credit.empty() ? mine.perhaps : mine.sure, texts[i].places_where([&](std::uint64_t run) { return holders.at(run).second; }));
    }
}

void add_copies(const View& view, std::vector<Places>& places) {
    for (const SetView& copy : view.copies()) {
        if (copy.documents.size() < 2 || copy.group == nullptr) continue;
        const std::uint32_t root = view.index_of(copy.group->root);
        if (root == kNone) add_common_text(view, copy, places);
        else add_from_root(view, copy, root, places);
    }
}

void add_echoes(const View& view, std::vector<Places>& places) {
    for (const Link& link : view.corpus().links) {
        const std::uint32_t from = view.index_of(link.from.document), to = view.index_of(link.to.document);
        if (link.kind != LinkKind::echo || from == kNone || to == kNone || from == to) continue;
        const bool forward = link.direction == Direction::forward;
        const SetView& copy = view.copies()[view.copy_of(from)];
        const bool together = view.copy_of(from) == view.copy_of(to);
        if (together && copy.group != nullptr && view.index_of(copy.group->root) != kNone) continue;         // the root says more than a date
        (forward ? places[to].sure : places[to].perhaps).push_back(link.to.span);
        places[to].from[from].push_back(link.to.span);
        if (forward) continue;
        places[from].perhaps.push_back(link.from.span);
        places[from].from[to].push_back(link.from.span);
    }
}

}  // namespace

std::vector<Borrowed> measure_borrowed(const View& view) {
    std::vector<Places> places(view.size());
    add_copies(view, places);
    add_echoes(view, places);
    std::vector<Borrowed> all(view.size());
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        Places& mine = places[i];
        Borrowed& borrowed = all[i];
        borrowed.words = view.words(i);
        append(mine.perhaps, mine.sure);
        borrowed.low = std::min(borrowed.words, view.words_in(i, join_spans(std::move(mine.sure))));
        borrowed.high = std::min(borrowed.words, view.words_in(i, join_spans(std::move(mine.perhaps))));
        for (auto& [document, spans] : mine.from) borrowed.from.push_back({document, view.words_in(i, join_spans(std::move(spans)))});
        std::stable_sort(borrowed.from.begin(), borrowed.from.end(), [](const auto& a, const auto& b) { return a.words > b.words; });
    }
    return all;
}

unsigned percent_of(std::uint32_t part, std::uint32_t whole) {
    return whole == 0 ? 0 : static_cast<unsigned>((200ULL * part + whole) / (2ULL * whole));
}

std::string percent_in_words(const Borrowed& borrowed) {
    const unsigned low = percent_of(borrowed.low, borrowed.words), high = percent_of(borrowed.high, borrowed.words);
    return low == high ? fmt::format("{} %", low) : fmt::format("{} to {} %", low, high);
}

}  // namespace firsthand::report
