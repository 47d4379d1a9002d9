// Tested by table_test.cc and tests/cli/test_tables.py.
#include "read/table.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/csv.h"
#include "read/deadline.h"
#include "read/named.h"
#include "read/notes.h"
#include "read/record.h"
#include "read/table_shape.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kTooManyCells = "its row has more cells than the table has columns: the text may be cut at a comma";

// What programs write into a cell that holds nothing.
bool is_nothing(std::string_view cell) {
    constexpr auto kNothing = std::to_array<std::string_view>({"null", "None", "NULL", "nan", "NaN", "NaT", "N/A", "[]", "['']", "[removed]"});
    return cell.find_first_not_of(" \t\r\n") == std::string_view::npos || std::find(kNothing.begin(), kNothing.end(), cell) != kNothing.end();
}

// "['Mara Quill', "Jon O'Dell"]", a list as Python prints it (newspaper4k), as "Mara Quill, Jon O'Dell".
std::string say_list(std::string_view cell) {
    if (!cell.starts_with("['") && !cell.starts_with("[\"")) return std::string(cell);
    std::string out;
    char mark = 0;
    for (std::size_t i = 1; i < cell.size(); ++i) {
        const char c = cell[i];
        if (mark == 0) {
            if (c != '\'' && c != '"') continue;
            mark = c;
            if (!out.empty()) out += ", ";
        } else if (c == '\\' && i + 1 < cell.size()) {
            out += cell[++i];
        } else if (c == mark) {
            mark = 0;
        } else {
            out += c;
        }
    }
    return out;
}

// "Quill, Mara; Dell, Jon" as "Mara Quill, Jon Dell".
std::string turn_names(std::string_view cell) {
    std::string out;
    while (!cell.empty()) {
        const std::string_view name = cell.substr(0, cell.find(';'));
        cell.remove_prefix(std::min(name.size() + 1, cell.size()));
        const auto comma = name.find(',');
        if (!out.empty()) out += ", ";
        out += base::squeeze(comma == std::string_view::npos ? std::string(name) : fmt::format("{} {}", name.substr(comma + 1), name.substr(0, comma)));
    }
    return out;
}

// GDELT's extras: "…<PAGE_TITLE>Ferries stay in dock</PAGE_TITLE>…".
std::string find_page_title(std::string_view cell) {
    constexpr std::string_view kOpen = "<PAGE_TITLE>";
    const auto begin = cell.find(kOpen);
    if (begin == std::string_view::npos) return {};
    cell.remove_prefix(begin + kOpen.size());
    return say_rendered(cell.substr(0, cell.find("</PAGE_TITLE>")));
}

std::string say_cell(const TableShape& shape, Field field, std::string cell) {
    if (field == Field::text) return cell;
    if (field == Field::author) return shape.tool == TableTool::zotero ? turn_names(cell) : say_list(cell);
    if (field == Field::title && shape.tool == TableTool::gdelt_knowledge_graph) return find_page_title(cell);
    const auto begin = cell.find_first_not_of(" \t\r\n");
    return cell.substr(begin, cell.find_last_not_of(" \t\r\n") - begin + 1);
}

Record make_record(const TableShape& shape, std::vector<std::string> cells) {
    Record record;
    record.kind = shape.kind;
    const std::size_t columns = shape.columns.size();
    for (std::size_t i = 0; i < std::min(columns, cells.size()); ++i) {
        const Column& column = shape.columns[i];
        if (column.field.field == Field::none || is_nothing(cells[i]) || !record.wants(column.field)) continue;
        record.keep(column.field, column.name, say_cell(shape, column.field.field, std::move(cells[i])));
    }
    for (std::size_t i = columns; i < cells.size() && record.notes.empty(); ++i)
        if (!cells[i].empty()) record.notes.emplace_back(kTooManyCells);
    return record;
}

// What fetchers say about a page that they did not get: "http_status 404". Empty: nothing.
std::string say_failure(const TableShape& shape, const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < std::min(shape.columns.size(), cells.size()); ++i) {
        const std::string name = base::fold(shape.columns[i].name);
        const bool status = name == "http_status" && !cells[i].empty() && cells[i] != "200";
        const bool failure = (name == "fetch_error" || name == "extract_error" || name == "error") && !is_nothing(cells[i]);
        if (status || failure) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name, base::escape_controls(base::shorten(cells[i], 80)));
    }
    return out;
}

// Both passes begin here: the place for decoding bytes that are no UTF-8, once a window can be wrapped for it.
// Excel writes UTF-16 or windows-1252: what is behind it is UTF-8.
std::optional<TableShape> start_table(Opened& opened) {
    opened.window = std::make_unique<Window>(decode_source(std::move(opened.window)));
    Window& window = *opened.window;
    std::string_view head = window.peek(kSniffBytes).substr(0, kSniffBytes);
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    return tell_table(head);
}

CsvReader read_rows(Window& window, const TableShape& shape, std::uint64_t limit) {
    CsvReader rows(window, shape.dialect, limit);
    for (std::size_t i = 0; i < shape.rows_before; ++i) (void)rows.next();
    rows.expect(shape.columns.size());
    return rows;
}

class TableStream final : public DocumentStream {
  public:
    TableStream(Opened opened, TableShape shape)
        : opened_(std::move(opened)), shape_(std::move(shape)), rows_(read_rows(*opened_.window, shape_, opened_.limits.document_bytes)) {}

    std::optional<Item> next() override {
        while (!finished_) {
            auto row = rows_.next();
            if (!row) return finish();
            any_ = true;
            last_line_ = row->line;
            const Deadline deadline(opened_.limits.document_time);
            std::string path = fmt::format("{}:{}", opened_.path, row->line);
            auto item = read_row(std::move(*row), path);
            if (!item) continue;
            hold_to(deadline, std::move(path), *item);
            return item;
        }
        if (late_ == nullptr) return std::nullopt;
        return Skipped{opened_.path, say_without_text(*std::exchange(late_, nullptr), mentions_, 0)};
    }

  private:
    std::optional<Item> finish() {
        finished_ = true;
        if (mentions_ > 0) late_ = shape_.kind;
        const std::string& problem = opened_.window->source().problem();
        if (!problem.empty()) {
            const std::string_view before = any_ ? "; what came before was read" : "";
            return Skipped{fmt::format("{}:{}", opened_.path, last_line_ + 1), problem + std::string(before)};
        }
        if (!any_) return Skipped{opened_.path, "empty: a table without rows"};
        return next();
    }

    // Nothing: a row of a list that was taken before.
    std::optional<Item> read_row(CsvRow row, std::string path) {
        if (!row.problem.empty()) return Skipped{std::move(path), std::move(row.problem)};
        if (is_header(row.cells)) return std::nullopt;
        const bool texts = shape_.holds(Field::text);
        const std::string failure = say_failure(shape_, row.cells);
        Parsed parsed = make_document(make_record(shape_, std::move(row.cells)));
        if (auto* document = std::get_if<Document>(&parsed)) {
            document->path = std::move(path);
            if (row.cut) add_note(*document, kTruncated);
            const std::string_view charset = static_cast<const DecodingSource&>(opened_.window->source()).charset();   // of start_table()
            if (!charset.empty() && charset != "UTF-8") add_note(*document, say_charset(charset));
            return std::move(*document);
        }
        if (auto* page = std::get_if<Page>(&parsed); page != nullptr && failure.empty()) {
            page->path = std::move(path);
            if (row.cut) page->notes.emplace_back(kTruncated);
            return std::move(*page);
        }
        if (std::holds_alternative<Mention>(parsed) && !texts) {
            mentions_ += opened_.listed ? 0 : 1;
            return std::nullopt;
        }
        const auto* why = std::get_if<std::string>(&parsed);
        if (why != nullptr && *why != kNoText) return Skipped{std::move(path), *why};
        if (!texts) return Skipped{std::move(path), "a row without an address"};
        return Skipped{std::move(path), failure.empty() ? "no text in this row" : "no text in this row: " + failure};
    }

    // Tables that were put behind one another repeat it.
    [[nodiscard]] bool is_header(const std::vector<std::string>& cells) const {
        const auto is_name = [](const std::string& cell, const Column& column) { return cell == column.name; };
        return shape_.rows_before > 0 && cells.size() == shape_.columns.size() && std::equal(cells.begin(), cells.end(), shape_.columns.begin(), is_name);
    }

    Opened opened_;
    TableShape shape_;
    CsvReader rows_;
    const ListingKind* late_ = nullptr;            // of rows without text that nobody took before
    std::uint64_t mentions_ = 0, last_line_ = 0;
    bool finished_ = false, any_ = false;
};

}  // namespace

bool is_table(std::string_view head) { return tell_table(head).has_value(); }

std::unique_ptr<DocumentStream> open_table(Opened opened) {
    auto shape = start_table(opened);
    if (!shape) return open_named(std::move(opened), "empty: a table without rows");
    if (!shape->problem.empty()) return open_named(std::move(opened), shape->problem);
    return std::make_unique<TableStream>(std::move(opened), std::move(*shape));
}

void list_table(Opened opened, Listings& listings) {
    const auto shape = start_table(opened);
    if (!shape || !shape->problem.empty() || shape->holds(Field::text)) return;
    listings.start(opened.path, *shape->kind);
    const std::string from = fmt::format("listing {}: ", opened.path.substr(opened.path.rfind('/') + 1));
    CsvReader rows = read_rows(*opened.window, *shape, opened.limits.document_bytes);
    while (auto row = rows.next()) {
        if (!row->problem.empty()) continue;
        Parsed parsed = make_document(make_record(*shape, std::move(row->cells)));
        auto* mention = std::get_if<Mention>(&parsed);
        if (mention == nullptr) continue;
        if (mention->listed.published.known()) mention->listed.published.from.insert(0, from);
        listings.add(mention->listed);
    }
}

}  // namespace firsthand::read
