// Records lie in one buffer of words and one list sorted by key: 48 bytes and its words for each, and 40 for each address.
// Several records on one address are settled once, in an order of their own (kind, then value), so that the order of the
// files does not matter and a document costs the same however many they are.
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
    for (std::uint32_t i = 0; i < stored_.size(); ++i) {
        if (addresses_.empty() || addresses_.back().key != stored_[i].key) addresses_.push_back({.key = stored_[i].key});
        Address& address = addresses_.back();
        address.title = choose_words(address.title, i, &Words::title);
        address.author = choose_words(address.author, i, &Words::author);
        address.outlet = choose_words(address.outlet, i, &Words::outlet);
        address.date = choose_date(address.date, i);
        address.genre = std::max(address.genre, stored_[i].genre);
    }
    met_ = std::make_unique<std::atomic<bool>[]>(addresses_.size());
}

// Null: nobody speaks of it.
const Listings::Address* Listings::find(const std::string& url) const {
    if (addresses_.empty() || url.empty()) return nullptr;
    std::string canonical = canonical_url(url);
    if (canonical.empty()) return nullptr;
    const Key key = make_key(std::move(canonical));
    const auto at = std::lower_bound(addresses_.begin(), addresses_.end(), key, [](const Address& address, const Key& wanted) { return address.key < wanted; });
    return at != addresses_.end() && at->key == key ? &*at : nullptr;
}

Listings::Words Listings::words_of(std::uint32_t stored) const {
    if (stored == kNobody) return {};
    std::string_view rest = std::string_view(words_).substr(stored_[stored].words);
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
std::uint32_t Listings::choose_words(std::uint32_t best, std::uint32_t other, std::string_view Words::*field) const {
    const auto order = [&](std::uint32_t stored) {
        const std::string_view words = words_of(stored).*field;
        return std::make_tuple(files_[stored_[stored].file].kind->rank, ~words.size(), words);
    };
    if ((words_of(other).*field).empty()) return best;
    return best == kNobody || order(other) < order(best) ? other : best;
}

// Of several dates the finest, then the earliest, by the most trusted kind.
std::uint32_t Listings::choose_date(std::uint32_t best, std::uint32_t other) const {
    const auto order = [&](const Stored& stored) {
        const int coarseness = -static_cast<int>(stored.precision);
        return std::make_tuple(files_[stored.file].kind->rank, coarseness, stored.seconds, std::string_view(froms_[stored.from]));
    };
    if (stored_[other].precision == DatePrecision::none) return best;
    return best == kNobody || order(stored_[other]) < order(stored_[best]) ? other : best;
}

void Listings::fill_date(Document& document, std::uint32_t stored) const {
    if (stored == kNobody) return;
    const Stored& best = stored_[stored];
    document.published = {std::string(words_of(stored).published), froms_[best.from], best.seconds, best.precision};
}

void Listings::fill(Document& document) const {
    const Address* address = find(document.url);
    if (address == nullptr) return;
    met_[static_cast<std::size_t>(address - addresses_.data())].store(true, std::memory_order_relaxed);
    if (document.author.empty()) document.author = words_of(address->author).author;
    if (document.outlet.empty()) document.outlet = words_of(address->outlet).outlet;
    if (!document.published.known()) fill_date(document, address->date);
    if (document.genre == Genre::unknown) document.genre = address->genre;
}

bool Listings::fill_title(Document& document) const {
    if (!document.title.empty()) return false;
    const Address* address = find(document.url);
    if (address != nullptr) document.title = words_of(address->title).title;
    return !document.title.empty();
}

std::vector<Skipped> Listings::list_unjoined() const {
    std::vector<std::uint64_t> joined(files_.size());
    std::size_t address = 0;
    for (const Stored& stored : stored_) {
        while (addresses_[address].key != stored.key) ++address;
        joined[stored.file] += met_[address].load(std::memory_order_relaxed) ? 1U : 0U;
    }
    std::vector<Skipped> out;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (joined[i] >= files_[i].records) continue;
        out.push_back({files_[i].path, say_without_text(*files_[i].kind, files_[i].records, joined[i])});
    }
    return out;
}

}  // namespace firsthand::read
