#pragma once
// The tables of treaties.db: one column per property, so that a person with the sqlite3 shell reads them as they are.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

enum class ColumnType { Text, Integer, Real, Boolean };

struct PropertyColumnName {
  std::string name;
  ColumnType type;
};

/// The property columns of the tables `node` and `relationship`, sorted by name.
struct DatabaseSchema {
  std::vector<PropertyColumnName> node;
  std::vector<PropertyColumnName> relationship;

  /// CREATE TABLE for everything.
  [[nodiscard]] std::string tables() const;
  /// CREATE INDEX, run after the tables are filled.
  [[nodiscard]] static std::string_view indexes();
};

/// Finds the schema for records that are noted one by one.
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
  using NamesOf = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;
  template <typename Whose>
  void note(const Properties& properties, const Whose& whose, Columns& columns);

  Columns node_;
  Columns relationship_;
  NamesOf by_label_;
  NamesOf by_type_;
  std::optional<Error> wrong_;  ///< about the first property that cannot be a column
};

[[nodiscard]] std::string_view sql_name(ColumnType type);
/// The inverse of sql_name.
[[nodiscard]] Result<ColumnType> column_type(std::string_view sql_name);

/// The node columns that full-text search covers; they exist in every treaties.db.
inline constexpr std::string_view kSearchedColumns = "heading, name, title, summary, text";

}  // namespace treatygraph
