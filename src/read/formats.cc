// The kind of a file is told by its first 64 KB, never by its suffix. Containers are opened before; see reader.cc.
// Tested by formats_test.cc.
#include "read/formats.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/json.h"
#include "read/notes.h"
#include "read/split.h"
#include "read/text.h"

namespace firsthand::read {

namespace {

std::string say_where(const std::string& path, const Element& element) {
    return element.first_on_line ? fmt::format("{}:{}", path, element.line) : fmt::format("{}:{}:{}", path, element.line, element.column);
}

class JsonStream final : public DocumentStream {
  public:
    JsonStream(Layout layout, Opened opened)
        : opened_(std::move(opened)), splitter_(split(layout, *opened_.window, opened_.document_bytes)), single_(layout == Layout::values) {}

    std::optional<Item> next() override {
        if (!waiting_.empty()) return take_waiting();
        if (finished_) return std::nullopt;
        if (const auto element = splitter_->next()) {
            any_ = true;
            last_line_ = element->line;
            return read_element(*element);
        }
        finished_ = true;
        const std::string& problem = opened_.window->source().problem();
        if (!problem.empty()) {
            const std::string_view before = any_ ? "; what came before was read" : "";
            return Skipped{fmt::format("{}:{}", opened_.path, last_line_ + 1), problem + std::string(before)};
        }
        if (!any_) return Skipped{opened_.path, "empty: no articles in it"};
        return std::nullopt;
    }

  private:
    Item read_element(const Element& element) {
        std::string where = say_where(opened_.path, element);
        if (!element.problem.empty()) return Skipped{std::move(where), element.problem};
        if (single_ && element.line == 1 && element.first_on_line) where = opened_.path;
        std::vector<Parsed> parsed = parser_.parse(element.bytes);
        for (std::size_t i = parsed.size(); i-- > 0;) {
            std::string path = parsed.size() == 1 ? where : fmt::format("{}#{}", where, i + 1);
            if (auto* document = std::get_if<Document>(&parsed[i])) {
                document->path = std::move(path);
                waiting_.emplace_back(std::move(*document));
            } else {
                waiting_.emplace_back(Skipped{std::move(path), std::move(std::get<std::string>(parsed[i]))});
            }
        }
        return take_waiting();
    }

    Item take_waiting() {
        Item item = std::move(waiting_.back());
        waiting_.pop_back();
        return item;
    }

    Opened opened_;
    std::unique_ptr<Splitter> splitter_;
    JsonParser parser_;
    std::vector<Item> waiting_;                    // of one element, the next one last
    bool single_, finished_ = false, any_ = false;
    std::uint64_t last_line_ = 0;
};

class TextStream final : public DocumentStream {
  public:
    explicit TextStream(Opened opened) : opened_(std::move(opened)) {}

    std::optional<Item> next() override {
        if (!window_read_) return read_text();
        if (late_problem_.empty()) return std::nullopt;
        return Skipped{opened_.path, std::exchange(late_problem_, {})};
    }

  private:
    Item read_text() {
        window_read_ = true;
        Window& window = *opened_.window;
        const std::string_view text = window.peek(opened_.document_bytes + 1);
        const std::string& problem = window.source().problem();
        if (text.size() > opened_.document_bytes) return Skipped{opened_.path, say_too_long(opened_.document_bytes)};
        if (text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos) return Skipped{opened_.path, problem.empty() ? "empty" : problem};
        Decoded decoded = decode_text(std::string(text));
        if (decoded.text.size() > opened_.document_bytes) return Skipped{opened_.path, say_too_long(opened_.document_bytes)};
        Document document = parse_text(std::move(decoded.text));
        if (decoded.replaced) add_note(document, kReplaced);
        if (decoded.charset != "UTF-8") add_note(document, say_charset(decoded.charset));
        document.path = opened_.path;
        if (!problem.empty()) {
            add_note(document, kTruncated);
            late_problem_ = problem + "; what came before was read";
        }
        return document;
    }

    Opened opened_;
    bool window_read_ = false;
    std::string late_problem_;
};

template <Layout layout>
std::unique_ptr<DocumentStream> open_json(Opened opened) {
    return std::make_unique<JsonStream>(layout, std::move(opened));
}

std::unique_ptr<DocumentStream> open_text(Opened opened) { return std::make_unique<TextStream>(std::move(opened)); }

enum FormatIndex : std::size_t { kText, kLines, kList, kValues };

constexpr std::array<Format, 4> kFormats = {{
    {"text", ".txt, .md", "one article; may open with front matter (a block between --- lines, or Title: and URL: lines)", open_text},
    {"JSON Lines", ".jsonl, .ndjson", "one article a line, as JSON; the field names of the common crawlers are known", open_json<Layout::lines>},
    {"JSON list", ".json", "a list of articles, of any length", open_json<Layout::list>},
    {"JSON", ".json", "one article, or several one after another, over several lines", open_json<Layout::values>},
}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view skip_blanks(std::string_view head) {
    while (!head.empty() && is_blank(head.front())) head.remove_prefix(1);
    return head;
}

bool starts_folded(std::string_view head, std::string_view lower) {
    const auto same = [](char want, char c) { return want == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c); };
    return head.size() >= lower.size() && std::equal(lower.begin(), lower.end(), head.begin(), same);
}

// Known kinds that hold no text for us yet, by their first bytes.
std::string_view name_foreign(std::string_view head) {
    struct Magic {
        std::string_view bytes, what;
    };
    using namespace std::string_view_literals;
    constexpr auto kMagics = std::to_array<Magic>({
        {"%PDF-"sv, "a PDF file: extract its text first, for example with pdftotext"},
        {"PK\x03\x04"sv, "a ZIP archive or office document: unpack it, or save it as plain text"},
        {"\x89PNG"sv, "a picture"}, {"\xFF\xD8\xFF"sv, "a picture"}, {"GIF8"sv, "a picture"}, {"RIFF"sv, "a picture, sound or video"},
        {"OggS"sv, "sound or video"},
        {"ID3"sv, "sound"}, {"\x7F""ELF"sv, "a program"}, {"BZh"sv, "a bzip2 file: unpack it first"}, {"\xFD""7zXZ"sv, "an xz file: unpack it first"},
        {"7z\xBC\xAF"sv, "a 7z archive: unpack it first"}, {"Rar!"sv, "a RAR archive: unpack it first"},
        {"SQLite format 3"sv, "an SQLite database: export its articles as JSON Lines"},
        {"\xD0\xCF\x11\xE0"sv, "an office document: save it as plain text"}, {"{\\rtf"sv, "an RTF document: save it as plain text"},
        {"PAR1"sv, "a Parquet file: export its rows as JSON Lines"},
        {"WARC/"sv, "a web archive: not read yet"},
    });
    for (const Magic& magic : kMagics)
        if (head.starts_with(magic.bytes)) return magic.what;
    if (head.size() > 262 && head.substr(257, 5) == "ustar") return "a tar archive: unpack it first";
    return {};
}

std::string_view name_markup(std::string_view words) {
    while (words.starts_with("<!--")) {
        const auto end = words.find("-->");
        if (end == std::string_view::npos) break;
        words = skip_blanks(words.substr(end + 3));
    }
    for (const std::string_view tag : {"<!doctype html", "<html", "<head>", "<body", "<head "})
        if (starts_folded(words, tag)) return "a web page: HTML is not read yet, extract its text first";
    if (!starts_folded(words, "<?xml") && !starts_folded(words, "<rss") && !starts_folded(words, "<feed")) return {};
    return words.find("<html") != std::string_view::npos ? "a web page: HTML is not read yet, extract its text first" : "an XML file: not read yet";
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
FormatIndex choose_layout(std::string_view words) {
    bool in_text = false;
    if (const std::size_t end = find_value_end(words, in_text); end > 0) {
        const bool alone = words.size() < kSniffBytes / 2 && words.find_first_not_of(" \t\r\n", end) == std::string_view::npos;
        return alone ? kValues : kLines;
    }
    const auto line_end = words.find('\n');
    if (line_end == std::string_view::npos || in_text) return kLines;
    return opens_object(skip_blanks(words.substr(line_end))) ? kLines : kValues;
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

}  // namespace

std::span<const Format> list_formats() { return kFormats; }

Sniffed sniff_format(std::string_view head) {
    if (const auto foreign = name_foreign(head); !foreign.empty()) return {nullptr, std::string(foreign)};
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::string_view words = skip_blanks(head);
    if (words.empty() && head.size() < kSniffBytes) return {nullptr, "empty"};
    if (const auto markup = name_markup(words); !markup.empty()) return {nullptr, std::string(markup)};
    if (words.starts_with('[')) {
        const std::string_view inside = skip_blanks(words.substr(1));
        if (inside.empty() || inside.starts_with('{') || inside.starts_with(']') || inside.starts_with("null")) return {&kFormats[kList], {}};
    }
    if (opens_object(words)) return {&kFormats[choose_layout(words)], {}};
    if (has_object_line(words)) return {&kFormats[kLines], {}};
    if (is_binary(head)) return {nullptr, "a binary file, not a text"};
    return {&kFormats[kText], {}};
}

}  // namespace firsthand::read
