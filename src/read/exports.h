// Records of agencies and news services whose shape says more than their field names -> what they say. Each adds to a record
// that the field names have filled, and leaves all others alone.
//
// To add one: a function in its own file or in exports.cc, one line in adapt_record().
#pragma once

#include "read/json_value.h"
#include "read/record.h"

namespace firsthand::read {

void adapt_record(dom::object object, Record& record);

// IPTC ninjs 1.0 to 3.x: body_text, body_xhtml, bodies[], headlines[], by, versioncreated (ninjs.cc).
void adapt_ninjs(dom::object object, Record& record);

}  // namespace firsthand::read
