#pragma once
// A CSV file of a dataset, checked against what its columns may hold.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/csv.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {

/// What the cells of a column look like.
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
  std::span<const std::string_view> allowed = {};  ///< one of these; empty: anything of the shape
};

/// Lower-case letters, digits and '-', as in a key.
[[nodiscard]] bool is_slug(std::string_view text);

class Table {
 public:
  /// Reads and checks. A table that cannot be read at all, and every cell that breaks its rule, goes to `problems` with
  /// file, line, column, what was found and what is allowed. Unknown and missing columns do, too.
  /// Lines that begin with '#' are comments.
  static Table read(const std::filesystem::path& path, std::span<const ColumnRule> rules, Problems& problems);

  [[nodiscard]] const std::vector<CsvRow>& rows() const { return csv_.rows; }
  /// Whether all its rows and the column are there: only then does a value that it lacks not exist.
  [[nodiscard]] bool tells_all(std::string_view column) const;
  /// What is odd and was read all the same.
  [[nodiscard]] std::string notice() const { return notice_of_separator(csv_, name_); }
  /// Empty where the table has no such column.
  [[nodiscard]] const std::string& at(const CsvRow& row, std::string_view column) const;
  /// The parts of a cell between ';', without the spaces around them.
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
