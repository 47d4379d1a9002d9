#include "read/named.h"

#include <gtest/gtest.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

TEST(Named, AddressLists) {
    EXPECT_TRUE(is_address_list("https://quell.example/1\nhttps://quell.example/2\n"));
    EXPECT_TRUE(is_address_list("url\r\nhttps://quell.example/1\r\nhttps://quell.example/2\r\n"));
    EXPECT_TRUE(is_address_list("# my list\n\nhttps://quell.example/1"));
    EXPECT_FALSE(is_address_list("Read https://quell.example/1\n"));
    EXPECT_FALSE(is_address_list("https://quell.example/1\nThe bridge is closed.\nNobody came.\n"));
    EXPECT_FALSE(is_address_list(""));
}

TEST(Named, ReferenceLists) {
    EXPECT_TRUE(is_reference_list("\n@article{quill_2021,\n\ttitle = {A bridge},\n}\n"));
    EXPECT_TRUE(is_reference_list("TY  - NEWS\nTI  - A bridge\nER  - \n"));
    EXPECT_TRUE(is_reference_list("<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\">"));
    EXPECT_FALSE(is_reference_list("@quill wrote {so it seems} that = is a sign"));
    EXPECT_FALSE(is_reference_list("TY is a name"));
}

TEST(Named, OneReasonForAFile) {
    Folder folder;
    folder.write("urls.txt", "https://quell.example/1\nhttps://quell.example/2\n");
    folder.write("zotero.bib", "@misc{a,\n title = {A bridge}\n}\n");
    folder.write("z.txt", "The bridge is closed.\n");
    const ReadAll all = read_paths({folder.path()});
    ASSERT_EQ(all.skipped.size(), 2U);
    EXPECT_NE(all.skipped[0].reason.find("opens no connection"), std::string::npos);
    EXPECT_NE(all.skipped[1].reason.find("references"), std::string::npos);
    EXPECT_EQ(all.documents.size(), 1U);
}

TEST(Named, AddressesAsPaths) {
    Folder folder;
    const std::string good = folder.write("a.txt", "The bridge is closed.\n");
    const ReadAll all = read_paths({"https://quell.example/1", good});
    ASSERT_EQ(all.skipped.size(), 1U);
    EXPECT_EQ(all.skipped[0].path, "https://quell.example/1");
    EXPECT_NE(all.skipped[0].reason.find("opens no connection"), std::string::npos);
    const auto alone = Reader::open({{"https://quell.example/1"}});
    ASSERT_FALSE(alone.has_value());
    EXPECT_NE(alone.error().message.find("opens no connection"), std::string::npos);
}

}  // namespace
}  // namespace firsthand::read
