// Records that hold no article text but an address (a feed of teasers, a news sitemap, a table of links) -> what they say
// about the articles of the same run, joined by canonical URL.
//
// To add a kind of file: a ListingKind, a function for Format::list that hands its records to Listings, and a stream that
// passes over them where Opened::listed says that they were taken before, else closes with say_without_text().
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::read {

// One record.
struct Listed {
    std::string url;                               // absolute, as given; without one the record joins nothing, but is counted
    std::string title, author, outlet;             // empty: not said
    Date published;                                // Date::from in full: "feed: pubDate", "listing links.csv: publish_date"
    Genre genre = Genre::unknown;
};

// How a kind of file is spoken of. One constant for each kind, alive as long as the program.
struct ListingKind {
    std::string_view one, many;                    // "entry", "entries"
    std::string_view help;                         // how to get at the texts: "save the pages they link to, then give those"
    std::uint8_t rank = 0;                         // of several records on one address the kind of the lowest rank is asked first: the publisher's own before others'
};

// "30 entries hold no article text (12 joined articles of this run by URL): save the pages they link to, then give those"
[[nodiscard]] std::string say_without_text(const ListingKind& kind, std::uint64_t records, std::uint64_t joined);

// All records of one run. Filled on one thread, settled, then only asked, on any number of threads. At most 2 million
// records and 256 MB of words are kept; those beyond join nothing and are counted.
class Listings {
  public:
    // The records that are added next stand in the file of this path (as shown), which may hold none in the end. Not for a
    // file that holds() already.
    void start(std::string path, const ListingKind& kind);
    void add(const Listed& record);
    // As if the last start() had never been, nor what was added since.
    void take_back();
    [[nodiscard]] bool holds(const std::string& path) const { return paths_.count(path) != 0; }
    // After the last record, before the first question.
    void settle();

    // Fills what the document itself does not say (but its title), and notes that its address was met.
    void fill(Document& document) const;
    // For a document that has no title, after all else was tried. True: it has one now.
    bool fill_title(Document& document) const;
    // One for each file whose records did not all meet their document; the same for any order of documents. After the last fill().
    [[nodiscard]] std::vector<Skipped> list_unjoined() const;

  private:
    using Key = std::pair<std::uint64_t, std::uint64_t>;          // of a canonical URL: 128 bits, so that no two meet by chance
    struct File {
        std::string path;
        const ListingKind* kind = nullptr;
        std::uint64_t records = 0;
        std::size_t stored = 0, words = 0;                        // how many there were before it
    };
    struct Stored {
        Key key;
        std::uint64_t words = 0;                                  // offset in words_: title, author, outlet, date, each closed by a NUL
        std::int64_t seconds = 0;
        std::uint32_t file = 0, from = 0;                         // indices in files_, froms_
        DatePrecision precision = DatePrecision::none;
        Genre genre = Genre::unknown;
    };
    struct Words {
        std::string_view title, author, outlet, published;
    };
    // All that is said of one address, settled.
    struct Address {
        Key key;
        std::uint32_t title = kNobody, author = kNobody, outlet = kNobody, date = kNobody;     // indices in stored_: who says it best
        Genre genre = Genre::unknown;
    };
    static constexpr std::uint32_t kNobody = 0xFFFFFFFF;
    [[nodiscard]] const Address* find(const std::string& url) const;
    [[nodiscard]] Words words_of(std::uint32_t stored) const;
    [[nodiscard]] std::uint32_t choose_words(std::uint32_t best, std::uint32_t other, std::string_view Words::*field) const;
    [[nodiscard]] std::uint32_t choose_date(std::uint32_t best, std::uint32_t other) const;
    void fill_date(Document& document, std::uint32_t stored) const;

    std::vector<File> files_;
    std::vector<Stored> stored_;                   // settled: by key
    std::vector<Address> addresses_;               // by key
    std::string words_;
    std::vector<std::string> froms_;               // Date::from, each once
    std::unordered_map<std::string, std::uint32_t> from_index_;
    std::set<std::string> paths_;
    std::unique_ptr<std::atomic<bool>[]> met_;     // parallel to addresses_
};

}  // namespace firsthand::read
