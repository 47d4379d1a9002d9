// How lists without article text are spoken of, and what would help.
#pragma once

#include "read/listing.h"

namespace firsthand::read {

inline constexpr ListingKind kListedRecords = {"record", "records", "save the pages at their addresses, for example with wget, and give those", 4};
inline constexpr ListingKind kListedGdelt = {
    "row of a GDELT export", "rows of a GDELT export", "save the pages at their addresses, for example with wget -i, and give those", 5};
inline constexpr ListingKind kListedFetched = {
    "row of minet fetch", "rows of minet fetch", "the pages lie in the folder that it wrote (downloaded): give that folder, or what minet extract makes of it", 4};
inline constexpr ListingKind kListedMediaCloud = {
    "story of a Media Cloud list", "stories of a Media Cloud list",
    "Media Cloud may not hand out texts; save the pages of its url column, for example with minet fetch and minet extract, and give those", 3};
inline constexpr ListingKind kListedZotero = {
    "item of a Zotero library", "items of a Zotero library", "give the snapshots that Zotero keeps in its storage folder, or saved pages", 2};

}  // namespace firsthand::read
