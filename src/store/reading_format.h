// Readings, links, groups and assessments -> bytes, and back. The layout, byte by byte: docs/store-format.md.
//
// To keep a new field: add it to fields() of its type in reading_format.cc, in both directions at once, raise
// kFormatVersion, and name it in docs/store-format.md.
#pragma once

#include <string>
#include <string_view>

#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand::store {

inline constexpr unsigned char kFormatVersion = 1;

// Replaces what `out` held, so that one buffer serves many calls.
void save(const Reading& reading, std::string& out);
void save(const Link& link, std::string& out);
void save(const Group& group, std::string& out);
void save(const Assessment& assessment, std::string& out);

// load(save(x)) == x for every x that keeps the law (law.h). Any other bytes give an Error, and cost no more memory than
// a small multiple of their own size.
[[nodiscard]] Result<Reading> load_reading(std::string_view bytes);
[[nodiscard]] Result<Link> load_link(std::string_view bytes);
[[nodiscard]] Result<Group> load_group(std::string_view bytes);
[[nodiscard]] Result<Assessment> load_assessment(std::string_view bytes);

// The last bytes of every record: a checksum of all before it. For tests that must get past it.
void seal(std::string& record);

}  // namespace firsthand::store
