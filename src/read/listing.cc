// Records lie in one buffer of words and one sorted list of keys: 40 bytes and its words for each. Several records on one
// address are asked in an order of their own (kind, then value), so that the order of the files does not matter.
// Tested by listing_test.cc and tests/cli/test_formats.py.
#include "read/listing.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kMostRecords = 2'000'000;
constexpr std::size_t kMostWords = 256U << 20U;
constexpr std::size_t kLongestField = 300;         // code points

std::pair<std::uint64_t, std::uint64_t> make_key(std::string canonical) {
    const std::uint64_t first = base::hash_bytes(canonical);
    canonical.push_back('#');                      // no canonical URL holds one
    return {first, base::hash_bytes(canonical)};
}

void append_field(std::string_view field, std::string& words) {
    const std::size_t begin = words.size();
    words += base::shorten(field, kLongestField);
    std::replace(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(), '\0', ' ');
    words.push_back('\0');
}

}  // namespace

std::string say_without_text(const ListingKind& kind, std::uint64_t records, std::uint64_t joined) {
    const std::string met = joined == 0 ? std::string() : fmt::format(" ({} joined article{} of this run by URL)", joined, joined == 1 ? "" : "s");
    return fmt::format("{} {} no article text{}: {}", records, records == 1 ? fmt::format("{} holds", kind.one) : fmt::format("{} hold", kind.many), met,
                       kind.help);
}

void Listings::start(std::string path, const ListingKind& kind) {
    paths_.insert(path);
    files_.push_back({std::move(path), &kind, 0, stored_.size(), words_.size()});
}

void Listings::take_back() {
    const File& file = files_.back();
    stored_.resize(file.stored);
    words_.resize(file.words);
    paths_.erase(file.path);
    files_.pop_back();
}

void Listings::add(const Listed& record) {
    File& file = files_.back();
    ++file.records;
    std::string canonical = canonical_url(record.url);
    if (canonical.empty() || stored_.size() >= kMostRecords || words_.size() >= kMostWords) return;
    Stored stored{.key = make_key(std::move(canonical)), .words = words_.size(), .seconds = record.published.seconds};
    stored.file = static_cast<std::uint32_t>(files_.size() - 1);
    stored.precision = record.published.precision;
    stored.genre = record.genre;
    const auto [from, fresh] = from_index_.emplace(record.published.from, static_cast<std::uint32_t>(froms_.size()));
    if (fresh) froms_.push_back(record.published.from);
    stored.from = from->second;
    for (const std::string* field : {&record.title, &record.author, &record.outlet, &record.published.value}) append_field(*field, words_);
    stored_.push_back(stored);
}

void Listings::settle() {
    std::sort(stored_.begin(), stored_.end(), [](const Stored& a, const Stored& b) { return std::tie(a.key, a.words) < std::tie(b.key, b.words); });
    met_ = std::make_unique<std::atomic<bool>[]>(stored_.size());
}

Listings::Range Listings::find(const std::string& url) const {
    if (stored_.empty() || url.empty()) return {0, 0};
    std::string canonical = canonical_url(url);
    if (canonical.empty()) return {0, 0};
    const Key key = make_key(std::move(canonical));
    const auto begin = std::lower_bound(stored_.begin(), stored_.end(), key, [](const Stored& stored, const Key& wanted) { return stored.key < wanted; });
    auto end = begin;
    while (end != stored_.end() && end->key == key) ++end;
    return {static_cast<std::size_t>(begin - stored_.begin()), static_cast<std::size_t>(end - stored_.begin())};
}

Listings::Words Listings::words_of(const Stored& stored) const {
    std::string_view rest = std::string_view(words_).substr(stored.words);
    const auto take = [&] {
        const std::string_view field = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(field.size() + 1);
        return field;
    };
    Words words;
    words.title = take();
    words.author = take();
    words.outlet = take();
    words.published = take();
    return words;
}

// Of several values the fullest, by the most trusted kind.
std::string Listings::choose(Range range, std::string_view Words::*field) const {
    std::string_view best;
    std::uint8_t best_rank = 0;
    for (std::size_t i = range.first; i < range.second; ++i) {
        const std::string_view words = words_of(stored_[i]).*field;
        const std::uint8_t rank = files_[stored_[i].file].kind->rank;
        if (words.empty()) continue;
        const auto order = [](std::uint8_t r, std::string_view w) { return std::make_tuple(r, ~w.size(), w); };
        if (!best.empty() && order(best_rank, best) <= order(rank, words)) continue;
        best = words;
        best_rank = rank;
    }
    return std::string(best);
}

// Of several dates the finest, then the earliest, by the most trusted kind.
void Listings::fill_date(Document& document, Range range) const {
    const Stored* best = nullptr;
    const auto order = [&](const Stored& stored) {
        const int coarseness = -static_cast<int>(stored.precision);
        return std::make_tuple(files_[stored.file].kind->rank, coarseness, stored.seconds, std::string_view(froms_[stored.from]));
    };
    for (std::size_t i = range.first; i < range.second; ++i) {
        const Stored& stored = stored_[i];
        if (stored.precision != DatePrecision::none && (best == nullptr || order(stored) < order(*best))) best = &stored;
    }
    if (best == nullptr) return;
    document.published = {std::string(words_of(*best).published), froms_[best->from], best->seconds, best->precision};
}

void Listings::fill(Document& document) const {
    const Range range = find(document.url);
    if (range.first == range.second) return;
    met_[range.first].store(true, std::memory_order_relaxed);
    if (document.author.empty()) document.author = choose(range, &Words::author);
    if (document.outlet.empty()) document.outlet = choose(range, &Words::outlet);
    if (!document.published.known()) fill_date(document, range);
    if (document.genre != Genre::unknown) return;
    for (std::size_t i = range.first; i < range.second; ++i) document.genre = std::max(document.genre, stored_[i].genre);
}

bool Listings::fill_title(Document& document) const {
    if (!document.title.empty()) return false;
    const Range range = find(document.url);
    document.title = choose(range, &Words::title);
    return !document.title.empty();
}

std::vector<Skipped> Listings::list_unjoined() const {
    std::vector<std::uint64_t> joined(files_.size());
    for (std::size_t begin = 0; begin < stored_.size();) {
        const bool met = met_[begin].load(std::memory_order_relaxed);
        const Key key = stored_[begin].key;
        for (; begin < stored_.size() && stored_[begin].key == key; ++begin) joined[stored_[begin].file] += met ? 1U : 0U;
    }
    std::vector<Skipped> out;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (joined[i] >= files_[i].records) continue;
        out.push_back({files_[i].path, say_without_text(*files_[i].kind, files_[i].records, joined[i])});
    }
    return out;
}

}  // namespace firsthand::read
