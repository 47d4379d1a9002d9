// Lines against documents, in memory. What the binary makes of them: tests/cli/test_lines.py.
#include "read/extract_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/folder_test.h"
#include "read/formats.h"

namespace firsthand::read {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kText = "Zoë Quill said it.\nNo, said the mill.";

// A line on `text` by `model`, with one entity whose name tells them apart.
std::string make_line(std::string_view text, std::string_view name, std::string_view more = R"("id":"d","title":null,"model":"rules")") {
    return fmt::format(R"({{"schema":"firsthand.extract/1","program":"p","offset_unit":"codepoint",{},"text_hash":"{:016x}","attributions":[],)"
                       R"("entities":[{{"id":1,"name":"{}","kind":"person","aliases":[],"mentions":[{{"begin":0,"end":3}}]}}]}})" "\n",
        more, base::hash_bytes(text), name);
}

Document make_document(std::string text, std::string id = "d") {
    Document document;
    document.text = std::move(text);
    document.id = document.path = std::move(id);
    return document;
}

void index(ExtractLines& lines, std::string_view bytes, std::string path = "lines.jsonl") {
    lines.index({.window = std::make_unique<Window>(read_memory(bytes, 7)), .path = std::move(path), .limits = {}}, {});
}

// The name in the line that a document gets; "" for none.
std::string recalled(ExtractLines& lines, const Document& document) {
    const auto extracted = lines.recall(document);
    return extracted ? extracted->entities.at(0).name : "";
}

std::vector<std::string> unused(const ExtractLines& lines) {
    std::vector<std::string> out;
    for (const Skipped& skipped : lines.list_unused()) out.push_back(skipped.path + ": " + skipped.reason);
    return out;
}

TEST(ExtractLines, SpeakOfTheirTextAndTitleOnly) {
    ExtractLines lines;
    const std::string bytes = make_line(kText, "untitled") + make_line(kText, "titled", R"("id":"e","title":"A title")") + make_line(kText + "!", "old", R"("id":"f")");
    index(lines, bytes);
    lines.settle();
    EXPECT_EQ(recalled(lines, make_document(kText)), "untitled");
    Document titled = make_document(kText);
    titled.title = "A title";
    EXPECT_EQ(recalled(lines, titled), "titled");
    titled.title = "Another";
    EXPECT_EQ(recalled(lines, titled), "");
    EXPECT_EQ(recalled(lines, make_document("")), "");
    EXPECT_THAT(unused(lines), ElementsAre(HasSubstr("the first is “f” in line 3")));
    EXPECT_EQ(recalled(lines, make_document(kText + "!")), "old") << "a line that names no title fits any";
    EXPECT_THAT(unused(lines), IsEmpty());
}

TEST(ExtractLines, OffsetsAreCodePoints) {
    ExtractLines lines;
    index(lines, make_line(kText, "Zoë Quill"));
    lines.settle();
    const auto extracted = lines.recall(make_document(kText));
    ASSERT_TRUE(extracted);
    EXPECT_EQ(slice(kText, extracted->entities[0].mentions[0]), "Zoë");
    EXPECT_EQ(extracted->program, "p");
    EXPECT_EQ(extracted->model, "rules");
}

TEST(ExtractLines, TheRunningModelGoesFirstThenTheSameIdThenTheModelsName) {
    const std::string accurate = R"("id":"d","title":null,"model":"accurate")", fast = R"("id":"d","title":null,"model":"fast")",
                      other = R"("id":"e","title":null,"model":"fast")";
    for (const bool turned : {false, true}) {
        ExtractLines lines("fast");
        std::vector<std::pair<std::string, std::string>> files{{"1", make_line(kText, "accurate d", accurate)}, {"2", make_line(kText, "fast e", other)},
                                                               {"3", make_line(kText, "fast d", fast)}};
        if (turned) std::reverse(files.begin(), files.end());
        for (const auto& [path, bytes] : files) index(lines, bytes, path);
        lines.settle();
        EXPECT_EQ(recalled(lines, make_document(kText, "d")), "fast d");
        EXPECT_EQ(recalled(lines, make_document(kText, "e")), "fast e");
        EXPECT_FALSE(recalled(lines, make_document(kText, "x")).empty());
        EXPECT_THAT(unused(lines), IsEmpty());
    }
    ExtractLines lines("rules");
    index(lines, make_line(kText, "fast", fast) + make_line(kText, "accurate", accurate));
    lines.settle();
    EXPECT_EQ(recalled(lines, make_document(kText)), "accurate");
}

TEST(ExtractLines, ARefusedLineLeavesItsPlaceToTheNextModel) {
    std::string broken = make_line(kText, "broken");
    broken.replace(broken.find("\"end\":3"), 7, "\"end\":99");
    ExtractLines lines("rules");
    index(lines, broken + make_line(kText, "fast", R"("id":"d","title":null,"model":"fast")"));
    lines.settle();
    EXPECT_EQ(recalled(lines, make_document(kText)), "fast");
    EXPECT_THAT(unused(lines), ElementsAre(HasSubstr("lines.jsonl:1: a mention that lies outside of the text")));
}

TEST(ExtractLines, AWholeLineStandsForItsDocumentUnlessThatIsMet) {
    const std::string whole = fmt::format(R"("id":"https://quell.example/1","title":"A title","path":"site/page.html","text":"{}","url":"https://quell.example/1",)"
                                          R"("published":{{"value":"2021-08-30","precision":"day","from":"meta"}},"genre":"opinion","notes":["undated","truncated"],)"
                                          R"("links":[{{"begin":0,"end":3,"url":"https://quell.example/2"}}],"furniture":[{{"begin":4,"end":9}}])", "Zoë Quill said it.");
    const std::string bytes = make_line("Zoë Quill said it.", "Zoë", whole);
    {
        ExtractLines lines;
        index(lines, bytes + bytes);
        lines.settle();
        auto item = lines.next_left();
        ASSERT_TRUE(item);
        Document document = std::get<Document>(*item);
        EXPECT_FALSE(lines.next_left()) << "two runs, one document";
        EXPECT_EQ(document.path, "site/page.html");
        EXPECT_EQ(document.published.value, "2021-08-30");
        EXPECT_EQ(document.genre, Genre::opinion);
        EXPECT_THAT(document.notes, ElementsAre("truncated"));
        EXPECT_EQ(slice(document.text, document.links.at(0).span), "Zoë");
        EXPECT_EQ(slice(document.text, document.furniture.at(0)), "Quill");
        EXPECT_TRUE(document.extracted);
        lines.meet(document.path);
        EXPECT_EQ(recalled(lines, document), "Zoë");
        EXPECT_THAT(unused(lines), IsEmpty());
    }
    ExtractLines lines;
    index(lines, bytes);
    lines.settle();
    lines.meet("site/page.html");
    EXPECT_FALSE(lines.next_left()) << "its page was read, and says something else now";
    EXPECT_EQ(unused(lines).size(), 1U);
}

TEST(ExtractLines, ADocumentThatFailedIsASkipUnlessItIsMet) {
    const std::string bytes = R"({"schema":"firsthand.extract/1","id":"a.txt","error":"gone"})" "\n" R"({"schema":"firsthand.extract/1","id":"b.txt","error":"gone"})" "\n";
    ExtractLines lines;
    index(lines, bytes);
    lines.settle();
    lines.meet("a.txt");
    const auto item = lines.next_left();
    ASSERT_TRUE(item);
    EXPECT_EQ(std::get<Skipped>(*item), (Skipped{"b.txt", "gone"}));
    EXPECT_FALSE(lines.next_left());
    EXPECT_THAT(unused(lines), IsEmpty());
}

TEST(ExtractLines, AFileThatChangesUnderneathIsTold) {
    const Folder folder;
    const std::string path = folder.write("lines.jsonl", make_line(kText, "first"));
    auto reader = Reader::open({.paths = {path}});
    ASSERT_TRUE(reader);
    EXPECT_FALSE(reader->next());
    folder.write("lines.jsonl", std::string(1000, 'x'));
    EXPECT_FALSE(reader->recall(make_document(kText)));
    EXPECT_THAT(reader->list_unjoined().at(0).reason, HasSubstr("changed while it was read"));
}

TEST(ExtractLines, TheGoldenLinesAreRead) {
    const std::string golden = std::string(FIRSTHAND_SOURCE_DIR) + "/tests/golden/extract.jsonl";
    const ReadAll all = read_paths({golden});
    ASSERT_EQ(all.documents.size(), 1U) << "the one that holds its text";
    EXPECT_EQ(all.documents[0].path, "pages/mill.html");
    EXPECT_EQ(all.documents[0].links.size(), 1U);
    ASSERT_EQ(all.extracted.size(), 1U);
    EXPECT_EQ(all.extracted[0].model, "test");
    EXPECT_FALSE(all.extracted[0].attributions.empty());
    ASSERT_EQ(all.skipped.size(), 1U);
    EXPECT_THAT(all.skipped[0].reason, HasSubstr("lines of `firsthand extract` met no such text"));
}

TEST(ExtractLines, AreToldByTheirFirstLine) {
    EXPECT_TRUE(is_extract_lines(R"({"schema":"firsthand.extract/1","id":"a"})"));
    EXPECT_TRUE(is_extract_lines("\n {\"id\":\"a\", \"schema\" : \"firsthand.extract/2\"}\n"));
    EXPECT_FALSE(is_extract_lines(R"({"schema":"firsthand.trace/1"})"));
    EXPECT_FALSE(is_extract_lines(R"({"text":"he wrote \"schema\":\"firsthand.extract/1\" on the wall"})"));
    EXPECT_FALSE(is_extract_lines("{\"text\":\"x\"}\n{\"schema\":\"firsthand.extract/1\"}\n"));
    EXPECT_FALSE(is_extract_lines(R"({"schema")"));
    EXPECT_FALSE(is_extract_lines(""));
}

RC_GTEST_PROP(ByteOffsets, TurnCodePointsBack, (const std::vector<std::uint32_t>& points)) {
    std::string text;
    std::vector<std::uint32_t> begins;
    for (const std::uint32_t point : points) {
        begins.push_back(static_cast<std::uint32_t>(text.size()));
        base::append_utf8(text, point % 3 == 0 ? U'🐐' : point % 3 == 1 ? U'ë' : U'x');
    }
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    const base::ByteOffsets bytes(text);
    const base::CodePoints back(text);
    RC_ASSERT(bytes.size() == points.size());
    for (std::uint32_t i = 0; i < begins.size(); ++i) {
        RC_ASSERT(bytes.at(i) == begins[i]);
        RC_ASSERT(back.at(begins[i]) == i);
    }
}

}  // namespace
}  // namespace firsthand::read
