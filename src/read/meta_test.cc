#include "read/meta.h"

#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

Document with_row(std::string_view csv, Document document) {
    const auto meta = Meta::parse(csv);
    if (!meta) {
        ADD_FAILURE() << meta.error().message;
        return document;
    }
    meta->apply(document);
    return document;
}

Document at(std::string path, std::string id = {}) {
    Document document;
    document.path = std::move(path);
    document.id = std::move(id);
    return document;
}

TEST(Meta, FillsAndOverrides) {
    Document before = at("news/a.txt");
    before.title = "Old";
    const Document d = with_row("title,path,outlet,published,url\n\"A \"\"bridge\"\", closed\nfor long\",news/a.txt,\"Quell "
        "Times\",2021-08-31,https://quell.example/1\n", before);
    EXPECT_EQ(d.title, "A \"bridge\", closed for long");
    EXPECT_EQ(d.outlet, "Quell Times");
    EXPECT_EQ(d.published.value, "2021-08-31");
    EXPECT_EQ(d.published.from, "meta: published");
    EXPECT_EQ(d.url, "https://quell.example/1");
}

TEST(Meta, AnEmptyCellSaysNothing) {
    Document before = at("a.txt");
    before.outlet = "Quell Times";
    EXPECT_EQ(with_row("path,outlet,title\na.txt,,T\n", before).outlet, "Quell Times");
    EXPECT_EQ(with_row("path,outlet,title\na.txt\n", before).outlet, "Quell Times");
}

TEST(Meta, Paths) {
    const std::string csv = "path,outlet\r\nx/a.txt,One\r\ny/a.txt,Two\r\nb.txt,Three\r\n";
    EXPECT_EQ(with_row(csv, at("x/a.txt")).outlet, "One");
    EXPECT_EQ(with_row(csv, at("./y/a.txt")).outlet, "Two");
    EXPECT_EQ(with_row(csv, at("deep/down/y/a.txt")).outlet, "Two");
    EXPECT_EQ(with_row(csv, at("z/a.txt")).outlet, "") << "two rows have this file name";
    EXPECT_EQ(with_row(csv, at("anywhere/b.txt")).outlet, "Three");
    EXPECT_EQ(with_row(csv, at("anywhere/c.txt")).outlet, "");
}

TEST(Meta, Ids) {
    EXPECT_EQ(with_row("id,outlet\n7,One\n", at("pile.jsonl:3", "7")).outlet, "One");
    EXPECT_EQ(with_row("id,outlet\n7,One\n", at("pile.jsonl:3", "8")).outlet, "");
    EXPECT_EQ(with_row("id,outlet\n,One\n", at("pile.jsonl:3")).outlet, "");
    EXPECT_EQ(with_row("path,id\na.txt,given\n", at("a.txt")).id, "given");
}

TEST(Meta, SillyDates) {
    const Document d = with_row("path,published\na.txt,soon\n", at("a.txt"));
    EXPECT_FALSE(d.published.known());
    EXPECT_EQ(d.notes, std::vector<std::string>{"date not understood: soon"});
}

TEST(Meta, NeedsAKey) {
    EXPECT_FALSE(Meta::parse("outlet,title\na,b\n"));
    EXPECT_FALSE(Meta::parse(""));
    EXPECT_TRUE(Meta::parse("\xEF\xBB\xBFPath,Outlet\n"));
}

}  // namespace
}  // namespace firsthand::read
