#pragma once
// Changes a treaties.db by one or a few treaties, without reading the documents of the other treaties again.

#include <filesystem>
#include <string>
#include <vector>

#include "graph/result.h"
#include "ingest/build/build_source.h"
#include "ingest/build/make_graph.h"
#include "ingest/build/read_sources.h"

namespace treatygraph::ingest {

/// A change of `database`, for the commands add, remove and update.
struct ChangeRequest {
  enum class Kind { Add, Remove, Update };
  Kind kind = Kind::Add;
  std::filesystem::path database;
  /// Add: sources, as for a build. Remove: slugs. Update: SLUG, whose files are read again, or SLUG=FILE.
  std::vector<std::string> arguments;
  Pictures pictures = Pictures::LeaveOut;
};

/// The result is the database that a build with the same sources in the same order makes, byte for byte. New sources
/// come last, and updated ones keep their place. Nothing is written if a source is wrong. `told` gets the sources that
/// were read or are wrong, even if the change fails.
[[nodiscard]] Result<MadeGraph> change_sources(const ChangeRequest& request, std::vector<BuildSource>& told,
                                               const Progress& progress = {});

}  // namespace treatygraph::ingest
