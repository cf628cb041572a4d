#pragma once
// Comma-separated values, RFC 4180, with the line that each row begins on.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {

struct CsvRow {
  int line;  ///< from 1
  std::vector<std::string> fields;
};

struct Csv {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;
  int header_line = 1;
  char separator = ',';   ///< or ';' or a tab, as spreadsheets write them, where the header has that and no comma
  bool is_whole = false;  ///< every line could be read
};

/// What may stand in a file besides its rows.
enum class CsvLines {
  RowsAlone,
  RowsAndComments,  ///< a line that begins with '#' says something to people
};

/// UTF-8, with or without a byte order mark; lines end in CRLF or LF. Every row has as many fields as the header. The
/// error begins with `name` and the line: "references.csv:14: ...".
[[nodiscard]] Result<Csv> parse_csv(std::string_view text, std::string_view name);
/// The rows that can be read; what is wrong with the others goes to `problems`.
[[nodiscard]] Csv parse_csv(std::string_view text, std::string_view name, CsvLines lines, Problems& problems);
/// A file of at most 64 MiB.
[[nodiscard]] Csv read_csv(const std::filesystem::path& path, CsvLines lines, Problems& problems);

/// Of a file that is not parted by commas: that it was read all the same. Empty otherwise.
[[nodiscard]] std::string notice_of_separator(const Csv& csv, std::string_view name);

}  // namespace treatygraph::ingest
