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

struct ColumnRule {
  std::string_view name;
  CellShape shape = CellShape::Text;
  bool is_required = true;
  std::span<const std::string_view> allowed = {};  ///< allowed values; empty: any value of the shape
};

/// Lower-case letters, digits and '-', as in a key.
[[nodiscard]] bool is_slug(std::string_view text);

class Table {
 public:
  /// Reads and checks. An unreadable table, every invalid cell, and unknown or missing columns are reported in
  /// `problems` with file, line, column, what was found and what is allowed. Lines that begin with '#' are comments.
  static Table read(const std::filesystem::path& path, std::span<const ColumnRule> rules, Problems& problems);

  [[nodiscard]] const std::vector<CsvRow>& rows() const { return csv_.rows; }
  /// Whether all rows and the column could be read: only then does a value that it lacks not exist.
  [[nodiscard]] bool tells_all(std::string_view column) const;
  /// Oddities that did not prevent reading.
  [[nodiscard]] std::string notice() const { return notice_of_separator(csv_, name_); }
  /// Empty if the table has no such column.
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
