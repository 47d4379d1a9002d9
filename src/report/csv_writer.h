// Values -> a table as RFC 4180 has it: CRLF, quoted where it must be, a header row first.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <ostream>
#include <string_view>

#include "report/view.h"

namespace firsthand::report {

class CsvWriter {
  public:
    // Writes the header.
    CsvWriter(std::ostream& out, std::initializer_list<std::string_view> names);

    // On one line. What a table program would take for a formula gets an apostrophe; control characters are shown by their number.
    CsvWriter& text(std::string_view value);
    CsvWriter& number(std::uint64_t value);
    CsvWriter& nothing() { return text({}); }
    // Four cells: id, outlet, published, title.
    CsvWriter& document(const View& view, std::uint32_t document);
    void end_row();

  private:
    void separate();

    std::ostream& out_;
    bool first_ = true;
};

}  // namespace firsthand::report
