// What real tools wrote (tests/fixtures/made) and what vendors document (tests/fixtures/documented), read to the last field.
#include <gtest/gtest.h>

#include <filesystem>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

std::string at(const std::string& name) { return std::string(FIRSTHAND_SOURCE_DIR) + "/tests/fixtures/" + name; }

struct Expected {
    std::string file;
    std::size_t documents;                         // in the file
    std::string line;                              // the path behind the file's: of the document that is looked at
    std::string id, title, outlet, author, published, begins, ends;
    std::size_t skipped = 0;
};

const std::string kContract = "Quillmere council cancels £41m ferry contract after hull inspection", kInspectors = "Inspectors to return to Quillmere ferries on March 23",
                  kCourt = "Court keeps Quillmere ferries in dock", kCourtUrl = "http://www.northmoor-dispatch.example/region/2026/mar/17/court-keeps-ferries-in-dock.html",
                  kContractUrl = "http://www.harborledger.example/2026/03/14/quillmere-ferry-contract.html",
                  kContractsUrl = "https://www.harborledger.example/2026/03/14/quillmere-ferry-contract.html",
                  kInspectorsUrl = "https://thevalecourier.example/news/2026/inspectors-to-return.html", kByBoth = "Orla Tennick, Desmond Okparaku";

const std::vector<Expected> kExpected = {
    {"made/newspaper4k/cli-one.csv", 1, ":2", kCourtUrl, kCourt, "northmoor-dispatch.example", "Hesper Quayle", "2026-03-17", "A judge refused on Tuesday", "continues on 30 March."},
    {"made/newspaper4k/cli-many.csv", 8, ":106", kCourtUrl, kCourt, "northmoor-dispatch.example", "Hesper Quayle", "2026-03-17", "A judge refused on Tuesday", "continues on 30 March."},
    {"made/newspaper4k/cli-many.json", 8, ":1", kContractUrl, kContract, "The Harbor Ledger", kByBoth, "2026-03-14", "QUILLMERE — The council cancelled", ""},
    {"made/newspaper4k/to_json.json", 1, "", kContractUrl, kContract, "The Harbor Ledger", kByBoth, "2026-03-14", "QUILLMERE — The council cancelled", ""},
    {"made/newspaper4k/to_json.jsonl", 8, ":7", kCourtUrl, kCourt, "northmoor-dispatch.example", "Hesper Quayle", "2026-03-17", "A judge refused on Tuesday", "continues on 30 March."},
    {"made/minet/extract.csv", 8, ":67", kCourtUrl, kCourt, "Northmoor Dispatch", "Hesper Quayle", "2026-03-17", "", "", 1},
    {"made/minet/extract-with-contents.csv", 8, ":2", kContractUrl, kContract, "The Harbor Ledger", "Orla Tennick; Desmond Okparaku", "2026-03-14", kContract + "\nCouncillors voted",
     "Reach her at otennick@harborledger.example.", 1},
    {"made/minet/fetch.csv", 0, "", "", "", "", "", "", "", "", 1},
    {"made/trafilatura/one.csv", 1, ":1", "", "", "", "", "", kContract + "\nCouncillors voted", "Reach her at otennick@harborledger.example."},
    {"made/trafilatura/one-with-metadata.csv", 1, ":1", kContractsUrl, kContract, "harborledger.example", "", "2026-03-14", kContract + "\nCouncillors voted",
     "Reach her at otennick@harborledger.example."},
    {"made/trafilatura/many-with-metadata.csv", 8, ":35", kInspectorsUrl, kInspectors, "thevalecourier.example", "", "2026-03-15", "", ""},
    {"made/trafilatura/folder-one-file.csv", 1, ":1", "https://www.northmoor-dispatch.example/live/2026/mar/15/quillmere-ferries-live.html",
     "Quillmere ferries: court hearing set for Tuesday – as it happened", "northmoor-dispatch.example", "", "2026-03-15", "Quillmere ferries: court hearing",
     "said Odile Framwell, a nurse."},
    {"made/trafilatura/one-with-metadata.jsonl", 1, "", kContractsUrl, kContract, "The Harbor Ledger", "Orla Tennick; Desmond Okparaku", "2026-03-14", kContract + "\nCouncillors voted",
     "Reach her at otennick@harborledger.example."},
    {"made/trafilatura/many-with-metadata.jsonl", 8, ":5", kInspectorsUrl, kInspectors, "The Vale Courier", "Marta Ellsworth", "2026-03-15", "", ""},
    {"made/news-please/from_urls.json", 8, ":2", kContractUrl, kContract, "harborledger.example", kByBoth, "2026-03-14", "QUILLMERE — The council cancelled", ""},
    {"made/news-please/from_warc.jsonl", 3, ":1", kContractUrl, kContract, "harborledger.example", kByBoth, "2026-03-14", "QUILLMERE — The council cancelled", ""},
    {"documented/ninjs-1.4.json", 1, "", "http://continentalwire.example/newsitems/20260315ferries2", kInspectors, "Continental Wire", "Marta Ellsworth", "2026-03-15T11:20:00Z",
     "QUILLMERE (CW) — Inspectors will return on March 23", "\n\n(Reporting by Marta Ellsworth; Editing by Joaquim Verle)"},
    {"documented/ninjs-1.6-composite.json", 1, "", "http://continentalwire.example/newsitems/20260315ferries3", kInspectors, "continentalwire.example", "Marta Ellsworth and Joaquim Verle",
     "2026-03-15T12:40:00Z", "QUILLMERE (CW) — Inspectors will return on March 23", "\n\n(Reporting by Marta Ellsworth; Editing by Joaquim Verle)"},
    {"documented/ninjs-2.0.json", 1, "", "urn:newsml:continentalwire.example:20260315:260315-99-167362", kInspectors, "Continental Wire", "Marta Ellsworth, Continental Wire",
     "2026-03-15T12:00:00Z", "QUILLMERE (CW) — Inspectors will return on March 23", "\n\n(Reporting by Marta Ellsworth; Editing by Joaquim Verle)"},
    {"documented/ninjs-3.1.json", 1, "", "http://continentalwire.example/newsitems/20260315ferries4", kInspectors, "continentalwire.example", "Marta Ellsworth", "2026-03-15T12:00:00Z",
     "QUILLMERE (CW) — Inspectors will return on March 23", "\n\n(Reporting by Marta Ellsworth; Editing by Joaquim Verle)"},
    {"documented/webz.json", 1, "#1", "0000aa11bb22cc33dd44ee55ff66aa77bb88cc99", kInspectors, "thevalecourier.example", "Marta Ellsworth", "2026-03-15T12:00:00Z",
     "QUILLMERE (CW) — Inspectors will return on March 23", "(Reporting by Marta Ellsworth; Editing by Joaquim Verle)", 1},
    {"documented/newsapi-everything.json", 2, "#1", kInspectorsUrl, kInspectors, "The Vale Courier", "Marta Ellsworth", "2026-03-15T12:00:00Z", "QUILLMERE (CW) — Inspectors will return",
     "for the welding… [+317 chars]", 1},
};

TEST(Fixtures, AreReadToTheLastField) {
    for (const Expected& expected : kExpected) {
        SCOPED_TRACE(expected.file);
        const std::string path = at(expected.file);
        const ReadAll all = read_paths({path});
        EXPECT_EQ(all.documents.size(), expected.documents);
        EXPECT_EQ(all.skipped.size(), expected.skipped);
        if (expected.documents == 0) continue;
        const auto found = std::find_if(all.documents.begin(), all.documents.end(), [&](const Document& d) { return d.path == path + expected.line; });
        if (found == all.documents.end()) {
            ADD_FAILURE() << "no document at " << expected.line;
            continue;
        }
        EXPECT_EQ(found->id, expected.id.empty() ? found->path : expected.id);
        EXPECT_EQ(found->title, expected.title);
        EXPECT_EQ(found->outlet, expected.outlet);
        EXPECT_EQ(found->author, expected.author);
        EXPECT_EQ(found->published.value, expected.published);
        EXPECT_TRUE(found->text.starts_with(expected.begins)) << found->text.substr(0, 200);
        EXPECT_TRUE(found->text.ends_with(expected.ends)) << found->text.substr(found->text.size() - std::min<std::size_t>(found->text.size(), 200));
    }
}

TEST(Fixtures, ListsAreNamedAlone) {
    const std::vector<std::pair<std::string, std::string>> lists = {
        {"mediacloud-story-list.csv", "2 stories of a Media Cloud list"}, {"mediacloud-story-list.json", "1 story of a Media Cloud list"},
        {"mediacloud-v2-minet.csv", "1 story of a Media Cloud list"}, {"mediacloud-v2-stories.json", "2 stories of a Media Cloud list"},
        {"gdelt-doc-artlist.csv", "1 row of a GDELT export"}, {"gdelt-doc-artlist.json", "2 rows of a GDELT export"}, {"gdelt-events-2.0.tsv", "1 row of a GDELT export"},
        {"gdelt-gkg-2.1.tsv", "1 row of a GDELT export"}, {"zotero.csv", "1 item of a Zotero library"}, {"zotero-csl.json", "2 items of a Zotero library"},
        {"zotero.bib", "a list of references"}, {"zotero.rdf", "a list of references"}};
    for (const auto& [file, reason] : lists) {
        const ReadAll all = read_paths({at("documented/" + file)});
        EXPECT_TRUE(all.documents.empty()) << file;
        ASSERT_EQ(all.skipped.size(), 1U) << file;
        EXPECT_TRUE(all.skipped[0].reason.starts_with(reason)) << file << ": " << all.skipped[0].reason;
    }
}

// An article that says nothing of itself but its address, and each list that knows more.
TEST(Fixtures, ListsJoinTheirArticles) {
    const std::vector<std::vector<std::string>> lists = {
        {"mediacloud-story-list.csv", "Inspectors to return", "", "2026-03-15"}, {"mediacloud-v2-stories.json", "Inspectors to return", "", "2026-03-15T12:00:00Z"},
        {"gdelt-doc-artlist.json", "Inspectors to return", "", ""},             {"gdelt-gkg-2.1.tsv", "Inspectors to return", "", ""},
        {"zotero-csl.json", "Inspectors to return", "Marta Ellsworth", "2026-03-15"}};
    for (const auto& list : lists) {
        SCOPED_TRACE(list[0]);
        Folder folder;
        const std::string article = folder.write("a.jsonl", "{\"text\":\"The bridge is closed.\",\"url\":\"" + kInspectorsUrl + "\"}\n");
        const ReadAll all = read_paths({article, at("documented/" + list[0])});
        ASSERT_EQ(all.documents.size(), 1U);
        EXPECT_TRUE(all.documents[0].title.starts_with(list[1])) << all.documents[0].title;
        EXPECT_EQ(all.documents[0].author, list[2]);
        EXPECT_EQ(all.documents[0].published.value, list[3]);
    }
}

}  // namespace
}  // namespace firsthand::read
