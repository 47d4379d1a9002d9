// Values separated by commas, tabs or semicolons (RFC 4180) -> rows, one at a time. Holds one row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/bytes.h"

namespace firsthand::read {

struct CsvDialect {
    char separator = ',';
    bool quoted = true;                            // false: a " is a letter like others (GDELT writes so)
};

struct CsvRow {
    std::vector<std::string> cells;                // at least one; quotation marks taken off
    std::uint64_t line = 1;                        // where it begins, from 1
    bool cut = false;                              // its last cell has no end: the file breaks off in it
    std::string problem;                           // not empty: there are no cells, and this is why
};

class CsvReader {
  public:
    // A byte order mark is passed over. `window` must outlive the reader.
    CsvReader(Window& window, CsvDialect dialect, std::uint64_t limit) : window_(window), dialect_(dialect), limit_(limit) {}
    // The next row that is not blank. One with 10,000 cells more than are expected comes as a problem. So does a row over the
    // limit, or one whose quotation mark never closes; what follows its first line is read again from the next row that has
    // `columns` cells.
    [[nodiscard]] std::optional<CsvRow> next();
    // How many cells a row has when it is whole; 0: not known, any number will do.
    void expect(std::size_t columns) { columns_ = columns; }

  private:
    struct End {
        std::size_t size = 0;                      // of the row with its line end
        bool open = false;                         // no end was found: a quotation mark is open
        bool over = false;                         // no end was found within the limit
    };
    [[nodiscard]] End find_end();
    [[nodiscard]] bool fits_later(std::size_t from) const;
    [[nodiscard]] std::optional<CsvRow> recover(std::string problem);
    void drop(std::size_t size);
    void drop_line();

    Window& window_;
    CsvDialect dialect_;
    std::uint64_t limit_, line_ = 1;
    std::size_t columns_ = 0;
    bool started_ = false, recovering_ = false;
};

// The cells of one row, with or without its line end; the first `most` of them.
[[nodiscard]] std::vector<std::string> split_row(std::string_view row, CsvDialect dialect, std::size_t most = std::string_view::npos);

// Where the row at the begin of `bytes` ends, behind its line end; npos: not within them.
[[nodiscard]] std::size_t find_row_end(std::string_view bytes, CsvDialect dialect);

}  // namespace firsthand::read
