#pragma once
// RAII wrappers for SQLite with Results and bound values. SQLite is used only inside graph/.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "graph/held_vfs.h"
#include "graph/property.h"
#include "graph/result.h"

namespace treatygraph::sqlite {

class Statement;

/// One connection; used by one thread at a time.
class Connection {
 public:
  /// Opens read-only, without trusting the file's schema. The error is Corrupt or Unavailable, and names the file.
  [[nodiscard]] static Result<Connection> open_to_read(std::shared_ptr<const HeldVfs> vfs);
  /// Opens an existing, empty file that only this process writes. Errors name `destination`, which the file will
  /// become.
  [[nodiscard]] static Result<Connection> open_to_write(const std::filesystem::path& path,
                                                        const std::filesystem::path& destination);
  /// An empty database in memory, which ends with the connection.
  [[nodiscard]] static Result<Connection> open_in_memory();

  /// Runs one or more statements and ignores their rows.
  [[nodiscard]] Result<void> run(const std::string& sql);
  /// The connection must outlive the statement and must not be moved meanwhile.
  [[nodiscard]] Result<Statement> prepare(const std::string& sql) const;
  /// The first column of the first row, as text; empty if there is no row.
  [[nodiscard]] Result<std::string> text_of(const std::string& sql) const;
  /// SQLite's message about the last failed call, as an Error that names the file.
  [[nodiscard]] Error last_error() const;

 private:
  friend class StoppableWork;
  struct Close {
    std::shared_ptr<const HeldVfs> vfs;  ///< outlives the connection; null if the file is not held
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  Connection(sqlite3* handle, std::shared_ptr<const HeldVfs> vfs, std::filesystem::path path)
      : handle_(handle, Close{std::move(vfs)}), path_(std::move(path)) {}
  static Result<Connection> open(const std::filesystem::path& path, int flags, std::shared_ptr<const HeldVfs> vfs = {});

  std::unique_ptr<sqlite3, Close> handle_;
  std::filesystem::path path_;
};

/// While it exists, the connection's operations end with Cancelled soon after `may_go_on` returns false. A connection
/// can have one at a time; `may_go_on` must outlive it.
class StoppableWork {
 public:
  StoppableWork(Connection& connection, const std::function<bool()>& may_go_on);
  StoppableWork(const StoppableWork&) = delete;
  StoppableWork& operator=(const StoppableWork&) = delete;
  StoppableWork(StoppableWork&&) = delete;
  StoppableWork& operator=(StoppableWork&&) = delete;
  ~StoppableWork();

 private:
  sqlite3* handle_;
  const std::function<bool()>& may_go_on_;
};

/// A prepared statement. Columns count from 0 and parameters from 1, as in SQLite.
class Statement {
 public:
  /// Goes to the next row. False if there is no more.
  [[nodiscard]] Result<bool> step();
  void reset();

  void bind(int parameter, std::int64_t value);
  /// `value` must live until the next step() or reset().
  void bind(int parameter, std::string_view value);
  /// Null, boolean (as 0 or 1), integer, float or string. Other values are bound as null; callers refuse them before.
  void bind(int parameter, const PropertyValue& value);

  [[nodiscard]] int column_count() const;
  /// SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
  [[nodiscard]] int type(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double number(int column) const;
  /// Valid until the next step() or reset().
  [[nodiscard]] std::string_view text(int column) const;

 private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  Statement(sqlite3_stmt* handle, const Connection* connection) : handle_(handle), connection_(connection) {}

  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  const Connection* connection_;
};

/// "name" with its double quotes doubled, so that any text is a safe identifier.
[[nodiscard]] std::string quoted_name(std::string_view name);
/// 'text' with its single quotes doubled, so that any text is a safe string.
[[nodiscard]] std::string quoted_text(std::string_view text);

}  // namespace treatygraph::sqlite
