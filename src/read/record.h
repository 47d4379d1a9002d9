// What one record says, field by field, in words -> its Document. Objects of JSON and rows of tables meet here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firsthand/types.h"
#include "read/fields.h"
#include "read/listing.h"
#include "read/listing_kinds.h"
#include "read/read.h"

namespace firsthand::read {

// What a record without text says about an article elsewhere.
struct Mention {
    Listed listed;
    const ListingKind* kind = nullptr;
};

// A document, a page that is still to be read, a mention, or the reason why there is nothing.
using Parsed = std::variant<Document, Page, Mention, std::string>;

struct Value {
    std::string key, words;                        // words empty: nobody said it
    std::uint8_t rank = 0xFF;                      // of the name; the lowest is kept
    Field field = Field::none;
};

struct Record {
    Value id, text, title, url, outlet, source, author, genre;     // outlet: also a site
    std::vector<Value> published, updated;         // all that were said
    std::vector<std::string> notes;
    std::string problem;                           // not empty: this is no article, and why
    const ListingKind* kind = &kListedRecords;     // should it turn out to hold no text

    // Would keep() take a value of this name?
    [[nodiscard]] bool wants(const FieldName& name) const;
    void keep(const FieldName& name, std::string_view key, std::string words);

  private:
    [[nodiscard]] Value* find(Field field);
};

inline constexpr std::string_view kNoText = "no text: looked for text, maintext, plaintext, body, content and the like";

// Text that is HTML goes through read_fragment (then Document::extracted), a whole page becomes a Page; "[+123 chars]" at the
// end of a text says that it is cut. Without text, but with an address: Mention. `id` holds the
// given id only, and the path is empty.
[[nodiscard]] Parsed make_document(Record record);

// True for a text that begins with a tag and holds elements that stand as blocks.
[[nodiscard]] bool is_html(std::string_view text);

// A title with entities and inline tags, as WordPress hands it out, in plain words.
[[nodiscard]] std::string say_rendered(std::string_view html);

}  // namespace firsthand::read
