// Short rows are filled up with nothing, unmatched ones ignored. Tested by meta_test.cc.
#include "read/meta.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "read/bytes.h"
#include "read/csv.h"
#include "read/dates.h"
#include "read/fields.h"
#include "read/notes.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kTwice = static_cast<std::size_t>(-1);
constexpr std::uint64_t kMostRowBytes = 1U << 20U;

std::string clean_path(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    return std::string(path);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

Result<Meta> Meta::parse(std::string_view csv) {
    Meta meta;
    Window window(read_memory(csv));
    CsvReader reader(window, {}, kMostRowBytes);
    auto header = reader.next();
    if (!header || !header->problem.empty()) header.emplace();
    for (const std::string& name : header->cells) {
        std::string folded = base::fold(base::squeeze(name));
        meta.columns_.push_back(folded == "file" || folded == "filename" ? "path" : std::move(folded));
    }
    const auto has = [&](std::string_view name) { return std::find(meta.columns_.begin(), meta.columns_.end(), name) != meta.columns_.end(); };
    if (!has("path") && !has("id")) return Error{ErrorCode::input, "its first row must name the columns, one of them path or id"};
    reader.expect(meta.columns_.size());
    while (auto next = reader.next()) {
        if (!next->problem.empty()) continue;
        Row row = std::move(next->cells);
        row.resize(meta.columns_.size());
        const std::size_t index = meta.rows_.size();
        for (std::size_t i = 0; i < row.size(); ++i) {
            bool changed = false;
            row[i] = base::repair_utf8(row[i], changed);
            if (row[i].empty()) continue;
            if (meta.columns_[i] == "id") meta.by_id_.emplace(row[i], index);
            if (meta.columns_[i] != "path") continue;
            meta.by_path_.emplace(clean_path(row[i]), index);
            const auto [place, fresh] = meta.by_name_.emplace(file_name(row[i]), index);
            if (!fresh) place->second = kTwice;
        }
        meta.rows_.push_back(std::move(row));
    }
    return meta;
}

const Meta::Row* Meta::find_row(const Document& document) const {
    if (const auto row = by_id_.find(document.id); !document.id.empty() && row != by_id_.end()) return &rows_[row->second];
    const std::string path = clean_path(document.path);
    for (std::size_t at = 0;;) {
        if (const auto row = by_path_.find(path.substr(at)); row != by_path_.end()) return &rows_[row->second];
        const auto slash = path.find('/', at);
        if (slash == std::string::npos) break;
        at = slash + 1;
    }
    const auto row = by_name_.find(std::string(file_name(path)));
    return row != by_name_.end() && row->second != kTwice ? &rows_[row->second] : nullptr;
}

void Meta::apply(Document& document) const {
    const Row* row = find_row(document);
    if (row == nullptr) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const std::string& value = (*row)[i];
        const std::string& column = columns_[i];
        if (value.empty() || column == "path") continue;
        const Field field = find_field(column).field;
        if (column == "id") document.id = value;
        if (field == Field::url) document.url = value;
        if (field == Field::outlet || field == Field::site || field == Field::source) document.outlet = value;
        if (field == Field::title) document.title = base::squeeze(value);
        if (field == Field::author) document.author = value;
        if (field == Field::genre) document.genre = parse_genre(value);
        if (field != Field::published && field != Field::updated) continue;
        if (auto date = parse_date(value)) {
            date->from = "meta: " + column;
            (field == Field::published ? document.published : document.updated) = std::move(*date);
        } else if (!is_no_date(value)) {
            add_note(document, say_not_understood(value));
        }
    }
}

}  // namespace firsthand::read
