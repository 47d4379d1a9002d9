#include "read/shown_date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

namespace firsthand::read {
namespace {

// "2019-11-19 17:30 EST +" for what was found; + published, ~ update.
std::string find(std::string_view line, DayOrder order = DayOrder::unknown) {
    const auto shown = find_shown_date(line, order);
    if (!shown) return "";
    std::string out = fmt::format("{:04}-{:02}-{:02}", shown->year, shown->month, shown->day);
    if (shown->minute >= 0) out += fmt::format(" {:02}:{:02}", shown->minute / 60, shown->minute % 60);
    if (!shown->zone.empty()) out += " " + shown->zone;
    return out + (shown->published ? " +" : shown->update ? " ~" : "");
}

TEST(ShownDate, ReadsWhatPapersWrite) {
    const std::pair<std::string_view, std::string_view> kLines[] = {
        {"Published Nov. 19, 2019", "2019-11-19 +"}, {"Nov 19, 2019 5:30 PM EST", "2019-11-19 17:30 EST"}, {"Wednesday, 20 November 2019 08:05 GMT", "2019-11-20 08:05 GMT"},
        {"on Monday, November 18th, 2019 at 11:08 a.m.", "2019-11-18 11:08"}, {"Updated 12:24 am EST, Wednesday, November 20, 2019", "2019-11-20 00:24 EST ~"},
        {"November 19, 2019 / 12:21 AM / Updated 14 hours ago", "2019-11-19 00:21"}, {"publiziert am 30. Juli 2018", "2018-07-30 +"},
        {"sexta-feira, 22 de outubro de 2010 às 20:13", "2010-10-22 20:13"}, {"1er janvier 2020", "2020-01-01"}, {"11 октября 2018", "2018-10-11"},
        {"2019-11-19", "2019-11-19"}, {"2019/nov/19/", "2019-11-19"}, {"19.11.2019, 14:05", "2019-11-19 14:05"}, {"11/20/19 6:38 AM", "2019-11-20 06:38"},
        {"2019年11月19日", "2019-11-19"}, {"Posted: Fri 6:45 PM, Feb 16, 2018", "2018-02-16 18:45 +"}, {"Last modified 3 May 2021", "2021-05-03 ~"},
        {"Published 11:34 PM EST Nov 19, 2019", "2019-11-19 23:34 EST +"}, {"19-Nov-2019", "2019-11-19"}};
    for (const auto& [line, expected] : kLines) EXPECT_EQ(find(line), expected) << line;
}

TEST(ShownDate, RefusesWhatIsNone) {
    for (const std::string_view line : {"", "19 November", "Feb 30, 2019", "03/04/2021", "May 2019", "Chapter 11.12", "call 555-2019-11", "in 2019 and 2020", "30.02.2019"})
        EXPECT_EQ(find(line), "") << line;
    EXPECT_EQ(find("03/04/2021", DayOrder::day_first), "2021-04-03");
    EXPECT_EQ(find("03/04/2021", DayOrder::month_first), "2021-03-04");
}

TEST(ShownDate, GoesOnBehindTheFirst) {
    const std::string_view line = "Published 18 Nov 2019 | Updated 19 Nov 2019";
    const auto first = find_shown_date(line, DayOrder::unknown);
    ASSERT_TRUE(first);
    const auto second = find_shown_date(line, DayOrder::unknown, first->end);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->day, 19);
    EXPECT_TRUE(second->update);
    EXPECT_FALSE(find_shown_date(line, DayOrder::unknown, second->end));
}

RC_GTEST_PROP(ShownDate, StandsInsideTheLine, ()) {
    const auto line = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0129 /.-:,NovMay\xC3\xA9pmde")));
    const auto shown = find_shown_date(line, DayOrder::day_first);
    if (!shown) return;
    RC_ASSERT(shown->begin < shown->end && shown->end <= line.size());
    RC_ASSERT(shown->month >= 1 && shown->month <= 12 && shown->day >= 1 && shown->day <= 31);
}

}  // namespace
}  // namespace firsthand::read
