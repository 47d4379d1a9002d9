// One line that `extract` wrote -> what it says: of which text, the document where the line holds it, entities and attributions.
//
// A line comes from outside: every position is checked before it is handed on.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand::read {

// What tells a line from others.
struct LineHead {
    std::string id, path, title, model;
    std::string error;                             // of a document that failed: why. Then there is no text
    std::uint64_t text_hash = 0;
    bool titled = false;                           // it says which title the document has, maybe none
    bool whole = false;                            // it holds the text, and so stands for the document
};

// Reasons name no place and no value, so that those of many lines can be told together.
class ExtractLineParser {
  public:
    ExtractLineParser();
    ExtractLineParser(ExtractLineParser&&) noexcept;
    ExtractLineParser& operator=(ExtractLineParser&&) noexcept;
    ~ExtractLineParser();

    // Takes one line; kPadding bytes behind it must be readable during the call. The others speak of it until the next one.
    [[nodiscard]] Result<LineHead> parse(std::string_view line);
    // Of a line that is whole, still to be completed. Its path is that of the run that wrote it.
    [[nodiscard]] Result<Document> make_document() const;
    // Of the completed document that the line speaks of.
    [[nodiscard]] Result<Extracted> make_extracted(const Document& document) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// True for a file whose first line is one of these, of any version.
[[nodiscard]] bool is_extract_lines(std::string_view head);

}  // namespace firsthand::read
