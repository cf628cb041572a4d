// A file with the right application id may still have another schema: a view named `node`, a trigger, a generated
// column, a virtual table of a module that reads other files. SQLite runs such things when a table is read. So nothing
// but sqlite_schema and the table `property` is read until the schema is known to be ours: the columns listed in
// `property` give the SQL that treatygraph would have written, and an empty database in memory made from it must have
// the same entries, word by word. `property` itself is compared first.
//
// Views are ignored, because nothing here reads them.

#include "graph/schema_check.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "graph/shown.h"

namespace treatygraph {
namespace {

/// A row of sqlite_schema.
struct Entry {
  std::string type;
  std::string table;
  std::string sql;
  bool operator==(const Entry&) const = default;
};
using Entries = std::map<std::string, Entry>;  ///< by name

/// The entries of sqlite_schema except the views.
Result<Entries> entries_of(const sqlite::Connection& db) {
  auto rows = db.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE type <> 'view'");
  if (!rows) return fail(rows.error());
  Entries entries;
  while (true) {
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return entries;
    entries[std::string(rows->text(0))] = {std::string(rows->text(1)), std::string(rows->text(2)),
                                           std::string(rows->text(3))};
  }
}

/// The entries that SQLite makes from our SQL, with the shadow tables of FTS5.
Result<Entries> entries_of(const DatabaseSchema& schema) {
  auto db = sqlite::Connection::open_in_memory();
  if (!db) return fail(db.error());
  if (auto made = db->run(schema.tables() + std::string(DatabaseSchema::indexes())); !made) return fail(made.error());
  return entries_of(*db);
}

Result<void> must_have(const Entries& found, const std::string& name, const Entry& expected) {
  const auto entry = found.find(name);
  if (entry == found.end()) return fail(ErrorCode::Corrupt, fmt::format("it has no {} {}", expected.type, name));
  if (entry->second == expected) return {};
  return fail(ErrorCode::Corrupt, fmt::format("its {} {} is not made as treatygraph makes it: {}", expected.type, name,
                                              shown(entry->second.sql)));
}

/// The same entries, no more and no fewer.
Result<void> must_be(const Entries& found, const Entries& expected) {
  for (const auto& [name, entry] : expected) {
    if (auto has = must_have(found, name, entry); !has) return has;
  }
  for (const auto& [name, entry] : found) {
    if (expected.contains(name)) continue;
    return fail(ErrorCode::Corrupt,
                fmt::format("it has the {} {}, which treatygraph does not make", shown(entry.type), shown(name)));
  }
  return {};
}

Result<std::vector<PropertyColumnName>> columns_of(const sqlite::Connection& db, std::string_view owner) {
  auto statement = db.prepare("SELECT name, type FROM property WHERE owner = ? ORDER BY name");
  if (!statement) return fail(statement.error());
  statement->bind(1, owner);
  std::vector<PropertyColumnName> columns;
  while (true) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return columns;
    const auto type = column_type(statement->text(1));
    if (!type) return fail(type.error());
    columns.push_back({std::string(statement->text(0)), *type});
  }
}

Result<DatabaseSchema> schema_of(const sqlite::Connection& db) {
  const auto found = entries_of(db);
  if (!found) return fail(found.error());
  const auto without_columns = entries_of(DatabaseSchema());
  if (!without_columns) return fail(without_columns.error());
  if (auto has = must_have(*found, "property", without_columns->at("property")); !has) return fail(has.error());
  auto node = columns_of(db, "node");
  if (!node) return fail(node.error());
  auto relationship = columns_of(db, "relationship");
  if (!relationship) return fail(relationship.error());
  DatabaseSchema schema{*std::move(node), *std::move(relationship)};
  const auto expected = entries_of(schema);
  if (!expected) return fail(expected.error());
  if (auto same = must_be(*found, *expected); !same) return fail(same.error());
  return schema;
}

}  // namespace

Result<DatabaseSchema> checked_schema(sqlite::Connection& db) {
  // In a hostile file the pages of a tree may form a ring, and reading it would never end. A true schema takes a few
  // thousand looks.
  constexpr int kMostLooks = 200'000;
  int looks = 0;
  const std::function<bool()> may_go_on = [&] { return ++looks < kMostLooks; };
  const sqlite::StoppableWork bounded(db, may_go_on);
  auto schema = schema_of(db);
  if (!schema && looks >= kMostLooks) return fail(ErrorCode::Corrupt, "its schema has no end");
  return schema;
}

}  // namespace treatygraph
