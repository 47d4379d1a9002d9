// A quotation mark opens a cell at its begin only, as RFC 4180 has it; anywhere else it is a letter. One that never closes
// must not swallow what follows: two parses of one line that begin inside and outside of a quotation never both end inside,
// so rows that overflow begin at least `limit` bytes apart, and reading them again stays linear. Tested by csv_test.cc.
#include "read/csv.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "read/split.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMostUnexpected = 10'000;    // cells: each takes more memory than its comma in the file

// Passes over a row; can be stopped at any byte and go on.
class RowScan {
  public:
    explicit RowScan(CsvDialect dialect) : dialect_(dialect) {}

    // Looks at bytes[at, size) and hands back the place behind the row's line end, or kNone.
    std::size_t scan(std::string_view bytes) {
        while (at_ < bytes.size()) {
            if (quoted_) {
                at_ = std::min(bytes.find('"', at_), bytes.size());
                if (at_ == bytes.size()) break;
                if (at_ + 1 == bytes.size()) return kNone;         // the next byte tells
                const bool doubled = bytes[at_ + 1] == '"';
                quoted_ = doubled;
                at_ += doubled ? 2 : 1;
                begins_ = false;
                continue;
            }
            const char c = bytes[at_++];
            if (c == '\n') return at_;
            quoted_ = c == '"' && begins_ && dialect_.quoted;
            begins_ = c == dialect_.separator;
        }
        return kNone;
    }
    [[nodiscard]] bool quoted() const { return quoted_; }
    // Nothing follows: a quotation mark as the last byte closes.
    [[nodiscard]] bool open_at_end(std::string_view bytes) const { return quoted_ && at_ >= bytes.size(); }

  private:
    CsvDialect dialect_;
    std::size_t at_ = 0;
    bool quoted_ = false, begins_ = true;
};

bool is_blank(const std::vector<std::string>& cells) { return cells.size() == 1 && cells[0].empty(); }

}  // namespace

std::size_t find_row_end(std::string_view bytes, CsvDialect dialect) { return RowScan(dialect).scan(bytes); }

std::vector<std::string> split_row(std::string_view row, CsvDialect dialect, std::size_t most) {
    if (row.ends_with('\n')) row.remove_suffix(1);
    if (row.ends_with('\r')) row.remove_suffix(1);
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= row.size() && cells.size() < most;) {
        std::string cell;
        if (dialect.quoted && at < row.size() && row[at] == '"') {
            ++at;
            for (bool open = true; open;) {
                const std::size_t mark = std::min(row.find('"', at), row.size());
                cell += row.substr(at, mark - at);
                const bool doubled = row.substr(mark, 2) == "\"\"";
                if (doubled) cell += '"';
                at = std::min(mark + (doubled ? 2 : 1), row.size());
                open = doubled;
            }
        }
        const std::size_t end = std::min(row.find(dialect.separator, at), row.size());
        cell += row.substr(at, end - at);
        cells.push_back(std::move(cell));
        at = end + 1;
    }
    return cells;
}

void CsvReader::drop(std::size_t size) {
    const std::string_view gone = window_.view().substr(0, size);
    line_ += static_cast<std::uint64_t>(std::count(gone.begin(), gone.end(), '\n'));
    window_.drop(gone.size());
}

// Drops the line at the window's begin, however long it is.
void CsvReader::drop_line() {
    for (;;) {
        const std::size_t end = window_.view().find('\n');
        drop(end == kNone ? window_.view().size() : end + 1);
        if (end != kNone || !window_.fill()) return;
    }
}

CsvReader::End CsvReader::find_end() {
    RowScan scan(dialect_);
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t size = scan.scan(view.substr(0, limit_ + 1));        // not what lies behind: the answer must not hang on the seams
        if (size != kNone && size <= limit_) return {size};
        if (size != kNone || view.size() > limit_) return {0, scan.quoted(), true};
        if (!window_.fill()) return {window_.view().size(), scan.open_at_end(window_.view())};
    }
}

// Is there a whole row of the right size behind a line that opened a quotation?
bool CsvReader::fits_later(std::size_t from) const {
    if (columns_ < 2) return false;
    std::string_view rest = window_.view().substr(from);
    for (;;) {
        const std::size_t end = find_row_end(rest, dialect_);
        if (end == kNone) return !rest.empty() && split_row(rest, dialect_, columns_ + 1).size() == columns_;
        if (split_row(rest.substr(0, end), dialect_, columns_ + 1).size() == columns_) return true;
        rest.remove_prefix(end);
    }
}

std::optional<CsvRow> CsvReader::recover(std::string problem) {
    CsvRow row{{}, line_, false, std::move(problem)};
    drop_line();
    recovering_ = columns_ > 0;
    return row;
}

std::optional<CsvRow> CsvReader::next() {
    if (!std::exchange(started_, true) && window_.peek(3).starts_with("\xEF\xBB\xBF")) window_.drop(3);
    for (;;) {
        const End end = find_end();
        if (end.over && !recovering_) {
            if (!end.open) return recover(say_too_long(limit_));
            return recover(fmt::format("a quotation mark opens here and does not close within {} MB", std::max<std::uint64_t>(limit_ >> 20U, 1)));
        }
        if (end.over) {
            drop_line();
            continue;
        }
        if (end.size == 0) return std::nullopt;
        const std::string_view bytes = window_.view().substr(0, end.size);
        if (const auto line_end = bytes.find('\n'); end.open && line_end != kNone && fits_later(line_end + 1))
            return recover("a quotation mark opens here and never closes");
        const bool broken_off = !bytes.ends_with('\n') && !window_.source().problem().empty();
        const std::size_t most = columns_ + kMostUnexpected;
        CsvRow row{split_row(bytes, dialect_, most + 1), line_, end.open || broken_off, {}};
        drop(end.size);
        if (row.cells.size() > most && !recovering_) return CsvRow{{}, row.line, false, fmt::format("more than {} cells in one row", fmt::group_digits(most))};
        if (is_blank(row.cells) || (recovering_ && row.cells.size() != columns_)) continue;
        recovering_ = false;
        return row;
    }
}

}  // namespace firsthand::read
