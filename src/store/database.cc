// SQLite as the Store needs it. A temporary database has no journal and never waits for the disk: if it breaks, it is
// thrown away. Its file is unlinked as soon as SQLite has it open; SQLite asks for the name again only for journals.
// Tested by store_test.cc.
#include "store/database.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace firsthand::store {
namespace {

constexpr const char* kTemporarySettings =
    "PRAGMA page_size=16384;"                                   // a reading has about 15 KB
    "PRAGMA journal_mode=OFF;"
    "PRAGMA synchronous=OFF;"
    "PRAGMA locking_mode=EXCLUSIVE;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-131072;"                                // KiB
    "PRAGMA trusted_schema=OFF;";

std::string describe_errno(int number) { return std::system_category().message(number); }

// SQLite says FULL for ENOSPC only; a quota or a limit of file sizes is a failed write to it.
bool is_out_of_room(int code) { return code == SQLITE_FULL || code == SQLITE_IOERR_WRITE; }

Error describe_failure(sqlite3* connection, const std::string& folder) {
    const std::string where = base::escape_controls(folder);
    if (is_out_of_room(sqlite3_extended_errcode(connection)))
        return {ErrorCode::io, where + ": no room left for the temporary store; set TMPDIR to a folder with more room"};
    return {ErrorCode::store, where + ": the temporary store cannot be used: " + sqlite3_errmsg(connection)};
}

}  // namespace

void Statement::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

void Statement::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(handle_.get(), parameter, value); }

void Statement::bind(int parameter, std::string_view text) {
    sqlite3_bind_text64(handle_.get(), parameter, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind_blob(int parameter, std::string_view bytes) {
    sqlite3_bind_blob64(handle_.get(), parameter, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = describe_failure(sqlite3_db_handle(handle_.get()), *folder_);
    reset();
    return error;
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

std::string_view Statement::bytes(int column) const {
    const void* data = sqlite3_column_blob(handle_.get(), column);      // of a text column: its UTF-8
    const int size = sqlite3_column_bytes(handle_.get(), column);
    return data == nullptr ? std::string_view{} : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

Result<Database> Database::open_unnamed(const std::string& folder) {
    std::string path = folder + "/firsthand-XXXXXX";
    const int file = mkstemp(path.data());                              // 0600
    if (file < 0)
        return Error{ErrorCode::io, base::escape_controls(folder) + ": no temporary store can be made here: " + describe_errno(errno) +
                                        "; set TMPDIR to a folder that can be written"};
    close(file);
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
    unlink(path.c_str());
    Database database;
    database.folder_ = std::make_unique<std::string>(folder);
    database.handle_.reset(connection);
    if (code != SQLITE_OK) return describe_failure(connection, folder);
    if (auto set = database.run(kTemporarySettings); !set) return set.error();
    return database;
}

Result<void> Database::run(const char* sql) const {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return describe_failure(handle_.get(), *folder_);
    return {};
}

Result<Statement> Database::prepare(const char* sql) const {
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK)
        return describe_failure(handle_.get(), *folder_);
    Statement statement;
    statement.handle_.reset(handle);
    statement.folder_ = folder_.get();
    return statement;
}

}  // namespace firsthand::store
