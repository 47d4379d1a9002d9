// Chrome, Edge and Opera write multipart/related with the page first; Internet Explorer and Word nest parts or write one
// part only. Parts are told by lines that begin with a boundary, nested or not: no recursion. Tested by mhtml_test.cc.
#include "read/mhtml.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "read/head_fields.h"
#include "read/notes.h"
#include "read/page.h"
#include "read/transfer.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kMostBoundaries = 8;

struct Delimiter {
    std::size_t begin = 0, end = 0;                // of its line, with the line's end
};

// Whether a line is "--boundary" or "--boundary--".
bool is_delimiter(std::string_view line, const std::vector<std::string>& boundaries) {
    const auto last = line.find_last_not_of(" \t\r\n");
    line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (!line.starts_with("--")) return false;
    line.remove_prefix(2);
    return std::any_of(boundaries.begin(), boundaries.end(),
        [&](const std::string& boundary) { return line.starts_with(boundary) && (line.size() == boundary.size() || line.substr(boundary.size()) == "--"); });
}

// The first delimiter at or behind `from`, the begin of a line.
std::optional<Delimiter> find_delimiter(std::string_view bytes, std::size_t from, const std::vector<std::string>& boundaries) {
    constexpr std::size_t kMostLine = 512;         // a boundary has at most 70 characters
    while (from < bytes.size()) {
        if (bytes.substr(from).starts_with("--")) {
            const auto newline = bytes.substr(from, kMostLine).find('\n');
            const bool ends = newline != std::string_view::npos || bytes.size() - from <= kMostLine;
            const std::size_t end = newline != std::string_view::npos ? from + newline + 1 : bytes.size();
            if (ends && is_delimiter(bytes.substr(from, end - from), boundaries)) return Delimiter{from, end};
        }
        const auto next = bytes.find("\n--", from);
        if (next == std::string_view::npos) break;
        from = next + 1;
    }
    return std::nullopt;
}

// For a head that names none, or a wrong one: the first line that begins as boundaries do.
std::string guess_boundary(std::string_view body) {
    std::size_t at = body.starts_with("--") ? 0 : body.find("\n--");
    if (at == std::string_view::npos) return {};
    if (body[at] == '\n') ++at;
    const std::string_view line = first_line(body.substr(at, 256));
    return std::string(line.substr(2, line.find_last_not_of(" \t") + 1 - 2));
}

struct Part {
    ContentType type;
    std::string encoding, location, id;
    std::string_view body;
    bool cut = false;                              // no delimiter ends it
};

Part describe(const HeadFields& fields) {
    Part part;
    part.type = parse_content_type(fields.find("content-type"));
    part.encoding = fields.find("content-transfer-encoding");
    part.location = clean_address(fields.find("content-location"));
    part.id = fields.find("content-id");
    return part;
}

bool is_html(const Part& part) { return part.type.type == "text/html" || part.type.type == "application/xhtml+xml"; }
bool is_multipart(const ContentType& type) { return type.type.starts_with("multipart/"); }

// Some writers set <> around the id in one place only.
bool same_id(std::string_view a, std::string_view b) {
    const auto strip = [](std::string_view id) { return id.size() > 2 && id.front() == '<' && id.back() == '>' ? id.substr(1, id.size() - 2) : id; };
    return strip(a) == strip(b);
}

// The page's part; a part without a type counts when it looks like a page.
std::optional<Part> find_page(std::string_view body, const ContentType& type) {
    std::vector<std::string> boundaries{type.boundary};
    auto delimiter = type.boundary.empty() ? std::nullopt : find_delimiter(body, 0, boundaries);
    if (!delimiter) {
        boundaries[0] = guess_boundary(body);
        if (!boundaries[0].empty()) delimiter = find_delimiter(body, 0, boundaries);
    }
    std::optional<Part> first;
    while (delimiter) {
        const std::size_t begin = delimiter->end;
        // The next delimiter first: a head without an empty line must not run over the parts behind it.
        delimiter = find_delimiter(body, begin, boundaries);
        const std::string_view section = body.substr(begin, delimiter ? delimiter->begin - begin : std::string_view::npos);
        const std::size_t head_size = find_body(section.substr(0, kMostHeadBytes));
        const bool has_head = head_size != std::string_view::npos;
        Part part = describe(has_head ? HeadFields::parse(section.substr(0, head_size)) : HeadFields());
        const std::size_t content = begin + (has_head ? head_size : 0);
        if (is_multipart(part.type) && !part.type.boundary.empty() && boundaries.size() < kMostBoundaries) {
            boundaries.push_back(part.type.boundary);
            delimiter = find_delimiter(body, content, boundaries);
        }
        part.body = body.substr(content, delimiter ? delimiter->begin - content : std::string_view::npos);
        part.cut = !delimiter;
        const bool looks = part.type.type.empty() && is_web_page(part.body.substr(0, kSniffBytes));
        if (!is_html(part) && !looks) continue;
        const bool wanted = type.start.empty() || same_id(part.id, type.start);
        if (wanted || !first) first = std::move(part);
        if (wanted) break;
    }
    return first;
}

}  // namespace

bool is_mhtml(std::string_view head) {
    while (head.starts_with('\n') || head.starts_with("\r\n")) head.remove_prefix(head.front() == '\n' ? 1 : 2);
    const std::string_view line = first_line(head.substr(0, 1024));
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || line.substr(0, colon).find_first_of(" \t<{[") != std::string_view::npos) return false;
    const HeadFields fields = HeadFields::parse(head.substr(0, find_body(head)));
    const ContentType type = parse_content_type(fields.find("content-type"));
    if (type.type == "multipart/related") return true;
    return (type.type == "text/html" || type.type == "multipart/alternative") && !fields.find("mime-version").empty();
}

Item parse_mhtml(std::string bytes) {
    std::string_view message(bytes);
    while (message.starts_with('\n') || message.starts_with("\r\n")) message.remove_prefix(message.front() == '\n' ? 1 : 2);
    const std::size_t body = std::min(find_body(message), message.size());
    const HeadFields fields = HeadFields::parse(message.substr(0, body));
    Part whole = describe(fields);
    whole.body = message.substr(body);
    std::optional<Part> part = is_multipart(whole.type) ? find_page(whole.body, whole.type) : std::optional(whole);
    if (!part) return Skipped{{}, "no web page in this MHTML file: save it again"};
    Page page;
    page.url = clean_address(fields.find("snapshot-content-location"));
    if (page.url.empty()) page.url = !part->location.empty() ? part->location : whole.location;
    page.charset = part->type.charset;
    page.bytes = decode_transfer(part->body, part->encoding);
    if (part->cut) page.notes.emplace_back(kTruncated);
    return page;
}

}  // namespace firsthand::read
