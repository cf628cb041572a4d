#pragma once
// The report of a build as JSON: what was read, found, resolved and refused, and the time it took.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/build/build_source.h"
#include "ingest/build/make_graph.h"
#include "ingest/build/source_report.h"

namespace treatygraph::ingest {

/// What --report writes.
struct BuildReport {
  std::string out;
  std::string snapshot;  ///< empty: nothing was written
  std::size_t nodes = 0;
  std::size_t relationships = 0;
  double read_seconds = 0;  ///< all sources, in wall-clock time
  double link_seconds = 0;
  double write_seconds = 0;
  std::size_t peak_memory_bytes = 0;
  std::vector<SourceReport> sources;
  std::vector<std::string> errors;  ///< problems that do not belong to a single source
};

class BuildLog;

/// Logs the messages of the sources, and moves their reports into `report`. Returns how many sources have errors.
std::size_t tell(std::vector<BuildSource>& sources, BuildLog& log, BuildReport& report);
/// Adds what was made, and how long it took.
void tell(const MadeGraph& made, BuildReport& report);

/// The report as indented JSON. The member `totals` sums the sources without errors.
[[nodiscard]] std::string to_json(const BuildReport& report);

/// The largest resident memory that this process has had, without its children.
[[nodiscard]] std::size_t peak_memory_bytes();

}  // namespace treatygraph::ingest
