#include "read/walk.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/folder_test.h"

namespace firsthand::read {
namespace {

struct Walked {
    std::vector<std::string> files, skipped;
};

Walked walk_all(const Folder& folder, std::vector<std::string> paths) {
    Walk walk(std::move(paths));
    Walked out;
    while (auto entry = walk.next()) {
        const bool file = std::holds_alternative<FoundFile>(*entry);
        std::string path = file ? std::get<FoundFile>(*entry).path : std::get<Skipped>(*entry).path;
        if (path.starts_with(folder.path())) path.erase(0, folder.path().size() + 1);
        (file ? out.files : out.skipped).push_back(path);
    }
    return out;
}

using Strings = std::vector<std::string>;

TEST(Walk, SortedAndWithoutHiddenFiles) {
    const Folder folder;
    for (const char* name : {"README.md", "a/readme", "LICENSE", "b.txt", "a/z.txt", "a/b.txt", "c.txt", ".hidden", ".git/x.txt", "a.txt"}) folder.write(name, "x");
    EXPECT_EQ(walk_all(folder, {folder.path()}).files, (Strings{"a/b.txt", "a/z.txt", "a.txt", "b.txt", "c.txt"}));
    EXPECT_EQ(walk_all(folder, {folder / "c.txt", folder / "a", "-"}).files, (Strings{"c.txt", "a/b.txt", "a/z.txt", "-"}));
}

TEST(Walk, FilesOfASavedPageBelongToIt) {
    const Folder folder;
    for (const char* name : {"a.html", "a_files/frame.html", "b.htm", "b-Dateien/x.html", "c_fichiers/alone.html", "d.txt", "d_files/x.html", "_files/y.html"})
        folder.write(name, "x");
    EXPECT_EQ(walk_all(folder, {folder.path()}).files, (Strings{"_files/y.html", "a.html", "b.htm", "c_fichiers/alone.html", "d.txt", "d_files/x.html"}));
    EXPECT_EQ(walk_all(folder, {folder / "a_files"}).files, (Strings{"a_files/frame.html"})) << "unless it is named";
}

TEST(Walk, LoopsEnd) {
    const Folder folder;
    folder.write("a/one.txt", "x");
    std::filesystem::create_directory_symlink(folder.path(), folder / "a/loop");
    std::filesystem::create_directory_symlink("self", folder / "self");
    std::filesystem::create_symlink("nowhere", folder / "broken");
    const Walked walked = walk_all(folder, {folder.path()});
    EXPECT_EQ(walked.files, (Strings{"a/one.txt"}));
    EXPECT_EQ(walked.skipped, (Strings{"broken", "self"}));
}

TEST(Walk, LinksThatLeadOutAreNotFollowed) {
    const Folder folder, elsewhere;
    elsewhere.write("secret.txt", "x");
    folder.write("in/a.txt", "x");
    std::filesystem::create_directory_symlink(elsewhere.path(), folder / "in/out");
    std::filesystem::create_symlink(elsewhere / "secret.txt", folder / "in/b.txt");
    std::filesystem::create_symlink(folder / "in/a.txt", folder / "in/c.txt");
    const Walked walked = walk_all(folder, {folder / "in"});
    EXPECT_EQ(walked.files, (Strings{"in/a.txt", "in/c.txt"}));
    EXPECT_EQ(walked.skipped, (Strings{"in/b.txt", "in/out"}));
    EXPECT_EQ(walk_all(folder, {folder / "in/b.txt"}).skipped, Strings{}) << "unless it is named";
}

TEST(Walk, PipesAreNotOpened) {
    const Folder folder;
    folder.write("a.txt", "x");
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    const Walked walked = walk_all(folder, {folder.path()});
    EXPECT_EQ(walked.files, (Strings{"a.txt"}));
    EXPECT_EQ(walked.skipped, (Strings{"pipe"}));
    EXPECT_EQ(walk_all(folder, {folder / "pipe"}).files, (Strings{"pipe"})) << "but one that the user names may be";
}

TEST(Walk, NoPermission) {
    const Folder folder;
    folder.write("closed/a.txt", "x");
    std::filesystem::permissions(folder / "closed", std::filesystem::perms::none);
    {
        const WithoutRights rights;
        if (!rights.holds()) GTEST_SKIP() << "root cannot drop its rights here";
        EXPECT_EQ(walk_all(folder, {folder.path()}).skipped, (Strings{"closed"}));
    }
    std::filesystem::permissions(folder / "closed", std::filesystem::perms::owner_all);
}

TEST(Walk, NamesAreShownSafely) {
    EXPECT_EQ(show_path("a b/ü.txt"), "a b/ü.txt");
    EXPECT_EQ(show_path("a\x1B[31m\n.txt"), "a\\u{1b}[31m\\u{a}.txt");
    EXPECT_EQ(show_path("a\xFF\xFE.txt"), "a\\x{ff}\\x{fe}.txt");
}

}  // namespace
}  // namespace firsthand::read
