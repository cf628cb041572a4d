#include "graph/sqlite_texts.h"

#include <utility>

#include "graph/database_schema.h"
#include "graph/search_words.h"

namespace treatygraph {

/// A connection for as long as one call needs it.
class SqliteTexts::Lease {
 public:
  Lease(const SqliteTexts& owner, sqlite::Connection connection) : owner_(&owner), connection_(std::move(connection)) {}
  Lease(Lease&& other) noexcept
      : owner_(std::exchange(other.owner_, nullptr)), connection_(std::move(other.connection_)) {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Lease& operator=(Lease&&) = delete;
  ~Lease() {
    if (owner_ == nullptr) return;
    const std::scoped_lock lock(owner_->mutex_);
    owner_->idle_.push_back(std::move(connection_));
  }
  sqlite::Connection* operator->() { return &connection_; }
  sqlite::Connection& operator*() { return connection_; }

 private:
  const SqliteTexts* owner_;
  sqlite::Connection connection_;
};

namespace {

/// Every term quoted, so that nothing that a person types is FTS5 syntax.
std::string match_expression(const std::vector<SearchTerm>& terms) {
  std::string expression;
  for (const auto& term : terms) {
    if (!expression.empty()) expression += " AND ";
    expression += sqlite::quoted_name(term.text);
    if (term.is_prefix) expression += "*";
  }
  return expression;
}

}  // namespace

Result<SqliteTexts::Lease> SqliteTexts::lease() const {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection));
    }
  }
  auto connection = sqlite::Connection::open_to_read(path_);
  if (!connection) return fail(connection.error());
  return Lease(*this, *std::move(connection));
}

Result<std::string> SqliteTexts::text(NodeId node) const {
  auto connection = lease();
  if (!connection) return fail(connection.error());
  auto statement = (*connection)->prepare("SELECT text FROM node WHERE id = ?");
  if (!statement) return fail(statement.error());
  statement->bind(1, static_cast<std::int64_t>(node));
  const auto row = statement->step();
  if (!row) return fail(row.error());
  return *row ? std::string(statement->text(0)) : std::string{};
}

Result<std::vector<TextHit>> SqliteTexts::search(std::string_view words, std::size_t limit,
                                                 const MayGoOn& may_go_on) const {
  std::vector<TextHit> hits;
  const auto match = match_expression(search_terms(words));
  if (match.empty()) return hits;
  auto connection = lease();
  if (!connection) return fail(connection.error());
  auto statement = (*connection)
                       ->prepare(
                           "SELECT rowid, -bm25(node_words, 4.0, 4.0, 4.0, 2.0, 1.0), snippet(node_words, -1, char(2), "
                           "char(3), '…', 24) "
                           "FROM node_words WHERE node_words MATCH ? ORDER BY bm25(node_words, 4.0, 4.0, 4.0, 2.0, "
                           "1.0), rowid LIMIT ?");
  if (!statement) return fail(statement.error());
  const sqlite::StoppableWork while_it_may(**connection, may_go_on);
  statement->bind(1, std::string_view(match));
  statement->bind(2, static_cast<std::int64_t>(limit));
  while (true) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return hits;
    hits.push_back({NodeId{static_cast<std::uint32_t>(statement->integer(0))}, statement->number(1),
                    std::string(statement->text(2))});
  }
}

}  // namespace treatygraph
