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
    EXPECT_EQ(all.skipped.size(), 1U) << "no hashes";
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
    const ReadAll fine = read("SHA256:46fcdf7edd921d82810b5ee2c3c3d32ddc1ee9f141449cda9846cfad2198fd17");       // by sha256sum
    EXPECT_TRUE(fine.skipped.empty());
    EXPECT_EQ(fine.documents.at(0).notes.at(0), "undated");
}

TEST(Wacz, WhatIsNotCheckedIsToldOnce) {
    const Folder folder;
    const std::string bare(64, '0'), missing = "its datapackage.json gives no hash for some of what is read: that could not be checked";
    const auto list = [](std::string_view hash) { return fmt::format("{{\"resources\": [{{\"path\": \"archive/a.warc\", {0}}}, {{\"path\": \"archive/b.warc\", {0}}}]}}", hash); };
    struct Case {
        std::string package, reason;
    };
    std::vector<Case> cases = {{list("\"hash\": \"\""), missing}, {list("\"bytes\": 7"), missing}, {"{\"resources\": []}", missing}};
    for (const std::string& hash : {std::string("md5:d41d8cd98f00b204e9800998ecf8427e"), "sha512:" + bare, bare, std::string("none")})
        cases.push_back({list("\"hash\": \"" + hash + "\""), "its hashes are of a kind that is not checked (SHA-256 is)"});
    for (const char* broken : {"{broken", "", "[]", "{}", "{\"resources\": 7}"}) cases.push_back({broken, "its datapackage.json cannot be read: its hashes could not be checked"});
    for (const Case& one : cases) {
        const std::string path = write_zip(folder, "c.wacz",
            {{"archive/a.warc", response("https://quell.example/1", "<p>One.</p>")}, {"archive/b.warc", response("https://quell.example/2", "<p>Two.</p>")}, {"datapackage.json", one.package}});
        const ReadAll all = read_paths({path});
        EXPECT_EQ(all.documents.size(), 2U);
        ASSERT_EQ(all.skipped.size(), 1U) << one.package;
        EXPECT_EQ(all.skipped[0].path, path);
        EXPECT_EQ(all.skipped[0].reason, one.reason) << one.package;
    }
}

TEST(Wacz, BrokenListsAreSurvived) {
    const Folder folder;
    const std::string deep = "{\"url\":" + std::string(100'000, '[') + "\n";
    const ReadAll all = read_paths({write_zip(folder, "c.wacz",
        {{"archive/data.warc", kWarc}, {"pages/extraPages.jsonl", "{\"url\":\"https://quell.example/9\",\"text\":\"Nine.\"}\n"}, {"pages/pages.jsonl", "no JSON\n[]\n" + deep + kPages},
            {"datapackage.json", "{broken"}})});
    EXPECT_EQ(all.documents.size(), 4U);
    ASSERT_EQ(all.skipped.size(), 4U);
    EXPECT_TRUE(all.skipped[0].path.ends_with("c.wacz")) << "no hashes";
    EXPECT_TRUE(all.skipped[1].path.ends_with("pages/pages.jsonl:1"));
    EXPECT_EQ(all.skipped[1].reason, "not a JSON object");
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
    ASSERT_EQ(all.skipped.size(), 2U) << "one for the missing hashes";
    EXPECT_NE(all.skipped[1].reason.find("left out"), std::string::npos);
}

}  // namespace
}  // namespace firsthand::read
