// Texts and searches from treaties.db. Each call takes a reader (a connection with prepared statements) from a pool, or
// opens one if all are in use. So the pool grows to the largest number of calls at once, and no call waits for another.
// Searches rank by BM25, as FTS5 computes it; it gives smaller numbers to better matches, so the sign is changed.

#include "graph/sqlite_texts.h"

#include <optional>
#include <utility>

#include "graph/database_schema.h"
#include "graph/search_words.h"

namespace treatygraph {

namespace {

constexpr const char* kText = "SELECT text FROM node WHERE id = ?";
constexpr const char* kSearch =
    "SELECT rowid, -bm25(node_words) FROM node_words WHERE node_words MATCH ? ORDER BY bm25(node_words), rowid LIMIT ?";
constexpr std::int64_t kEveryRow = -1;
/// A table in the connection's temporary database, which query_only forbids as well; the file is not written to.
constexpr const char* kMakeVocabulary =
    "PRAGMA query_only=OFF; CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, node_words, col); "
    "PRAGMA query_only=ON";
constexpr const char* kVocabulary = "SELECT term, doc FROM temp.vocabulary WHERE col = 'text'";

/// Resets a statement at the end of its use, also after an error.
class StatementReset {
 public:
  explicit StatementReset(sqlite::Statement& statement) : statement_(&statement) {}
  StatementReset(const StatementReset&) = delete;
  StatementReset& operator=(const StatementReset&) = delete;
  StatementReset(StatementReset&&) = delete;
  StatementReset& operator=(StatementReset&&) = delete;
  ~StatementReset() { statement_->reset(); }
  sqlite::Statement* operator->() { return statement_; }

 private:
  sqlite::Statement* statement_;
};

/// One want as an FTS5 expression. Every term is quoted, so nothing that a person types is FTS5 syntax.
std::string match_expression(const TextWant& want) {
  std::string ways;
  for (const auto& term : want) {
    if (!ways.empty()) ways += " OR ";
    ways += sqlite::quoted_name(term.text);
    if (term.is_prefix) ways += "*";
  }
  return ways;
}

/// All wants, in the column `text`: for example text : (("data") AND ("access" OR "acce"*)). Empty without wants.
std::string match_expression(const std::vector<TextWant>& wants, Matching matching) {
  std::string expression;
  for (const auto& want : wants) {
    const auto ways = match_expression(want);
    if (ways.empty()) continue;
    if (!expression.empty()) expression += matching == Matching::All ? " AND " : " OR ";
    expression.append("(").append(ways).append(")");
  }
  return expression.empty() ? expression : "text : (" + expression + ")";
}

}  // namespace

/// A connection inside a transaction that never ends, so SQLite does not check the file again for each question.
struct SqliteTexts::Reader {
  explicit Reader(sqlite::Connection opened) : connection(std::move(opened)) {}

  Result<void> prepare() {
    auto for_text = connection.prepare(kText);
    if (!for_text) return fail(for_text.error());
    text = std::move(*for_text);
    auto for_search = connection.prepare(kSearch);
    if (!for_search) return fail(for_search.error());
    search = std::move(*for_search);
    return {};
  }

  sqlite::Connection connection;
  std::optional<sqlite::Statement> text;
  std::optional<sqlite::Statement> search;
};

/// A reader for one call; it goes back to the pool on destruction.
class SqliteTexts::Lease {
 public:
  Lease(const SqliteTexts& owner, std::unique_ptr<Reader> reader) : owner_(owner), reader_(std::move(reader)) {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Lease(Lease&&) = delete;
  Lease& operator=(Lease&&) = delete;
  ~Lease() {
    const std::scoped_lock lock(owner_.mutex_);
    owner_.idle_.push_back(std::move(reader_));
  }
  Reader* operator->() { return reader_.get(); }

 private:
  const SqliteTexts& owner_;
  std::unique_ptr<Reader> reader_;
};

SqliteTexts::SqliteTexts(std::shared_ptr<const sqlite::HeldVfs> vfs, std::vector<bool> has_text)
    : vfs_(std::move(vfs)), has_text_(std::move(has_text)) {}

SqliteTexts::~SqliteTexts() = default;

Result<std::shared_ptr<const SqliteTexts>> SqliteTexts::open(std::shared_ptr<const sqlite::HeldVfs> vfs,
                                                             std::vector<bool> has_text) {
  const std::shared_ptr<const SqliteTexts> texts(new SqliteTexts(std::move(vfs), std::move(has_text)));
  auto first = texts->idle_or_new_reader();
  if (!first) return fail(first.error());
  texts->idle_.push_back(std::move(*first));
  return texts;
}

Result<std::unique_ptr<SqliteTexts::Reader>> SqliteTexts::new_reader() const {
  auto connection = sqlite::Connection::open_to_read(vfs_);
  if (!connection) return fail(connection.error());
  auto reader = std::make_unique<Reader>(*std::move(connection));
  if (auto begun = reader->connection.run("BEGIN"); !begun) return fail(begun.error());
  if (auto ready = reader->prepare(); !ready) return fail(ready.error());
  return reader;
}

Result<std::unique_ptr<SqliteTexts::Reader>> SqliteTexts::idle_or_new_reader() const {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
  }
  auto reader = new_reader();
  if (!reader) return reader;
  const std::scoped_lock lock(mutex_);
  // Giving the reader back must not allocate: the call may have used up its memory by then.
  idle_.reserve(readers_ + 1);
  ++readers_;
  return reader;
}

Result<std::string> SqliteTexts::text(NodeId node) const {
  if (!has_text_[index_of(node)]) return std::string();
  auto free = idle_or_new_reader();
  if (!free) return fail(free.error());
  Lease reader(*this, *std::move(free));
  StatementReset asked(*reader->text);
  asked->bind(1, static_cast<std::int64_t>(node));
  const auto row = asked->step();
  if (!row) return fail(row.error());
  return *row ? std::string(asked->text(0)) : std::string{};
}

Result<std::vector<TextHit>> SqliteTexts::search(const TextSearch& search) const {
  const auto& [wants, matching, limit, may_go_on, admits] = search;
  std::vector<TextHit> hits;
  const auto match = match_expression(wants, matching);
  if (match.empty()) return hits;
  auto free = idle_or_new_reader();
  if (!free) return fail(free.error());
  Lease reader(*this, *std::move(free));
  const sqlite::StoppableWork while_it_may(reader->connection, may_go_on);
  StatementReset asked(*reader->search);
  asked->bind(1, std::string_view(match));
  // A filter rejects rows after SQLite has found them, so SQLite must not stop at `limit`.
  asked->bind(2, admits ? kEveryRow : static_cast<std::int64_t>(limit));
  while (hits.size() < limit) {
    const auto row = asked->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const NodeId node{static_cast<std::uint32_t>(asked->integer(0))};
    if (!admits || admits(node)) hits.push_back({node, asked->number(1)});
  }
  return hits;
}

/// With a connection of its own, which gets the temporary table.
Result<std::vector<WordCount>> SqliteTexts::words() const {
  auto connection = sqlite::Connection::open_to_read(vfs_);
  if (!connection) return fail(connection.error());
  if (auto made = connection->run(kMakeVocabulary); !made) return fail(made.error());
  auto rows = connection->prepare(kVocabulary);
  if (!rows) return fail(rows.error());
  std::vector<WordCount> words;
  while (true) {
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return words;
    words.push_back({std::string(rows->text(0)), static_cast<std::size_t>(rows->integer(1))});
  }
}

}  // namespace treatygraph
