#pragma once
// Comma-separated values (RFC 4180), with the line number of each row.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {

/// A row with its fields unquoted: `""` inside a quoted field is one quote.
struct CsvRow {
  int line;  ///< starting at 1
  std::vector<std::string> fields;
};

/// A table in memory. All rows have the same number of fields as the header.
struct Csv {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;
  int header_line = 1;
  char separator = ',';   ///< or ';' or tab, as written by spreadsheets, if the header contains it and no comma
  bool is_whole = false;  ///< whether every row could be read; false for an empty text, too
};

/// Whether a file may contain comments.
enum class CsvLines {
  RowsAlone,
  RowsAndComments,  ///< lines that begin with '#' are comments
};

/// Parses UTF-8, with or without a byte order mark; lines end in CRLF or LF. A row with more or fewer fields than the
/// header is an error. Each error begins with `name` and the line: "references.csv:14: ...".
[[nodiscard]] Result<Csv> parse_csv(std::string_view text, std::string_view name);
/// The rows that can be read. Errors in the other rows are added to `problems`. A row with misplaced quotes ends the
/// table, because the start of the next row is unknown.
[[nodiscard]] Csv parse_csv(std::string_view text, std::string_view name, CsvLines lines, Problems& problems);
/// The same for a file of at most 64 MiB; messages about its rows name it without its folder.
[[nodiscard]] Csv read_csv(const std::filesystem::path& path, CsvLines lines, Problems& problems);

/// A notice for the user that the columns are not separated by commas; empty if they are.
[[nodiscard]] std::string notice_of_separator(const Csv& csv, std::string_view name);

/// The items of a list in one cell, "grain; fish": separated by semicolons, without white space at their ends and
/// without empty items. They are copies.
[[nodiscard]] std::vector<std::string> items_in_cell(std::string_view list);

}  // namespace treatygraph::ingest
