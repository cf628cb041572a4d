#pragma once
// Comma-separated values, RFC 4180, with the line that each row begins on.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

struct CsvRow {
  int line;  ///< from 1
  std::vector<std::string> fields;
};

struct Csv {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;
};

/// UTF-8, with or without a byte order mark; lines end in CRLF or LF. Every row has as many fields as the header. The
/// error begins with `name` and the line: "references.csv:14: ...".
[[nodiscard]] Result<Csv> parse_csv(std::string_view text, std::string_view name);
/// A file of at most 64 MiB.
[[nodiscard]] Result<Csv> read_csv(const std::filesystem::path& path);

}  // namespace treatygraph::ingest
