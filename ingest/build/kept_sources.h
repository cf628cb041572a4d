#pragma once
// The file "treaties.db.sources" beside treaties.db. It contains what was read from each source, so that one treaty can
// be added, removed or updated without reading the others.

#include <filesystem>
#include <utility>
#include <vector>

#include "graph/database.h"
#include "graph/result.h"
#include "graph/temporary_file.h"
#include "ingest/build/build_source.h"
#include "ingest/build/source_store.h"

namespace treatygraph::ingest {

/// The path of the kept sources. If `database` is a symbolic link, they are beside the file that it leads to.
[[nodiscard]] std::filesystem::path sources_path(const std::filesystem::path& database);

/// Opens the sources of `database`, and locks them against changes by other processes. The error says why they cannot
/// be used and what to do: the database or its sources do not exist, are damaged, belong to another state of the
/// database, or were written by another version of this program.
[[nodiscard]] Result<SourceStore> open_kept_sources(const std::filesystem::path& database);

/// A new store that replaces the old one together with the database. The destructor removes it if it was not committed.
class NewSources {
 public:
  /// Creates a temporary file in the folder of the database.
  [[nodiscard]] static Result<NewSources> beside(const std::filesystem::path& database);

  [[nodiscard]] SourceStore& store() { return store_; }
  /// Writes which sources make the graph, and replaces the database and its sources. After a crash at any moment there
  /// is the old database with its sources or the new one with the new ones.
  [[nodiscard]] Result<void> commit(const std::vector<BuildSource>& sources, PreparedDatabase& prepared);
  /// Replaces the database, and removes the sources of the old one.
  [[nodiscard]] Result<void> commit_without_sources(PreparedDatabase& prepared);

 private:
  NewSources(std::filesystem::path database, TemporaryFile file, SourceStore store)
      : database_(std::move(database)), file_(std::move(file)), store_(std::move(store)) {}

  std::filesystem::path database_;
  TemporaryFile file_;
  SourceStore store_;
};

}  // namespace treatygraph::ingest
