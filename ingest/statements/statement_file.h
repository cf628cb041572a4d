#pragma once
// Reads statements about a treaty from a table (CSV) or a list of objects (JSON): who said what and when, and about
// which version of the treaty.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The values of `stance`, from approval to rejection.
inline constexpr std::array<std::string_view, 6> kStances = {"supports",         "welcomes", "neutral",
                                                             "calls_for_change", "critical", "opposes"};
inline constexpr std::array<std::string_view, 3> kConfidences = {"high", "medium", "low"};

/// One statement. datasets/README.md documents the members.
struct StatementEntry {
  std::size_t line = 0;               ///< line in the file
  std::string id;                     ///< empty: derived from speaker, date and title
  std::vector<std::string> speakers;  ///< keys or names
  std::string date, title, text, summary, version, treaty, stance, concern, source, confidence;
  std::vector<std::string> provisions;  ///< eIds that a person found in it
};

/// A file that was read.
struct StatementFile {
  std::string name;    ///< of the file
  std::string format;  ///< "statements-csv", "statements-json"
  std::vector<StatementEntry> statements;
  std::vector<std::string> warnings = {};  ///< oddities that did not prevent reading
  std::string text = {};                   ///< from which it was read
};

/// Whether a file that begins with `head` contains statements: a CSV with a column "speaker" or "speakers", or a JSON
/// list of objects with such a member.
[[nodiscard]] bool is_statement_file(std::string_view head);

/// The error lists all problems. Each has its line in a CSV, or the number of the object in JSON.
[[nodiscard]] Result<StatementFile> read_statement_file(std::string_view text, std::string name);

}  // namespace treatygraph::ingest
