// Any bytes as rows: all of them end, none is longer than the limit, and the seams of the window do not matter.
#include <vector>

#include "check.h"
#include "read/csv.h"

namespace {

std::vector<firsthand::read::CsvRow> read_rows(std::string_view csv, std::size_t step, firsthand::read::CsvDialect dialect, std::size_t columns) {
    constexpr std::uint64_t kLimit = 200;
    firsthand::read::Window window(firsthand::read::read_memory(csv, step));
    firsthand::read::CsvReader reader(window, dialect, kLimit);
    std::vector<firsthand::read::CsvRow> rows;
    for (std::uint64_t last = 0; auto row = reader.next();) {
        if (rows.empty()) reader.expect(columns);
        check(row->line > last);
        last = row->line;
        check(row->problem.empty() != row->cells.empty());
        std::size_t size = 0;
        for (const std::string& cell : row->cells) size += cell.size() + 1;
        check(size <= kLimit + 1);
        rows.push_back(std::move(*row));
    }
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const firsthand::read::CsvDialect dialect{(data[0] & 1U) != 0 ? '\t' : ',', (data[0] & 2U) == 0};
    const std::size_t columns = data[0] >> 4U;
    const std::string_view csv = as_text(data + 1, size - 1);
    const auto whole = read_rows(csv, 1U << 16U, dialect, columns);
    const auto small = read_rows(csv, 3, dialect, columns);
    check(whole.size() == small.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        check(whole[i].cells == small[i].cells && whole[i].line == small[i].line && whole[i].problem == small[i].problem && whole[i].cut == small[i].cut);
    }
    return 0;
}
