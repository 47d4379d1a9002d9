#include "read/table_shape.h"

#include <gtest/gtest.h>

#include "read/formats.h"

namespace firsthand::read {
namespace {

// "," or "tab" or ";", then the columns that are read; "no table"; "?" and the separator for an unknown table.
std::string tell(std::string_view head) {
    const auto shape = tell_table(head);
    if (!shape) return "no table";
    std::string out = shape->dialect.separator == '\t' ? "tab" : std::string(1, shape->dialect.separator);
    if (!shape->problem.empty()) return "? " + out;
    for (const Column& column : shape->columns)
        if (column.field.field != Field::none && column.field.field != Field::crawled) out += " " + column.name;
    return out;
}

TEST(TableShape, Headers) {
    EXPECT_EQ(tell("id,text\n1,The bridge is closed.\n"), ", id text");
    EXPECT_EQ(tell("id\ttext\n1\tThe bridge, again, is closed.\n"), "tab id text");
    EXPECT_EQ(tell("id;text\n1;The bridge, again, is closed.\n"), "; id text");
    EXPECT_EQ(tell("sep=;\r\nid;text\r\n1;The bridge\r\n"), "; id text");
    EXPECT_EQ(tell("\"Url\",\"Title\",\"shares\"\n\"https://quell.example/1\",\"A bridge\",\"7\"\n"), ", Url Title");
    EXPECT_EQ(tell("label,text\n1,The bridge is closed.\n0,Nobody came.\n"), ", text");
    EXPECT_EQ(tell("label,url\n1,https://quell.example/1\n"), ", url");
    EXPECT_EQ(tell("id,text,Would you say that the bridge is closed for good?\n1,The bridge.,yes\n"), ", id text");
    EXPECT_EQ(tell("id,text\n1,\"" + std::string(kSniffBytes, 'x')), ", id text") << "the first row is longer than the head";
}

TEST(TableShape, ProseIsNoTable) {
    for (const char* text : {"The bridge, said the mayor, is closed.\n\nNobody came, she said.\n", "Title, text\n\nThe article begins here without a comma.\n",
                             "Bridge closed; mayor silent; text follows\n\nThe bridge is closed.\n", "\"The bridge is closed,\" said the mayor.\n",
                             "Date: 3 May, Quellport\nTitle: A bridge, closed\n\nThe bridge is closed.\n", "one,two\n", "", "\n\n",
                             "By Mara Quill, Jon Dell\n\nThe bridge, the road, and the rail are closed.\n"})
        EXPECT_EQ(tell(text), "no table") << text;
}

TEST(TableShape, TablesOfUnknownColumnsAreNamed) {
    EXPECT_EQ(tell("a,b,c,d\n1,2,3,4\n5,6,7,8\n9,10,11,12\n"), "? ,");
    EXPECT_EQ(tell("year\tmonth\n1\t2\n3\t4\n5\t6\n"), "? tab");
    EXPECT_EQ(tell("red,green\n1,2\n3,4\n5,6\n"), "no table") << "too little to be sure";
}

TEST(TableShape, WeakNames) {
    EXPECT_EQ(tell("story,url\n1,https://quell.example/1\n"), ", url") << "a number is no text";
    EXPECT_EQ(tell("story,url\n\"The bridge over the Quell is closed again.\",https://quell.example/1\n"), ", story url");
    EXPECT_EQ(tell("story,url,content\nThe bridge over the Quell is closed again.,https://quell.example/1,x\n"), ", url content");
}

TEST(TableShape, WithoutHeader) {
    EXPECT_EQ(tell("null\tnull\t4643090c1e9277e3\tnull\tnull\tnull\tnull\t\"The bridge\nis closed.\"\tnull\tnull\tnull\r\n"), "tab url hostname title date text");
    EXPECT_EQ(tell("null\tnull\t4643090c1e9277e3\tnull\tnull\tnull\tnull\t\"" + std::string(kSniffBytes, 'x')), "tab url hostname title date text");
    EXPECT_EQ(tell("null\tnull\tno fingerprint\tnull\tnull\tnull\tnull\tThe bridge\tnull\tnull\tnull\n"), "no table");
}

}  // namespace
}  // namespace firsthand::read
