#include <gtest/gtest.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

ReadAll read_table(std::string_view csv, std::string_view name = "pile.csv", std::uint64_t document_bytes = 32U << 20U) {
    Folder folder;
    ReadOptions options;
    options.paths = {folder.write(std::string(name), csv)};
    options.document_bytes = document_bytes;
    ReadAll all = read_all(std::move(options));
    for (Document& document : all.documents) document.path.erase(0, folder.path().size() + 1);
    for (Skipped& skipped : all.skipped) skipped.path.erase(0, folder.path().size() + 1);
    return all;
}

TEST(Table, Rows) {
    const ReadAll all = read_table("id,title,text,url,publish_date,authors\r\n"
                                   "7,A bridge,\"The bridge\nis closed.\",https://quell.example/1,2021-08-31,\"['Mara Quill', \"\"Jon O'Dell\"\"]\"\r\n"
                                   ",None,Nobody came.,https://quell.example/2,NaT,nan\r\n");
    ASSERT_EQ(all.documents.size(), 2U);
    EXPECT_TRUE(all.skipped.empty());
    const Document& first = all.documents[0];
    EXPECT_EQ(first.id, "7");
    EXPECT_EQ(first.path, "pile.csv:2");
    EXPECT_EQ(first.title, "A bridge");
    EXPECT_EQ(first.text, "The bridge\nis closed.");
    EXPECT_EQ(first.author, "Mara Quill, Jon O'Dell");
    EXPECT_EQ(first.published.value, "2021-08-31");
    EXPECT_EQ(first.published.from, "publish_date");
    EXPECT_EQ(first.outlet, "quell.example");
    const Document& second = all.documents[1];
    EXPECT_EQ(second.id, "https://quell.example/2");
    EXPECT_EQ(second.path, "pile.csv:4");
    EXPECT_EQ(second.title, "");
    EXPECT_EQ(second.author, "");
    EXPECT_FALSE(second.published.known());
}

TEST(Table, RaggedRows) {
    const ReadAll all = read_table("id,text,title\n1,Short.\n2,Cut, at the comma,T,more\n3,Whole.,T,,\nid,text,title\n4,Last.,T\n");
    ASSERT_EQ(all.documents.size(), 4U) << "the header that is repeated is no article";
    EXPECT_EQ(all.documents[0].text, "Short.");
    EXPECT_EQ(all.documents[1].notes[0], "its row has more cells than the table has columns: the text may be cut at a comma");
    EXPECT_EQ(all.documents[2].notes.size(), 2U) << "undated, no outlet";
    EXPECT_EQ(all.documents[3].id, "4");
}

TEST(Table, RowsWithoutText) {
    const ReadAll all = read_table("url,content,http_status,fetch_error\nhttps://quell.example/1,,404,\nhttps://quell.example/2,Words here.,200,\n"
                                   "https://quell.example/3,,,connection refused\n,\" \",200,\n");
    ASSERT_EQ(all.documents.size(), 1U);
    ASSERT_EQ(all.skipped.size(), 3U);
    EXPECT_EQ(all.skipped[0].path, "pile.csv:2");
    EXPECT_EQ(all.skipped[0].reason, "no text in this row: http_status 404");
    EXPECT_EQ(all.skipped[1].reason, "no text in this row: fetch_error connection refused");
    EXPECT_EQ(all.skipped[2].reason, "no text in this row");
}

TEST(Table, HostileRows) {
    std::string csv = "id,text\n1,First.\n2,\"never closed\n";
    for (int i = 0; i < 4000; ++i) csv += "prose\n";
    csv += "3,Third.\n4," + std::string(20000, 'x') + "\n5,Fi";
    csv += '\0';
    csv += "fth.\n";
    const ReadAll all = read_table(csv, "pile.csv", 8000);
    ASSERT_EQ(all.documents.size(), 3U);
    EXPECT_EQ(all.documents[1].text, "Third.");
    EXPECT_EQ(all.documents[2].text, "Fi\xEF\xBF\xBD" "fth.");
    ASSERT_EQ(all.skipped.size(), 2U);
    EXPECT_EQ(all.skipped[0].path, "pile.csv:3");
    EXPECT_EQ(all.skipped[1].path, "pile.csv:4005");
}

TEST(Table, BreaksOff) {
    const ReadAll all = read_table("id,text\n1,First.\n2,\"The last words of thi");
    ASSERT_EQ(all.documents.size(), 2U);
    EXPECT_EQ(all.documents[1].notes[0], "truncated");
    EXPECT_EQ(read_table("id,text\n").skipped.at(0).reason, "empty: a table without rows");
}

TEST(Table, PagesInCells) {
    std::string page = "<!DOCTYPE html><html><head><title>A bridge</title></head><body><article><h1>A bridge</h1>";
    for (int i = 0; i < 8; ++i) page += "<p>The bridge over the Quell is closed for the winter, the mayor of Quellport said on Monday, and the road behind it too.</p>";
    const ReadAll all = read_table("url,html\nhttps://quell.example/1,\"" + page + "</article></body></html>\"\n");
    ASSERT_EQ(all.documents.size(), 1U) << (all.skipped.empty() ? "" : all.skipped[0].reason);
    EXPECT_TRUE(all.documents[0].extracted);
    EXPECT_EQ(all.documents[0].text.find('<'), std::string::npos);
    EXPECT_NE(all.documents[0].text.find("the mayor of Quellport said"), std::string::npos);
    EXPECT_EQ(all.documents[0].path, "pile.csv:2");
}

TEST(Table, Markup) {
    const ReadAll all = read_table("id,content\n1,\"<p>The bridge</p><p>is <b>closed</b>.</p>\"\n2,<b>Note</b> that it is closed.\n");
    ASSERT_EQ(all.documents.size(), 2U);
    EXPECT_EQ(all.documents[0].text, "The bridge\n\nis closed.");
    EXPECT_TRUE(all.documents[0].extracted);
    EXPECT_EQ(all.documents[1].text, "<b>Note</b> that it is closed.");
    EXPECT_FALSE(all.documents[1].extracted);
}

TEST(Table, ListsJoin) {
    Folder folder;
    folder.write("a.jsonl", "{\"text\":\"The bridge is closed.\",\"url\":\"https://quell.example/1\"}\n");
    folder.write("links.csv", "url,title,media_name,publish_date\nhttps://quell.example/1,A bridge,Quell Times,2021-08-31\n");
    const ReadAll all = read_paths({folder.path()});
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_TRUE(all.skipped.empty()) << all.skipped[0].reason;
    EXPECT_EQ(all.documents[0].outlet, "Quell Times");
    EXPECT_EQ(all.documents[0].published.value, "2021-08-31");
    EXPECT_EQ(all.documents[0].published.from, "listing links.csv: publish_date");
    const ReadAll alone = read_paths({folder / "links.csv"});
    ASSERT_EQ(alone.skipped.size(), 1U);
    EXPECT_NE(alone.skipped[0].reason.find("1 record holds no article text"), std::string::npos) << alone.skipped[0].reason;
}

}  // namespace
}  // namespace firsthand::read
