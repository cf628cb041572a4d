#pragma once
// The stored sources beside treaties.db, in "treaties.db.sources": from these, one treaty can be added, removed or read
// anew without reading the others.

#include <filesystem>
#include <utility>
#include <vector>

#include "graph/database.h"
#include "graph/result.h"
#include "graph/temporary_file.h"
#include "ingest/build/build_source.h"
#include "ingest/build/source_store.h"

namespace treatygraph::ingest {

/// "treaties.db.sources", beside the file that a link leads to.
[[nodiscard]] std::filesystem::path sources_path(const std::filesystem::path& database);

/// Opens the sources of `database`, and locks them against other changes. The error says why they cannot be used, and
/// what to do: no database, no sources, of another state of the database, of another version of this program, damaged.
[[nodiscard]] Result<SourceStore> open_kept_sources(const std::filesystem::path& database);

/// A new store, which replaces the old one together with the database. Removed on destruction without commit().
class NewSources {
 public:
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
