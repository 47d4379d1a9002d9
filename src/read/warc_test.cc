#include "read/warc.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

using Strings = std::vector<std::string>;

std::string record(std::string_view kind, std::string_view fields, std::string_view block) {
    return fmt::format("WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: https://quell.example/a\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", kind, fields, block.size(), block);
}

std::string response(std::string_view http, std::string_view more = "") {
    return record("response", fmt::format("Content-Type: application/http; msgtype=response\r\n{}", more), http);
}

std::string page(std::string_view words) { return fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{}</p>", words); }

struct Met {
    Strings pages;                                 // "#2 bytes [note]"
    Strings skipped;                               // "#3: reason"
};

Met read_warc(std::string_view bytes, Limits limits = {}, std::size_t step = 1U << 16U) {
    auto opened = open_stream({.window = std::make_unique<Window>(read_memory(bytes, step)), .path = "w", .limits = limits});
    Met met;
    if (!opened) {
        met.skipped.push_back(opened.error().message);
        return met;
    }
    while (auto item = (*opened)->next()) {
        const auto place = [](const std::string& path) { return path.substr(1); };
        if (auto* one = std::get_if<Page>(&*item)) {
            met.pages.push_back(place(one->path) + " " + one->bytes + (one->notes.empty() ? "" : " [" + one->notes[0] + "]"));
        } else if (auto* document = std::get_if<Document>(&*item)) {
            met.pages.push_back(place(document->path) + " text: " + document->text);
        } else {
            met.skipped.push_back(place(std::get<Skipped>(*item).path) + ": " + std::get<Skipped>(*item).reason);
        }
    }
    return met;
}

TEST(Warc, KindsOfRecords) {
    const std::string file = record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: none\r\n") + response(page("two")) +
                             record("request", "Content-Type: application/http\r\n", "GET / HTTP/1.1\r\n\r\n") + response("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no") +
                             response("HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n") + response("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
                             record("revisit", "Content-Type: application/http\r\n", page("again")) + record("resource", "Content-Type: text/html; charset=latin1\r\n", "<p>eight</p>") +
                             record("resource", "Content-Type: application/rss+xml\r\n", "<rss/>") + record("conversion", "Content-Type: text/plain\r\n", "Ten.\n") +
                             record("response", "Content-Type: text/dns\r\n", "quell.example A 192.0.2.1") + response("HTTP/2 200 \r\n\r\n<html><p>twelve</p>") + response("HTTP/1.1 200 OK\n\nno type") +
                             record("metadata", "Content-Type: application/warc-fields\r\n", "via: x") + response("<p>no head") + response(page("last"), "WARC-Truncated: length\r\n");
    for (const std::string& bytes : {file, gzip(file), zstd(file)})
        for (const std::size_t step : {1U << 16U, 1U, 7U}) {
            const Met met = read_warc(bytes, {}, step);
            EXPECT_EQ(met.pages, (Strings{"#2 <p>two</p>", "#8 <p>eight</p>", "#10 text: Ten.\n", "#12 <html><p>twelve</p>", "#16 <p>last</p> [truncated]"}));
            EXPECT_EQ(met.skipped, (Strings{"#15: no HTTP head in this response"}));
        }
}

TEST(Warc, OldAndOddWriters) {
    EXPECT_EQ(read_warc("WARC/0.17\nWARC-Type: response\nContent-Type: application/http;msgtype=response\nContent-Length: 46\n\nHTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>1\n\n").pages,
        (Strings{"#1 <p>1\n"}));
    EXPECT_EQ(read_warc("WARC/1.0\r\ncontent-length: 4\r\nwarc-type:\r\n  RESOURCE\r\nCONTENT-TYPE: TEXT/HTML\r\n\r\n<p>2").pages, (Strings{"#1 <p>2"})) << "the last line ends are missing";
    EXPECT_EQ(read_warc(record("warcinfo", "", "")).skipped, (Strings{": holds no web page: 1 records of other kinds"}));
    EXPECT_EQ(read_warc(record("conversion", "Content-Type: text/plain\r\n", " \n")).skipped, (Strings{"#1: empty"}));
}

TEST(Warc, AddressesAndCharsets) {
    const Folder folder;
    const std::string bytes = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://quell.example/bridge>\r\nContent-Type: application/http\r\nContent-Length: 78\r\n\r\n"
                              "HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=\"utf-8\"\r\n\r\n<p>The bridge is closed";
    const ReadAll all = read_paths({folder.write("a.warc", bytes)});
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].url, "https://quell.example/bridge");
    EXPECT_EQ(all.documents[0].path, folder / "a.warc" + "#1");
    auto stream = open_warc({.window = std::make_unique<Window>(read_memory(bytes)), .path = "w"});
    EXPECT_EQ(std::get<Page>(*stream->next()).charset, "utf-8");
}

TEST(Warc, BodiesAsTheyTravel) {
    const std::string words = "<p>The bridge over the Quell is closed, said Orla Venn.</p>";
    const auto body = [&](std::string_view fields, std::string_view bytes) {
        return read_warc(response(fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{}\r\n{}", fields, bytes)));
    };
    const auto chunked = [](std::string_view bytes) { return fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", bytes.size(), bytes); };
    EXPECT_EQ(body("Content-Length: 9999\r\n", words).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Content-Length: -1\r\n", words).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", chunked(words)).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", words).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Content-Encoding: gzip\r\n", gzip(words)).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(gzip(words))).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", gzip(words)).pages, (Strings{"#1 " + words}));
    EXPECT_EQ(body("Content-Encoding: gzip\r\n", "\x1F\x8B\x07garbage that is no deflate").skipped, (Strings{"#1: the gzip data is damaged"}));
    EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", "8000\r\n" + words).pages, (Strings{"#1 " + words + " [truncated]"}));
}

TEST(Warc, GiantsAndBombsAreNotHeld) {
    Limits limits;
    limits.document_bytes = 1U << 20U;
    const std::string big(3U << 20U, 'x');
    const std::string bomb = fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n{}", gzip(big));
    const Met met = read_warc(response(page("1")) + response(page(big)) + response("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + big) + response(bomb) +
                                  record("resource", "Content-Type: text/html\r\n", big) + response(page("6")),
        limits);
    EXPECT_EQ(met.pages, (Strings{"#1 <p>1</p>", "#6 <p>6</p>"}));
    EXPECT_EQ(met.skipped, (Strings{"#2: longer than 1 MB: too large for one article", "#4: unpacks to more than 200 times its size: it looks like a decompression bomb",
        "#5: longer than 1 MB: too large for one article"}));
}

TEST(Warc, DamagedFramesAreSurvived) {
    const std::string last = response(page("last"));
    const auto with = [&](const std::string& middle) { return read_warc(response(page("first")) + middle + last); };
    const std::string goes_on = "; reading went on at the next one";
    for (const char* length : {"-5", "99999999999999999999", "12 34", "0x10", ""}) {
        const Met met = with(fmt::format("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\nbody\r\n\r\n", length));
        EXPECT_EQ(met.pages, (Strings{"#1 <p>first</p>", "#3 <p>last</p>"})) << length;
        EXPECT_EQ(met.skipped, (Strings{"#2: this record does not say how long it is" + goes_on}));
    }
    EXPECT_EQ(with("garbage\r\n").skipped, (Strings{"#2: no record begins here" + goes_on}));
    EXPECT_EQ(with("WARC/1.0\r\nX: " + std::string(2U << 20U, 'x') + "\r\n\r\n").skipped, (Strings{"#2: this record's head is longer than 64 KB" + goes_on}));
    const Met http = with(response("HTTP/1.1 200 OK\r\nX: " + std::string(2U << 20U, 'x') + "\r\nContent-Type: text/html\r\n\r\n<p>no"));
    EXPECT_EQ(http.skipped, (Strings{"#2: its HTTP head is longer than 64 KB"}));
    std::string fields = "WARC/1.0\r\n";
    for (int i = 0; i < 1'000'000; ++i) fields += "a:b\n";
    EXPECT_EQ(with(fields).pages, (Strings{"#1 <p>first</p>", "#3 <p>last</p>"}));
    // A length that is too short: the page is noted, and the next record found.
    const Met lies = with("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<p>longer than it says\r\n\r\n");
    EXPECT_EQ(lies.pages, (Strings{"#1 <p>first</p>", "#2 <p>lo [truncated]", "#4 <p>last</p>"}));
    EXPECT_EQ(lies.skipped, (Strings{"#3: no record begins here" + goes_on}));
    // One that is too long takes the rest of the file with it.
    const Met huge = with("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: image/png\r\nContent-Length: 9223372036854775807\r\n\r\nbody\r\n\r\n");
    EXPECT_EQ(huge.pages, (Strings{"#1 <p>first</p>"}));
    EXPECT_EQ(huge.skipped, (Strings{"#2: the file ends inside this record; what came before was read"}));
}

TEST(Warc, ALengthWithoutEndIsToldOnce) {
    for (const char* kind : {"resource\r\nContent-Type: text/html", "conversion\r\nContent-Type: text/plain", "response\r\nContent-Type: application/http"}) {
        const Met met = read_warc(response(page("first")) + fmt::format("WARC/1.0\r\nWARC-Type: {}\r\nContent-Length: 18446744073709551615\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>body", kind));
        EXPECT_EQ(met.pages, (Strings{"#1 <p>first</p>"}));
        EXPECT_EQ(met.skipped, (Strings{"#2: longer than 32 MB: too large for one article; the file ends inside it"})) << kind;
    }
}

TEST(Warc, HeadsThatNoEmptyLineEndsAreToldOnce) {
    const std::string goes_on = "; reading went on at the next one", open_head = "WARC/1.0\r\nWARC-Type: resource\r\n", last = response(page("last"));
    for (const std::size_t step : {1U << 16U, 1U, 7U}) {
        const Met one = read_warc(response(page("first")) + open_head + last, {}, step);
        EXPECT_EQ(one.pages, (Strings{"#1 <p>first</p>", "#3 <p>last</p>"}));
        EXPECT_EQ(one.skipped, (Strings{"#2: no empty line ends this record's head" + goes_on}));
        const Met mixed = read_warc("WARC/1.0\n" + open_head + "WARC/1.0\nno length: 1\n\ngarbage\n" + open_head + last + open_head + last, {}, step);
        EXPECT_EQ(mixed.pages, (Strings{"#5 <p>last</p>", "#7 <p>last</p>"}));
        EXPECT_EQ(mixed.skipped, (Strings{"#1: no empty line ends this record's head; so it goes on up to #4" + goes_on, "#6: no empty line ends this record's head" + goes_on}));
        const Met end = read_warc(last + open_head + open_head + "WARC/1.", {}, step);
        EXPECT_EQ(end.skipped, (Strings{"#2: no empty line ends this record's head; so it goes on up to #4"}));
    }
    // A line that runs over the end of what is searched for a head begins the next record.
    const std::string filler = "WARC/1.0\nX: ";
    const Met seam = read_warc(filler + std::string((1U << 16U) - filler.size() - 4, 'x') + "\n" + last);
    EXPECT_EQ(seam.pages, (Strings{"#2 <p>last</p>"}));
    EXPECT_EQ(seam.skipped, (Strings{"#1: this record's head is longer than 64 KB" + goes_on}));
    // 32 MB of them, and as many that end but do not say their length.
    std::string heads, ended;
    for (int i = 0; i < 3'500'000; ++i) heads += "WARC/1.0\n";
    for (int i = 0; i < 3'000'000; ++i) ended += "WARC/1.0\n\n";
    EXPECT_EQ(read_warc(heads + last).skipped, (Strings{"#1: no empty line ends this record's head; so it goes on up to #3500000" + goes_on}));
    EXPECT_EQ(read_warc(ended + last).skipped, (Strings{"#1: this record does not say how long it is; so it goes on up to #3000000" + goes_on}));
}

TEST(Warc, EveryBeginOfAFileIsReadOrNamed) {
    const std::string file = response(page("one")) + response(page("two"));
    const std::string packed = gzip(response(page("one"))) + gzip(response(page("two")));
    for (const std::string& whole : {file, packed})
        for (std::size_t size = whole == file ? 8 : 80; size < whole.size(); ++size) {
            const Met met = read_warc(std::string_view(whole).substr(0, size));
            EXPECT_FALSE(met.pages.empty() && met.skipped.empty()) << size;
            for (const std::string& one : met.pages) {
                if (one.find("[truncated]") != std::string::npos) continue;
                EXPECT_TRUE(one == "#1 <p>one</p>" || one == "#2 <p>two</p>") << one;
            }
        }
    EXPECT_EQ(read_warc(file.substr(0, file.size() - 8)).pages, (Strings{"#1 <p>one</p>", "#2 <p>two [truncated]"}));
}

TEST(Warc, DamagedMembersAreSurvived) {
    std::string file;
    std::vector<std::size_t> begins;
    unsigned state = 3;
    for (int i = 1; i <= 20; ++i) {
        std::string words = std::to_string(i);
        for (int w = 0; w < 500; ++w) words += fmt::format(" {:x}", (state = state * 1664525U + 1013904223U) >> 12U);
        begins.push_back(file.size());
        file += gzip(response(page(words)));
    }
    std::string damaged = file;
    for (std::size_t i = 0; i < 30; ++i) damaged[begins[9] + 400 + i] = static_cast<char>(damaged[begins[9] + 400 + i] ^ 0x5A);
    const Met met = read_warc(damaged, {}, 1000);
    EXPECT_GE(met.pages.size(), 18U);
    EXPECT_TRUE(met.pages.back().starts_with("#20 <p>20 ") || met.pages.back().starts_with("#19 <p>20 ")) << met.pages.back().substr(0, 20);
    ASSERT_EQ(met.skipped.size(), 1U);
    EXPECT_EQ(met.skipped[0], "#10: the gzip data is damaged; reading went on at the next record that is whole");
    // A member that is missing its end, and one of other bytes.
    const Met cut = read_warc(file.substr(0, begins[5] - 100) + file.substr(begins[5]));
    EXPECT_GE(cut.pages.size(), 18U);
    const Met other = read_warc(file.substr(0, begins[5]) + "something else" + file.substr(begins[5]));
    EXPECT_EQ(other.pages.size(), 20U);
    EXPECT_EQ(other.skipped.size(), 1U);
    // Where nothing whole follows, what came before is kept.
    const Met end = read_warc(file.substr(0, begins[19] + 300));
    EXPECT_EQ(end.pages.size(), 20U);
    EXPECT_TRUE(end.pages.back().ends_with("[truncated]"));
    EXPECT_NE(end.skipped.at(0).find("what came before was read"), std::string::npos);
}

TEST(Warc, ManyFalseBeginsOfMembersAreLinear) {
    std::string file = gzip(response(page("one")));
    file += "x";
    for (int i = 0; i < 300'000; ++i) file += "\x1F\x8B\x08\x08\x08";
    const Met met = read_warc(file + gzip(response(page("two"))));
    EXPECT_EQ(met.pages, (Strings{"#1 <p>one</p>", "#2 <p>two</p>"}));
}

}  // namespace
}  // namespace firsthand::read
