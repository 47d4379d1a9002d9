#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <thread>

#include "base/threads.h"
#include "store/arbitrary_test.h"

namespace firsthand::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A folder of its own as TMPDIR, for the life of one test.
class OwnFolder {
  public:
    OwnFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "store-test-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        if (const char* before = std::getenv("TMPDIR")) before_ = before;
        setenv("TMPDIR", folder_.c_str(), 1);
    }
    ~OwnFolder() {
        before_.empty() ? unsetenv("TMPDIR") : setenv("TMPDIR", before_.c_str(), 1);
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    [[nodiscard]] const std::string& path() const { return folder_; }
    [[nodiscard]] bool empty() const { return std::filesystem::is_empty(folder_); }

  private:
    std::string folder_, before_;
};

Store open_store(StoreOptions options = {}) {
    auto store = Store::open_temporary(options);
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
}

Reading make_reading(DocumentKey key, std::string id, std::int64_t seconds = 0, DatePrecision precision = DatePrecision::none) {
    Reading reading;
    reading.key = key;
    reading.document.id = std::move(id);
    reading.document.outlet = "The Quill";
    reading.document.published.seconds = seconds;
    reading.document.published.precision = precision;
    reading.document.text = "It rains, 3 days.";
    reading.annotation.tokens = {{0, 2, 1, TokenKind::word, LetterCase::title}, {3, 8, 2, TokenKind::word, LetterCase::lower},
                                 {8, 9, 0, TokenKind::punctuation, {}},         {10, 11, 3, TokenKind::number, {}},
                                 {12, 16, 4, TokenKind::word, {}},              {16, 17, 0, TokenKind::punctuation, {}}};
    return reading;
}

TEST(Store, KeepsAndFindsReadings) {
    Store store = open_store();
    const Reading reading = make_reading(0xFFFFFFFFFFFFFFFFULL, "a");                 // beyond SQLite's signed integers
    ASSERT_TRUE(store.add(reading));
    EXPECT_TRUE(store.contains(reading.key)) << "before the commit, too";
    ASSERT_TRUE(store.commit());
    EXPECT_EQ(*store.reading(reading.key), reading);
    EXPECT_EQ(*store.cached(reading.key), reading);
    EXPECT_EQ(store.cached(reading.key), store.cached(reading.key)) << "the same object";
    store.drop_cached();
    EXPECT_EQ(*store.cached(reading.key), reading) << "found again";
    EXPECT_FALSE(store.contains(1));
    EXPECT_THAT(store.reading(1).error().message, HasSubstr("no such document"));
}

TEST(Store, HandsOutDocumentsInCanonicalOrder) {
    Store store = open_store();
    ASSERT_TRUE(store.add(make_reading(1, "undated b", 99)));                         // seconds without precision mean nothing
    ASSERT_TRUE(store.add(make_reading(2, "undated a")));
    ASSERT_TRUE(store.add(make_reading(3, "late", 2000, DatePrecision::day)));
    ASSERT_TRUE(store.add(make_reading(4, "early b", 1000, DatePrecision::second)));
    ASSERT_TRUE(store.add(make_reading(5, "early a", 1000, DatePrecision::year)));
    ASSERT_TRUE(store.add(make_reading(6, "before 1970", -5, DatePrecision::year)));
    const auto rows = store.documents();
    ASSERT_TRUE(rows);
    std::vector<std::string> ids, visited;
    for (const DocumentRow& row : *rows) ids.push_back(row.id);
    EXPECT_THAT(ids, ElementsAre("before 1970", "early a", "early b", "late", "undated a", "undated b"));
    EXPECT_EQ((*rows)[1], (DocumentRow{5, "early a", "The Quill", 1000, DatePrecision::year, 4}));
    EXPECT_EQ((*rows)[5].published_seconds, 0);
    ASSERT_TRUE(store.each_reading([&](Reading reading) {
        visited.push_back(reading.document.id);
        EXPECT_TRUE(store.contains(reading.key)) << "the store can be asked while it is visited";
        return visited.size() < 4;
    }));
    EXPECT_THAT(visited, ElementsAre("before 1970", "early a", "early b", "late"));
}

TEST(Store, RefusesAKeyThatIsThere) {
    Store store = open_store();
    ASSERT_TRUE(store.add(make_reading(1, "a", 10, DatePrecision::day)));
    Reading other = make_reading(1, "b");
    other.document.path = "pile.jsonl:7";
    const auto added = store.add(other);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::store);
    EXPECT_THAT(added.error().message, HasSubstr("pile.jsonl:7"));
    EXPECT_EQ(store.reading(1)->document.id, "a") << "nothing was replaced";
    ASSERT_TRUE(store.add(make_reading(2, "c"))) << "and the store goes on";
    ASSERT_TRUE(store.commit());
    EXPECT_EQ(store.documents()->size(), 2U);
}

TEST(Store, RefusesAReadingThatBreaksTheLaw) {
    Store store = open_store();
    Reading reading = make_reading(1, "a");
    reading.document.furniture = {{0, 99}};
    EXPECT_EQ(store.add(reading).error().code, ErrorCode::input);
    EXPECT_FALSE(store.contains(1));
    EXPECT_TRUE(store.add(make_reading(1, "a")));
}

template <typename T>
T make_of(LinkKind kind, const char* why);
template <>
Link make_of(LinkKind kind, const char* why) { return {kind, {1, {0, 2}, 0}, {2, {3, 5}, 1}, Direction::forward, 9, 8, why, 0.5F}; }
template <>
Group make_of(LinkKind kind, const char* why) { return {kind, "story-1", "Rain", {{1, {}, kNone}}, {Form::verbatim}, {}, 1, "", why}; }
template <>
Assessment make_of(LinkKind kind, const char* why) { return {kind, "story-1", {1, 2, {why}}, {}, {}, {}, {}, {}}; }

template <typename T, typename Put, typename Get>
void expect_replaced(Store& store, Put put, Get get) {
    const std::vector<T> first = {make_of<T>(LinkKind::story, "z"), make_of<T>(LinkKind::story, "a"), make_of<T>(LinkKind::story, "m")};
    const std::vector<T> second = {make_of<T>(LinkKind::story, "only")}, copies = {make_of<T>(LinkKind::copy, "copy")};
    ASSERT_TRUE((store.*put)(LinkKind::story, first));
    ASSERT_TRUE((store.*put)(LinkKind::copy, copies));
    EXPECT_EQ(*(store.*get)(LinkKind::story), first) << "in the order in which they were put";
    ASSERT_TRUE((store.*put)(LinkKind::story, second));
    EXPECT_EQ(*(store.*get)(LinkKind::story), second);
    EXPECT_EQ(*(store.*get)(LinkKind::copy), copies) << "another kind is left alone";
    EXPECT_TRUE((store.*get)(LinkKind::claim)->empty());
}

TEST(Store, ReplacesLinksGroupsAndAssessmentsOfOneKind) {
    Store store = open_store();
    expect_replaced<Link>(store, &Store::put_links, &Store::links);
    expect_replaced<Group>(store, &Store::put_groups, &Store::groups);
    expect_replaced<Assessment>(store, &Store::put_assessments, &Store::assessments);
}

// Random steps, checked against a plain map (leveldb's ModelDB).
RC_GTEST_PROP(Store, AnswersAsAMapWould, ()) {
    Store store = open_store({.cache_bytes = *rc::gen::element<std::uint64_t>(0, 1U << 16U)});
    std::map<DocumentKey, Reading> model;
    const int steps = *rc::gen::inRange(1, 40);
    for (int i = 0; i < steps; ++i) {
        const DocumentKey key = *rc::gen::inRange<DocumentKey>(0, 12) - 6;            // on both sides of zero, when signed
        switch (*rc::gen::inRange(0, 4)) {
            case 0: RC_ASSERT(store.commit().has_value()); break;
            case 1: RC_ASSERT(store.contains(key) == model.contains(key)); break;
            case 2:
                if (model.contains(key)) RC_ASSERT(*store.cached(key) == model.at(key));
                else RC_ASSERT(!store.reading(key));
                break;
            default:
                Reading reading = arbitrary_reading();
                reading.key = key;
                reading.document.id = std::to_string(key);
                RC_ASSERT(store.add(reading).has_value() == model.emplace(key, reading).second);
        }
    }
    std::size_t seen = 0;
    RC_ASSERT(store.each_reading([&](Reading reading) { return model.at(reading.key) == reading && ++seen > 0; }).has_value());
    RC_ASSERT(seen == model.size());
}

TEST(Store, ServesManyThreads) {
    Store store = open_store({.cache_bytes = 1U << 16U});
    constexpr DocumentKey kReadings = 300;
    for (DocumentKey key = 1; key <= kReadings; ++key) ASSERT_TRUE(store.add(make_reading(key, std::to_string(key))));
    std::vector<int> right(4 * kReadings);
    base::parallel_for(right.size(), 4, [&](std::size_t i) {
        const DocumentKey key = i * 7 % kReadings + 1;
        right[i] = store.cached(key)->document.id == std::to_string(key);
    });
    EXPECT_EQ(std::count(right.begin(), right.end(), 1), static_cast<long>(right.size()));
}

TEST(Store, AReadingThatIsNotThereComesOutLater) {
    Store store = open_store();
    EXPECT_EQ(*store.cached(5), Reading{});
    EXPECT_THAT(store.commit().error().message, HasSubstr("no such document"));
    EXPECT_FALSE(store.contains(5));
}

TEST(TemporaryStore, LeavesNothingBehind) {
    const OwnFolder folder;
    Store store = open_store();
    ASSERT_TRUE(store.add(make_reading(1, "a")));
    ASSERT_TRUE(store.commit());
    EXPECT_TRUE(folder.empty()) << "its file has no name";
    Store moved = std::move(store);
    EXPECT_EQ(moved.reading(1)->document.id, "a");
}

// A child fills a store far beyond the page cache, tells so, and is killed.
TEST(TemporaryStore, LeavesNothingBehindWhenKilled) {
    const OwnFolder folder;
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        Store store = open_store();
        for (DocumentKey key = 1; key <= 200; ++key) {
            Reading reading = make_reading(key, std::to_string(key));
            reading.document.text += std::string(1U << 20U, 'x');
            if (!store.add(reading)) _exit(1);
        }
        if (write(ends[1], "x", 1) != 1) _exit(1);
        for (;;) pause();
    }
    close(ends[1]);
    char told = 0;
    ASSERT_EQ(read(ends[0], &told, 1), 1) << "the child could not fill its store";
    ASSERT_EQ(kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    close(ends[0]);
    EXPECT_TRUE(folder.empty());
}

TEST(TemporaryStore, NamesAFolderThatCannotBeUsed) {
    const OwnFolder folder;
    const std::string missing = folder.path() + "/not\nthere";
    setenv("TMPDIR", missing.c_str(), 1);
    const auto store = Store::open_temporary();
    ASSERT_FALSE(store);
    EXPECT_THAT(store.error().message, HasSubstr("not\\u{a}there: no temporary store can be made here"));
    EXPECT_THAT(store.error().message, HasSubstr("TMPDIR"));
}

// A file that may not grow stands for a disk that is full: the same write fails in the same place.
TEST(TemporaryStore, NamesTheFolderWhenTheDiskIsFull) {
    const OwnFolder folder;
    Store store = open_store();
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4U << 20U, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    std::string message;
    for (DocumentKey key = 1; key <= 40 && message.empty(); ++key) {
        Reading reading = make_reading(key, std::to_string(key));
        reading.document.text += std::string(1U << 20U, 'x');
        auto done = store.add(reading);
        if (done) done = store.commit();
        if (!done) message = done.error().message;
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, previous);
    EXPECT_EQ(message, folder.path() + ": no room left for the temporary store; set TMPDIR to a folder with more room");
    EXPECT_EQ(store.documents().error().message, message) << "and so from then on";
    EXPECT_EQ(store.put_links(LinkKind::story, {}).error().message, message);
}

}  // namespace
}  // namespace firsthand::store
