#include "store/reading_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "store/arbitrary_test.h"
#include "store/law.h"

namespace firsthand::store {
namespace {

using testing::HasSubstr;

template <typename T>
std::string saved(const T& value) {
    std::string bytes = "left over from the call before";
    save(value, bytes);
    return bytes;
}

RC_GTEST_PROP(ReadingFormat, LoadsWhatWasSaved, ()) {
    const Reading reading = arbitrary_reading();
    RC_ASSERT(keeps_law(reading));
    const auto loaded = load_reading(saved(reading));
    RC_ASSERT(loaded.has_value());
    RC_ASSERT(*loaded == reading);
}

RC_GTEST_PROP(ReadingFormat, LoadsLinksGroupsAndAssessments, ()) {
    const Link link = arbitrary_link();
    const Group group = arbitrary_group();
    const Assessment assessment = arbitrary_assessment();
    const auto link_again = load_link(saved(link));
    const auto group_again = load_group(saved(group));
    const auto assessment_again = load_assessment(saved(assessment));
    RC_ASSERT(link_again.has_value() && *link_again == link);
    RC_ASSERT(group_again.has_value() && *group_again == group);
    RC_ASSERT(assessment_again.has_value() && *assessment_again == assessment);
}

// What a fuzzer would find, in every run of the tests: bytes changed, cut and added, with a checksum that fits.
template <typename Load>
void expect_no_crash(std::string bytes, std::mt19937& random, Load load) {
    const auto below = [&random](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
    const std::size_t changes = 1 + below(4);
    for (std::size_t i = 0; i < changes; ++i) {
        const std::size_t at = 2 + below(bytes.size() - 2);
        switch (below(4)) {
            case 0: bytes[at] = static_cast<char>(below(256)); break;
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
            case 2: bytes.insert(at, 1 + below(9), static_cast<char>(0xFF)); break;
            default: bytes.erase(at, 1 + below(20));
        }
        if (bytes.size() < 8) bytes.resize(8);
    }
    seal(bytes);
    const auto loaded = load(bytes);
    if (loaded) RC_ASSERT(keeps_law(*loaded));
    else RC_ASSERT(loaded.error().message.starts_with("damaged record"));
}

RC_GTEST_PROP(ReadingFormat, SurvivesDamage, (unsigned seed)) {
    std::mt19937 random(seed);
    const std::string reading = saved(arbitrary_reading()), group = saved(arbitrary_group()), assessment = saved(arbitrary_assessment());
    for (int i = 0; i < 30; ++i) {
        expect_no_crash(reading, random, load_reading);
        expect_no_crash(group, random, load_group);
        expect_no_crash(assessment, random, load_assessment);
    }
    expect_no_crash(saved(arbitrary_link()), random, load_link);
}

Reading make_reading() {
    Reading reading;
    reading.key = 7;
    reading.document.id = "a";
    reading.document.text = "Nobody knew.";
    reading.annotation.tokens = {{0, 6, 11, TokenKind::word, LetterCase::title}, {7, 11, 12, TokenKind::word, LetterCase::lower},
                                 {11, 12, 0, TokenKind::punctuation, LetterCase::none}};
    reading.annotation.sentences = reading.annotation.paragraphs = {{0, 3}};
    return reading;
}

TEST(ReadingFormat, NoticesEveryChangedByte) {
    const std::string whole = saved(make_reading());
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (const int bit : {0, 3, 7}) {
            std::string bytes = whole;
            bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
            EXPECT_FALSE(load_reading(bytes)) << "byte " << i << " bit " << bit;
        }
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(load_reading(std::string_view(whole).substr(0, size))) << size;
    EXPECT_TRUE(load_reading(whole));
}

TEST(ReadingFormat, TellsKindsAndVersionsApart) {
    std::string bytes = saved(make_reading());
    EXPECT_THAT(load_group(bytes).error().message, HasSubstr("another kind"));
    bytes[0] = static_cast<char>(kFormatVersion + 1);
    EXPECT_EQ(load_reading(bytes).error().code, ErrorCode::store_newer);
}

// A record that claims 2^40 elements must not make the loader ask for that much memory.
TEST(ReadingFormat, DoesNotTrustClaimedSizes) {
    for (const char* claimed : {"\xFF\xFF\xFF\xFF\xFF\x1F", "\xFF\xFF\x03", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"}) {
        std::string bytes = saved(make_reading());
        bytes.replace(10, 1, claimed);                          // the length of the id
        seal(bytes);
        EXPECT_THAT(load_reading(bytes).error().message, HasSubstr("early"));
    }
}

// What would be followed without looking by a stage that trusts the store.
TEST(ReadingFormat, RefusesPositionsThatPointOutside) {
    const std::vector<std::pair<const char*, void (*)(Reading&)>> wrongs = {
        {"token behind the text", [](Reading& r) { r.annotation.tokens[2].end = 13; }},
        {"tokens out of order", [](Reading& r) { std::swap(r.annotation.tokens[0], r.annotation.tokens[1]); }},
        {"token that ends before it begins", [](Reading& r) { r.annotation.tokens[0].begin = 7; }},
        {"sentence behind the tokens", [](Reading& r) { r.annotation.sentences[0].end = 4; }},
        {"paragraph behind the tokens", [](Reading& r) { r.annotation.paragraphs[0] = {4, 4}; }},
        {"furniture behind the text", [](Reading& r) { r.document.furniture = {{13, 14}}; }},
        {"title behind the text", [](Reading& r) { r.document.title_span = {0, 13}; }},
        {"quotation behind the text", [](Reading& r) { r.annotation.quotations = {{{0, 13}, {}, {}, 0, true, false}}; }},
        {"nobody's speech", [](Reading& r) { r.attributions.resize(1); r.attributions[0].speaker = 1; }},
        {"nobody's relay", [](Reading& r) { r.attributions.resize(1); r.attributions[0].relays = {1}; }},
        {"parent that is not there", [](Reading& r) { r.attributions.resize(1); r.attributions[0].parent = 1; }},
        {"content behind the text", [](Reading& r) { r.attributions.resize(1); r.attributions[0].content = {{0, 99}}; }},
        {"mention behind the text", [](Reading& r) { r.entities.resize(1); r.entities[0].mentions = {{0, 99}}; }},
        {"entity that is not there", [](Reading& r) { r.entities.resize(1); r.entities[0].id = 2; }},
    };
    for (const auto& [what, change] : wrongs) {
        Reading reading = make_reading();
        change(reading);
        EXPECT_FALSE(keeps_law(reading)) << what;
        const auto loaded = load_reading(saved(reading));
        ASSERT_FALSE(loaded) << what;
        EXPECT_THAT(loaded.error().message, HasSubstr("points outside")) << what;
    }
}

TEST(ReadingFormat, RefusesEditsAndPositionsOfNobody) {
    Group group;
    group.members.resize(2);
    group.edits = {{0, 2, EditKind::negation, "not", ""}};
    EXPECT_FALSE(load_group(saved(group)));
    group.edits[0].to = 1;
    EXPECT_TRUE(load_group(saved(group)));
    group.forms = {Form::verbatim};
    EXPECT_FALSE(load_group(saved(group)));
    Assessment assessment;
    assessment.positions.resize(1);
    assessment.positions[0].origin = 0;
    EXPECT_FALSE(load_assessment(saved(assessment)));
    assessment.origins.resize(1);
    EXPECT_TRUE(load_assessment(saved(assessment)));
}

TEST(ReadingFormat, AttributionsOfATitleLieInTheTitle) {
    Reading reading = make_reading();
    reading.document.title = "A title that is longer than its text";
    reading.attributions.resize(1);
    reading.attributions[0].in_title = true;
    reading.attributions[0].content = {{2, 30}};
    const auto loaded = load_reading(saved(reading));
    ASSERT_TRUE(loaded);
    EXPECT_EQ(*loaded, reading);
}

}  // namespace
}  // namespace firsthand::store
