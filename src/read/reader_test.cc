#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

std::vector<std::string> texts_of(const ReadAll& all) {
    std::vector<std::string> out;
    for (const Document& document : all.documents) out.push_back(document.text);
    return out;
}

std::vector<std::string> reasons_of(const Folder& folder, const ReadAll& all) {
    std::vector<std::string> out;
    for (const Skipped& skipped : all.skipped) {
        const std::string path = skipped.path.starts_with(folder.path()) ? skipped.path.substr(folder.path().size() + 1) : skipped.path;
        out.push_back(path + ": " + skipped.reason);
    }
    return out;
}

using Strings = std::vector<std::string>;

// About `bytes` of lines that do not pack well.
std::string make_lines(std::size_t count, std::size_t words) {
    std::string out;
    unsigned state = 7;
    for (std::size_t i = 0; i < count; ++i) {
        out += fmt::format("{{\"id\":{},\"text\":\"", i);
        for (std::size_t w = 0; w < words; ++w) {
            state = state * 1664525U + 1013904223U;
            out += fmt::format("w{:x} ", state >> 10U);
        }
        out += "\"}\n";
    }
    return out;
}

TEST(Reader, AFolderOfEverything) {
    const Folder folder;
    folder.write("a.txt", "A title\n\nThe bridge is closed.\r\n");
    folder.write("b.jsonl", "{\"text\":\"b1\",\"id\":\"x\"}\n\n{\"text\":\"b2\",\"url\":\"https://quell.example/2\"}\n");
    folder.write("c.json", "[\n{\"text\":\"c1\"},{\"text\":\"c2\"}\n]");
    folder.write("d.json", "{\n  \"text\": \"d\"\n}\n");
    folder.write("e.txt.gz", gzip("e in gzip"));
    folder.write("f.jsonl.zst", zstd("{\"text\":\"f1\"}\n{\"text\":\"f2\"}\n"));
    folder.write("g.unknown", "[{\"text\":\"told by content\"}]");
    const ReadAll all = read_paths({folder.path()});
    EXPECT_EQ(texts_of(all), (Strings{"A title\n\nThe bridge is closed.\r\n", "b1", "b2", "c1", "c2", "d", "e in gzip", "f1", "f2",
        "told by content"}));
    EXPECT_EQ(reasons_of(folder, all), Strings{});
    Strings ids, paths;
    for (const Document& document : all.documents) {
        ids.push_back(document.id.starts_with(folder.path()) ? document.id.substr(folder.path().size() + 1) : document.id);
        paths.push_back(document.path.substr(folder.path().size() + 1));
    }
    EXPECT_EQ(paths, (Strings{"a.txt", "b.jsonl:1", "b.jsonl:3", "c.json:2", "c.json:2:15", "d.json", "e.txt.gz", "f.jsonl.zst:1", "f.jsonl.zst:2",
        "g.unknown:1"}));
    EXPECT_EQ(ids, (Strings{"a.txt", "x", "https://quell.example/2", "c.json:2", "c.json:2:15", "d.json", "e.txt.gz", "f.jsonl.zst:1",
        "f.jsonl.zst:2", "g.unknown:1"}));
}

// ASCII and U+2014 as UTF-16LE, with a byte order mark.
std::string utf16(std::string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text) {
        bytes.push_back(c == '~' ? '\x14' : c);
        bytes.push_back(c == '~' ? '\x20' : '\0');
    }
    return bytes;
}

TEST(Reader, OtherCharsets) {
    const Folder folder;
    folder.write("a.txt", utf16("A title\r\n\r\nThe bridge ~ is closed."));
    folder.write("b.jsonl", utf16("{\"text\":\"b1 ~\"}\n{\"text\":\"b2\"}\n"));
    folder.write("c.txt", "Title: The caf\xE9\n\n\x93We go,\x94 said Jos\xE9 Dell.");
    folder.write("d.txt.gz", gzip(utf16("d in gzip")));
    folder.write("e.txt", "“One” – ‘two’ caf\xE9 “three”");
    folder.write("f.txt", utf16(""));
    std::string noise = "\xFF\xFE";
    for (unsigned i = 0, state = 7; i < 4000; ++i) noise.push_back(static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U));
    folder.write("g.txt", noise);
    const ReadAll all = read_paths({folder.path()});
    EXPECT_EQ(texts_of(all), (Strings{"A title\r\n\r\nThe bridge — is closed.", "b1 —", "b2", "Title: The café\n\n“We go,” said José Dell.", "d in gzip",
                                      "“One” – ‘two’ caf\uFFFD “three”"}));
    Strings notes;
    for (const Document& document : all.documents) notes.push_back(document.notes.at(0));
    EXPECT_EQ(notes, (Strings{"read as UTF-16LE", "read as UTF-16LE", "read as UTF-16LE", "read as windows-1252", "read as UTF-16LE", "invalid characters replaced"}));
    EXPECT_EQ(all.documents[3].title, "The café");
    EXPECT_EQ(reasons_of(folder, all), (Strings{"f.txt: empty", "g.txt: a binary file, not a text"}));
}

TEST(Reader, BadInputCostsOnlyItself) {
    const Folder folder;
    folder.write("a_empty.txt", "");
    folder.write("b_blank.txt", " \n\n");
    folder.write("c_binary.txt", std::string("\x01\x02\x00\x03\x04\x05\x06\x07\x00\x01", 10));
    folder.write("d.pdf", "%PDF-1.4");
    folder.write("e.html", "<!doctype html><title>x</title>");
    folder.write("f.jsonl", "{\"text\":\"good\"}\n{\"text\":\n{\"title\":\"no text\"}\n[]\n{\"text\":\"also good\"}\n");
    folder.write("g.gz", gzip(gzip("x")));
    folder.write("h.jsonl", "{\"text\":\"h\"}\n{\"schema\":\"firsthand.extract/1\",\"id\":\"x\"}\n");
    folder.write("i.gz", "\x1F\x8B garbage");
    folder.write("j\x1B[31m.txt", "");
    folder.write("k\xFF.txt", "");
    folder.write("l.json", "[]");
    folder.write("z.txt", "the last");
    const ReadAll all = read_paths({folder.path()});
    EXPECT_EQ(texts_of(all), (Strings{"good", "also good", "h", "the last"}));
    const Strings reasons = reasons_of(folder, all);
    ASSERT_EQ(reasons.size(), 14U);
    EXPECT_EQ(reasons[0], "a_empty.txt: empty");
    EXPECT_EQ(reasons[1], "b_blank.txt: empty");
    EXPECT_EQ(reasons[2], "c_binary.txt: a binary file, not a text");
    EXPECT_TRUE(reasons[3].starts_with("d.pdf: a PDF file"));
    EXPECT_TRUE(reasons[4].starts_with("e.html: no article text"));
    EXPECT_TRUE(reasons[5].starts_with("f.jsonl:2: broken JSON")) << reasons[5];
    EXPECT_TRUE(reasons[6].starts_with("f.jsonl:3: no text"));
    EXPECT_TRUE(reasons[7].starts_with("f.jsonl:4: not a JSON object"));
    EXPECT_TRUE(reasons[8].starts_with("g.gz: a compressed file inside"));
    EXPECT_TRUE(reasons[9].starts_with("h.jsonl:2: a line that `firsthand extract` wrote"));
    EXPECT_EQ(reasons[10], "i.gz: the gzip data is damaged");
    EXPECT_EQ(reasons[11], "j\\u{1b}[31m.txt: empty");
    EXPECT_EQ(reasons[12], "k\\x{ff}.txt: empty");
    EXPECT_EQ(reasons[13], "l.json: empty: no articles in it");
}

TEST(Reader, ElementsLeftOutForOneReasonAreToldOnce) {
    const Folder folder;
    folder.write("a.json", R"({"articles":[{"text":"one"},{},{},{"title":"x"},7,8,{"text":"two"},{"url":"https://quell.example/x"},{},9]})");
    std::string many = "{\"articles\":[";
    for (int i = 0; i < 1234; ++i) many += "{},";
    folder.write("b.json", many + "{}]}");
    folder.write("c.json", R"({"articles":[{"url":"https://quell.example/y"},{"url":"https://quell.example/z"},{"text":"three"}]})");
    folder.write("d.json", R"({"articles":[{"url":"https://quell.example/y"},{"url":"https://quell.example/z"}]})");
    const ReadAll all = read_paths({folder.path()});
    EXPECT_EQ(texts_of(all), (Strings{"one", "two", "three"}));
    EXPECT_TRUE(all.documents[1].path.ends_with("a.json#7")) << all.documents[1].path;
    const auto reasons = reasons_of(folder, all);
    ASSERT_EQ(reasons.size(), 7U);
    EXPECT_TRUE(reasons[0].starts_with("a.json#2: 3 elements without text: looked for")) << reasons[0];
    EXPECT_TRUE(reasons[1].starts_with("a.json#5: 2 elements in a row: not a JSON object")) << reasons[1];
    EXPECT_TRUE(reasons[2].starts_with("a.json#8: 2 elements without text: looked for")) << reasons[2];
    EXPECT_TRUE(reasons[3].starts_with("a.json#10: not a JSON object")) << reasons[3];
    EXPECT_TRUE(reasons[4].starts_with("b.json#1: 1,235 elements without text: looked for")) << reasons[4];
    EXPECT_TRUE(reasons[5].starts_with("c.json#1: 2 elements without text: looked for")) << reasons[5];
    EXPECT_TRUE(reasons[6].starts_with("d.json: 2 records hold no article text")) << reasons[6];
}

TEST(Reader, XmlThatIsTooMuch) {
    const Folder folder;
    const std::string item = "<item><title>A bridge</title><link>https://quell.example/a</link><description>" + std::string(2000, 'w') + "</description></item>";
    const auto tags = [](std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += "<a/>";
        return out;
    };
    folder.write("a.xml", "<rss><channel>" + item + "<item>" + tags(2'000'000) + "</item></channel></rss>");
    folder.write("b.xml", "<rss><channel>" + item + tags(1000) + "</channel></rss>");
    std::string entities;
    while (entities.size() < 70'000) entities += "<!ENTITY a \"some words\">\n";
    folder.write("c.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\n" + entities + "]>\n<rss><channel>" + item + "</channel></rss>");
    const auto reasons = reasons_of(folder, read_paths({folder.path()}));
    EXPECT_EQ(reasons, (Strings{"a.xml: an XML file of more than 2,000,000 tags: too large to read at once; cut it into several",
        "c.xml: an XML file without an element in its first 64 KB: take out the document type that stands before it",
        "b.xml: 1 entry holds no article text: save the pages they link to, then give those"}));
}

TEST(Reader, ContainersThatBreakOff) {
    const Folder folder;
    const std::string lines = make_lines(2000, 30);
    for (const bool is_gzip : {true, false}) {
        const std::string packed = is_gzip ? gzip(lines) : zstd(lines);
        const std::string path = folder.write("cut", packed.substr(0, packed.size() * 2 / 3));
        const ReadAll all = read_paths({path});
        EXPECT_GT(all.documents.size(), 500U);
        EXPECT_LT(all.documents.size(), 2000U);
        for (const Document& document : all.documents) EXPECT_TRUE(document.text.ends_with(' ')) << "no half lines";
        ASSERT_EQ(all.skipped.size(), 1U);
        EXPECT_NE(all.skipped[0].reason.find("breaks off"), std::string::npos);
        EXPECT_NE(all.skipped[0].reason.find("what came before was read"), std::string::npos);
    }
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7919) + " words ";
    const std::string packed = gzip(text);
    const ReadAll all = read_paths({folder.write("cut.txt.gz", packed.substr(0, packed.size() / 2))});
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].notes[0], "truncated");
    EXPECT_EQ(all.skipped.size(), 1U);
}

TEST(Reader, BombsAndGiants) {
    const Folder folder;
    folder.write("a.gz", gzip(std::string(16U << 20U, 'x')));
    folder.write("b.txt", std::string(3U << 20U, 'x'));
    folder.write("c.json", "[{\"text\":\"one\"},\n{\"text\":\"" + std::string(3U << 20U, 'x') + "\"},\n{\"text\":\"two\"}]");
    folder.write("d.jsonl", "{\"text\":\"three\"}\n{\"text\":\"" + std::string(3U << 20U, 'x') + "\"}\n{\"text\":\"four\"}\n");
    folder.write("e.zst", zstd("{\"text\":\"five\"}\n{\"text\":\"" + std::string(16U << 20U, 'x') + "\"}\n{\"text\":\"six\"}\n"));
    ReadOptions options;
    options.paths = {folder.path()};
    options.document_bytes = 2U << 20U;
    const ReadAll all = read_all(options);
    EXPECT_EQ(texts_of(all), (Strings{"one", "two", "three", "four", "five"}));
    const Strings reasons = reasons_of(folder, all);
    ASSERT_EQ(reasons.size(), 5U);
    EXPECT_TRUE(reasons[0].starts_with("a.gz") && reasons[0].find("bomb") != std::string::npos) << reasons[0];
    EXPECT_EQ(reasons[1], "b.txt: longer than 2 MB: too large for one article");
    EXPECT_EQ(reasons[2], "c.json:2: longer than 2 MB: too large for one article");
    EXPECT_EQ(reasons[3], "d.jsonl:2: longer than 2 MB: too large for one article");
    EXPECT_TRUE(reasons[4].starts_with("e.zst:") && reasons[4].find("bomb") != std::string::npos) << reasons[4];
}

TEST(Reader, HonestContainersPass) {
    const Folder folder;
    const std::string lines = make_lines(5000, 200);
    const ReadAll all = read_paths({folder.write("honest.jsonl.zst", zstd(lines))});
    EXPECT_EQ(all.documents.size(), 5000U);
    EXPECT_TRUE(all.skipped.empty());
}

TEST(Reader, Metadata) {
    const Folder folder;
    const std::string path = folder.write("news/a.txt", "The bridge is closed.");
    ReadOptions options;
    options.paths = {folder / "news"};
    options.meta_path = folder.write("meta.csv", "path,outlet,published\na.txt,Quell Times,2021-08-31\nnobody.txt,X,\n");
    const ReadAll all = read_all(options);
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].outlet, "Quell Times");
    EXPECT_EQ(all.documents[0].published.value, "2021-08-31");
    EXPECT_EQ(all.documents[0].id, path);
    options.meta_path = folder.write("meta16.csv", utf16("path,outlet\r\na.txt,Quell ~ Times\r\n"));
    EXPECT_EQ(read_all(options).documents[0].outlet, "Quell — Times");
    options.meta_path = folder.write("bad.csv", "outlet\nx\n");
    EXPECT_NE(read_all(options).skipped.at(0).reason.find("path or id"), std::string::npos);
    options.meta_path = folder / "missing.csv";
    EXPECT_NE(read_all(options).skipped.at(0).reason.find("missing.csv"), std::string::npos);
}

TEST(Reader, APathThatDoesNotExistIsAnError) {
    const auto reader = Reader::open({{"/nowhere/at all"}, {}});
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().message, "/nowhere/at all: no such file or folder");
}

TEST(Reader, NoPermission) {
    const Folder folder;
    const std::string path = folder.write("a.txt", "x");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    folder.write("b.txt", "readable");
    const WithoutRights rights;
    if (!rights.holds()) GTEST_SKIP() << "root cannot drop its rights here";
    const ReadAll all = read_paths({folder.path()});
    EXPECT_EQ(texts_of(all), (Strings{"readable"}));
    EXPECT_EQ(reasons_of(folder, all), (Strings{"a.txt: no permission to read this file"}));
}

TEST(Reader, StandardInput) {
    const Folder folder;
    const std::string path = folder.write("in", "{\"text\":\"from a pipe\"}\n{\"text\":\"and more\"}\n");
    const int saved = ::dup(STDIN_FILENO);
    ASSERT_NE(::freopen(path.c_str(), "rb", stdin), nullptr);
    const ReadAll all = read_paths({"-"});
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    EXPECT_EQ(texts_of(all), (Strings{"from a pipe", "and more"}));
    EXPECT_EQ(all.documents.at(0).path, "-:1");
}

TEST(Reader, Progress) {
    const Folder folder;
    folder.write("a.txt", std::string(1000, 'x'));
    folder.write("b.txt", std::string(500, 'x'));
    auto reader = Reader::open({{folder.path()}, {}});
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->progress().of_bytes, 1500U);
    while (reader->next()) {}
    EXPECT_EQ(reader->progress().bytes, 1500U);
}

}  // namespace
}  // namespace firsthand::read
