// Two renderings of one saying -> what was changed from one to the other.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::link {

// A word of a rendering as it stands in its article. A contraction is two words in one place.
struct SpokenWord {
    std::uint32_t word = 0;                        // as Token::word
    std::uint32_t stem = 0;                        // lexicon::find_stem
    ByteSpan span;
    bool number = false;
    bool name = false;                             // a capital that no begin of a sentence asks for
    bool marked = false;                           // lexicon::is_marked_form
};

struct Rendering {
    std::string_view text;                         // of the document; must outlive the rendering
    std::vector<SpokenWord> words;
};

// Words [from) of the one replaced by words [to) of the other.
struct Change {
    TokenSpan from, to;
    friend bool operator==(const Change&, const Change&) = default;
};

[[nodiscard]] Rendering make_rendering(const Reading& reading, std::span<const std::uint32_t> word_tokens, std::span<const std::uint32_t> words);

// What to replace in `from` to get `to`, in order.
[[nodiscard]] std::vector<Change> find_changes(const Rendering& from, const Rendering& to);

// The same, typed and in words. Edit::from and Edit::to are left 0.
[[nodiscard]] std::vector<Edit> find_edits(const Rendering& from, const Rendering& to);

// How `rendering` goes with the fullest one.
[[nodiscard]] Form find_form(const Rendering& fullest, const Rendering& rendering);

}  // namespace firsthand::link
