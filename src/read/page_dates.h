// Fields and lines of a page -> when its article was published, and changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firsthand/types.h"
#include "read/json_ld.h"
#include "read/page_fields.h"
#include "read/page_head.h"
#include "read/shown_date.h"

namespace firsthand::read {

struct PageDates {
    Date published, updated;
};

struct DateSources {
    const Html& page;
    const PageFields& fields;
    const std::vector<HeadLine>& lines;
    const StructuredArticle& article;              // empty where the page has none
    NodeId headline = 0;
    std::string_view url;
    DayOrder order = DayOrder::unknown;
};

// JSON-LD, then the fields of the head, microdata, <time>, the byline, the address; the day in the page's own time zone.
[[nodiscard]] PageDates choose_dates(const DateSources& sources);

}  // namespace firsthand::read
