// Columns are broken into rows where a sentence ends in both, so that what belongs together stays side by side. Tested by
// beside_test.cc.
#include "report/beside.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "report/diff.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kWide = 100;                 // columns of a terminal that holds two texts
constexpr std::size_t kLeastRow = 20;              // words
constexpr std::size_t kAlike = 70, kKept = 25;     // words: longer stretches between differences fold, but for their ends
constexpr std::size_t kWhole = 150, kKeptOfWhole = 40;         // words of a passage that is the same from end to end

struct Row {
    std::vector<Run> first, second;
    bool folded = false;                           // says how many words are left out here
};

void add(std::vector<Run>& runs, std::string_view word, Style style) {
    if (runs.empty() || runs.back().style != style) runs.push_back({std::string(word), style});
    else runs.back().text.append(1, ' ').append(word);
}

bool ends_sentence(std::string_view word) {
    constexpr std::size_t kAbbreviation = 4;       // bytes: "St.", "Dec."
    const std::size_t last = word.find_last_not_of("\"')”’»");
    return last != std::string_view::npos && last > kAbbreviation && std::string_view(".!?").find(word[last]) != std::string_view::npos;
}

class Rows {
  public:
    explicit Rows(const std::vector<WordPair>& pairs) {
        for (std::size_t i = 0; i < pairs.size();) {
            std::size_t end = i;
            while (end < pairs.size() && pairs[end].is_same()) ++end;
            if (end == i) {
                add_pair(pairs[i++]);
            } else if (end - i <= kAlike) {
                add_all(pairs, i, end);
                i = end;
            } else {
                const std::size_t before = i == 0 ? 0 : kKept, after = end == pairs.size() ? 0 : kKept;
                add_all(pairs, i, i + before);
                fold(end - i - before - after);
                add_all(pairs, end - after, end);
                i = end;
            }
        }
        close();
    }
    [[nodiscard]] const std::vector<Row>& list() const { return rows_; }

  private:
    void add_pair(const WordPair& pair) {
        if (!pair.before.empty()) add(row_.first, pair.before, pair.is_same() ? Style::plain : Style::lacking);
        if (!pair.after.empty()) add(row_.second, pair.after, pair.is_same() ? Style::plain : Style::extra);
        if (++words_ >= kLeastRow && pair.is_same() && ends_sentence(pair.before)) close();
    }
    void add_all(const std::vector<WordPair>& pairs, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) add_pair(pairs[i]);
    }
    void fold(std::size_t words) {
        close();
        const Run note{fmt::format("… {} words alike …", words), Style::faint};
        rows_.push_back({{note}, {note}, true});
    }
    void close() {
        if (words_ > 0) rows_.push_back(std::move(row_));
        row_ = {};
        words_ = 0;
    }

    std::vector<Row> rows_;
    Row row_;
    std::size_t words_ = 0;
};

std::vector<Run> fold_whole(const std::vector<WordPair>& pairs) {
    std::vector<Run> runs;
    const bool folds = pairs.size() > kWhole;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (folds && i == kKeptOfWhole) {
            i = pairs.size() - kKeptOfWhole;
            runs.push_back({fmt::format("… {} words alike …", i - kKeptOfWhole), Style::faint});
        }
        add(runs, pairs[i].before, Style::plain);
    }
    return runs;
}

void write_column(Page& page, std::string_view lead, const std::string& name, const std::vector<Row>& rows, std::vector<Run> Row::* side) {
    if (!name.empty()) page.line(lead, name, Style::accent);
    const std::string indent = std::string(lead) + "  ";
    std::vector<Run> text;
    for (const Row& row : rows) {
        if (row.folded) {
            page.runs(indent, text);
            page.runs(indent, row.*side);
            text.clear();
        } else {
            text.insert(text.end(), (row.*side).begin(), (row.*side).end());
        }
    }
    page.runs(indent, text);
}

}  // namespace

void write_beside(Page& page, std::string_view lead, const Wording& first, const Wording& second) {
    const std::vector<WordPair> pairs = align_words(first.words, second.words);
    if (std::all_of(pairs.begin(), pairs.end(), [](const WordPair& pair) { return pair.is_same(); })) {
        page.runs(std::string(lead) + "  ", fold_whole(pairs));
        return;
    }
    const Rows rows(pairs);
    if (page.width() < kWide) {
        write_column(page, lead, first.name, rows.list(), &Row::first);
        write_column(page, lead, second.name, rows.list(), &Row::second);
        return;
    }
    if (!first.name.empty()) page.beside(lead, {{first.name, Style::accent}}, {{second.name, Style::accent}});
    for (const Row& row : rows.list()) page.beside(lead, row.first, row.second);
}

void write_marks_legend(Page& page) {
    if (page.has_color()) page.runs("", {{"Marked: words that only", Style::faint}, {"the first", Style::lacking}, {"or only", Style::faint}, {"the second", Style::extra}, {"of two has.", Style::faint}});
    else page.line("", "Marked: words that only the [first] or only the {second} of two has.");
}

}  // namespace firsthand::report
