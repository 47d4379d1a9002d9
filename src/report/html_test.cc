// The page: nothing that was read becomes markup, nothing is fetched, every link has its target.
#include "report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include "base/base64.h"
#include "base/utf8.h"
#include "report/html_text.h"
#include "report/test_corpus.h"

namespace firsthand::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const Corpus& corpus) {
    std::ostringstream out;
    write_html(corpus, ReportOptions{.program = "firsthand test"}, out);
    return out.str();
}

// Every page of the table, of the hand-made corpus.
std::vector<std::string> list_pages() {
    std::vector<std::string> pages;
    for (const ReportRow& row : reports()) {
        if (!row.name.ends_with(".html")) continue;
        std::ostringstream out;
        row.write(make_test_corpus(), ReportOptions{.program = "firsthand test"}, out);
        pages.push_back(out.str());
    }
    EXPECT_EQ(pages.size(), 4U);
    return pages;
}

// Calls `visit` for every tag, without its brackets.
template <typename Visit>
void each_tag(const std::string& page, const Visit& visit) {
    for (std::size_t at = 0; (at = page.find('<', at)) != std::string::npos;) {
        const std::size_t end = page.find('>', at);
        ASSERT_NE(end, std::string::npos);
        visit(page.substr(at + 1, end - at - 1));
        at = end;
    }
}

// The values of an attribute, in order: "id=\"" or "href=\"#".
std::vector<std::string> values_of(const std::string& page, const std::string& begin) {
    std::vector<std::string> values;
    each_tag(page, [&](const std::string& tag) {
        const std::size_t at = tag.find(' ' + begin);
        if (at == std::string::npos) return;
        const std::size_t from = at + 1 + begin.size();
        values.push_back(tag.substr(from, tag.find('"', from) - from));
    });
    return values;
}

TEST(Html, hostile_text_stays_text) {
    for (const std::string& page : list_pages())
        for (const char* bad : {"<script", "javascript:", "\u202e", "\x1b"}) EXPECT_THAT(page, Not(HasSubstr(bad)));
    const std::string page = page_of(make_test_corpus());
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;gone&quot;)&lt;/script&gt; &amp; all"));
    EXPECT_THAT(page, HasSubstr("<span class=\"control\">U+202E</span>"));
    EXPECT_THAT(page, HasSubstr("href=\"https://lantern.example/mill?a=1&amp;b=&quot;2&quot;\" rel=\"noopener noreferrer\""));
}

TEST(Html, nothing_is_fetched_and_nothing_runs) {
    for (const std::string& page : list_pages()) {
        EXPECT_THAT(page, HasSubstr("default-src 'none'"));
        for (const char* bad : {"<img", "<link", "<iframe", "<object", "<form", " src=", " style=", " onclick", "url(", "@import", "'unsafe-inline'"})
            EXPECT_THAT(page, Not(HasSubstr(bad)));
    }
}

TEST(Html, every_link_on_the_page_has_its_target_and_every_id_is_there_once) {
    std::size_t count = 0;
    for (const std::string& page : list_pages()) {
        const std::vector<std::string> ids = values_of(page, "id=\""), links = values_of(page, "href=\"#");
        const std::set<std::string> targets(ids.begin(), ids.end());
        EXPECT_EQ(targets.size(), ids.size());
        for (const std::string& link : links) EXPECT_TRUE(targets.contains(link)) << link;
        count += links.size();
    }
    EXPECT_GT(count, 13U);
}

TEST(Html, tags_are_closed_in_order) {
    std::vector<std::string> open;
    const auto visit = [&](const std::string& tag) {
        if (tag.starts_with("meta ") || tag.starts_with("!DOCTYPE") || tag == "br") return;
        if (!tag.starts_with('/')) {
            open.push_back(tag.substr(0, tag.find(' ')));
        } else {
            ASSERT_FALSE(open.empty()) << tag;
            EXPECT_EQ('/' + open.back(), tag);
            open.pop_back();
        }
    };
    for (const std::string& page : list_pages()) {
        each_tag(page, visit);
        EXPECT_TRUE(open.empty());
    }
}

TEST(Html, shows_what_changed_and_leaves_out_furniture) {
    const std::string page = page_of(make_test_corpus());
    EXPECT_THAT(page, HasSubstr("The mill will <del>not</del> close before the spring"));
    EXPECT_THAT(page, Not(HasSubstr("You Might Also Like")));
    EXPECT_THAT(page, HasSubstr("Page furniture is left out."));
    EXPECT_THAT(page, HasSubstr("<b>4</b> articles"));
    EXPECT_THAT(page, HasSubstr("quoted: The Lantern ← insider (unnamed)"));
    EXPECT_THAT(page, HasSubstr("●●○"));
}

TEST(Html, says_when_it_does_not_show_everything) {
    Corpus corpus;
    for (int i = 0; i < 50; ++i) {
        Reading reading;
        reading.key = static_cast<DocumentKey>(i) + 1;
        reading.document.id = "n" + std::to_string(i);
        reading.document.text = "Something happened.";
        corpus.readings.push_back(reading);
    }
    const std::string page = page_of(corpus);
    EXPECT_THAT(page, HasSubstr("the 30 largest of 50 stories and 30 articles in full"));
    EXPECT_THAT(page_of(Corpus{}), HasSubstr("Nothing was read"));
}

TEST(Html, the_policy_names_the_hash_of_the_style_sheet) {
    const std::string path = ::testing::TempDir() + "firsthand_style_" + std::to_string(std::rand()) + ".css";
    std::ofstream(path, std::ios::binary) << style_sheet();
    const std::string command = "sha256sum " + path;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    ASSERT_NE(pipe, nullptr);
    std::array<char, 65> hex{};
    ASSERT_NE(std::fgets(hex.data(), static_cast<int>(hex.size()), pipe.get()), nullptr);
    std::remove(path.c_str());
    std::vector<std::int8_t> hash;
    for (std::size_t i = 0; i < 64; i += 2) hash.push_back(static_cast<std::int8_t>(std::stoi(std::string(&hex[i], 2), nullptr, 16)));
    EXPECT_EQ(style_hash(), base::encode_base64(hash)) << "the style sheet has changed: this is its hash for html_style.cc";
}

TEST(Html, only_web_addresses_become_links) {
    EXPECT_TRUE(is_web_address("https://lantern.example/a"));
    EXPECT_TRUE(is_web_address("HTTP://lantern.example"));
    for (const char* bad : {"", "javascript:alert(1)", "data:text/html,x", "//lantern.example", "https://a b", "https://a\u202eb",
                            "https://", "ftp://lantern.example"})
        EXPECT_FALSE(is_web_address(bad)) << bad;
}

RC_GTEST_PROP(Html, any_bytes_are_escaped, (const std::string& bytes)) {
    std::ostringstream node, value;
    node << Escaped{bytes};
    value << EscapedValue{bytes};
    RC_ASSERT(base::is_valid_utf8(node.str()));
    RC_ASSERT(value.str().find_first_of("<>\"'") == std::string::npos);
    std::string shown = node.str();
    for (std::size_t at = 0; (at = shown.find("<span class=\"control\">U+", at)) != std::string::npos;) {
        const std::size_t end = shown.find("</span>", at);
        RC_ASSERT(end != std::string::npos);
        shown.erase(at, end + 7 - at);
    }
    RC_ASSERT(shown.find_first_of("<>\"'") == std::string::npos);
}

}  // namespace
}  // namespace firsthand::report
