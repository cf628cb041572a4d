// The schema of treaties.db. It is made from the property names and types of the records, so the same records give the
// same SQL, word by word. schema_check.cpp relies on this: it makes the schema that a file should have and compares.
//
// The full-text index is an FTS5 table with external content (sqlite.org/fts5.html, "External Content Tables"): it
// stores the index and not the texts a second time.

#include "graph/database_schema.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/sqlite.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

constexpr std::array<std::pair<ColumnType, std::string_view>, 4> kTypes = {{
    {ColumnType::Text, "TEXT"},
    {ColumnType::Integer, "INTEGER"},
    {ColumnType::Real, "REAL"},
    {ColumnType::Boolean, "BOOLEAN"},
}};

/// Nothing if the value cannot be in a column: a list or a temporal value.
std::optional<ColumnType> column_type_of(const PropertyValue& value) {
  if (std::holds_alternative<std::string>(value.value)) return ColumnType::Text;
  if (std::holds_alternative<std::int64_t>(value.value)) return ColumnType::Integer;
  if (std::holds_alternative<double>(value.value)) return ColumnType::Real;
  if (std::holds_alternative<bool>(value.value)) return ColumnType::Boolean;
  return std::nullopt;
}

/// The columns, if their names can be columns. `taken` are the names of the fixed columns.
Result<std::vector<PropertyColumnName>> checked(const std::map<std::string, ColumnType, std::less<>>& columns,
                                                std::set<std::string> taken) {
  constexpr std::size_t kMaxColumns = 1'000;  // SQLite allows 2,000 in a table
  if (columns.size() > kMaxColumns) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} different properties; at most {}", columns.size(), kMaxColumns));
  }
  std::vector<PropertyColumnName> result;
  for (const auto& [name, type] : columns) {
    // In lower case, because SQLite ignores the case of column names.
    if (name.empty() || name.size() > 64 || !taken.insert(lower_case(name)).second) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("a property cannot be called \"{}\": the name is empty, longer "
                              "than 64 bytes, or taken by another column",
                              name));
    }
    result.push_back({name, type});
  }
  return result;
}

std::string column_list(const std::vector<PropertyColumnName>& columns) {
  std::string list;
  for (const auto& [name, type] : columns) list += fmt::format(",\n  {} {}", sqlite::quoted_name(name), sql_name(type));
  return list;
}

std::string names_list(const std::set<std::string, std::less<>>& names, std::string_view table) {
  std::string list;
  for (const auto& name : names) list += fmt::format(", {}.{}", table, sqlite::quoted_name(name));
  return list;
}

void note_names(const Properties& properties, std::set<std::string, std::less<>>& names) {
  for (const auto& [name, value] : properties) {
    if (!value.is_null() && !names.contains(name)) names.insert(name);
  }
}

}  // namespace

/// kTypes is in the order of the enumerators.
std::string_view sql_name(ColumnType type) {
  return kTypes[static_cast<std::size_t>(type)].second;
}

Result<ColumnType> column_type(std::string_view sql_name) {
  const auto* found = std::ranges::find(kTypes, sql_name, &decltype(kTypes)::value_type::second);
  if (found == kTypes.end()) return fail(ErrorCode::Corrupt, fmt::format("a column has the unknown type {}", sql_name));
  return found->first;
}

/// The searched columns exist even if no record has them, because the full-text index names them.
SchemaOfRecords::SchemaOfRecords() {
  for (const auto name : {property::kHeading, property::kName, property::kTitle, property::kSummary, property::kText}) {
    node_.emplace(name, ColumnType::Text);
  }
}

/// `whose` names the record for an error; it is a function because errors are rare and names take time to make. The
/// first error is kept.
template <typename Whose>
void SchemaOfRecords::note(const Properties& properties, const Whose& whose, Columns& columns) {
  for (const auto& [name, value] : properties) {
    if (value.is_null() || wrong_) continue;
    const auto type = column_type_of(value);
    if (!type) {
      wrong_ = {ErrorCode::InvalidArgument,
                fmt::format("{}: the property \"{}\" is a list or a temporal value; treaties.db keeps text, integers, "
                            "floats and booleans (dates as ISO 8601 text)",
                            whose(), name)};
      continue;
    }
    const auto [column, is_new] = columns.try_emplace(name, *type);
    if (is_new || column->second == *type) continue;
    wrong_ = {ErrorCode::InvalidArgument,
              fmt::format("{}: the property \"{}\" is {} here and {} elsewhere; give it one type", whose(), name,
                          sql_name(*type), sql_name(column->second))};
  }
}

void SchemaOfRecords::note(const NodeRecord& node) {
  note(
      node.properties, [&] { return node.key; }, node_);
  for (const auto& label : node.labels) note_names(node.properties, by_label_[label]);
}

void SchemaOfRecords::note(const RelationshipRecord& relationship) {
  const auto whose = [&] {
    return fmt::format("{} from {} to {}", relationship.type, relationship.from, relationship.to);
  };
  note(relationship.properties, whose, relationship_);
  note_names(relationship.properties, by_type_[relationship.type]);
}

Result<DatabaseSchema> SchemaOfRecords::schema() const {
  if (wrong_) return fail(*wrong_);
  auto node_columns = checked(node_, {"id", "key", "labels"});
  auto relationship_columns = checked(relationship_, {"id", "type", "from_id", "to_id", "from_key", "to_key"});
  if (!node_columns) return fail(node_columns.error());
  if (!relationship_columns) return fail(relationship_columns.error());
  return DatabaseSchema{*std::move(node_columns), *std::move(relationship_columns)};
}

std::string DatabaseSchema::tables() const {
  return fmt::format(
      "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;\n"
      "CREATE TABLE property (owner TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (owner, name)) "
      "WITHOUT ROWID;\n"
      "CREATE TABLE node (\n  id INTEGER PRIMARY KEY,\n  key TEXT NOT NULL UNIQUE,\n  labels TEXT NOT NULL{});\n"
      "CREATE TABLE relationship (\n  id INTEGER PRIMARY KEY,\n  type TEXT NOT NULL,\n"
      "  from_id INTEGER NOT NULL REFERENCES node(id),\n  to_id INTEGER NOT NULL REFERENCES node(id){});\n"
      "CREATE VIRTUAL TABLE node_words USING fts5({}, content='node', content_rowid='id', "
      "tokenize=\"unicode61 remove_diacritics 2\");\n",
      column_list(node), column_list(relationship), kSearchedColumns);
}

std::string_view DatabaseSchema::indexes() {
  return "CREATE INDEX relationship_by_from ON relationship(from_id, type);\n"
         "CREATE INDEX relationship_by_to ON relationship(to_id, type);\n";
}

/// Views have only the columns that a label or type uses, so that a person sees no empty ones.
std::string SchemaOfRecords::views() const {
  std::string sql;
  for (const auto& [label, names] : by_label_) {
    // Labels are joined by ';', so a label is found between two of them.
    sql += fmt::format(
        "CREATE VIEW {} AS SELECT node.key{} FROM node WHERE ';' || labels || ';' LIKE {} ORDER BY id;\n",
        sqlite::quoted_name(label), names_list(names, "node"), sqlite::quoted_text(fmt::format("%;{};%", label)));
  }
  for (const auto& [type, names] : by_type_) {
    sql += fmt::format(
        "CREATE VIEW {} AS SELECT f.key AS from_key, t.key AS to_key{} FROM relationship AS r "
        "JOIN node AS f ON f.id = r.from_id JOIN node AS t ON t.id = r.to_id WHERE r.type = {} ORDER BY r.id;\n",
        sqlite::quoted_name(type), names_list(names, "r"), sqlite::quoted_text(type));
  }
  return sql;
}

}  // namespace treatygraph
