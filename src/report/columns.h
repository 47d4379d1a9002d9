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

// The text on one line; what controls a terminal or turns a text round is shown by its number.
[[nodiscard]] std::string make_safe(std::string_view text);

// `lacking` and `extra`: words that the other of two wordings has not; in [brackets] and {braces} where there is no colour.
enum class Style { plain, bold, faint, alarm, accent, lacking, extra };

// Words in one style.
struct Run {
    std::string text;
    Style style = Style::plain;
};

// A terminal page: every text that is written is escaped, squeezed to one line and wrapped to the width.
class Page {
  public:
    Page(std::ostream& out, const ReportOptions& options) : out_(out), width_(options.width < 40 ? 40 : options.width), color_(options.color) {}
    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] bool has_color() const { return color_; }
    void gap() { out_ << '\n'; }
    // `lead` stands before the text, whose further lines are indented as far.
    void line(std::string_view lead, std::string_view text, Style style = Style::plain);
    // One line, cut to the width: cells with their columns; the last one takes what is left, and goes on below where it may wrap.
    struct Cell {
        std::string text;
        std::size_t columns = 0;
        Style style = Style::plain;
    };
    enum class Last { cut, wrap };
    void row(std::string_view lead, const std::vector<Cell>& cells, Last last = Last::cut);
    // The runs as one text, wrapped.
    void runs(std::string_view lead, const std::vector<Run>& runs);
    // Two texts in two columns, each wrapped in its own.
    void beside(std::string_view lead, const std::vector<Run>& left, const std::vector<Run>& right);

  private:
    using Line = std::vector<Run>;
    [[nodiscard]] std::vector<Line> wrap_runs(const std::vector<Run>& runs, std::size_t columns) const;
    std::size_t put_line(const Line& line);        // its columns
    void put(std::string_view text, Style style);

    std::ostream& out_;
    std::size_t width_;
    bool color_;
};

}  // namespace firsthand::report
