// Two tables for documents: the small columns that every question needs, and the readings, appended in the order in which
// they come, so that a batch is written as one run and documents() reads no text. Links, groups and assessments are rows
// of (kind, place, record); the records are reading_format.h's.
// One connection behind one lock; records are decoded outside of it.
// Tested by store_test.cc.
#include "store/store.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <array>
#include <cstdlib>
#include <mutex>
#include <utility>

#include "base/utf8.h"
#include "store/cache.h"
#include "store/database.h"
#include "store/law.h"
#include "store/reading_format.h"

namespace firsthand::store {
namespace {

constexpr const char* kSchema =
    "CREATE TABLE document(key INTEGER PRIMARY KEY, place INTEGER NOT NULL, id TEXT NOT NULL, outlet TEXT NOT NULL,"
    " published INTEGER NOT NULL, precision INTEGER NOT NULL, words INTEGER NOT NULL);"
    "CREATE TABLE reading(place INTEGER PRIMARY KEY, data BLOB NOT NULL);"
    "CREATE TABLE link(kind INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(kind, place)) WITHOUT ROWID;"
    "CREATE TABLE groups(kind INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(kind, place)) WITHOUT ROWID;"
    "CREATE TABLE assessment(kind INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(kind, place)) WITHOUT ROWID;";

enum Query : std::size_t {
    kAddDocument,
    kAddReading,
    kContains,
    kDocuments,
    kReading,
    kRemoveReading,
    kRemoveDocument,
    kRemoveLinks,
    kAddLink,
    kLinks,
    kRemoveGroups,
    kAddGroup,
    kGroups,
    kRemoveAssessments,
    kAddAssessment,
    kAssessments,
    kQueries
};

constexpr std::array<const char*, kQueries> kSql = {
    "INSERT INTO document(key, place, id, outlet, published, precision, words) VALUES(?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO reading(place, data) VALUES(?, ?)",
    "SELECT 1 FROM document WHERE key = ?",
    "SELECT key, id, outlet, published, precision, words FROM document"
    " ORDER BY precision = 0, CASE precision WHEN 0 THEN 0 ELSE published END, id, key",
    "SELECT data FROM reading WHERE place = (SELECT place FROM document WHERE key = ?)",
    "DELETE FROM reading WHERE place = (SELECT place FROM document WHERE key = ?)",
    "DELETE FROM document WHERE key = ?",
    "DELETE FROM link WHERE kind = ?",
    "INSERT INTO link(kind, place, data) VALUES(?, ?, ?)",
    "SELECT data FROM link WHERE kind = ? ORDER BY place",
    "DELETE FROM groups WHERE kind = ?",
    "INSERT INTO groups(kind, place, data) VALUES(?, ?, ?)",
    "SELECT data FROM groups WHERE kind = ? ORDER BY place",
    "DELETE FROM assessment WHERE kind = ?",
    "INSERT INTO assessment(kind, place, data) VALUES(?, ?, ?)",
    "SELECT data FROM assessment WHERE kind = ? ORDER BY place",
};

std::int64_t to_signed(DocumentKey key) { return static_cast<std::int64_t>(key); }
DocumentKey to_key(std::int64_t number) { return static_cast<DocumentKey>(number); }

std::string find_temporary_folder() {
    const char* folder = std::getenv("TMPDIR");
    return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

std::int64_t count_words(const Annotation& annotation) {
    std::int64_t words = 0;
    for (const Token& token : annotation.tokens) words += token.kind == TokenKind::word || token.kind == TokenKind::number;
    return words;
}

Error describe(const Reading& reading, ErrorCode code, const char* what) {
    const Document& document = reading.document;
    return {code, base::escape_controls(document.path.empty() ? document.id : document.path) + ": " + what};
}

constexpr const char* kBrokenLaw = "a span of its reading lies outside of its text; this is a fault of firsthand, please report it";

}  // namespace

struct Store::State {
    explicit State(Database opened, const StoreOptions& options) : database(std::move(opened)), cache(options.cache_bytes) {}

    // All of these want `mutex` held.
    Result<void> begin();
    Result<void> commit();
    Result<bool> contains(DocumentKey key);
    Result<void> add(const Reading& reading);
    Result<std::string> find_record(DocumentKey key);
    Result<void> note(Result<void> done);
    Result<bool> run_once(Query query);

    template <typename T>
    Result<void> put(Query remove, Query add, LinkKind kind, const std::vector<T>& values);
    template <typename T>
    Result<std::vector<T>> get(Query query, LinkKind kind, Result<T> (*load)(std::string_view));

    std::mutex mutex;
    Database database;
    std::array<Statement, kQueries> statements;
    std::string record;                                         // one buffer for all that is saved
    std::int64_t readings = 0;
    bool in_batch = false;
    std::optional<Error> failure;                               // the first one that leaves the file in doubt
    Cache cache;
};

// Without a journal nothing can be taken back: after a failure while writing, the store answers with it for good.
Result<void> Store::State::note(Result<void> done) {
    if (!done && !failure) failure = done.error();
    return done;
}

Result<void> Store::State::begin() {
    if (failure) return *failure;
    if (in_batch) return {};
    in_batch = true;
    return note(database.run("BEGIN"));
}

Result<void> Store::State::commit() {
    if (failure) return *failure;
    if (!in_batch) return {};
    in_batch = false;
    return note(database.run("COMMIT"));
}

Result<bool> Store::State::run_once(Query query) {
    auto row = statements[query].step();
    if (!row) {
        if (!failure) failure = row.error();
    } else if (*row) {
        statements[query].reset();
    }
    return row;
}

Result<bool> Store::State::contains(DocumentKey key) {
    if (failure) return *failure;
    statements[kContains].bind(1, to_signed(key));
    return run_once(kContains);
}

Result<void> Store::State::add(const Reading& reading) {
    if (!keeps_law(reading)) return describe(reading, ErrorCode::input, kBrokenLaw);
    const auto here = contains(reading.key);
    if (!here) return here.error();
    if (*here) return describe(reading, ErrorCode::store, "a document with this id is in the store already");
    if (auto begun = begin(); !begun) return begun;
    save(reading, record);
    const std::int64_t place = ++readings;
    Statement& add_reading = statements[kAddReading];
    add_reading.bind(1, place);
    add_reading.bind_blob(2, record);
    if (auto added = run_once(kAddReading); !added) return added.error();
    const Document& document = reading.document;
    Statement& add_document = statements[kAddDocument];
    add_document.bind(1, to_signed(reading.key));
    add_document.bind(2, place);
    add_document.bind(3, document.id);
    add_document.bind(4, document.outlet);
    add_document.bind(5, document.published.known() ? document.published.seconds : 0);
    add_document.bind(6, static_cast<std::int64_t>(document.published.precision));
    add_document.bind(7, count_words(reading.annotation));
    if (auto added = run_once(kAddDocument); !added) return added.error();
    return {};
}

Result<std::string> Store::State::find_record(DocumentKey key) {
    if (failure) return *failure;
    Statement& find = statements[kReading];
    find.bind(1, to_signed(key));
    const auto row = find.step();
    if (!row) {
        failure = row.error();
        return *failure;
    }
    if (!*row) return Error{ErrorCode::store, "the store holds no such document"};
    std::string bytes(find.bytes(0));
    find.reset();
    return bytes;
}

template <typename T>
Result<void> Store::State::put(Query remove, Query add, LinkKind kind, const std::vector<T>& values) {
    if (auto begun = begin(); !begun) return begun;
    const auto number = static_cast<std::int64_t>(kind);
    statements[remove].bind(1, number);
    if (auto removed = run_once(remove); !removed) return removed.error();
    std::int64_t place = 0;
    for (const T& value : values) {
        save(value, record);
        statements[add].bind(1, number);
        statements[add].bind(2, place++);
        statements[add].bind_blob(3, record);
        if (auto added = run_once(add); !added) return added.error();
    }
    return commit();
}

template <typename T>
Result<std::vector<T>> Store::State::get(Query query, LinkKind kind, Result<T> (*load)(std::string_view)) {
    if (failure) return *failure;
    std::vector<T> values;
    Statement& find = statements[query];
    find.bind(1, static_cast<std::int64_t>(kind));
    for (;;) {
        const auto row = find.step();
        if (!row) return row.error();
        if (!*row) return values;
        auto value = load(find.bytes(0));
        if (!value) {
            find.reset();
            return value.error();
        }
        values.push_back(std::move(*value));
    }
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open_temporary(StoreOptions options) {
    auto database = Database::open_unnamed(find_temporary_folder());
    if (!database) return database.error();
    auto state = std::make_unique<State>(std::move(*database), options);
    if (auto made = state->database.run(kSchema); !made) return made.error();
    for (std::size_t query = 0; query < kQueries; ++query) {
        auto statement = state->database.prepare(kSql[query]);
        if (!statement) return statement.error();
        state->statements[query] = std::move(*statement);
    }
    return Store(std::move(state));
}

Result<void> Store::add(const Reading& reading) {
    const std::lock_guard lock(state_->mutex);
    return state_->add(reading);
}

Result<void> Store::remove(DocumentKey key) {
    const std::lock_guard lock(state_->mutex);
    if (auto begun = state_->begin(); !begun) return begun;
    for (const Query query : {kRemoveReading, kRemoveDocument}) {
        state_->statements[query].bind(1, to_signed(key));
        if (auto removed = state_->run_once(query); !removed) return removed.error();
    }
    return {};
}

Result<void> Store::commit() {
    const std::lock_guard lock(state_->mutex);
    return state_->commit();
}

bool Store::contains(DocumentKey key) const {
    const std::lock_guard lock(state_->mutex);
    const auto here = state_->contains(key);
    return here && *here;
}

Result<std::vector<DocumentRow>> Store::documents() const {
    const std::lock_guard lock(state_->mutex);
    if (state_->failure) return *state_->failure;
    std::vector<DocumentRow> rows;
    Statement& find = state_->statements[kDocuments];
    for (;;) {
        const auto row = find.step();
        if (!row) return row.error();
        if (!*row) return rows;
        rows.push_back({to_key(find.number(0)), std::string(find.bytes(1)), std::string(find.bytes(2)), find.number(3),
                        static_cast<DatePrecision>(find.number(4)), static_cast<std::uint32_t>(find.number(5))});
    }
}

Result<Reading> Store::reading(DocumentKey key) const {
    const auto record = [&] {
        const std::lock_guard lock(state_->mutex);
        return state_->find_record(key);
    }();
    if (!record) return record.error();
    return load_reading(*record);
}

std::shared_ptr<const Reading> Store::cached(DocumentKey key) const {
    if (auto kept = state_->cache.find(key)) return kept;
    auto loaded = reading(key);
    if (loaded) return state_->cache.keep(key, std::make_shared<const Reading>(std::move(*loaded)));
    const std::lock_guard lock(state_->mutex);
    if (!state_->failure) state_->failure = loaded.error();
    return std::make_shared<const Reading>();
}

void Store::drop_cached() const {
    state_->cache.clear();
#ifdef __GLIBC__
    malloc_trim(0);                                             // a gigabyte of small pieces goes back only when asked for
#endif
}

Result<void> Store::each_reading(const std::function<bool(Reading)>& visit) const {
    const auto rows = documents();
    if (!rows) return rows.error();
    for (const DocumentRow& row : *rows) {
        auto loaded = reading(row.key);
        if (!loaded) return loaded.error();
        if (!visit(std::move(*loaded))) return {};
    }
    return {};
}

Result<void> Store::put_links(LinkKind kind, const std::vector<Link>& links) {
    const std::lock_guard lock(state_->mutex);
    return state_->put(kRemoveLinks, kAddLink, kind, links);
}

Result<void> Store::put_groups(LinkKind kind, const std::vector<Group>& groups) {
    const std::lock_guard lock(state_->mutex);
    return state_->put(kRemoveGroups, kAddGroup, kind, groups);
}

Result<void> Store::put_assessments(LinkKind kind, const std::vector<Assessment>& assessments) {
    const std::lock_guard lock(state_->mutex);
    return state_->put(kRemoveAssessments, kAddAssessment, kind, assessments);
}

Result<std::vector<Link>> Store::links(LinkKind kind) const {
    const std::lock_guard lock(state_->mutex);
    return state_->get<Link>(kLinks, kind, load_link);
}

Result<std::vector<Group>> Store::groups(LinkKind kind) const {
    const std::lock_guard lock(state_->mutex);
    return state_->get<Group>(kGroups, kind, load_group);
}

Result<std::vector<Assessment>> Store::assessments(LinkKind kind) const {
    const std::lock_guard lock(state_->mutex);
    return state_->get<Assessment>(kAssessments, kind, load_assessment);
}

}  // namespace firsthand::store
