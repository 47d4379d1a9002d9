#include "read/dates.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

struct Row {
    const char* words;
    const char* value;                             // nullptr: no date
    DatePrecision precision = DatePrecision::none;
    std::int64_t seconds = 0;
};

TEST(Dates, Table) {
    constexpr auto kDay = DatePrecision::day, kSecond = DatePrecision::second;
    const Row rows[] = {
        {"2021-08-31", "2021-08-31", kDay, 1630368000},
        {"2021-08", "2021-08", DatePrecision::month, 1627776000},
        {"2021", "2021", DatePrecision::year, 1609459200},
        {"1901-01-01", "1901-01-01", kDay, -2177452800},
        {"2021/08/31", "2021-08-31", kDay, 1630368000},
        {"20210831", "2021-08-31", kDay, 1630368000},
        {"20210831T120000Z", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"20210831120000", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"2021-08-31T12:00:00Z", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"2021-08-31T12:00:00.123456+02:00", "2021-08-31T10:00:00Z", kSecond, 1630404000},
        {"2021-08-31T23:30:00-0400", "2021-09-01T03:30:00Z", kSecond, 1630467000},
        {"2021-08-31 12:00", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"2021-08-31 12:00:00+00:00", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"2021-08-31T00:00:00", "2021-08-31", kDay, 1630368000},
        {"2021-08-31 00:00:00", "2021-08-31", kDay, 1630368000},
        {"2021-08-31T00:00:00+00:00", "2021-08-31", kDay, 1630368000},
        {"2021-08-31T02:00:00+02:00", "2021-08-31", kDay, 1630368000},
        {"2021-08-31T00:00:00-04:00", "2021-08-31T04:00:00Z", kSecond, 1630382400},
        {"2021-08-31 12:00 PST", "2021-08-31T20:00:00Z", kSecond, 1630440000},
        {" \"2021-08-31\" ", "2021-08-31", kDay, 1630368000},
        {"Tue, 31 Aug 2021 12:00:00 +0200", "2021-08-31T10:00:00Z", kSecond, 1630404000},
        {"Tue, 31 Aug 2021 12:00:00 GMT", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"Tue, 31 Aug 2021 08:00:00 -0400 (EDT)", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"Aug 31, 2021", "2021-08-31", kDay, 1630368000},
        {"Aug. 31, 2021", "2021-08-31", kDay, 1630368000},
        {"August 31st, 2021 at 3:15 pm", "2021-08-31T15:15:00Z", kSecond, 1630422900},
        {"Aug 31, 2021, 12:05 a.m. EST", "2021-08-31T05:05:00Z", kSecond, 1630386300},
        {"Aug 31, 2021 3:15 PM ET", "2021-08-31", kDay, 1630368000},
        {"31 August 2021", "2021-08-31", kDay, 1630368000},
        {"31-Aug-2021", "2021-08-31", kDay, 1630368000},
        {"Sept 1, 2021", "2021-09-01", kDay, 1630454400},
        {"August 2021", "2021-08", DatePrecision::month, 1627776000},
        {"31.12.2021", "2021-12-31", kDay, 1640908800},
        {"12/31/2021", "2021-12-31", kDay, 1640908800},
        {"10/18/16", "2016-10-18", kDay, 1476748800},
        {"1630411200", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"1630411200000", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"1630411200.5", "2021-08-31T12:00:00Z", kSecond, 1630411200},
        {"2020-02-29", "2020-02-29", kDay, 1582934400},
        // Silly, ambiguous, or no date at all.
        {"2021-02-29", nullptr}, {"2021-13-01", nullptr}, {"2021-00-10", nullptr}, {"2021-01-00", nullptr}, {"0001-11-30", nullptr},
        {"1799-12-31", nullptr},
        {"2101-01-01", nullptr}, {"9999-12-31", nullptr}, {"03/04/2021", nullptr}, {"18/10/16", nullptr}, {"4/1", nullptr}, {"yesterday", nullptr},
        {"", nullptr},
        {"11:40:00", nullptr}, {"2021-08-31 13:00 pm", nullptr}, {"2021-08-31T2at+02:00", nullptr}, {"2021-08-31T25:00:00", nullptr},
        {"2021-08-31 and then some", nullptr}, {"0", nullptr}, {"-1", nullptr}, {"99999999999999999999", nullptr},
        {"12345", nullptr}, {"May", nullptr}, {"Aug 2021 31 12", nullptr}, {"2021-08-31T12:00:00+99:00", nullptr}, {"\xFF\xFE\x00", nullptr},
    };
    for (const Row& row : rows) {
        const auto date = parse_date(row.words);
        ASSERT_EQ(date.has_value(), row.value != nullptr) << row.words << " -> " << (date ? date->value : "");
        if (!date) continue;
        EXPECT_EQ(date->value, row.value) << row.words;
        EXPECT_EQ(date->precision, row.precision) << row.words;
        EXPECT_EQ(date->seconds, row.seconds) << row.words;
        EXPECT_EQ(parse_date(date->value), date) << "a value is read as itself: " << row.words;
    }
}

TEST(Dates, WordsForNone) {
    for (const char* words : {"", " ", "None", "null", "NaT", "nan", "N/A", "unknown"}) EXPECT_TRUE(is_no_date(words)) << words;
    EXPECT_FALSE(is_no_date("2021"));
}

TEST(Dates, SaysWhatItDidNotUnderstand) {
    EXPECT_EQ(say_not_understood("next week"), "date not understood: next week");
    EXPECT_EQ(say_not_understood("\x1B[31m"), "date not understood: \\u{1b}[31m");
    EXPECT_LT(say_not_understood(std::string(5000, 'x')).size(), 100U);
}

}  // namespace
}  // namespace firsthand::read
