#pragma once
// A build as JSON, for whoever watches many of them: what was read, found, resolved and refused, and where the time
// went.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/build/source_report.h"

namespace treatygraph::ingest {

struct BuildReport {
  std::string out;
  std::string snapshot;  ///< empty: nothing was written
  std::size_t nodes = 0;
  std::size_t relationships = 0;
  double read_seconds = 0;  ///< of all sources, by the clock on the wall
  double link_seconds = 0;
  double write_seconds = 0;
  std::size_t peak_memory_bytes = 0;
  std::vector<SourceReport> sources;
  std::vector<std::string> errors;  ///< that are no single source's
};

/// The member `totals` sums up the sources that were taken.
[[nodiscard]] std::string to_json(const BuildReport& report);

/// The most memory that this process has had at once.
[[nodiscard]] std::size_t peak_memory_bytes();

}  // namespace treatygraph::ingest
