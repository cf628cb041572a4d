#pragma once
// Reads a CSV file of a dataset and checks it against the rules for its columns.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/csv.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {

/// The shape of a column's cells.
enum class CellShape {
  Text,
  Slug,     ///< lower-case letters, digits and '-': part of a key
  EidCell,  ///< an eId, art_24__para_2
  Date,     ///< ISO 8601: 2025-10-25, 2025-10 or 2025
  Count,    ///< a whole number: 76
};

/// What a column may contain.
struct ColumnRule {
  std::string_view name;
  CellShape shape = CellShape::Text;
  bool is_required = true;
  std::span<const std::string_view> allowed = {};  ///< allowed values; empty: any value of the shape
};

/// Whether a text has only lower-case letters, digits and '-', as parts of keys must. False for an empty text.
[[nodiscard]] bool is_slug(std::string_view text);

/// A table that was read. A default-constructed table has no rows, and stands for a file that does not exist.
class Table {
 public:
  /// Reads and checks a file. An unreadable table, invalid cells, and unknown or missing columns are reported in
  /// `problems` with file, line, column, what was found and what is allowed. Lines that begin with '#' are comments.
  static Table read(const std::filesystem::path& path, std::span<const ColumnRule> rules, Problems& problems);

  [[nodiscard]] const std::vector<CsvRow>& rows() const { return csv_.rows; }
  /// Whether all rows and the column could be read. Only then can another table say that a value does not exist.
  [[nodiscard]] bool tells_all(std::string_view column) const;
  /// An oddity that did not prevent reading, such as another separator than a comma. Empty if there is none.
  [[nodiscard]] std::string notice() const { return notice_of_separator(csv_, name_); }
  /// The cell. Empty if the table does not have such a column.
  [[nodiscard]] const std::string& at(const CsvRow& row, std::string_view column) const;
  /// The parts of a cell separated by ';', trimmed.
  [[nodiscard]] std::vector<std::string> list_at(const CsvRow& row, std::string_view column) const;
  /// "references.csv:14".
  [[nodiscard]] std::string place(const CsvRow& row) const;
  /// "references.csv:14: column to_eid: ".
  [[nodiscard]] std::string place(const CsvRow& row, std::string_view column) const;

 private:
  void check_columns(std::span<const ColumnRule> rules, Problems& problems);
  void check_cell(const CsvRow& row, const ColumnRule& rule, Problems& problems) const;

  std::string name_;
  Csv csv_;
  bool was_read_ = false;
  std::unordered_map<std::string, std::size_t> columns_;
};

}  // namespace treatygraph::ingest
