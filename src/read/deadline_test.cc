#include "read/deadline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "read/folder_test.h"
#include "read/html.h"

namespace firsthand::read {
namespace {

using namespace std::chrono_literals;

const std::string kLate = "takes longer than 0 seconds to read, the most for one document: save its article alone, as plain text";

TEST(Deadline, CountsTheProcessorsTime) {
    EXPECT_TRUE(Deadline(0ms).passed());
    const Deadline short_one(20ms), long_one;
    const auto begin = std::chrono::steady_clock::now();
    while (!short_one.passed()) ASSERT_LT(std::chrono::steady_clock::now() - begin, 60s);
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 19ms);
    EXPECT_FALSE(long_one.passed());
    EXPECT_TRUE(long_one.say_passed().starts_with("takes longer than 10 seconds")) << long_one.say_passed();
    EXPECT_TRUE(Deadline(50ms).say_passed().starts_with("takes longer than 0.05 seconds"));
}

std::vector<std::string> list_fixtures() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(FIRSTHAND_SOURCE_DIR) + "/tests/fixtures"))
        if (entry.is_regular_file()) paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

// Is the document of this path among what was left out for its time? Neighbours in one JSON value are told together.
bool is_late(const std::string& path, const ReadAll& all) {
    return std::any_of(all.skipped.begin(), all.skipped.end(), [&](const Skipped& skipped) {
        const bool together = skipped.reason.ends_with("elements in a row: " + kLate) && path.starts_with(skipped.path.substr(0, skipped.path.rfind('#')));
        return together || (skipped.path == path && skipped.reason == kLate);
    });
}

TEST(Deadline, HoldsForEveryFormat) {
    const auto paths = list_fixtures();
    std::size_t documents = 0;
    for (const std::string& path : paths) {
        const ReadAll in_time = read_paths({path}), late = read_all({.paths = {path}, .document_time = 0ms});
        EXPECT_TRUE(late.documents.empty()) << path;
        for (const Document& document : in_time.documents) EXPECT_TRUE(is_late(document.path, late)) << document.path;
        for (const Skipped& skipped : in_time.skipped) EXPECT_EQ(skipped.reason.find("takes longer"), std::string::npos) << skipped.path;
        documents += in_time.documents.size();
    }
    EXPECT_GT(documents, 100U);
}

// What next() makes itself it also holds to the deadline, or complete() would begin a new one.
TEST(Deadline, HoldsForEachStep) {
    for (const std::string& path : list_fixtures()) {
        auto reader = Reader::open({.paths = {path}, .document_time = 0ms});
        ASSERT_TRUE(reader) << path;
        while (const auto item = reader->next()) {
            const auto* document = std::get_if<Document>(&*item);
            const bool listed = document != nullptr && document->path.find("ages.jsonl:") != std::string::npos;     // of a WACZ, read with the list of its pages
            EXPECT_TRUE(listed || std::holds_alternative<Skipped>(*item)) << path;
        }
    }
}

std::string make_heavy(std::size_t elements) {
    std::string out;
    for (std::size_t i = 0; i < elements; ++i) out += "<div class='article body'>some words, here and there. </div>";
    return out;
}

TEST(Deadline, StopsTheParserOfPages) {
    const auto page = Html::parse(make_heavy(20'000), {.deadline = Deadline(0ms)});
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().message, kLate);
}

TEST(Deadline, CostsTheSlowDocumentAlone) {
    const Folder folder;
    folder.write("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"" + make_heavy(200'000) + "\"}\n{\"text\":\"two\"}\n");
    folder.write("b.html", make_heavy(200'000));
    folder.write("c.txt", "three");
    const ReadAll all = read_all({.paths = {folder.path()}, .document_time = 50ms});
    std::vector<std::string> texts, reasons;
    for (const Document& document : all.documents) texts.push_back(document.text);
    for (const Skipped& skipped : all.skipped) reasons.push_back(skipped.path.substr(folder.path().size() + 1) + ": " + skipped.reason.substr(0, 30));
    EXPECT_EQ(texts, (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_EQ(reasons, (std::vector<std::string>{"a.jsonl:2: takes longer than 0.05 seconds", "b.html: takes longer than 0.05 seconds"}));
}

TEST(Deadline, TextsAreBoundedToo) {
    const Folder folder;
    const std::string words(2000, 'x');
    folder.write("a.txt", words);
    folder.write("b.html", "<html><body><article><h1>A title</h1><p>" + words + "</article>");
    folder.write("c.jsonl", "{\"text\":\"short\",\"title\":\"" + words + "\"}\n{\"text\":\"short\"}\n");
    const ReadAll all = read_all({.paths = {folder.path()}, .text_bytes = 1000});
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].text, "short");
    ASSERT_EQ(all.skipped.size(), 3U);
    for (const Skipped& skipped : all.skipped) EXPECT_EQ(skipped.reason, "holds more than 1 MB of text: too much for one article; cut it into its articles");
    EXPECT_EQ(read_all({.paths = {folder.write("d.txt", std::string(5'000'000, 'x'))}}).documents.size(), 1U);
    EXPECT_EQ(read_all({.paths = {folder.write("d.txt", std::string(5'300'000, 'x'))}}).documents.size(), 0U);
}

}  // namespace
}  // namespace firsthand::read
