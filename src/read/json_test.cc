#include "read/json.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "read/parse_json_test.h"

namespace firsthand::read {
namespace {

std::string refuse(const std::string& json) {
    auto parsed = parse_all(json);
    if (parsed.size() == 1 && std::holds_alternative<std::string>(parsed[0])) return std::get<std::string>(parsed[0]);
    ADD_FAILURE() << "accepted: " << json;
    return {};
}

TEST(Json, OwnNames) {
    const Document d = parse(R"({"id":7,"text":"The bridge is closed.","title":" A  bridge ","url":"https://quell.example/1","outlet":"Quell Times",
        "published":"2021-08-31T12:00:00+02:00","updated":"2021-09-01","author":"Mara Quill","genre":"opinion"})");
    EXPECT_EQ(d.id, "7");
    EXPECT_EQ(d.text, "The bridge is closed.");
    EXPECT_EQ(d.title, "A bridge");
    EXPECT_EQ(d.url, "https://quell.example/1");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.published.value, "2021-08-31T10:00:00Z");
    EXPECT_EQ(d.published.from, "published");
    EXPECT_EQ(d.updated.value, "2021-09-01");
    EXPECT_EQ(d.author, "Mara Quill");
    EXPECT_EQ(d.genre, Genre::opinion);
}

TEST(Json, Newspaper4k) {
    const Document d = parse(R"({"url":"https://www.quell.example/a","read_more_link":"","language":"en","title":"T","authors":["Mara Quill",
        "Jon Dell"],
        "publish_date":"2021-08-31T00:00:00","meta_site_name":"Quell Times","canonical_link":"https://www.quell.example/canonical",
        "text":"Words."})");
    EXPECT_EQ(d.author, "Mara Quill, Jon Dell");
    EXPECT_EQ(d.url, "https://www.quell.example/a");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.published.value, "2021-08-31");
    EXPECT_EQ(d.published.precision, DatePrecision::day);
    EXPECT_EQ(d.published.from, "publish_date");
}

TEST(Json, NewsPlease) {
    const Document d = parse(R"({"authors":[],"date_download":"2023-08-01 10:00:00","date_modify":"None","date_publish":"None","filename":"x.json",
        "language":"en",
        "localpath":null,"maintext":"Words.","source_domain":"www.quell.example","text":null,"title":"T","title_page":null,"title_rss":null,
        "url":"https://www.quell.example/b"})");
    EXPECT_EQ(d.text, "Words.");
    EXPECT_EQ(d.outlet, "quell.example");
    EXPECT_FALSE(d.published.known()) << "when it was downloaded is not when it was published";
    EXPECT_TRUE(d.notes.empty());
}

TEST(Json, Trafilatura) {
    const Document d = parse(R"({"title":"T","author":"Mara Quill; Jon Dell","hostname":"quell.example","date":"2021-08-31","fingerprint":"x",
        "id":null,"raw_text":"Words. More.",
        "text":"Words.\nMore.","language":"en","pagetype":"article","filedate":"2024-01-01","source":"https://quell.example/c",
        "source-hostname":"Quell Times","comments":""})");
    EXPECT_EQ(d.text, "Words.\nMore.");
    EXPECT_EQ(d.url, "https://quell.example/c");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.published.value, "2021-08-31");
    EXPECT_EQ(d.published.from, "date");
}

TEST(Json, Fundus) {
    const Document d = parse(R"({"title":"T","body":{"summary":["In short."],"sections":[{"headline":["One"],"paragraphs":["First.",
        "Second."]},{"headline":[],"paragraphs":["Third."]}]},
        "authors":["Mara Quill"],"publishing_date":"2021-08-31 12:00:00+02:00","topics":["x"],"publisher":"Quell Times"})");
    EXPECT_EQ(d.text, "In short.\n\nOne\n\nFirst.\n\nSecond.\n\nThird.");
    EXPECT_EQ(d.published.value, "2021-08-31T10:00:00Z");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(parse(R"({"plaintext":"Plain.","body":{"summary":["In short."],"sections":[]}})").text, "Plain.");
}

TEST(Json, EventRegistry) {
    const std::string common = R"("uri":"7001","lang":"eng","date":"2021-09-02","time":"11:40:00","dateTime":"2021-09-02T11:40:00Z",
        "url":"https://quell.example/d","title":"T",
        "body":"Words.","source":{"uri":"quell.example","dataType":"news","title":"Quell Times"},"authors":[{"uri":"mara@quell.example",
        "name":"Mara Quill","type":"author"}])";
    const Document d = parse("{" + common + R"(,"dateTimePub":"2021-08-31T12:00:00Z"})");
    EXPECT_EQ(d.id, "7001");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.author, "Mara Quill");
    EXPECT_EQ(d.published.value, "2021-08-31T12:00:00Z");
    EXPECT_EQ(d.published.from, "dateTimePub");
    EXPECT_FALSE(parse("{" + common + "}").published.known()) << "date and dateTime are when it was found";
}

TEST(Json, Passim) {
    const Document d = parse(R"({"id":"quell_1901-01-01_p1","series":"quell","ref":1,"date":"1901-01-01","text":"Words."})");
    EXPECT_EQ(d.id, "quell_1901-01-01_p1");
    EXPECT_EQ(d.outlet, "quell");
    EXPECT_EQ(d.published.value, "1901-01-01");
}

TEST(Json, SchemaOrgAndNewsApi) {
    const Document a = parse(R"({"headline":"T","articleBody":"Words.","datePublished":"2021-08-31","dateModified":"2021-09-01",
        "publisher":{"@type":"Organization","name":"Quell Times"},
        "author":[{"@type":"Person","name":"Mara Quill"}]})");
    EXPECT_EQ(a.title, "T");
    EXPECT_EQ(a.outlet, "Quell Times");
    EXPECT_EQ(a.author, "Mara Quill");
    EXPECT_EQ(a.updated.from, "dateModified");
    const auto b = parse_all(R"({"status":"ok","articles":[{"source":{"id":null,"name":"Quell Times"},"content":"One.",
        "publishedAt":"2021-08-31T12:00:00Z"},{"content":""},{"content":"Two."}]})");
    ASSERT_EQ(b.size(), 3U);
    EXPECT_EQ(std::get<Document>(b[0]).outlet, "Quell Times");
    EXPECT_TRUE(std::holds_alternative<std::string>(b[1]));
    EXPECT_EQ(std::get<Document>(b[2]).text, "Two.");
    EXPECT_EQ(parse(R"({"_index":"news","_id":"x","_source":{"maintext":"Words."}})").text, "Words.");
}

TEST(Json, Dates) {
    EXPECT_EQ(parse(R"({"text":"x","published":1630411200})").published.value, "2021-08-31T12:00:00Z");
    EXPECT_EQ(parse(R"({"text":"x","published":1.6304112e12})").published.value, "2021-08-31T12:00:00Z");
    EXPECT_EQ(parse(R"({"text":"x","published":2016})").published.value, "2016");
    EXPECT_EQ(parse(R"({"text":"x","published":{"$date":"2021-08-31T12:00:00Z"}})").published.value, "2021-08-31T12:00:00Z");
    const Document silly = parse(R"({"text":"x","published":"0001-11-30"})");
    EXPECT_FALSE(silly.published.known());
    EXPECT_EQ(silly.notes, std::vector<std::string>{"date not understood: 0001-11-30"});
    EXPECT_EQ(parse(R"({"text":"x","published":"soon","date":"2021-08-31"})").published.from, "date") << "the next field is asked";
}

TEST(Json, HalfSurrogatesAndBadBytesAreMended) {
    const Document d = parse("{\"text\":\"a\\ud800b\\udc00c\\ud83d\\ude00d\\\\ud800 \xFF\",\"id\":\"x\"}");
    EXPECT_EQ(d.text, "a\uFFFDb\uFFFDc\U0001F600d\\ud800 \uFFFD");
    EXPECT_EQ(d.notes, std::vector<std::string>{"invalid characters replaced"});
    EXPECT_EQ(parse("{\"text\":\"line\nbreak\ttab\"}").text, "line\nbreak\ttab");
    EXPECT_EQ(parse(std::string("{\"text\":\"nul\0here\"}", 19)).text, "nul\uFFFDhere");
}

TEST(Json, Refused) {
    EXPECT_TRUE(refuse("{\"text\":\"x\"").starts_with("broken JSON"));
    EXPECT_TRUE(refuse("{bad}").starts_with("broken JSON"));
    EXPECT_TRUE(refuse("").starts_with("broken JSON"));
    EXPECT_TRUE(refuse("[1,2]").starts_with("not a JSON object"));
    EXPECT_TRUE(refuse("\"text\"").starts_with("not a JSON object"));
    EXPECT_TRUE(refuse("{}").starts_with("no text"));
    EXPECT_TRUE(refuse(R"({"text":"  \n "})").starts_with("no text"));
    EXPECT_TRUE(refuse(R"({"text":null,"title":"T"})").starts_with("no text"));
    EXPECT_TRUE(refuse(R"({"text":5})").starts_with("no text"));
    EXPECT_NE(refuse(R"({"schema":"firsthand.extract/1","id":"x","attributions":[]})").find("firsthand extract"), std::string::npos);
    const std::string deep = "{\"text\":\"x\",\"a\":" + std::string(70, '[') + std::string(70, ']') + "}";
    EXPECT_EQ(refuse(deep), "broken JSON: nested deeper than 64");
}

TEST(Json, PartsOneAtATime) {
    JsonParser parser;
    const auto parts_of = [&](std::string json) {
        const std::size_t size = json.size();
        json.append(kPadding, '\0');
        parser.start(std::string_view(json).substr(0, size));
        json.assign(json.size(), '#');             // nothing of it is looked at again
        std::vector<std::string> out;
        while (auto part = parser.next()) {
            const auto* document = std::get_if<Document>(&part->parsed);
            out.push_back(fmt::format("{}{} {}", part->number, part->alone ? " alone" : "", document != nullptr ? document->text : "-"));
        }
        EXPECT_FALSE(parser.next().has_value());
        return out;
    };
    using Strings = std::vector<std::string>;
    EXPECT_EQ(parts_of(R"({"text":"a"})"), Strings{"1 alone a"});
    EXPECT_EQ(parts_of(R"({"articles":[{"text":"a"}]})"), Strings{"1 alone a"});
    EXPECT_EQ(parts_of(R"({"articles":[[{"text":"a"},[]],{"_source":{"text":"b"}},[[]],7]})"), (Strings{"1 a", "2 b", "3 -"}));
    EXPECT_EQ(parts_of(R"({"hits":{"hits":[{"_source":{"text":"b"}},{"_source":{"text":"c"}}]}})"), (Strings{"1 b", "2 c"}));
    EXPECT_EQ(parts_of("{\"articles\":[{\"text\":\"a \xFF\"},{\"text\":\"b\"}]}"), (Strings{"1 a \uFFFD", "2 b"}));
    EXPECT_EQ(parts_of(R"({"articles":[[],[[]]]})"), Strings{"1 alone -"}) << "never nothing";
    EXPECT_EQ(parts_of("{"), Strings{"1 alone -"});
    std::string many = "{\"articles\":[";
    for (int i = 0; i < 300'000; ++i) many += "{},";
    EXPECT_EQ(parts_of(many + "{\"text\":\"b\"}]}").back(), "300001 b");
}

TEST(Json, OneParserForManyRecords) {
    JsonParser parser;
    for (std::size_t size : {10U, 100'000U, 6'000'000U, 10U, 50U}) {
        std::string json = fmt::format("{{\"text\":\"{}\"}}", std::string(size, 'x'));
        const std::size_t bytes = json.size();
        json.append(kPadding, 'y');
        const auto parsed = parser.parse(std::string_view(json).substr(0, bytes));
        ASSERT_EQ(parsed.size(), 1U);
        EXPECT_EQ(std::get<Document>(parsed[0]).text.size(), size);
    }
}

}  // namespace
}  // namespace firsthand::read
