// One SQLite connection and its statements: what is asked in, rows out, every failure as an Error.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "firsthand/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace firsthand::store {

// A prepared statement. Use: bind each parameter (from 1), then step() until it says false; the next bind starts anew.
class Statement {
  public:
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::string_view text);            // the text must outlive the steps
    void bind_blob(int parameter, std::string_view bytes);      // the same
    [[nodiscard]] Result<bool> step();                          // true: a row is there
    void reset();                                               // lets go of the row and of what was bound
    [[nodiscard]] std::int64_t number(int column) const;        // columns from 0
    [[nodiscard]] std::string_view bytes(int column) const;     // valid until the next step or reset

  private:
    friend class Database;
    struct Closer {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Closer> handle_;
    const std::string* folder_ = nullptr;                       // of the database, for messages
};

// Not safe to use from two threads at once: the Store holds a lock around it.
class Database {
  public:
    // A new, empty file in `folder` that only this user can read and that has no name any more: it is gone when it is
    // closed, and when the program is killed.
    [[nodiscard]] static Result<Database> open_unnamed(const std::string& folder);

    [[nodiscard]] Result<void> run(const char* sql) const;      // statements without parameters and rows
    [[nodiscard]] Result<Statement> prepare(const char* sql) const;

  private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    std::unique_ptr<std::string> folder_;                       // on the heap: statements point to it
    std::unique_ptr<sqlite3, Closer> handle_;
};

}  // namespace firsthand::store
