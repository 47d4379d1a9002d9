// Tested by named_test.cc.
#include "read/named.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "read/fields.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

class NamedStream final : public DocumentStream {
  public:
    NamedStream(Opened opened, std::string reason) : opened_(std::move(opened)), reason_(std::move(reason)) {}
    std::optional<Item> next() override {
        if (std::exchange(said_, true)) return std::nullopt;
        return Skipped{opened_.path, reason_};
    }

  private:
    Opened opened_;                                // a reader asks its bytes how far it got
    std::string reason_;
    bool said_ = false;
};

}  // namespace

std::unique_ptr<DocumentStream> open_named(Opened opened, std::string reason) { return std::make_unique<NamedStream>(std::move(opened), std::move(reason)); }

bool is_address_list(std::string_view head) {
    std::size_t addresses = 0, others = 0;
    const bool whole = head.size() < kSniffBytes;
    while (!head.empty()) {
        const auto end = head.find('\n');
        if (end == std::string_view::npos && !whole) break;
        std::string_view line = head.substr(0, end);
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        ++(is_address(line) && find_host(line).size() > 3 ? addresses : others);
        if (others > 1) return false;              // one may be a header
    }
    return addresses > others;
}

std::unique_ptr<DocumentStream> open_address_list(Opened opened) {
    return open_named(std::move(opened),
        "a list of addresses, not an article: Firsthand opens no connection; save the pages first, for example with wget -i, and give those");
}

bool is_reference_list(std::string_view head) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (head.starts_with("TY  - ")) return head.find("\nER  -") != std::string_view::npos || head.find("\nTI  - ") != std::string_view::npos;
    const std::string_view first = head.substr(0, 1024);
    if (first.find("<rdf:RDF") != std::string_view::npos && head.find("www.zotero.org/namespaces") != std::string_view::npos) return true;
    const auto brace = first.find('{');
    if (!head.starts_with('@') || brace == std::string_view::npos || brace > 24) return false;
    constexpr auto kEntries = std::to_array<std::string_view>({"@article", "@book", "@comment", "@incollection", "@inproceedings", "@misc", "@news",
        "@online", "@preamble", "@string", "@techreport", "@unpublished", "@webpage"});
    return std::find(kEntries.begin(), kEntries.end(), base::fold(head.substr(0, brace))) != kEntries.end() && head.find('=') != std::string_view::npos;
}

std::unique_ptr<DocumentStream> open_reference_list(Opened opened) {
    return open_named(std::move(opened),
        "a list of references without article text: give the saved pages (Zotero keeps its snapshots in its storage folder); exported as CSV or CSL JSON "
        "it joins them by URL");
}

}  // namespace firsthand::read
