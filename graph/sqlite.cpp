#include "graph/sqlite.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "graph/shown.h"

namespace treatygraph::sqlite {
namespace {

constexpr int kLargestValue = 256 << 20;  // bytes; no document is larger, and a damaged length must not allocate more

/// SQLITE_ERROR and SQLITE_SCHEMA are Corrupt, because our SQL is right for every file that is ours.
ErrorCode code_of(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_SCHEMA:
    case SQLITE_FORMAT:
    case SQLITE_TOOBIG:
      return ErrorCode::Corrupt;
    case SQLITE_INTERRUPT:
      return ErrorCode::Cancelled;
    default:
      return ErrorCode::Unavailable;
  }
}

/// The text in quotes, with each quote in it written twice.
std::string doubled(std::string_view text, char quote) {
  std::string result(1, quote);
  for (const char c : text) {
    if (c == quote) result += quote;
    result += c;
  }
  return result += quote;
}

}  // namespace

/// One thread uses a connection at a time, so SQLite's own mutexes and shared cache are turned off.
Result<Connection> Connection::open(const std::filesystem::path& path, int flags, std::shared_ptr<const HeldVfs> vfs) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                                   vfs ? vfs->name() : nullptr);
  Connection connection(handle, std::move(vfs), path);
  if (code != SQLITE_OK) return fail(connection.last_error());
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLargestValue);
  return connection;
}

Result<Connection> Connection::open_to_read(std::shared_ptr<const HeldVfs> vfs) {
  const auto& path = vfs->file().path();
  auto connection = open("treaties.db", SQLITE_OPEN_READONLY, std::move(vfs));
  if (!connection) return connection;
  connection->path_ = path;
  // As SQLite advises for files that are not trusted (sqlite.org/security.html).
  sqlite3_limit(connection->handle_.get(), SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit(connection->handle_.get(), SQLITE_LIMIT_ATTACHED, 0);
  if (auto done = connection->run(
          "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY");
      !done) {
    return fail(done.error());
  }
  return connection;
}

Result<Connection> Connection::open_to_write(const std::filesystem::path& path,
                                             const std::filesystem::path& destination) {
  auto connection = open(path, SQLITE_OPEN_READWRITE);
  if (connection) connection->path_ = destination;
  return connection;
}

Result<Connection> Connection::open_in_memory() {
  return open(":memory:", SQLITE_OPEN_READWRITE);
}

Error Connection::last_error() const {
  // SQLite and FTS5 report a failed read under several codes, so the file itself is asked.
  if (const auto& vfs = handle_.get_deleter().vfs; vfs && vfs->file().is_changed()) {
    return {
        ErrorCode::Unavailable,
        fmt::format("{}: was changed in place while it was in use, so it is read no further; write a new file and "
                    "rename it over the old one, as treatygraph-ingest build does, and load it (SIGHUP to a server)",
                    path_.string())};
  }
  return {code_of(sqlite3_extended_errcode(handle_.get())),
          fmt::format("{}: {}", path_.string(), shown(sqlite3_errmsg(handle_.get())))};
}

Result<void> Connection::run(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return fail(last_error());
  return {};
}

Result<Statement> Connection::prepare(const std::string& sql) const {
  sqlite3_stmt* handle = nullptr;
  const auto size = static_cast<int>(sql.size());
  if (sqlite3_prepare_v2(handle_.get(), sql.c_str(), size, &handle, nullptr) != SQLITE_OK) return fail(last_error());
  return Statement(handle, this);
}

Result<std::string> Connection::text_of(const std::string& sql) const {
  auto statement = prepare(sql);
  if (!statement) return fail(statement.error());
  const auto row = statement->step();
  if (!row) return fail(row.error());
  return *row ? std::string(statement->text(0)) : std::string{};
}

/// Both ways to stop are needed: the progress handler for long computations, and the VFS for operations that only read.
StoppableWork::StoppableWork(Connection& connection, const std::function<bool()>& may_go_on)
    : handle_(connection.handle_.get()), may_go_on_(may_go_on) {
  // Few, because one instruction of a full-text search may read a whole document.
  constexpr int kInstructionsBetweenLooks = 100;
  const auto must_stop = [](void* self) { return static_cast<StoppableWork*>(self)->may_go_on_() ? 0 : 1; };
  sqlite3_progress_handler(handle_, kInstructionsBetweenLooks, must_stop, this);
  HeldVfs::stop_reads_by(handle_, &may_go_on_);
}

StoppableWork::~StoppableWork() {
  sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
  HeldVfs::stop_reads_by(handle_, nullptr);
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return fail(connection_->last_error());
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
}

void Statement::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(handle_.get(), parameter, value);
}

/// The text is not copied, which is why it must live until the next step() or reset().
void Statement::bind(int parameter, std::string_view value) {
  // A null pointer would bind NULL and not an empty text.
  sqlite3_bind_text64(handle_.get(), parameter, value.data() != nullptr ? value.data() : "", value.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int parameter, const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    bind(parameter, std::string_view(*text));
  } else if (const auto* integer = std::get_if<std::int64_t>(&value.value)) {
    bind(parameter, *integer);
  } else if (const auto* number = std::get_if<double>(&value.value)) {
    sqlite3_bind_double(handle_.get(), parameter, *number);
  } else if (const auto* flag = std::get_if<bool>(&value.value)) {
    bind(parameter, std::int64_t{*flag ? 1 : 0});
  } else {
    sqlite3_bind_null(handle_.get(), parameter);
  }
}

int Statement::column_count() const {
  return sqlite3_column_count(handle_.get());
}
int Statement::type(int column) const {
  return sqlite3_column_type(handle_.get(), column);
}
bool Statement::is_null(int column) const {
  return type(column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}
double Statement::number(int column) const {
  return sqlite3_column_double(handle_.get(), column);
}

/// Read as a blob, so that SQLite does not convert it, and with its size, so that zero bytes in it are kept.
std::string_view Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string quoted_name(std::string_view name) {
  return doubled(name, '"');
}
std::string quoted_text(std::string_view text) {
  return doubled(text, '\'');
}

}  // namespace treatygraph::sqlite
