// A CSV beside the articles -> what it says about each: --meta FILE.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand::read {

class Meta {
  public:
    // The columns path or id, and any of url, outlet, title, published, updated, author, genre, by a header row. Error: none of them.
    [[nodiscard]] static Result<Meta> parse(std::string_view csv);
    // Fills and overrides what the row of this document says. A path matches in full, by its last parts, or, where only one row
    // has it, by its file name.
    void apply(Document& document) const;
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

  private:
    using Row = std::vector<std::string>;
    [[nodiscard]] const Row* find_row(const Document& document) const;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::unordered_map<std::string, std::size_t> by_id_, by_path_, by_name_;   // index in rows_; by_name_ kTwice: several
};

}  // namespace firsthand::read
