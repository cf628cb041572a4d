#pragma once
// Comma-separated values (RFC 4180), with the line number of each row.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {

struct CsvRow {
  int line;  ///< starting at 1
  std::vector<std::string> fields;
};

struct Csv {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;
  int header_line = 1;
  char separator = ',';   ///< or ';' or tab, as written by spreadsheets, if the header contains it and no comma
  bool is_whole = false;  ///< whether every line could be read
};

/// Options.
enum class CsvLines {
  RowsAlone,
  RowsAndComments,  ///< lines that begin with '#' are comments
};

/// UTF-8, with or without a byte order mark; lines end in CRLF or LF. Every row has as many fields as the header. The
/// error begins with `name` and the line: "references.csv:14: ...".
[[nodiscard]] Result<Csv> parse_csv(std::string_view text, std::string_view name);
/// The readable rows; errors in others are added to `problems`.
[[nodiscard]] Csv parse_csv(std::string_view text, std::string_view name, CsvLines lines, Problems& problems);
/// A file of at most 64 MiB.
[[nodiscard]] Csv read_csv(const std::filesystem::path& path, CsvLines lines, Problems& problems);

/// A note that the file uses another separator and was read anyway; empty otherwise.
[[nodiscard]] std::string notice_of_separator(const Csv& csv, std::string_view name);

/// The items of a list that one cell holds, between ';', without white space at their ends; empty ones are left out.
[[nodiscard]] std::vector<std::string> items_in_cell(std::string_view list);

}  // namespace treatygraph::ingest
