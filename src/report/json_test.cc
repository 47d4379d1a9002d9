// The written JSON parses, keeps the contract's law of offsets, and does not hang on anything but its input.
#include "report/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <map>
#include <set>
#include <sstream>

#include <boost/json.hpp>

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

namespace json = boost::json;

json::value trace_of(const Corpus& corpus) {
    std::ostringstream out;
    write_json(corpus, ReportOptions{.program = "firsthand test"}, out);
    EXPECT_TRUE(base::is_valid_utf8(out.str()));
    return json::parse(out.str());
}

std::u32string points_of(std::string_view text) {
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const base::Decoded d = base::decode(text, i);
        points.push_back(d.point);
        i += d.size;
    }
    return points;
}

std::string words_at(const std::u32string& text, const json::object& span) {
    const auto begin = static_cast<std::size_t>(span.at("begin").as_int64()), end = static_cast<std::size_t>(span.at("end").as_int64());
    EXPECT_LE(begin, end);
    EXPECT_LE(end, text.size());
    std::string words;
    for (std::size_t i = begin; i < std::min(end, text.size()); ++i) base::append_utf8(words, text[i]);
    return words;
}

// Calls `visit` for every object that has "begin" and "end", with the nearest document and "in" above it.
template <typename Visit>
void each_span(const json::value& value, std::string document, std::string in, const Visit& visit) {
    if (value.is_array()) {
        for (const json::value& item : value.as_array()) each_span(item, document, in, visit);
    } else if (value.is_object()) {
        const json::object& object = value.as_object();
        if (const auto* id = object.if_contains("document"); id != nullptr && id->is_string()) document = id->as_string().c_str();
        if (const auto* where = object.if_contains("in")) in = where->as_string().c_str();
        if (object.contains("begin") && object.contains("end")) visit(document, in, object);
        for (const auto& member : object) each_span(member.value(), document, in, visit);
    }
}

TEST(Json, every_span_lies_inside_its_text) {
    const Corpus corpus = make_test_corpus();
    std::map<std::string, std::pair<std::u32string, std::u32string>> texts;
    for (const Reading& reading : corpus.readings) texts[reading.document.id] = {points_of(reading.document.text), points_of(reading.document.title)};
    const json::value trace = trace_of(corpus);
    std::size_t spans = 0;
    for (const std::string_view key : {"entities", "attributions", "utterances", "echoes", "claims"}) {
        each_span(trace.as_object().at(key), "", "text", [&](const std::string& document, const std::string& in, const json::object& span) {
            ASSERT_TRUE(texts.contains(document)) << key << " of " << document;
            words_at(in == "title" ? texts[document].second : texts[document].first, span);
            ++spans;
        });
    }
    EXPECT_GT(spans, 60U);
}

TEST(Json, offsets_are_code_points) {
    const json::value trace = trace_of(make_test_corpus());
    std::set<std::string> contents;
    std::map<std::string, std::pair<std::u32string, std::u32string>> texts;
    const Corpus corpus = make_test_corpus();
    for (const Reading& reading : corpus.readings) texts[reading.document.id] = {points_of(reading.document.text), points_of(reading.document.title)};
    for (const json::value& item : trace.as_object().at("attributions").as_array()) {
        const json::object& attribution = item.as_object();
        const auto& [text, title] = texts.at(attribution.at("document").as_string().c_str());
        const bool in_title = attribution.at("in").as_string() == "title";
        for (const json::value& span : attribution.at("content").as_array()) contents.insert(words_at(in_title ? title : text, span.as_object()));
    }
    EXPECT_TRUE(contents.contains("“They are selling the machines at night 🏭, one by one.”"));
    EXPECT_TRUE(contents.contains("“the machines at night.”"));
    EXPECT_TRUE(contents.contains("“safe to sail”"));
}

TEST(Json, ids_are_unique_and_references_resolve) {
    const json::object trace = trace_of(make_test_corpus()).as_object();
    std::set<std::int64_t> entities, attributions;
    for (const json::value& entity : trace.at("entities").as_array()) EXPECT_TRUE(entities.insert(entity.as_object().at("id").as_int64()).second);
    for (const json::value& item : trace.at("attributions").as_array()) EXPECT_TRUE(attributions.insert(item.as_object().at("id").as_int64()).second);
    EXPECT_EQ(*entities.begin(), 1);
    EXPECT_EQ(*attributions.begin(), 1);
    EXPECT_EQ(*attributions.rbegin(), static_cast<std::int64_t>(attributions.size()));
    for (const json::value& item : trace.at("attributions").as_array()) {
        const json::object& attribution = item.as_object();
        EXPECT_TRUE(attribution.at("speaker").is_null() || entities.contains(attribution.at("speaker").as_int64()));
        for (const json::value& relay : attribution.at("relays").as_array()) EXPECT_TRUE(entities.contains(relay.as_int64()));
        EXPECT_GE(attribution.at("chain").as_array().size(), attribution.at("relays").as_array().size());
    }
    for (const json::value& utterance : trace.at("utterances").as_array())
        for (const json::value& member : utterance.as_object().at("members").as_array())
            EXPECT_TRUE(attributions.contains(member.as_object().at("attribution").as_int64()));
}

TEST(Json, one_person_over_the_trace_is_one_entity_with_all_mentions) {
    const json::object trace = trace_of(make_test_corpus()).as_object();
    std::size_t seen = 0;
    for (const json::value& item : trace.at("entities").as_array()) {
        const json::object& entity = item.as_object();
        if (entity.at("name").as_string() != "Mara Ellin") continue;
        ++seen;
        EXPECT_EQ(entity.at("mentions").as_array().size(), 4U);
        EXPECT_EQ(entity.at("aliases"), json::value({"Ellin"}));
    }
    EXPECT_EQ(seen, 1U);
    for (const json::value& item : trace.at("entities").as_array()) {
        const json::object& entity = item.as_object();
        EXPECT_TRUE(entity.at("kind").as_string() != "unnamed" || !entity.at("relay").is_null());
    }
}

TEST(Json, every_document_stands_in_one_story_and_one_copy_group) {
    Corpus corpus = make_test_corpus();
    std::erase_if(corpus.groups, [](const Group& group) { return group.id == "story-0000000002"; });
    const json::object trace = trace_of(corpus).as_object();
    for (const std::string_view key : {"stories", "copies"}) {
        std::multiset<std::string> documents;
        for (const json::value& set : trace.at(key).as_array())
            for (const json::value& id : set.as_object().at("documents").as_array()) documents.insert(id.as_string().c_str());
        EXPECT_EQ(documents.size(), corpus.readings.size()) << key;
        for (const Reading& reading : corpus.readings) EXPECT_EQ(documents.count(reading.document.id), 1U) << key;
    }
}

TEST(Json, a_claim_says_who_is_for_and_who_against) {
    const json::object trace = trace_of(make_test_corpus()).as_object();
    const json::object& claim = trace.at("claims").as_array().at(0).as_object();
    EXPECT_EQ(claim.at("status").as_string(), "disputed");
    EXPECT_EQ(claim.at("denying").as_object().at("named").as_int64(), 1);
    EXPECT_EQ(claim.at("positions").as_array().at(0).as_object().at("stance").as_string(), "denies");
    EXPECT_EQ(claim.at("story").as_string(), "story-0000000001");
}

TEST(Json, nothing_read_is_an_object_with_empty_lists) {
    const json::object trace = trace_of(Corpus{}).as_object();
    for (const std::string_view key : {"documents", "skipped", "stories", "copies", "entities", "attributions", "utterances", "echoes", "claims"})
        EXPECT_TRUE(trace.at(key).as_array().empty()) << key;
    EXPECT_FALSE(trace.contains("missing"));
    EXPECT_FALSE(trace.contains("slips"));
}

TEST(Json, paths_that_are_no_utf8_are_repaired) {
    Corpus corpus;
    corpus.skipped.push_back({"bad\xff\xfename.txt", "no text"});
    EXPECT_EQ(trace_of(corpus).as_object().at("skipped").as_array().at(0).as_object().at("path").as_string(), "bad\xEF\xBF\xBD\xEF\xBF\xBDname.txt");
}

RC_GTEST_PROP(JsonWriter, strings_come_back_as_they_went, (const std::vector<char32_t>& points)) {
    std::string text;
    for (char32_t point : points) {
        point %= 0x110000;
        base::append_utf8(text, point >= 0xD800 && point < 0xE000 ? U'?' : point);
    }
    std::ostringstream out;
    {
        JsonWriter writer(out);
        writer.open('[');
        writer.text(text);
        writer.close(']');
    }
    RC_ASSERT(std::string_view(json::parse(out.str()).as_array().at(0).as_string()) == text);
}

TEST(JsonWriter, scores_are_short_and_finite) {
    std::ostringstream out;
    {
        JsonWriter writer(out);
        writer.open('[');
        for (const float score : {0.97F, 1.0F / 3, -1.0F, 2.0F, std::numeric_limits<float>::quiet_NaN()}) writer.score(score);
        writer.close(']');
    }
    EXPECT_EQ(out.str(), "[0.97,0.333,0,1,0]");
}

TEST(Extract, ids_are_those_of_the_document) {
    const Corpus corpus = make_test_corpus();
    std::ostringstream out;
    write_extract(corpus.readings.at(3), ReportOptions{}, out);
    const json::object line = json::parse(out.str()).as_object();
    EXPECT_EQ(line.at("schema").as_string(), "firsthand.extract/1");
    EXPECT_EQ(line.at("id").as_string(), "d-lantern");
    EXPECT_EQ(line.at("text_hash").as_string().size(), 16U);
    const json::object& told = line.at("attributions").as_array().at(1).as_object();
    EXPECT_EQ(told.at("id").as_int64(), 2);
    EXPECT_EQ(told.at("speaker").as_int64(), 3);
    EXPECT_EQ(told.at("chain"), json::value({2, 3}));
    EXPECT_FALSE(told.contains("document"));
    ASSERT_EQ(line.at("names").as_array().size(), 2U);
    EXPECT_EQ(line.at("names").as_array().at(0).as_object().at("kind").as_string(), "person");
    EXPECT_EQ(line.at("names").as_array().at(1).as_object().at("kind").as_string(), "organization");
}

}  // namespace
}  // namespace firsthand::report
