// The kind of a file is told by its first 64 KB, never by its suffix; containers are opened before.
// Tested by formats_test.cc.
#include "read/formats.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/extract_line.h"
#include "read/extract_lines.h"
#include "read/feed.h"
#include "read/mhtml.h"
#include "read/named.h"
#include "read/notes.h"
#include "read/page.h"
#include "read/sitemap.h"
#include "read/split.h"
#include "read/table.h"
#include "read/tei.h"
#include "read/text.h"
#include "read/warc.h"
#include "read/whole.h"
#include "read/zip.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kUtf16Bytes = 1024;          // enough to tell

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view skip_blanks(std::string_view head) {
    while (!head.empty() && is_blank(head.front())) head.remove_prefix(1);
    return head;
}

// Known kinds that hold no text for us yet, by their first bytes.
std::string_view name_foreign(std::string_view head) {
    struct Magic {
        std::string_view bytes, what;
    };
    using namespace std::string_view_literals;
    constexpr auto kMagics = std::to_array<Magic>({
        {"%PDF-"sv, "a PDF file: extract its text first, for example with pdftotext"},
        {"\x89PNG"sv, "a picture"}, {"\xFF\xD8\xFF"sv, "a picture"}, {"GIF8"sv, "a picture"}, {"RIFF"sv, "a picture, sound or video"},
        {"OggS"sv, "sound or video"},
        {"ID3"sv, "sound"}, {"\x7F""ELF"sv, "a program"}, {"BZh"sv, "a bzip2 file: unpack it first"}, {"\xFD""7zXZ"sv, "an xz file: unpack it first"},
        {"7z\xBC\xAF"sv, "a 7z archive: unpack it first"}, {"Rar!"sv, "a RAR archive: unpack it first"},
        {"SQLite format 3"sv, "an SQLite database: export its articles as JSON Lines"},
        {"\xD0\xCF\x11\xE0"sv, "an office document: save it as plain text"}, {"{\\rtf"sv, "an RTF document: save it as plain text"},
        {"PAR1"sv, "a Parquet file: export its rows as JSON Lines"},
        {"{\"schema\":\"firsthand.trace/"sv, "what `firsthand trace` wrote: give the articles themselves, or lines that `firsthand extract` wrote"},
    });
    for (const Magic& magic : kMagics)
        if (head.starts_with(magic.bytes)) return magic.what;
    if (head.starts_with("filedesc://")) return "an ARC file: convert it to WARC, for example with `warcio recompress`";
    if (head.size() > 262 && head.substr(257, 5) == "ustar") return "a tar archive: unpack it first";
    return {};
}

// Control bytes that texts do not have: more than one in fifty.
bool is_binary(std::string_view head) {
    head = head.substr(0, 8192);
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && !is_blank(c) && c != '\f' && c != '\v' && c != '\b' && c != '\x1B';
    });
    const auto size = static_cast<std::ptrdiff_t>(head.size());
    return (controls > 3 && controls * 50 > size) || (controls > 0 && controls * 4 > size);
}

bool opens_object(std::string_view line) {
    if (!line.starts_with('{')) return false;
    line = skip_blanks(line.substr(1));
    return line.starts_with('"') || line.starts_with('}');
}

// Where the JSON value at the begin of `head` ends, if it does on its first line; else 0. `in_text` tells whether the line
// ends inside a text.
std::size_t find_value_end(std::string_view head, bool& in_text) {
    std::size_t depth = 0;
    in_text = false;
    for (std::size_t i = 0; i < head.size() && head[i] != '\n'; ++i) {
        const char c = head[i];
        if (in_text) {
            if (c == '\\') ++i;
            if (c == '"') in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

// JSON Lines has a whole object on a line; else it is objects over several lines.
Layout choose_layout(std::string_view words) {
    bool in_text = false;
    if (const std::size_t end = find_value_end(words, in_text); end > 0) {
        const bool alone = words.size() < kSniffBytes / 2 && words.find_first_not_of(" \t\r\n", end) == std::string_view::npos;
        return alone ? Layout::values : Layout::lines;
    }
    const auto line_end = words.find('\n');
    if (line_end == std::string_view::npos || in_text) return Layout::lines;
    return opens_object(skip_blanks(words.substr(line_end))) ? Layout::lines : Layout::values;
}

// A line in the head that is a JSON object from its begin to its end: then a first line that is none is a broken record.
bool has_object_line(std::string_view head) {
    while (!head.empty()) {
        const auto end = std::min(head.find('\n'), head.size());
        std::string_view line = head.substr(0, end);
        const bool whole = end < head.size();
        head.remove_prefix(std::min(end + 1, head.size()));
        while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
        if (opens_object(line) && (line.ends_with('}') || !whole)) return true;
    }
    return false;
}

bool is_json_list(std::string_view head) {
    const std::string_view words = skip_blanks(head);
    if (!words.starts_with('[')) return false;
    const std::string_view inside = skip_blanks(words.substr(1));
    return inside.empty() || inside.starts_with('{') || inside.starts_with(']') || inside.starts_with("null");
}

bool is_json_lines(std::string_view head) {
    const std::string_view words = skip_blanks(head);
    return opens_object(words) ? choose_layout(words) == Layout::lines : has_object_line(words);
}

bool is_json_values(std::string_view head) {
    const std::string_view words = skip_blanks(head);
    return opens_object(words) && choose_layout(words) == Layout::values;
}

bool is_text(std::string_view head) { return !is_binary(head); }

template <Layout layout>
std::unique_ptr<DocumentStream> open_json(Opened opened) {
    return read::open_json(layout, std::move(opened));
}

Item make_text(std::string bytes) {
    Decoded decoded = decode_text(std::move(bytes));
    Document document = parse_text(std::move(decoded.text));
    if (decoded.replaced) add_note(document, kReplaced);
    if (decoded.charset != "UTF-8") add_note(document, say_charset(decoded.charset));
    return document;
}

template <Layout layout>
void list_json(Opened opened, Listings& listings) {
    read::list_json(layout, std::move(opened), listings);
}

std::unique_ptr<DocumentStream> open_text(Opened opened) { return open_whole(std::move(opened), make_text); }
std::unique_ptr<DocumentStream> open_mhtml(Opened opened) { return open_whole(std::move(opened), parse_mhtml); }

std::unique_ptr<DocumentStream> open_page(Opened opened) { return open_whole(std::move(opened), make_page); }

// Only where nobody looked for them in the first pass.
class MisplacedLines final : public DocumentStream {
  public:
    explicit MisplacedLines(Opened opened) : opened_(std::move(opened)) {}
    std::optional<Item> next() override {
        if (std::exchange(told_, true)) return std::nullopt;
        return Skipped{opened_.path, "lines of `firsthand extract`, not looked for here: give them in a file named .jsonl, outside of any archive"};
    }

  private:
    Opened opened_;
    bool told_ = false;
};

std::unique_ptr<DocumentStream> open_extract_lines(Opened opened) { return std::make_unique<MisplacedLines>(std::move(opened)); }

// A stream whose documents all get one note.
class NotedStream final : public DocumentStream {
  public:
    NotedStream(std::unique_ptr<DocumentStream> inner, std::string note) : inner_(std::move(inner)), note_(std::move(note)) {}

    [[nodiscard]] std::uint64_t taken() const override { return inner_->taken(); }
    std::optional<Item> next() override {
        auto item = inner_->next();
        if (!item) return item;
        if (auto* document = std::get_if<Document>(&*item)) add_note(*document, note_);
        if (auto* page = std::get_if<Page>(&*item)) page->notes.push_back(note_);
        return item;
    }

  private:
    std::unique_ptr<DocumentStream> inner_;
    std::string note_;
};

// The first row that recognises the head reads the file; text comes last.
constexpr auto kFormats = std::to_array<Format>({
    {"ZIP", ".zip, .wacz", "an archive of any of these, not nested; a WACZ with its list of pages and its hashes", is_zip, open_zip},
    {"WARC", ".warc", "a crawler's archive: its web pages, one after another", is_warc, open_warc},
    {"MHTML", ".mhtml, .mht", "one web page, as browsers save it in a single file", is_mhtml, open_mhtml},
    {"HTML", ".html, .htm, .xhtml", "one web page, as browsers and SingleFile save it; its article is told from the rest", is_web_page, open_page},
    {"reference list", ".bib, .ris, .rdf", "BibTeX, RIS, Zotero's RDF: named, not read", is_reference_list, open_reference_list},
    {"feed", ".rss, .atom, .xml, .rdf", "RSS or Atom: the articles whose text it holds; the others join articles of the same run by URL", is_feed, open_feed, list_feed},
    {"sitemap", ".xml", "holds no text; its titles and dates join articles of the same run by URL", is_sitemap, open_sitemap, list_sitemap},
    {"TEI", ".xml", "articles as trafilatura writes them, in XML or TEI", is_tei, open_tei},
    {"table", ".csv, .tsv", "one article a row, as minet, newspaper4k and trafilatura write it; or a list of links, which joins its articles by URL", is_table,
        open_table, list_table},
    {"lines of extract", ".jsonl, .ndjson, .json", "what `firsthand extract` wrote, given beside its texts: nothing is extracted twice", is_extract_lines,
        open_extract_lines, nullptr, true},
    {"JSON list", ".json", "a list of articles, of any length", is_json_list, open_json<Layout::list>, list_json<Layout::list>},
    {"JSON Lines", ".jsonl, .ndjson", "one article a line, as JSON; the field names of the common crawlers are known", is_json_lines, open_json<Layout::lines>,
        list_json<Layout::lines>},
    {"JSON", ".json", "one article, or several one after another, over several lines", is_json_values, open_json<Layout::values>,
        list_json<Layout::values>},
    {"address list", ".txt", "addresses, one a line: named, not read, for Firsthand opens no connection", is_address_list, open_address_list},
    {"text", ".txt, .md", "one article; may open with front matter (a block between --- lines, or Title: and URL: lines)", is_text, open_text},
});

}  // namespace

std::span<const Format> list_formats() { return kFormats; }

Sniffed sniff_format(std::string_view head) {
    if (const auto foreign = name_foreign(head); !foreign.empty()) return {nullptr, std::string(foreign)};
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (skip_blanks(head).empty() && head.size() < kSniffBytes) return {nullptr, "empty"};
    for (const Format& format : kFormats) {
        if (!format.recognise(head)) continue;
        if (std::string other = format.recognise == is_text ? name_other_xml(head) : std::string(); !other.empty()) return {nullptr, std::move(other)};
        return {&format, {}};
    }
    return {nullptr, "a binary file, not a text"};
}

namespace {

struct Told {
    const Format* format = nullptr;
    std::string note;                              // for all its documents; empty: none
};

// Unpacks and decodes `opened` where it is a container or in UTF-16, and tells its format.
Result<Told> unpack_and_sniff(Opened& opened) {
    if (auto unpacked = unpack_container(opened); !unpacked) return unpacked.error();
    const std::string_view charset = sniff_utf16(opened.window->peek(kUtf16Bytes));
    if (!charset.empty()) {
        opened.window = std::make_unique<Window>(decode_source(std::move(opened.window), charset));
        opened.descriptor = -1;
    }
    const std::string_view head = opened.window->peek(kSniffBytes);
    const std::string& problem = opened.window->source().problem();
    if (!charset.empty() && is_garbled(head)) return Error{ErrorCode::input, "a binary file, not a text"};
    if (head.empty() && !problem.empty()) return Error{ErrorCode::input, problem};
    const Sniffed sniffed = sniff_format(head.substr(0, kSniffBytes));
    if (sniffed.format == nullptr) return Error{ErrorCode::input, sniffed.problem};
    return Told{sniffed.format, charset.empty() ? std::string() : say_charset(charset)};
}

}  // namespace

Result<void> unpack_container(Opened& opened) {
    if (!std::exchange(opened.unpacked, true)) {
        const Container container = sniff_container(opened.window->peek(4));
        if (container == Container::none) return {};
        opened.window = std::make_unique<Window>(unpack(container, std::move(opened.window), opened.limits.unpack));
        opened.descriptor = -1;
    }
    if (opened.descriptor < 0 && sniff_container(opened.window->peek(4)) != Container::none)
        return Error{ErrorCode::input, "a compressed file inside a compressed file: unpack it once"};
    return {};
}

bool begins_with_extract_line(Opened& opened) {
    constexpr std::size_t kEnough = 512;           // the schema stands first
    return unpack_container(opened).has_value() && is_extract_lines(opened.window->peek(kEnough));
}

Result<std::unique_ptr<DocumentStream>> open_stream(Opened opened) {
    auto told = unpack_and_sniff(opened);
    if (!told) return told.error();
    auto stream = told->format->open(std::move(opened));
    if (!told->note.empty()) stream = std::make_unique<NotedStream>(std::move(stream), std::move(told->note));
    return stream;
}

void list_records(Opened opened, std::string file, Listings& listings, ExtractLines& lines) {
    const auto told = unpack_and_sniff(opened);
    if (!told) return;
    if (opened.descriptor < 0) file.clear();       // what was unpacked stands nowhere as it is
    if (told->format->beside) {
        lines.index(std::move(opened), std::move(file));
    } else if (told->format->list != nullptr) {
        told->format->list(std::move(opened), listings);
    }
}

bool may_be_listing(std::string_view path) {
    std::string name = base::fold(path.substr(path.rfind('/') + 1));
    for (const std::string_view packed : {".gz", ".zst"})
        if (name.ends_with(packed)) name.resize(name.size() - packed.size());
    const auto dot = name.rfind('.');
    if (dot == std::string::npos) return false;
    const std::string suffix = name.substr(dot);
    return std::any_of(kFormats.begin(), kFormats.end(), [&](const Format& format) {
        if (format.list == nullptr && !format.beside) return false;
        const auto at = format.suffixes.find(suffix);
        return at != std::string_view::npos && (at + suffix.size() == format.suffixes.size() || format.suffixes[at + suffix.size()] == ',');
    });
}

}  // namespace firsthand::read
