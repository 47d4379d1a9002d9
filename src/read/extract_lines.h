// Lines that `extract` wrote, given beside their texts -> what was extracted then, document by document.
//
// A first pass notes of each line which text it speaks of and where it stands; a line is read again when its document comes.
// Memory is some 100 bytes a line. Lines of what cannot be read twice (pipes, compressed files) lie in a file without a name.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firsthand/types.h"
#include "read/extract_line.h"
#include "read/read.h"
#include "read/spool.h"

namespace firsthand::read {

struct Opened;

// Filled on one thread, settled, then asked on any number of threads. The order of the files does not matter.
class ExtractLines {
  public:
    // `model`: of several lines on one text those of this model go first.
    explicit ExtractLines(std::string model = {}) : model_(std::move(model)) {}

    // Notes the lines of a file. `file`: where it can be opened again; empty: it cannot.
    void index(Opened opened, std::string file);
    [[nodiscard]] bool holds(const std::string& path) const { return paths_.count(path) != 0; }
    // After the last file, before the first question.
    void settle();

    // An input of this path was met: what lines say of it by themselves is no longer needed.
    void meet(std::string_view path);
    // What a line says of this completed document. A line that contradicts itself or the document is passed over and told later.
    [[nodiscard]] std::optional<Extracted> recall(const Document& document);

    // When all documents were recalled, on one thread: the documents that stand in lines only, and those that failed, in the
    // order of their files and lines. Empty at the end.
    [[nodiscard]] std::optional<Item> next_left();
    // After that: what was wrong with lines, and how many found no text; a few for each file.
    [[nodiscard]] std::vector<Skipped> list_unused() const;

  private:
    enum class Kind : std::uint8_t { bare, whole, failed };
    struct Line {
        std::uint64_t text = 0, title = 0, id = 0, path = 0;      // hashes; title: 0 unless titled; path: 0 for bare ones
        std::uint64_t begin = 0, number = 0;                      // byte in its file or in the spool, line from 1
        std::uint32_t size = 0, file = 0, model = 0;              // indices in files_, models_ (settled: rank, 0 goes first)
        Kind kind = Kind::bare;
        bool titled = false;
    };
    struct Fault {
        std::string reason;
        std::uint64_t line = 0, count = 0;                        // the first one, and how many
    };
    struct File {
        std::string path, file;                                   // as shown; as opened, empty: in the spool
        std::vector<Fault> faults;
    };
    using Range = std::pair<std::uint32_t, std::uint32_t>;        // of lines_, half open

    void note(const LineHead& head, Line line);
    [[nodiscard]] std::uint32_t intern(const std::string& model);
    void add_fault(std::uint32_t file, std::uint64_t number, std::string reason);
    [[nodiscard]] bool load(const Line& line, std::string& bytes) const;
    [[nodiscard]] std::optional<Extracted> recall_one(const Line& line, const Document& document);
    [[nodiscard]] std::optional<Extracted> recall_in(Range range, const Document& document);
    [[nodiscard]] Range find_range(std::uint64_t text, bool titled, std::uint64_t title) const;
    void choose_left();
    [[nodiscard]] bool is_met(std::uint32_t index, std::uint32_t first_of_text, std::uint32_t first_of_id) const;
    template <typename Visit>
    void each_unmet(Visit visit) const;
    [[nodiscard]] std::string name_first(const Line& line) const;

    std::string model_;
    std::vector<File> files_;
    std::vector<Line> lines_;                      // settled: by text, title, model, id, file, number
    std::vector<std::pair<std::uint64_t, std::uint32_t>> by_path_;         // settled: path and index in lines_
    std::map<std::string, std::uint32_t> models_;
    std::set<std::string> paths_;
    Spool spool_;
    std::unique_ptr<std::atomic<std::uint8_t>[]> met_;            // parallel to lines_: bits, see extract_lines.cc
    std::mutex faults_;                            // of files_[].faults
    std::optional<std::vector<std::uint32_t>> left_;              // chosen: in the order in which they are handed out
    std::vector<bool> left_out_;                   // parallel to lines_, chosen: needs no text beside it
    std::size_t next_ = 0;
};

}  // namespace firsthand::read
