// The archives under tests/fixtures, made by the tools that people use: every page comes, by its record and its address.
#include <gtest/gtest.h>

#include <algorithm>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

using Strings = std::vector<std::string>;

const std::string kMade = std::string(FIRSTHAND_SOURCE_DIR) + "/tests/fixtures/made";

constexpr const char* kContract = "http://www.harborledger.example/2026/03/14/quillmere-ferry-contract.html";
constexpr const char* kWeld = "http://www.harborledger.example/opinion/2026/03/16/paint-is-not-a-weld.html";
constexpr const char* kStunned = "http://thevalecourier.example/news/2026/ferry-firm-stunned.html";
constexpr const char* kInspectors = "http://thevalecourier.example/news/2026/inspectors-to-return.html";
constexpr const char* kCourt = "http://www.northmoor-dispatch.example/region/2026/mar/17/court-keeps-ferries-in-dock.html";

// "#3 http://…" for each page or text, with its note "truncated"; reasons as they are.
Strings read_fixture(const std::string& name) {
    Strings out;
    auto reader = Reader::open({{kMade + "/" + name}, {}});
    if (!reader) return {reader.error().message};
    while (auto item = reader->next()) {
        std::string line;
        std::visit([&](const auto& one) { line = one.path.substr(std::min(one.path.rfind('#'), one.path.size())); }, *item);
        const auto add = [&](const auto& one) {
            line += " " + one.url;
            if (std::find(one.notes.begin(), one.notes.end(), "truncated") != one.notes.end()) line += " truncated";
        };
        if (const auto* page = std::get_if<Page>(&*item)) add(*page);
        if (const auto* document = std::get_if<Document>(&*item)) add(*document);
        if (const auto* skipped = std::get_if<Skipped>(&*item)) line += " " + skipped->reason;
        out.push_back(line);
    }
    return out;
}

class Archives : public testing::Test {
    void SetUp() override { ASSERT_TRUE(std::filesystem::exists(kMade)) << "the fixtures are not here"; }
};

// What pages.warc(.gz) of run/warcs.py holds: chunked, gzip, brotli, both, cut short, and much that is no page.
const Strings kPages = {std::string("#3 ") + kContract, std::string("#6 ") + kWeld, std::string("#9 ") + kStunned, std::string("#12 ") + kInspectors,
    "#15 http://thevalecourier.example/amp/news/2026/inspectors-to-return.html", "#18 http://www.northmoor-dispatch.example/live/2026/mar/15/quillmere-ferries-live.html",
    std::string("#21 ") + kCourt + " truncated", "#24 http://www.northmoor-dispatch.example/premium/2026/mar/18/brightwater-accounts.html", std::string("#43 ") + kInspectors};

TEST_F(Archives, Warcio) {
    EXPECT_EQ(read_fixture("warcio/pages.warc"), kPages);
    EXPECT_EQ(read_fixture("warcio/pages.warc.gz"), kPages);
    EXPECT_EQ(read_fixture("warcio/capture_http.warc.gz"), (Strings{std::string("#1 ") + kContract, std::string("#3 ") + kWeld, std::string("#5 ") + kCourt}));
}

TEST_F(Archives, Wget) {
    EXPECT_EQ(read_fixture("wget/plain.warc"), (Strings{std::string("#3 ") + kCourt}));
    EXPECT_EQ(read_fixture("wget/packed.warc.gz"), (Strings{std::string("#3 ") + kContract, std::string("#7 ") + kWeld, std::string("#9 ") + kStunned, std::string("#13 ") + kInspectors}));
}

TEST_F(Archives, Wacz) {
    EXPECT_EQ(read_fixture("wacz/pages.wacz"), kPages);
    EXPECT_EQ(read_fixture("wacz/pages-with-text.wacz"), kPages) << "its hashes are true, and no page is missing";
}

TEST_F(Archives, Chromium) {
    EXPECT_EQ(read_fixture("chromium/ferry-contract.mhtml"), (Strings{std::string(" ") + kContract}));
    EXPECT_EQ(read_fixture("chromium/ferry-firm-stunned.mhtml"), (Strings{std::string(" ") + kStunned}));
}

}  // namespace
}  // namespace firsthand::read
