#pragma once
// Makes treaties.db from sources that were read: names, links and writes them.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/result.h"
#include "ingest/build/build_source.h"
#include "ingest/build/kept_sources.h"
#include "ingest/build/read_sources.h"

namespace treatygraph::ingest {

/// What was written, and how long it took.
struct MadeGraph {
  /// Content hash of the graph.
  std::string snapshot;
  std::size_t nodes = 0;
  std::size_t relationships = 0;
  double link_seconds = 0;
  double write_seconds = 0;
};

/// Where and how to write.
struct MakeRequest {
  std::filesystem::path out;
  Pictures pictures = Pictures::LeaveOut;
  bool stops_at_error = false;  ///< write nothing if any source is wrong
  bool keeps_sources = true;    ///< keep what was read beside the database, for later changes
};

/// A wrong source is refused in its report. Nothing is written if no source is right, or if one is wrong and
/// `stops_at_error`; the error says so in one sentence.
[[nodiscard]] Result<MadeGraph> make_graph(std::vector<BuildSource>& sources, NewSources& stored,
                                           const MakeRequest& request, const Progress& progress = {});

}  // namespace treatygraph::ingest
