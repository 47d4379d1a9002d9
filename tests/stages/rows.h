// Rows of a table test: a marked text, and the lines that its Reading is listed as.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "listing.h"
#include "marked_text.h"

namespace firsthand::stages {

struct Row {
    std::string marked;
    Lines expected;
    std::string outlet = "";                       // the article's own
};

inline void expect_rows(const std::vector<Row>& rows, Lines (*list)(const Reading&) = list_speakers) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.marked);
        EXPECT_THAT(list(read_marked(row.marked, row.outlet)), testing::ElementsAreArray(row.expected));
    }
}

}  // namespace firsthand::stages
