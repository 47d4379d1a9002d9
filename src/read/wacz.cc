// Tested by wacz_test.cc.
#include "read/wacz.h"

#include <openssl/evp.h>
#include <simdjson.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "read/head_fields.h"
#include "read/notes.h"
#include "read/split.h"
#include "read/zip.h"

namespace firsthand::read {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kJsonDepth = 64;

bool is_warc_name(std::string_view name) { return name.starts_with("archive/") && (name.ends_with(".warc") || name.ends_with(".warc.gz")); }
bool is_page_list(std::string_view name) { return name.starts_with("pages/") && name.ends_with(".jsonl"); }

std::string_view get_text(dom::object object, std::string_view key) {
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// The SHA-256 of all bytes of a member, in hexadecimal; empty when they cannot be read to their end.
std::string hash_member(const ZipArchive& archive, const ZipMember& member, const Limits& limits) {
    auto source = archive.read(member, limits.unpack);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!source || !context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) return {};
    std::vector<char> room(1U << 16U);
    while (const std::size_t got = (*source)->read(room.data(), room.size())) EVP_DigestUpdate(context.get(), room.data(), got);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (!(*source)->problem().empty() || EVP_DigestFinal_ex(context.get(), digest, &size) != 1) return {};
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest[i]);
    return out;
}

// What datapackage.json says of the members: path -> "sha256:…"; nothing: it cannot be read.
using Hashes = std::unordered_map<std::string, std::string>;

std::optional<Hashes> read_hashes(const ZipArchive& archive, const Limits& limits) {
    Hashes out;
    const ZipMember* member = archive.find("datapackage.json");
    auto source = member == nullptr ? Result<std::unique_ptr<ByteSource>>(Error{}) : archive.read(*member, limits.unpack);
    if (!source) return std::nullopt;
    Window window(std::move(*source));
    const std::string_view json = window.peek(limits.document_bytes + 1);
    if (json.size() > limits.document_bytes) return std::nullopt;
    dom::parser parser;
    dom::array resources;
    if (parser.allocate(std::max<std::size_t>(json.size(), 64), kJsonDepth) != simdjson::SUCCESS) return std::nullopt;
    if (parser.parse(json.data(), json.size(), false)["resources"].get(resources) != simdjson::SUCCESS) return std::nullopt;
    for (const dom::element resource : resources) {
        dom::object object;
        if (resource.get(object) != simdjson::SUCCESS) continue;
        out.emplace(get_text(object, "path"), fold_token(get_text(object, "hash")));
    }
    return out;
}

// One page of the list.
struct ListedPage {
    std::string path, url, title, text;
    bool met = false;                              // its record was there
};

std::string cut_fragment(std::string_view url) { return std::string(url.substr(0, url.find('#'))); }

class PageList {
  public:
    explicit PageList(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

    // False: `line` found no more room.
    bool add(std::string path, dom::object line) {
        const std::string_view url = get_text(line, "url");
        if (url.empty()) return true;              // the first line describes the list
        constexpr std::size_t kEachBytes = 256;
        const std::string_view title = get_text(line, "title"), text = get_text(line, "text");
        bytes_ += url.size() + title.size() + text.size() + kEachBytes;
        if (bytes_ > most_bytes_) return false;
        const auto [at, fresh] = places_.emplace(cut_fragment(url), pages_.size());
        if (fresh) pages_.push_back({std::move(path), clean_address(url), {}, {}});
        ListedPage& page = pages_[at->second];
        if (page.title.empty() && title != url) page.title = title;
        if (page.text.empty()) page.text = text;
        return true;
    }
    ListedPage* find(std::string_view url) {
        const auto at = places_.find(cut_fragment(url));
        return at == places_.end() ? nullptr : &pages_[at->second];
    }
    ListedPage* take_next() { return next_ < pages_.size() ? &pages_[next_++] : nullptr; }

  private:
    std::vector<ListedPage> pages_;
    std::unordered_map<std::string, std::size_t> places_;
    std::uint64_t bytes_ = 0, most_bytes_;
    std::size_t next_ = 0;
};

class WaczStream final : public DocumentStream {
  public:
    WaczStream(Opened opened, ZipArchive archive)
        : opened_(std::move(opened)), archive_(std::move(archive)), pages_(2 * opened_.limits.document_bytes), hashes_(read_hashes(archive_, opened_.limits)) {
        for (const ZipMember& member : archive_.members())
            if (is_page_list(member.name)) read_list(member);
    }

    std::optional<Item> next() override {
        for (;;) {
            if (!waiting_.empty()) {
                Skipped skipped = std::move(waiting_.front());
                waiting_.pop_front();
                return skipped;
            }
            if (stream_) {
                if (auto item = stream_->next()) return complete_item(std::move(*item));
                stream_.reset();
            } else if (at_ < archive_.members().size()) {
                const ZipMember& member = archive_.members()[at_++];
                taken_ += member.packed;
                if (is_warc_name(member.name)) start(member);
            } else {
                ListedPage* page = pages_.take_next();
                if (page == nullptr) return std::nullopt;
                if (!page->met && !page->text.empty()) return make_document(std::move(*page));
            }
        }
    }

    [[nodiscard]] std::uint64_t taken() const override {
        const std::uint64_t sniffed = std::min(opened_.window->source().taken(), archive_.bytes());
        return std::min(taken_, archive_.bytes() - sniffed);
    }

  private:
    // Whether the member's bytes are what datapackage.json says; if not, that is told.
    bool is_true(const ZipMember& member) {
        if (!hashes_) return tell_unchecked("its datapackage.json cannot be read: its hashes could not be checked");
        const auto said = hashes_->find(member.name);
        if (said == hashes_->end() || said->second.empty()) return tell_unchecked("its datapackage.json gives no hash for some of what is read: that could not be checked");
        if (!said->second.starts_with("sha256:")) return tell_unchecked("its hashes are of a kind that is not checked (SHA-256 is)");
        const std::string found = hash_member(archive_, member, opened_.limits);
        if (found.empty() || said->second.substr(7) == found) return true;
        waiting_.push_back({show_member(opened_, member), "its bytes are not what datapackage.json says (SHA-256): read nevertheless, with a note"});
        return false;
    }

    // Once for an archive. True: nothing speaks against the member's bytes.
    bool tell_unchecked(std::string_view why) {
        if (!std::exchange(unchecked_, true)) waiting_.push_back({opened_.path, std::string(why)});
        return true;
    }

    void start(const ZipMember& member) {
        altered_ = !is_true(member);
        auto started = open_member(archive_, member, opened_);
        if (started) {
            stream_ = std::move(*started);
        } else {
            waiting_.push_back({show_member(opened_, member), started.error().message});
        }
    }

    void read_list(const ZipMember& member) {
        const std::string shown = show_member(opened_, member);
        lists_altered_ = !is_true(member) || lists_altered_;
        auto source = archive_.read(member, opened_.limits.unpack);
        if (!source) {
            waiting_.push_back({shown, source.error().message});
            return;
        }
        Window window(std::move(*source));
        const auto lines = split(Layout::lines, window, opened_.limits.document_bytes);
        dom::parser parser;
        while (const auto line = lines->next()) {
            std::string path = fmt::format("{}:{}", shown, line->line);
            dom::object object;
            const bool room = line->problem.empty() && parser.allocate(std::max<std::size_t>(line->bytes.size(), 64), kJsonDepth) == simdjson::SUCCESS;
            if (!room || parser.parse(line->bytes.data(), line->bytes.size(), false).get(object) != simdjson::SUCCESS) {
                waiting_.push_back({std::move(path), line->problem.empty() ? "not a JSON object" : line->problem});
                if (waiting_.size() < kMostComplaints) continue;
                return;
            }
            if (pages_.add(std::move(path), object)) continue;
            waiting_.push_back({shown, fmt::format("longer than {} MB: titles and texts of the pages behind line {} are left out", (2 * opened_.limits.document_bytes) >> 20U, line->line - 1)});
            return;
        }
        if (!window.source().problem().empty()) waiting_.push_back({shown, window.source().problem()});
    }

    Item complete_item(Item item) {
        if (auto* page = std::get_if<Page>(&item)) {
            if (altered_) page->notes.emplace_back(kAltered);
            if (ListedPage* listed = pages_.find(page->url)) {
                listed->met = true;
                page->title = listed->title;
                page->text = listed->text;
            }
        } else if (auto* document = std::get_if<Document>(&item); document != nullptr && altered_) {
            add_note(*document, kAltered);
        }
        return item;
    }

    Item make_document(ListedPage page) const {
        Document document;
        document.path = std::move(page.path);
        document.url = std::move(page.url);
        document.title = std::move(page.title);
        document.text = std::move(page.text);
        document.extracted = true;
        add_note(document, kListedText);
        if (lists_altered_) add_note(document, kAltered);
        return document;
    }

    static constexpr std::size_t kMostComplaints = 100;

    Opened opened_;
    ZipArchive archive_;
    PageList pages_;
    std::optional<Hashes> hashes_;
    std::unique_ptr<DocumentStream> stream_;       // of the WARC file that is read
    std::deque<Skipped> waiting_;
    std::size_t at_ = 0;                           // the member behind it
    std::uint64_t taken_ = 0;
    bool altered_ = false, lists_altered_ = false; // that WARC file, a list of pages
    bool unchecked_ = false;                       // it was told that hashes are not checked
};

}  // namespace

bool is_wacz(const ZipArchive& archive) {
    if (archive.find("datapackage.json") == nullptr) return false;
    for (const ZipMember& member : archive.members())
        if (is_warc_name(member.name)) return true;
    return false;
}

std::unique_ptr<DocumentStream> open_wacz(Opened opened, ZipArchive archive) { return std::make_unique<WaczStream>(std::move(opened), std::move(archive)); }

}  // namespace firsthand::read
