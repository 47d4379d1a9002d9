// The first bytes of a file -> is it a table, and what do its columns hold?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv.h"
#include "read/fields.h"
#include "read/listing_kinds.h"

namespace firsthand::read {

struct Column {
    std::string name;                              // as the file has it
    FieldName field;                               // Field::none: not read
};

// What some tool writes into its columns, beyond their names.
enum class TableTool : std::uint8_t { other, trafilatura, zotero, gdelt_knowledge_graph };

struct TableShape {
    CsvDialect dialect;
    std::vector<Column> columns;
    std::size_t rows_before = 1;                   // rows before the first article: the header, and "sep=;"
    TableTool tool = TableTool::other;
    const ListingKind* kind = &kListedRecords;     // of its rows, when they hold no text
    std::string problem;                           // not empty: a table of which nothing can be read, and why

    [[nodiscard]] bool holds(Field field) const;
};

// `head` begins behind a byte order mark and holds at most kSniffBytes. Empty: no table.
[[nodiscard]] std::optional<TableShape> tell_table(std::string_view head);

}  // namespace firsthand::read
