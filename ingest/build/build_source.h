#pragma once
// A source of a build: what must be known about it in memory, while its records are in the store.

#include <string>
#include <utility>
#include <vector>

#include "ingest/build/source_report.h"
#include "ingest/build/source_store.h"
#include "ingest/build/stored_source.h"

namespace treatygraph::ingest {

/// Exists for each source of the command line, also for those with errors. Its memory does not depend on the size of
/// the source.
struct BuildSource {
  SourceItem item;
  StoredSource::Kind kind = StoredSource::Kind::Nothing;
  Pictures pictures = Pictures::LeaveOut;
  /// A slug from the location of the file, used if nothing better is known.
  std::string place_slug = {};
  /// The title that the source gives for its treaty.
  std::string title = {};
  /// SHA-256 of the dataset whose provisions its citations could reach when it was read. Empty if none.
  std::string widened_by = {};
  SourceReport report = {};  ///< its slug is that of the source's treaty
  /// Where its records are in the store.
  StoredPlace place = {};

  /// Whether the source goes into the graph.
  [[nodiscard]] bool is_right() const { return report.errors.empty(); }
  [[nodiscard]] bool is(StoredSource::Kind other) const { return kind == other && is_right(); }
  void refuse(std::string why) { report.errors.push_back(std::move(why)); }
};

/// Takes everything but the records, which stay in the store at `place`.
[[nodiscard]] inline BuildSource build_source_of(StoredSource source, const StoredPlace& place) {
  return {std::move(source.item),   source.kind,
          source.pictures,          std::move(source.place_slug),
          std::move(source.title),  std::move(source.widened_by),
          std::move(source.report), place};
}

}  // namespace treatygraph::ingest
