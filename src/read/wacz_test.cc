#include "read/wacz.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "read/zip_file_test.h"

namespace firsthand::read {
namespace {

using Strings = std::vector<std::string>;

std::string response(std::string_view url, std::string_view html) {
    const std::string http = fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", html);
    return fmt::format("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n", url, http.size(), http);
}

const std::string kPages =
    "{\"format\": \"json-pages-1.0\", \"id\": \"pages\", \"hasText\": true}\n"
    "{\"url\": \"https://quell.example/1\", \"title\": \"The list's title\", \"text\": \"The list's text of one.\"}\n"
    "{\"url\": \"https://quell.example/2#top\", \"title\": \"Two\", \"text\": \"The list's text of two.\"}\n"
    "{\"url\": \"https://quell.example/3\", \"title\": \"Three\", \"text\": \"The list's text of three.\"}\n"
    "{\"url\": \"https://quell.example/4\", \"title\": \"https://quell.example/4\"}\n"
    "{\"url\": \"https://quell.example/1\", \"title\": \"https://quell.example/1\"}\n";

const std::string kWarc = response("https://quell.example/1", "<p>The page's text of one.</p>") + response("https://quell.example/2", "<div>menu</div>");

std::string package(std::string_view hash) {
    return fmt::format("{{\"resources\": [{{\"path\": \"archive/data.warc.gz\", \"hash\": \"{}\"}}, {{\"path\": \"pages/pages.jsonl\"}}, 7]}}", hash);
}

TEST(Wacz, PagesFromTheRecordsElseFromTheList) {
    const Folder folder;
    const ReadAll all = read_paths({write_zip(folder, "c.wacz",
        {{"archive/data.warc.gz", gzip(kWarc)}, {"pages/pages.jsonl", kPages}, {"indexes/index.cdx", "x"}, {"datapackage.json", package("")}, {"datapackage-digest.json", "{}"}})});
    Strings met;
    for (const Document& document : all.documents)
        met.push_back(fmt::format("{} {} | {} | {} | {}", document.path.substr(folder.path().size() + 1), document.url, document.title, document.text, document.notes.at(0)));
    EXPECT_EQ(met, (Strings{"c.wacz/archive/data.warc.gz#1 https://quell.example/1 | The list's title | The page's text of one. | undated",
                       "c.wacz/archive/data.warc.gz#2 https://quell.example/2 | Two | The list's text of two. | text from the archive's list of pages",
                       "c.wacz/pages/pages.jsonl:4 https://quell.example/3 | Three | The list's text of three. | text from the archive's list of pages"}));
    EXPECT_TRUE(all.skipped.empty());
}

TEST(Wacz, HashesAreChecked) {
    const Folder folder;
    const std::string warc = response("https://quell.example/1", "<p>One.</p>");
    const auto read = [&](std::string_view hash) {
        return read_paths({write_zip(folder, "c.wacz", {{"archive/data.warc.gz", warc}, {"datapackage.json", package(hash)}})});
    };
    const ReadAll wrong = read("sha256:" + std::string(64, '0'));
    ASSERT_EQ(wrong.documents.size(), 1U);
    EXPECT_EQ(wrong.documents[0].notes.at(0), "changed since it was archived");
    ASSERT_EQ(wrong.skipped.size(), 1U);
    EXPECT_TRUE(wrong.skipped[0].path.ends_with("c.wacz/archive/data.warc.gz"));
    EXPECT_NE(wrong.skipped[0].reason.find("datapackage.json"), std::string::npos);
    for (const char* none : {"", "md5:abc", "none"}) EXPECT_TRUE(read(none).skipped.empty());
    const ReadAll fine = read("SHA256:46fcdf7edd921d82810b5ee2c3c3d32ddc1ee9f141449cda9846cfad2198fd17");       // by sha256sum
    EXPECT_TRUE(fine.skipped.empty());
    EXPECT_EQ(fine.documents.at(0).notes.at(0), "undated");
}

TEST(Wacz, BrokenListsAreSurvived) {
    const Folder folder;
    const std::string deep = "{\"url\":" + std::string(100'000, '[') + "\n";
    const ReadAll all = read_paths({write_zip(folder, "c.wacz",
        {{"archive/data.warc", kWarc}, {"pages/extraPages.jsonl", "{\"url\":\"https://quell.example/9\",\"text\":\"Nine.\"}\n"}, {"pages/pages.jsonl", "no JSON\n[]\n" + deep + kPages},
            {"datapackage.json", "{broken"}})});
    EXPECT_EQ(all.documents.size(), 4U);
    ASSERT_EQ(all.skipped.size(), 3U);
    EXPECT_TRUE(all.skipped[0].path.ends_with("pages/pages.jsonl:1"));
    EXPECT_EQ(all.skipped[0].reason, "not a JSON object");
}

TEST(Wacz, AListWithoutEndIsCut) {
    const Folder folder;
    std::string lines;
    for (int i = 0; i < 30'000; ++i) lines += fmt::format("{{\"url\":\"https://quell.example/{}\",\"text\":\"Text {}.\"}}\n", i, i);
    ReadOptions options;
    options.paths = {write_zip(folder, "c.wacz", {{"archive/data.warc", kWarc}, {"pages/pages.jsonl", lines}, {"datapackage.json", "{}"}})};
    options.document_bytes = 1U << 20U;
    const ReadAll all = read_all(options);
    EXPECT_GT(all.documents.size(), 5'000U);
    EXPECT_LT(all.documents.size(), 15'000U);
    ASSERT_EQ(all.skipped.size(), 1U);
    EXPECT_NE(all.skipped[0].reason.find("left out"), std::string::npos);
}

}  // namespace
}  // namespace firsthand::read
