// Text -> lines of a terminal: display width, wrapping, a little colour. Nothing that controls a terminal gets through.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace firsthand::report {

// Columns that the text takes: two for wide East Asian characters and emoji, none for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text);
// The text cut to `columns`, with "…" when something was cut; padded with blanks up to there by pad_to.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);
[[nodiscard]] std::string pad_to(std::string_view text, std::size_t columns);
// Lines of at most `columns`, broken at blanks; a word that is too long is broken inside.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

enum class Style { plain, bold, faint, alarm, accent };

// A terminal page: every text that is written is escaped, squeezed to one line and wrapped to the width.
class Page {
  public:
    Page(std::ostream& out, const ReportOptions& options) : out_(out), width_(options.width < 40 ? 40 : options.width), color_(options.color) {}
    [[nodiscard]] std::size_t width() const { return width_; }
    void gap() { out_ << '\n'; }
    // `lead` stands before the text, whose further lines are indented as far.
    void line(std::string_view lead, std::string_view text, Style style = Style::plain);
    // One line, cut to the width: cells with their columns; the last one takes what is left.
    struct Cell {
        std::string text;
        std::size_t columns = 0;
        Style style = Style::plain;
    };
    void row(std::string_view lead, const std::vector<Cell>& cells);

  private:
    void put(std::string_view text, Style style);

    std::ostream& out_;
    std::size_t width_;
    bool color_;
};

}  // namespace firsthand::report
