// Values -> the words that a reader sees and the names that scripts rely on: kinds, dates, counts, chains.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/view.h"

namespace firsthand::report {

[[nodiscard]] std::string_view name_of(Speech speech);
[[nodiscard]] std::string_view name_of(Act act);
[[nodiscard]] std::string_view name_of(Hand hand);
[[nodiscard]] std::string_view name_of(EntityKind kind);
[[nodiscard]] std::string_view name_of(Number number);
[[nodiscard]] std::string_view name_of(Genre genre);
[[nodiscard]] std::string_view name_of(DatePrecision precision);
[[nodiscard]] std::string_view name_of(Direction direction);
[[nodiscard]] std::string_view name_of(Form form);
[[nodiscard]] std::string_view name_of(EditKind kind);
[[nodiscard]] std::string_view name_of(Stance stance);
[[nodiscard]] std::string_view name_of(OriginKind kind);
[[nodiscard]] std::string_view name_of(Side side);

// A claim's status in the contract's words. Never "refuted" here: that rests on reading what an article says in its own voice.
[[nodiscard]] std::string_view status_of(const Assessment& claim);

// "1 article", "3 articles", "1 story", "2 stories".
[[nodiscard]] std::string count_of(std::size_t count, std::string_view one, std::string_view many = {});
// "… and 3 more articles".
[[nodiscard]] std::string more_of(std::size_t count, std::string_view one, std::string_view many = {});
// "2" or "2 to 3".
[[nodiscard]] std::string range_of(const Interval& interval);
// "31 August 2021", "August 2021", "2021", "undated".
[[nodiscard]] std::string day_of(const Date& date);
// "undated", "31 August 2021", "29 to 31 August 2021": of several documents.
[[nodiscard]] std::string days_of(const View& view, const std::vector<std::uint32_t>& documents);
// The outlet, or "outlet not given".
[[nodiscard]] std::string outlet_of(const Document& document);
// A name for a document in a running text: its outlet, else the last part of its id.
[[nodiscard]] std::string short_name(const Document& document);
// A name for an entity: "Mara Ellin", "a “music insider” (unnamed)".
[[nodiscard]] std::string name_in_words(const View& view, std::uint32_t entity_id);
// Through whom the words came: "Page Six ← an insider (unnamed)"; "nobody named" where nobody is.
[[nodiscard]] std::string chain_in_words(const View& view, std::uint32_t document, const Attribution& attribution);
// The words of a rendering, on one line; pieces that a cue parts are joined; without outer quotation marks.
[[nodiscard]] std::string rendering_words(const View& view, const Passage& passage);
// Of words that are quoted in part, only those in quotation marks: what a saying is compared by. Other words as they are rendered.
[[nodiscard]] std::string quoted_words(const View& view, const Passage& passage);
// The words of a place in a document, page furniture left out.
[[nodiscard]] std::string passage_words(const View& view, const Passage& passage);
// In quotation marks, unless it begins or ends with some of its own.
[[nodiscard]] std::string in_marks(std::string_view words);
// A claim's statement on one line, without outer quotation marks.
[[nodiscard]] std::string statement_words(const Group& claim);
// What an edit did, in words: "“will not close” became “will close”".
[[nodiscard]] std::string edit_in_words(const Edit& edit);

}  // namespace firsthand::report
