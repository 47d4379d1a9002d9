#include "read/byline.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

std::string line(std::string_view words) { return join_byline(read_byline(words, BylineKind::line)); }
std::string field(std::string_view words) { return join_byline(read_byline(words, BylineKind::field)); }
std::string marked(std::string_view words) { return join_byline(read_byline(words, BylineKind::marked)); }

TEST(Byline, ReadsLinesThatSayBy) {
    const std::pair<std::string_view, std::string_view> kLines[] = {
        {"By Mara Holt", "Mara Holt"}, {"BY: MARA HOLT", "MARA HOLT"}, {"By\x1FMara Holt\x1F" "and\x1FJon Reed", "Mara Holt, Jon Reed"},
        {"By Mara Holt, Staff Writer", "Mara Holt"}, {"By Mara Holt and Jon Reed, Associated Press", "Mara Holt, Jon Reed, Associated Press"},
        {"By MARA HOLT, AP National Political Writer", "MARA HOLT, AP"}, {"By Reuters Staff", "Reuters"}, {"By Mara Holt, Tuesday, 5 March 2024 08:05 GMT", "Mara Holt"},
        {"5 March 2024 | By Mara Holt", "Mara Holt"}, {"Posted by Vesper", "Vesper"}, {"Von Mara Holt publiziert am 5. März 2024", "Mara Holt"},
        {"By Mara Holt, Jr. and Costa e Silva", "Mara Holt, Jr., Costa e Silva"}, {"By Mara de la Cruz for the Quell Gazette", "Mara de la Cruz"},
        {"By Mara Holt | @maraholt | mara@quell.example", "Mara Holt"}, {"By Staff Reports", "Staff Reports"}, {"Written by Mara Holt, MS, RD", "Mara Holt"}};
    for (const auto& [words, expected] : kLines) EXPECT_EQ(line(words), expected) << words;
}

TEST(Byline, RefusesLinesThatSaySomethingElse) {
    for (const std::string_view words : {"By all accounts the bridge is closed", "By Tuesday the water had risen", "Mara Holt", "Photo by Jon Reed", "Standing by", "", "By admin",
             "The road runs by Quell and Tarn"})
        EXPECT_EQ(line(words), "") << words;
    EXPECT_TRUE(read_byline("By", BylineKind::line).waiting);
}

TEST(Byline, ReadsMarkedLinesOnlyAsNames) {
    EXPECT_EQ(marked("Mara Holt"), "Mara Holt");
    EXPECT_EQ(marked("21/06/2014\x1FMara Holt\x1F" "All\x1F,\x1FKit Reviews"), "Mara Holt");
    EXPECT_EQ(marked("Share"), "");
    EXPECT_EQ(marked("View author archive"), "");
    EXPECT_EQ(marked("Associated Press"), "Associated Press");
    EXPECT_EQ(marked("Mara\x1FHolt"), "Mara Holt");
}

TEST(Byline, ReadsFields) {
    EXPECT_EQ(field("By Mara Holt"), "Mara Holt");
    EXPECT_EQ(field("Mara Holt;Jon Reed"), "Mara Holt, Jon Reed");
    EXPECT_EQ(field("Mara Holt | "), "Mara Holt");
    EXPECT_EQ(field("https://social.example/maraholt"), "");
    EXPECT_EQ(field("admin"), "");
    EXPECT_EQ(field("quelladmin"), "");
    EXPECT_EQ(field("The Water Mill"), "The Water Mill");
}

}  // namespace
}  // namespace firsthand::read
