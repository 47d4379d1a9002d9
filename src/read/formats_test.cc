#include "read/formats.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace firsthand::read {
namespace {

std::string name_of(std::string_view head) {
    const Sniffed sniffed = sniff_format(head);
    return sniffed.format != nullptr ? std::string(sniffed.format->name) : sniffed.problem;
}

TEST(Formats, ToldByContent) {
    EXPECT_EQ(name_of("The bridge is closed.\n"), "text");
    EXPECT_EQ(name_of("[UPDATE] The bridge is closed.\n"), "text");
    EXPECT_EQ(name_of("PK\x03\x04zip"), "ZIP");
    EXPECT_EQ(name_of("WARC/1.0\r\n"), "WARC");
    EXPECT_EQ(name_of("WARC/ is how records begin."), "text");
    EXPECT_EQ(name_of("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x"), "MHTML");
    EXPECT_EQ(name_of("<!DOCTYPE html><html>"), "HTML");
    EXPECT_EQ(name_of("\n<!-- saved --> <HTML lang=en>"), "HTML");
    EXPECT_EQ(name_of("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"), "HTML");
    EXPECT_EQ(name_of("<div class=a><p>The bridge is closed.</p>"), "HTML");
    EXPECT_EQ(name_of("<3 the bridge"), "text");
    EXPECT_EQ(name_of("{Photo} The bridge is closed.\n"), "text");
    EXPECT_EQ(name_of("a < b, said <em>nobody</em>"), "text");
    EXPECT_EQ(name_of("\xEF\xBB\xBFThe bridge"), "text");
    EXPECT_EQ(name_of("caf\xE9 in Latin-1"), "text");
    EXPECT_EQ(name_of("[{\"text\":\"x\"}]"), "JSON list");
    EXPECT_EQ(name_of(" [ \n {"), "JSON list");
    EXPECT_EQ(name_of("[]"), "JSON list");
    EXPECT_EQ(name_of("{\"text\":\"x\"}\n{\"text\":\"y\"}\n"), "JSON Lines");
    EXPECT_EQ(name_of("{\"text\":\"x\"}\n"), "JSON");
    EXPECT_EQ(name_of("{\n  \"text\": \"x\"\n}\n"), "JSON");
    EXPECT_EQ(name_of("{\"text\": \"x\",\n \"id\": 1}\n"), "JSON");
    EXPECT_EQ(name_of("{\"text\":\"cut\n{\"text\":\"y\"}\n{\"text\":\"z\"}\n"), "JSON Lines");
    EXPECT_EQ(name_of("{\"text\":[\n{\"text\":\"y\"}\n"), "JSON Lines");
    EXPECT_EQ(name_of("not json\n{\"text\":\"y\"}\n"), "JSON Lines");
}

TEST(Formats, ForeignKindsAreNamed) {
    EXPECT_EQ(name_of(""), "empty");
    EXPECT_EQ(name_of(" \n\t\r\n"), "empty");
    EXPECT_NE(name_of("%PDF-1.7 ...").find("PDF"), std::string::npos);
    EXPECT_NE(name_of("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>\n").find("an XML file without an element"), std::string::npos);
    EXPECT_NE(name_of("filedesc://crawl.arc 0.0.0.0").find("ARC"), std::string::npos);
    EXPECT_NE(name_of(std::string("\x01\x02\x03\x04\x00\x05\x06\x07", 8)).find("binary"), std::string::npos);
    EXPECT_EQ(name_of(std::string("The bridge over the Quell\0is closed.", 36)), "text") << "one stray NUL is mended, not refused";
}

TEST(Formats, EveryRowHasHelp) {
    for (const Format& format : list_formats()) {
        EXPECT_FALSE(format.name.empty());
        EXPECT_FALSE(format.suffixes.empty());
        EXPECT_GT(format.help.size(), 10U);
        EXPECT_NE(format.open, nullptr);
    }
}

TEST(Formats, EveryRowIsDocumented) {
    std::ifstream file(std::string(FIRSTHAND_SOURCE_DIR) + "/docs/formats.md");
    const std::string page((std::istreambuf_iterator<char>(file)), {});
    for (const Format& format : list_formats()) EXPECT_NE(page.find(format.name), std::string::npos) << format.name;
}

}  // namespace
}  // namespace firsthand::read
