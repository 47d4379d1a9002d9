// Formulas after OWASP, "CSV Injection". Tested by csv_writer_test.cc.
#include "report/csv_writer.h"

#include "base/utf8.h"
#include "report/columns.h"

namespace firsthand::report {

CsvWriter::CsvWriter(std::ostream& out, std::initializer_list<std::string_view> names) : out_(out) {
    for (const std::string_view name : names) text(name);
    end_row();
}

void CsvWriter::separate() {
    if (!first_) out_ << ',';
    first_ = false;
}

CsvWriter& CsvWriter::text(std::string_view value) {
    separate();
    bool changed = false;
    std::string safe = make_safe(base::is_valid_utf8(value) ? std::string(value) : base::repair_utf8(value, changed));
    if (!safe.empty() && std::string_view("=+-@").find(safe.front()) != std::string_view::npos) safe = '\'' + safe;
    if (safe.find_first_of("\",") == std::string::npos) {
        out_ << safe;
        return *this;
    }
    out_ << '"';
    for (const char c : safe) {
        if (c == '"') out_ << '"';
        out_ << c;
    }
    out_ << '"';
    return *this;
}

CsvWriter& CsvWriter::number(std::uint64_t value) {
    separate();
    out_ << value;
    return *this;
}

CsvWriter& CsvWriter::document(const View& view, std::uint32_t index) {
    const Document& document = view.document(index);
    return text(document.id).text(document.outlet).text(document.published.value).text(document.title);
}

void CsvWriter::end_row() {
    out_ << "\r\n";
    first_ = true;
}

}  // namespace firsthand::report
