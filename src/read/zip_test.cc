#include "read/zip.h"

#include <gtest/gtest.h>

#include "read/zip_file_test.h"

namespace firsthand::read {
namespace {

using Strings = std::vector<std::string>;

std::string read_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// What came of a file: "path: text" and "path: reason", without the folder.
struct Met {
    Strings texts, skipped;
};

Met read_zip(const Folder& folder, const std::string& path) {
    const ReadAll all = read_paths({path});
    const auto place = [&](const std::string& shown) { return shown.substr(folder.path().size() + 1); };
    Met met;
    for (const Document& document : all.documents) met.texts.push_back(place(document.path) + ": " + document.text);
    for (const Skipped& skipped : all.skipped) met.skipped.push_back(place(skipped.path) + ": " + skipped.reason);
    return met;
}

TEST(Zip, MembersOneAfterAnother) {
    const Folder folder;
    const std::string warc = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<p>In a record.";
    const Met met = read_zip(folder, write_zip(folder, "z.zip",
                                         {{"news/b.txt", "The bridge is closed."}, {"a.html", "<html><p>A page.</p></html>"}, {"c.jsonl.gz", gzip("{\"text\":\"one\"}\n{\"text\":\"two\"}\n")},
                                             {"d.warc", warc}, {"a_files/frame.html", "<p>x"}, {"news/", ""}, {"__MACOSX/news/._b.txt", "x"}, {".hidden", "x"}, {"news/.DS_Store", "x"},
                                             {"README.md", "x"}, {"p.pdf", "%PDF-1.7"}, {"./e.txt", "Dot."}}));
    EXPECT_EQ(met.texts, (Strings{"z.zip/./e.txt: Dot.", "z.zip/a.html: A page.", "z.zip/c.jsonl.gz:1: one", "z.zip/c.jsonl.gz:2: two", "z.zip/d.warc#1: In a record.",
                             "z.zip/news/b.txt: The bridge is closed."}));
    EXPECT_EQ(met.skipped, (Strings{"z.zip/p.pdf: a PDF file: extract its text first, for example with pdftotext"}));
}

TEST(Zip, NamesThatLeadOutAreRefused) {
    const Folder folder;
    const Met met = read_zip(folder, write_zip(folder, "z.zip",
                                         {{"../up.txt", "x"}, {"/abs.txt", "x"}, {"C:/disk.txt", "x"}, {"a/../../b.txt", "x"}, {"a\\..\\c.txt", "x"}, {"win\\dows.txt", "Backslashes."},
                                 {"link", "/etc/passwd"}, {"a..b.txt", "Dots."}},
                                         [](zip_t* archive, zip_uint64_t index, const std::string& name) {
                                             if (name == "link") zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, 0120777U << 16U);
                                         }));
    EXPECT_EQ(met.texts, (Strings{"z.zip/a..b.txt: Dots.", "z.zip/win/dows.txt: Backslashes."}));
    EXPECT_EQ(met.skipped, (Strings{"z.zip/../up.txt: its name leads out of the archive", "z.zip//abs.txt: its name leads out of the archive",
                               "z.zip/C:/disk.txt: its name leads out of the archive", "z.zip/a/../../b.txt: its name leads out of the archive",
                               "z.zip/a/../c.txt: its name leads out of the archive", "z.zip/link: is a link, not a file"}));
}

TEST(Zip, OverlongNamesAreRefused) {
    const Folder folder;
    const auto repeat = [](std::string_view part, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) out += part;
        return out;
    };
    const std::string longest = std::string(1020, 'n') + ".txt", deepest = repeat("a/", 63) + "n.txt", wide = repeat("\u00E9", 600) + ".txt";
    const Met met = read_zip(folder, write_zip(folder, "z.zip", {{longest, "Long."}, {"n" + longest, "x"}, {deepest, "Deep."}, {"a/" + deepest, "x"}, {wide, "x"}, {"a_files/b_files/a.txt", "Short."}}));
    EXPECT_EQ(met.texts, (Strings{"z.zip/" + deepest + ": Deep.", "z.zip/a_files/b_files/a.txt: Short.", "z.zip/" + longest + ": Long."}));
    const std::string reason = ": its name is longer than 1 KB or has more than 64 parts: rename it";
    EXPECT_EQ(met.skipped, (Strings{"z.zip/a/" + deepest + reason, "z.zip/n" + longest.substr(0, 1023) + "…" + reason, "z.zip/" + repeat("\u00E9", 512) + "…" + reason}));
    // Each folder of such a name might belong to a page.
    Members members;
    for (int i = 0; i < 500; ++i) members.emplace_back(repeat("b_files/", 8100) + std::to_string(i) + ".txt", "x");
    const Met many = read_zip(folder, write_zip(folder, "many.zip", members));
    ASSERT_EQ(many.skipped.size(), members.size());
    for (const std::string& one : many.skipped) EXPECT_LT(one.size(), 1'200U);
}

TEST(Zip, NamesAreShownSafely) {
    const Folder folder;
    std::string bytes = read_bytes(write_zip(folder, "z.zip", {{"bellX[31m.txt", "A bell."}}));
    for (std::size_t at = bytes.find("bellX"); at != std::string::npos; at = bytes.find("bellX")) bytes[at + 4] = '\x1B';
    const Met met = read_zip(folder, folder.write("b.zip", bytes));
    ASSERT_EQ(met.texts.size(), 1U);
    EXPECT_EQ(met.texts[0].find('\x1B'), std::string::npos) << met.texts[0];
}

TEST(Zip, WhatCannotBeReadSaysWhatHelps) {
    const Folder folder;
    const std::string inner = read_bytes(write_zip(folder, "inner/i.zip", {{"a.txt", "x"}}));
    EXPECT_EQ(read_zip(folder, write_zip(folder, "nested.zip", {{"i.zip", inner}, {"i.zip.gz", gzip(inner)}})).skipped,
        (Strings{"nested.zip/i.zip: an archive inside an archive: unpack it first", "nested.zip/i.zip.gz: an archive inside an archive: unpack it first"}));
    EXPECT_EQ(read_zip(folder, folder.write("z.zip.gz", gzip(inner))).skipped, (Strings{"z.zip.gz: a ZIP archive cannot be read from a stream: save it as a file, or unpack it"}));
    EXPECT_EQ(read_zip(folder, write_zip(folder, "w.docx", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})).skipped,
        (Strings{"w.docx: an office document: save it as plain text or HTML"}));
    EXPECT_EQ(read_zip(folder, write_zip(folder, "b.epub", {{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", "<x/>"}})).skipped,
        (Strings{"b.epub: an EPUB book: export its text as HTML or plain text"}));
    EXPECT_EQ(read_zip(folder, write_zip(folder, "o.odt", {{"mimetype", "x"}, {"META-INF/manifest.xml", "<x/>"}, {"content.xml", "<x/>"}})).skipped,
        (Strings{"o.odt: an office document: save it as plain text or HTML"}));
    EXPECT_EQ(read_zip(folder, folder.write("e.zip", std::string("PK\x05\x06") + std::string(18, '\0'))).skipped, (Strings{"e.zip: an empty archive"}));
    EXPECT_EQ(read_zip(folder, folder.write("g.zip", "PK\x03\x04 and no more")).skipped, (Strings{"g.zip: a damaged ZIP archive: its list of members cannot be read"}));
    const Met met = read_zip(folder, write_zip(folder, "secret.zip", {{"a.txt", "x"}, {"b.txt", "Open."}}, [](zip_t* archive, zip_uint64_t index, const std::string& name) {
        if (name == "a.txt") zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "password");
    }));
    EXPECT_EQ(met.skipped, (Strings{"secret.zip/a.txt: encrypted: unpack it first, with its password"}));
    EXPECT_EQ(met.texts, (Strings{"secret.zip/b.txt: Open."}));
}

TEST(Zip, BombsStop) {
    const Folder folder;
    const Met met = read_zip(folder, write_zip(folder, "b.zip", {{"a.txt", std::string(64U << 20U, 'a')}, {"b.txt", "After it."}}));
    EXPECT_EQ(met.skipped, (Strings{"b.zip/a.txt: unpacks to more than 200 times its size: it looks like a decompression bomb"}));
    ASSERT_EQ(met.texts.size(), 1U);
    EXPECT_EQ(met.texts[0], "b.zip/b.txt: After it.");
}

// Members that all point at the same packed bytes (Fifield 2019): each is modest, together they are a bomb.
TEST(Zip, MembersThatShareTheirBytesAddUp) {
    const Folder folder;
    const std::string words(1U << 20U, 'a');
    const std::string one = read_bytes(write_zip(folder, "one.zip", {{"a.txt", words}}));
    const std::size_t list = one.find("PK\x01\x02"), end = one.find("PK\x05\x06", list);
    const std::string entry = one.substr(list, end - list);
    constexpr unsigned kCopies = 400;
    std::string many = one.substr(0, list);
    for (unsigned i = 0; i < kCopies; ++i) many += entry;
    std::string tail = one.substr(end);
    const auto set = [&](std::size_t at, std::size_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) tail[at + i] = static_cast<char>(value >> (8 * i));
    };
    set(8, kCopies, 2);
    set(10, kCopies, 2);
    set(12, entry.size() * kCopies, 4);
    const ReadAll all = read_paths({folder.write("many.zip", many + tail)});
    EXPECT_LT(all.documents.size(), 40U);
    EXPECT_EQ(all.documents.size() + all.skipped.size(), kCopies) << (all.skipped.empty() ? "" : all.skipped[0].reason);
}

TEST(Zip, MembersThatLieAboutTheirSize) {
    const Folder folder;
    std::string words;
    for (int i = 0; i < 30'000; ++i) words += std::to_string(i * 7919) + " ";
    std::string bytes = read_bytes(write_zip(folder, "z.zip", {{"a.txt", words}, {"b.txt", "After it."}}));
    const std::size_t list = bytes.find("PK\x01\x02");
    const std::size_t first = bytes.find("PK\x03\x04");
    for (int i = 0; i < 4; ++i) bytes[list + 24 + i] = bytes[first + 22 + i] = i == 0 ? 5 : 0;
    const Met met = read_zip(folder, folder.write("lies.zip", bytes));
    EXPECT_EQ(met.texts, (Strings{"lies.zip/a.txt: " + words, "lies.zip/b.txt: After it."})) << "what is there counts, not what is declared";
    std::string damaged = read_bytes(write_zip(folder, "y.zip", {{"a.txt", words}, {"b.txt", "After it."}}));
    damaged[500] = static_cast<char>(damaged[500] ^ 0x55);
    const Met broken = read_zip(folder, folder.write("damaged.zip", damaged));
    ASSERT_FALSE(broken.skipped.empty());
    EXPECT_TRUE(broken.skipped[0].starts_with("damaged.zip/a.txt: damaged in its archive")) << broken.skipped[0];
    EXPECT_EQ(broken.texts.back(), "damaged.zip/b.txt: After it.");
}

TEST(Zip, EveryBeginOfAFileIsNamed) {
    const Folder folder;
    const std::string bytes = read_bytes(write_zip(folder, "z.zip", {{"a.txt", "The bridge is closed."}, {"b.txt", "The bridge is open."}}));
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        const Met met = read_zip(folder, folder.write("cut", bytes.substr(0, size)));
        EXPECT_FALSE(met.texts.empty() && met.skipped.empty()) << size;
    }
}

TEST(Zip, TooManyMembers) {
    const Folder folder;
    Members members;
    for (int i = 0; i < 100'001; ++i) members.emplace_back(std::to_string(i), "");
    EXPECT_EQ(read_zip(folder, write_zip(folder, "z.zip", members)).skipped, (Strings{"z.zip: holds more than 100,000 members: unpack it first"}));
}

TEST(Zip, ProgressAndDescriptors) {
    const Folder folder;
    Members members;
    for (int i = 0; i < 50; ++i) members.emplace_back(std::to_string(i) + ".txt", std::string(10'000, static_cast<char>('a' + i % 26)) + std::to_string(i));
    const std::string path = write_zip(folder, "z.zip", members);
    const auto open_files = [] { return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}); };
    const auto before = open_files();
    {
        auto reader = Reader::open({{path}, {}});
        ASSERT_TRUE(reader);
        std::uint64_t last = 0;
        while (reader->next()) {
            EXPECT_GE(reader->progress().bytes, last);
            last = reader->progress().bytes;
            EXPECT_LE(last, reader->progress().of_bytes);
        }
    }
    EXPECT_EQ(open_files(), before);
}

}  // namespace
}  // namespace firsthand::read
