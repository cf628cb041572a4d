#pragma once
// The tables of treaties.db. There is one column per property, so that a person with the sqlite3 shell can read them
// without this program. The columns therefore depend on the records; the rest of the schema is fixed.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// The type that a column is declared with. SQLite has no booleans: BOOLEAN columns contain 0 or 1.
enum class ColumnType { Text, Integer, Real, Boolean };

struct PropertyColumnName {
  std::string name;
  ColumnType type;
};

/// The property columns of the tables `node` and `relationship`, sorted by name.
struct DatabaseSchema {
  std::vector<PropertyColumnName> node;
  std::vector<PropertyColumnName> relationship;

  /// CREATE TABLE for all tables, including the full-text index.
  [[nodiscard]] std::string tables() const;
  /// CREATE INDEX, to run after the tables are filled: it takes longer to fill tables that have indexes.
  [[nodiscard]] static std::string_view indexes();
};

/// Finds the schema for records that are noted one by one. Memory grows with the number of names, not of records.
class SchemaOfRecords {
 public:
  SchemaOfRecords();
  void note(const NodeRecord& node);
  void note(const RelationshipRecord& relationship);

  /// The columns that the records need. The error names a property that cannot be a column: a list, a temporal value,
  /// values of two types, or a name that equals (SQLite ignores case) a fixed column or another property.
  [[nodiscard]] Result<DatabaseSchema> schema() const;
  /// CREATE VIEW for each label and relationship type with the columns that it uses: `SELECT * FROM Article`.
  [[nodiscard]] std::string views() const;

 private:
  using Columns = std::map<std::string, ColumnType, std::less<>>;
  using NamesOf = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;  ///< property names by owner
  template <typename Whose>
  void note(const Properties& properties, const Whose& whose, Columns& columns);

  Columns node_;
  Columns relationship_;
  NamesOf by_label_;
  NamesOf by_type_;
  std::optional<Error> wrong_;  ///< about the first property that cannot be a column
};

/// "TEXT", "INTEGER", "REAL" or "BOOLEAN".
[[nodiscard]] std::string_view sql_name(ColumnType type);
/// The inverse of sql_name. Corrupt if no type has that name.
[[nodiscard]] Result<ColumnType> column_type(std::string_view sql_name);

/// The node columns that full-text search covers; they exist in every treaties.db.
inline constexpr std::string_view kSearchedColumns = "heading, name, title, summary, text";

}  // namespace treatygraph
