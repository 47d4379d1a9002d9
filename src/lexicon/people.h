// Words about people: titles, roles, given names with their usual gender, unnamed sources, pronouns.
#pragma once

#include <cstdint>

namespace firsthand::lexicon {

enum class Gender : std::uint8_t { unknown, female, male };

[[nodiscard]] Gender given_name_gender(std::uint32_t word);    // unknown: no given name of the list, or one of both
[[nodiscard]] bool is_title(std::uint32_t word);               // "mr", "president", "sen": stands before a person's name
[[nodiscard]] Gender title_gender(std::uint32_t word);         // "mr" male, "mrs" female
[[nodiscard]] bool is_role(std::uint32_t word);                // "spokesman", "singer", "lawyer": a person without a name
[[nodiscard]] bool is_unnamed_source(std::uint32_t word);      // "source", "insiders", "officials"
[[nodiscard]] bool is_several(std::uint32_t word);             // "sources", "officials": the plural ones of the above
[[nodiscard]] bool is_document(std::uint32_t word);            // "report", "statement", "filing": speaks for itself
[[nodiscard]] bool is_organization_word(std::uint32_t word);   // "university", "inc", "police"
[[nodiscard]] bool is_outlet_word(std::uint32_t word);         // ends the name of an outlet: "gazette", "weekly"
[[nodiscard]] bool is_place(std::uint32_t word);               // a country, state or large city of one word
[[nodiscard]] bool is_calendar(std::uint32_t word);            // weekdays and months
[[nodiscard]] bool is_telling(std::uint32_t word);          // "told", which has whom it is told to behind it
[[nodiscard]] bool is_stop_word(std::uint32_t word);           // opens a sentence in capitals without being a name
[[nodiscard]] bool is_nationality(std::uint32_t word);         // "american", "republican", "muslim"
[[nodiscard]] bool is_platform(std::uint32_t word);            // "twitter", "instagram": no relay

}  // namespace firsthand::lexicon
