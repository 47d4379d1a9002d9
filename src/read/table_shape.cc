// A table is told by a header that names two columns we know, one of them a text or an address, and rows that have as many
// cells; or, without a header, by what its columns hold. Prose with commas in it has neither. Sources: trafilatura 2.3
// (xml.xmltocsv), GDELT 2.0 codebooks (events: 61 columns, graph: 27, mentions: 16). Tested by table_shape_test.cc.
#include "read/table_shape.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "read/formats.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kSampleRows = 6;
constexpr std::size_t kLongestHeader = 200;        // bytes of one cell: some are questions
constexpr std::size_t kMostColumns = 2000;

using Cells = std::vector<std::string>;

// The first rows that are there to their end.
std::vector<Cells> take_sample(std::string_view head, CsvDialect dialect, std::size_t most) {
    const bool whole = head.size() < kSniffBytes;
    std::vector<Cells> rows;
    while (!head.empty() && rows.size() < most) {
        const std::size_t end = find_row_end(head, dialect);
        if (end == std::string_view::npos && !whole) break;
        Cells cells = split_row(head.substr(0, end), dialect);
        head.remove_prefix(std::min(end, head.size()));
        if (cells.size() > 1 || !cells[0].empty()) rows.push_back(std::move(cells));
    }
    return rows;
}

bool is_digits(std::string_view words, std::size_t size) {
    return words.size() == size && words.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_fingerprint(std::string_view words) {
    return words.size() >= 12 && words.size() <= 16 && words.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_date_or_null(std::string_view words) { return words == "null" || (words.size() == 10 && words[4] == '-' && words[7] == '-'); }

bool is_trafilatura(const Cells& cells) {
    return cells.size() == 11 && is_fingerprint(cells[2]) && is_date_or_null(cells[6]) && (cells[0] == "null" || is_address(cells[0]));
}
bool is_gdelt_events(const Cells& cells) { return cells.size() == 61 && is_digits(cells[1], 8) && is_digits(cells[59], 14); }
bool is_gdelt_graph(const Cells& cells) { return cells.size() == 27 && is_digits(cells[1], 14) && cells[0].starts_with(cells[1]); }
bool is_gdelt_mentions(const Cells& cells) { return cells.size() == 16 && is_digits(cells[1], 14) && is_digits(cells[2], 14); }

struct Place {
    std::size_t column;
    std::string_view name;
};

// Tables without a header: tab-separated.
struct Headerless {
    bool (*recognise)(const Cells&);
    std::size_t columns;
    bool quoted;
    TableTool tool;
    const ListingKind* kind;
    std::array<Place, 5> places;                   // those that are read; an empty name ends them
};

constexpr auto kHeaderless = std::to_array<Headerless>({
    {is_trafilatura, 11, true, TableTool::trafilatura, &kListedRecords, {{{0, "url"}, {3, "hostname"}, {4, "title"}, {6, "date"}, {7, "text"}}}},
    {is_gdelt_events, 61, false, TableTool::other, &kListedGdelt, {{{60, "url"}}}},
    {is_gdelt_graph, 27, false, TableTool::gdelt_knowledge_graph, &kListedGdelt, {{{3, "domain"}, {4, "url"}, {26, "title"}}}},
    {is_gdelt_mentions, 16, false, TableTool::other, &kListedGdelt, {{{4, "domain"}, {5, "url"}}}},
});

std::optional<TableShape> tell_headerless(std::string_view head) {
    for (const Headerless& known : kHeaderless) {
        const CsvDialect dialect{'\t', known.quoted};
        // A row longer than the head: its first columns tell, were it cut or not.
        const std::size_t end = find_row_end(head, dialect);
        const std::string_view first = head.substr(0, end);
        if (static_cast<std::size_t>(std::count(first.begin(), first.end(), '\t')) + 1 < std::min<std::size_t>(known.columns, 8)) continue;
        Cells cells = split_row(first, dialect);
        if (end == std::string_view::npos && head.size() >= kSniffBytes && cells.size() >= 8) cells.resize(known.columns);
        if (!known.recognise(cells)) continue;
        TableShape shape{.dialect = dialect, .columns = std::vector<Column>(known.columns), .rows_before = 0, .tool = known.tool, .kind = known.kind};
        for (const Place& place : known.places)
            if (!place.name.empty()) shape.columns[place.column] = {std::string(place.name), find_field(place.name)};
        return shape;
    }
    return std::nullopt;
}

bool is_header_cell(std::string_view cell) { return cell.size() <= kLongestHeader && cell.find_first_of("\n<>{}") == std::string_view::npos; }

// One or two words of letters and digits: "media_name", "Publication Title".
bool is_plain_name(std::string_view cell) {
    const bool letters = std::all_of(cell.begin(), cell.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ' ';
    });
    return letters && !cell.empty() && cell.size() <= 30 && std::count(cell.begin(), cell.end(), ' ') <= 2 && !cell.starts_with(' ');
}

struct Judged {
    std::size_t known = 0;
    bool anchored = false, plain = true, header = true;            // names a text or an address; all names are short; may be a header
};

Judged judge_header(const Cells& cells) {
    Judged judged;
    std::set<std::string_view> names;
    for (const std::string& cell : cells) {
        const Field field = find_field(cell).field;
        judged.known += field != Field::none ? 1U : 0U;
        judged.anchored |= field == Field::text || field == Field::url;
        judged.plain &= is_plain_name(cell) && names.insert(cell).second;
        judged.header &= is_header_cell(cell);
    }
    return judged;
}

bool is_named(const std::vector<Column>& columns, std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return base::fold(column.name) == name; });
}

void set_field(std::vector<Column>& columns, std::string_view name, FieldName field) {
    for (Column& column : columns)
        if (base::fold(column.name) == name) column.field = field;
}

// Tools whose columns mean something else than their names say.
void know_tool(TableShape& shape) {
    auto& columns = shape.columns;
    if (is_named(columns, "key") && is_named(columns, "item type")) {
        shape.tool = TableTool::zotero;
        shape.kind = &kListedZotero;
        set_field(columns, "date modified", {});   // of the entry, not of the article
    } else if (columns.size() == 4 && is_named(columns, "mobileurl")) {
        shape.kind = &kListedGdelt;
        set_field(columns, "date", {"date", Field::crawled, 0});   // when GDELT saw it
    } else if (is_named(columns, "media_name") && is_named(columns, "media_url")) {
        shape.kind = &kListedMediaCloud;
    }
    if (is_named(columns, "fetch_error")) shape.kind = &kListedFetched;
    if (is_named(columns, "extract_error")) set_field(columns, "body", {"body", Field::text, 9});   // minet's is the page
}

// "story" and "article" may also be numbers: they are texts where no better column is there, and their cells have words.
void drop_weak_texts(std::vector<Column>& columns, const std::vector<Cells>& rows) {
    constexpr std::uint8_t kWeak = 5;
    constexpr std::size_t kSentence = 30;          // bytes
    const bool strong = std::any_of(columns.begin(), columns.end(), [](const Column& c) { return c.field.field == Field::text && c.field.rank < kWeak; });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].field.field != Field::text || columns[i].field.rank != kWeak) continue;
        const auto is_sentence = [&](const Cells& row) { return row.size() > i && row[i].size() > kSentence && row[i].find(' ') != std::string::npos; };
        const bool words = std::any_of(rows.begin() + 1, rows.end(), is_sentence);
        if (strong || (rows.size() > 1 && !words)) columns[i].field = {};
    }
}

TableShape make_shape(const std::vector<Cells>& rows, CsvDialect dialect) {
    TableShape shape{.dialect = dialect};
    for (const std::string& name : rows[0]) shape.columns.push_back({base::squeeze(name), find_field(name)});
    know_tool(shape);
    drop_weak_texts(shape.columns, rows);
    return shape;
}

bool has_address(const std::vector<Cells>& rows, std::size_t column) {
    return std::any_of(rows.begin() + 1, rows.end(), [&](const Cells& row) { return row.size() > column && is_address(row[column]); });
}

// With this separator: a table, a table of unknown columns, or nothing.
std::optional<TableShape> tell_header(std::string_view head, char separator) {
    const CsvDialect dialect{separator};
    auto rows = take_sample(head, dialect, 1);
    if (rows.empty() || rows[0].size() < 2 || rows[0].size() > kMostColumns) return std::nullopt;
    const Judged judged = judge_header(rows[0]);
    if (!judged.header || (judged.known < 2 && !judged.plain)) return std::nullopt;
    rows = take_sample(head, dialect, kSampleRows);
    const std::size_t columns = rows[0].size();
    const auto fitting = static_cast<std::size_t>(std::count_if(rows.begin() + 1, rows.end(), [&](const Cells& row) { return row.size() == columns; }));
    const bool all_fit = fitting + 1 == rows.size();
    if (judged.known >= 2 && judged.anchored && (rows.size() == 1 || fitting > 0)) return make_shape(rows, dialect);
    if (!judged.plain || !all_fit || rows.size() < 2) return std::nullopt;
    TableShape shape = make_shape(rows, dialect);
    if (judged.known >= 1 && judged.anchored) {
        for (std::size_t i = 0; i < columns; ++i) {
            const Field field = shape.columns[i].field.field;
            if (field == Field::text || (field == Field::url && has_address(rows, i))) return shape;
        }
    }
    if (rows.size() < 4 || (separator != '\t' && columns < 4)) return std::nullopt;
    shape.problem = "a table without a column that is known to hold the articles' text: name it text (and others title, url, outlet, published)";
    return shape;
}

}  // namespace

bool TableShape::holds(Field field) const {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.field.field == field; });
}

std::optional<TableShape> tell_table(std::string_view head) {
    // Excel writes "sep=;" before the header.
    if (head.size() > 6 && base::fold(head.substr(0, 4)) == "sep=" && (head[5] == '\n' || head.substr(5, 2) == "\r\n")) {
        auto shape = tell_header(head.substr(head.find('\n') + 1), head[4]);
        if (shape) shape->rows_before = 2;
        return shape;
    }
    if (auto shape = tell_headerless(head)) return shape;
    std::optional<TableShape> unknown;
    for (const char separator : {',', '\t', ';'}) {
        auto shape = tell_header(head, separator);
        if (shape && shape->problem.empty()) return shape;
        if (shape && !unknown) unknown = std::move(shape);
    }
    return unknown;
}

}  // namespace firsthand::read
