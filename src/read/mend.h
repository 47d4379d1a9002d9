// Text that is handed back (taken out of HTML or feeds) -> the same as the reader sees it. Never for text that is kept: its offsets
// must fit the file.
#pragma once

#include <string>
#include <string_view>

namespace firsthand::read {

// Undoes UTF-8 that was read as windows-1252 or Latin-1 and encoded again ("â€œ" for “, "Ã©" for é), however often. Only
// where it is certain; true when anything changed. A second call changes nothing.
bool repair_mojibake(std::string& text);

// Would repair_mojibake() change it? For the note on a kept text.
[[nodiscard]] bool has_mojibake(std::string_view text);

// Soft hyphens, zero-width and bidi characters go; joiners stay inside emoji and between letters of the scripts that need them.
// Every blank but the line end, and every control character, is a plain blank.
void drop_invisible(std::string& text);

}  // namespace firsthand::read
