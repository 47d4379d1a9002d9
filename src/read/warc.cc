// A record is a head, as many bytes as its head says, and two line ends. Web pages are answered with status 200 and a type of
// HTML; all else is passed over by its head, without being held. Where the framing or the compression is damaged, reading goes
// on at the next line that begins a record. Tested by warc_test.cc.
#include "read/warc.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "read/deadline.h"
#include "read/head_fields.h"
#include "read/notes.h"
#include "read/page.h"
#include "read/transfer.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kRecordStart = "WARC/", kCutHead = "the file ends inside this record";

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// "HTTP/1.1 200 OK"
bool is_answer(std::string_view status_line) {
    const auto blank = status_line.find(' ');
    return status_line.starts_with("HTTP/") && blank != std::string_view::npos && fold_token(status_line.substr(blank, 5)).starts_with("200");
}

std::optional<std::uint64_t> parse_length(std::string_view digits) {
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(length) : std::nullopt;
}

class WarcStream final : public DocumentStream {
  public:
    explicit WarcStream(Opened opened) : opened_(std::move(opened)), window_(*opened_.window) {}

    std::optional<Item> next() override {
        while (!finished_) {
            auto item = late_problem_.empty() ? read_record() : Skipped{where(), std::exchange(late_problem_, {})};
            if (item) {
                any_ = true;
                return item;
            }
        }
        if (std::exchange(any_, true)) return std::nullopt;
        return Skipped{opened_.path, fmt::format("holds no web page: {} records of other kinds", record_)};
    }

  private:
    std::string where() const { return fmt::format("{}#{}", opened_.path, record_); }

    // A record's head; or why there is none, and the end of what need not be seen again.
    struct Head {
        std::string problem;
        std::size_t size = 0;
        std::uint64_t length = 0;                  // of the block
    };

    // One record, or nothing: it was passed over, or the file is at its end.
    std::optional<Item> read_record() {
        skip_line_ends();
        if (window_.view().empty()) return end_file();
        ++record_;
        Head head = find_head();
        if (!head.problem.empty()) return find_next(std::move(head));
        const HeadFields warc = HeadFields::parse(window_.view().substr(0, head.size));
        window_.drop(head.size);
        left_ = head.length;
        cut_ = false;
        const Deadline deadline(opened_.limits.document_time);
        auto item = read_block(warc);
        if (item) hold_to(deadline, where(), *item);
        skip_rest();
        if (auto* skipped = item ? std::get_if<Skipped>(&*item) : nullptr; skipped != nullptr && !std::exchange(late_problem_, {}).empty()) skipped->reason += "; the file ends inside it";
        return item;
    }

    Head find_head() {
        if (!window_.peek(kRecordStart.size()).starts_with(kRecordStart)) return {.problem = "no record begins here", .size = 1};
        const auto [body, last_line] = find_head_end(kMostHeadBytes, kRecordStart);
        if (body == std::string_view::npos) {
            const std::string_view view = window_.view().substr(0, kMostHeadBytes);
            const bool whole = view.find('\n', last_line) != std::string_view::npos;
            const std::string_view problem = whole ? "no empty line ends this record's head" : view.size() < kMostHeadBytes ? kCutHead : "this record's head is longer than 64 KB";
            return {.problem = std::string(problem), .size = last_line};
        }
        const HeadFields warc = HeadFields::parse(window_.view().substr(0, body));
        const auto length = parse_length(warc.find("content-length"));
        if (!length) return {.problem = "this record does not say how long it is", .size = body};
        return {.problem = {}, .size = body, .length = *length};
    }

    std::optional<Item> read_block(const HeadFields& warc) {
        const std::string kind = fold_token(warc.find("warc-type"));
        const ContentType type = parse_content_type(warc.find("content-type"));
        if (kind == "response" && type.type == "application/http") return read_response(warc);
        const bool text = kind == "conversion" && type.type == "text/plain";
        if (!text && !((kind == "resource" || kind == "conversion") && is_html(type.type))) return std::nullopt;
        if (left_ > opened_.limits.document_bytes) return Skipped{where(), say_too_long(opened_.limits.document_bytes)};
        std::string bytes(take_block());
        if (text) return make_text(warc, std::move(bytes));
        return make_web_page(warc, type.charset, std::move(bytes));
    }

    std::optional<Item> read_response(const HeadFields& warc) {
        const std::size_t most = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kMostHeadBytes));
        const std::size_t head_size = find_head_end(most, {}).body;
        if (head_size == std::string_view::npos) {
            if (!first_line(window_.view().substr(0, most)).starts_with("HTTP/")) return Skipped{where(), "no HTTP head in this response"};
            if (left_ > kMostHeadBytes) return Skipped{where(), "its HTTP head is longer than 64 KB"};
            return std::nullopt;
        }
        const std::string_view head = window_.view().substr(0, head_size);
        const std::string_view status = first_line(head);
        if (!is_answer(status)) return std::nullopt;
        const HeadFields http = HeadFields::parse(head.substr(std::min(head.find('\n'), head.size() - 1) + 1));
        const ContentType type = parse_content_type(http.find("content-type"));
        if (!type.type.empty() && !is_html(type.type)) return std::nullopt;
        window_.drop(head_size);
        left_ -= head_size;
        if (left_ > opened_.limits.document_bytes) return Skipped{where(), say_too_long(opened_.limits.document_bytes)};
        return decode_response(warc, http, type, take_block());
    }

    std::optional<Item> decode_response(const HeadFields& warc, const HeadFields& http, const ContentType& type, std::string_view block) {
        std::optional<std::string> joined;
        if (fold_token(http.find("transfer-encoding")).find("chunked") != std::string::npos) joined = join_chunks(block, cut_);
        Decoded body = decode_content(joined ? std::move(*joined) : std::string(block), http.find("content-encoding"), opened_.limits);
        if (body.refused || (body.bytes.empty() && !body.problem.empty())) return Skipped{where(), std::move(body.problem)};
        if (!body.problem.empty()) cut_ = true;
        if (type.type.empty() && !is_web_page(std::string_view(body.bytes).substr(0, kSniffBytes))) return std::nullopt;
        return make_web_page(warc, type.charset, std::move(body.bytes));
    }

    Item make_web_page(const HeadFields& warc, std::string charset, std::string bytes) const {
        Page page;
        page.path = where();
        page.url = clean_address(warc.find("warc-target-uri"));
        page.charset = std::move(charset);
        page.bytes = std::move(bytes);
        if (is_cut(warc)) page.notes.emplace_back(kTruncated);
        return page;
    }

    Item make_text(const HeadFields& warc, std::string bytes) const {
        if (bytes.find_first_not_of(" \t\r\n\v\f") == std::string::npos) return Skipped{where(), "empty"};
        Document document;
        document.path = where();
        document.url = clean_address(warc.find("warc-target-uri"));
        document.text = std::move(bytes);
        document.extracted = true;
        if (is_cut(warc)) add_note(document, kTruncated);
        return document;
    }

    // The crawler, the file's end or a segment (WARC 1.1, 7) left some of it out.
    bool is_cut(const HeadFields& warc) const { return cut_ || !warc.find("warc-truncated").empty() || !warc.find("warc-segment-number").empty(); }

    // All that is there of the block. It stays in the window; skip_rest() passes over it.
    std::string_view take_block() {
        constexpr std::size_t kBehind = 4;
        const std::size_t size = static_cast<std::size_t>(left_);
        const std::string_view view = window_.peek(size + kBehind);
        cut_ = view.size() < size;
        if (cut_) return view;
        // What goes on behind its end is longer than its head says.
        const std::string_view behind = view.substr(size, kBehind);
        cut_ = !behind.empty() && behind.front() != '\r' && behind.front() != '\n' && !behind.starts_with(kRecordStart.substr(0, kBehind));
        return view.substr(0, size);
    }

    // Passes over what is left of the block.
    void skip_rest() {
        while (left_ > 0) {
            if (window_.view().empty() && !window_.fill()) {
                if (window_.source().problem().empty()) late_problem_ = "the file ends inside this record; what came before was read";
                left_ = 0;
                return;
            }
            const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(left_, window_.view().size()));
            window_.drop(size);
            left_ -= size;
        }
    }

    void skip_line_ends() {
        while (!window_.view().empty() || window_.fill()) {
            const std::string_view view = window_.view();
            const std::size_t blanks = std::min(view.find_first_not_of("\r\n"), view.size());
            window_.drop(blanks);
            if (blanks < view.size()) return;
        }
    }

    struct HeadEnd {
        std::size_t body = std::string_view::npos; // where what follows begins; npos: no empty line ends the head
        std::size_t last_line = 0;                 // else where the first line begins that is not the head's, or not all there
    };

    // Where the head at the begin of the view ends, among its first `most` bytes. A line that begins with `next` is no longer its own.
    HeadEnd find_head_end(std::size_t most, std::string_view next) {
        std::size_t line = 0;
        for (std::size_t scanned = 0;;) {
            const std::string_view view = window_.view().substr(0, most);
            for (auto end = view.find('\n', scanned); end != std::string_view::npos; end = view.find('\n', line)) {
                const std::string_view words = view.substr(line, end - line);
                if (words.empty() || words == "\r") return {.body = end + 1};
                if (line > 0 && !next.empty() && words.starts_with(next)) return {.last_line = line};
                line = end + 1;
            }
            scanned = view.size();
            if (scanned >= most || !window_.fill()) return {.last_line = line};
        }
    }

    // Passes over bytes up to the next line that begins a whole head: damage is told once, however often it is met on the way.
    // The problem of the file itself comes first.
    Item find_next(Head head) {
        Skipped skipped{where(), std::move(head.problem)};
        const std::uint64_t first = record_;
        const auto tell = [&](std::string_view more) {
            if (record_ > first) skipped.reason += fmt::format("; so it goes on up to #{}", record_);
            skipped.reason += more;
            return skipped;
        };
        for (;;) {
            // The line end before the next record is looked for too.
            window_.drop(head.size > 1 ? head.size - 1 : 1);
            if (!find_record_start()) {
                const bool damaged = !window_.source().problem().empty();
                return damaged && record_ == first ? *end_file() : tell("");
            }
            head = find_head();
            const bool file_ends = head.problem == kCutHead && !window_.source().problem().empty();
            if (head.problem.empty() || file_ends) return tell("; reading went on at the next one");
            ++record_;
        }
    }

    // Passes over bytes up to a line that begins as records do; false: up to the end.
    bool find_record_start() {
        for (;;) {
            const std::string_view view = window_.view();
            const auto at = view.find("\nWARC/");
            if (at != std::string_view::npos) {
                window_.drop(at + 1);
                return true;
            }
            window_.drop(view.size() - std::min<std::size_t>(view.size(), kRecordStart.size()));
            if (window_.fill()) continue;
            window_.drop(window_.view().size());
            return false;
        }
    }

    // Nothing more comes. When that is damage, a later member of a gzip file may still be whole.
    std::optional<Item> end_file() {
        const std::string& problem = window_.source().problem();
        if (problem.empty()) {
            finished_ = true;
            return std::nullopt;
        }
        Skipped skipped{where(), problem};
        finished_ = !window_.resume(kRecordStart);
        skipped.reason += finished_ ? "; what came before was read" : "; reading went on at the next record that is whole";
        return skipped;
    }

    Opened opened_;
    Window& window_;
    std::uint64_t record_ = 0;                     // the number of the one that is read
    std::uint64_t left_ = 0;                       // bytes of its block that are not yet behind the window
    bool cut_ = false;                             // its block is not all there
    std::string late_problem_;                     // of it, when it was handed out before
    bool any_ = false, finished_ = false;
};

}  // namespace

bool is_warc(std::string_view head) { return head.starts_with("WARC/0.") || head.starts_with("WARC/1."); }

std::unique_ptr<DocumentStream> open_warc(Opened opened) { return std::make_unique<WarcStream>(std::move(opened)); }

}  // namespace firsthand::read
