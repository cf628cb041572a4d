// Two files, the database and its sources, must change together, but a file system can only replace one file
// atomically. commit() therefore has three steps:
// 1. The new sources are renamed to "treaties.db.sources.new".
// 2. The database is replaced.
// 3. The new sources are renamed to "treaties.db.sources".
// The sources contain the snapshot (content hash) of their database. After a crash between 2 and 3, open_kept_sources()
// finds that the waiting file belongs to the database, and does step 3. After a crash between 1 and 2, the waiting file
// does not match and is ignored.

#include "ingest/build/kept_sources.h"

#include <system_error>

#include <fmt/format.h>

#include "graph/version.h"

namespace treatygraph::ingest {
namespace {

constexpr const char* kBuildAnew = "build it anew with treatygraph-ingest build";

/// Where new sources wait until the database is replaced.
std::filesystem::path waiting_path(const std::filesystem::path& database) {
  return sources_path(database).string() + ".new";
}

/// Refuses sources of another version of this program, or of another state of the database.
Result<SourceStore> usable(Result<SourceStore> store, const std::filesystem::path& path, const std::string& snapshot) {
  if (!store) return store;
  if (store->made_by() != version()) {
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("{}: was written by treatygraph {}, and this is {}, which may read documents differently; {}",
                    path.string(), store->made_by(), version(), kBuildAnew));
  }
  if (store->snapshot() != snapshot) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{}: belongs to another state of the file beside it; {}", path.string(), kBuildAnew));
  }
  return store;
}

}  // namespace

std::filesystem::path sources_path(const std::filesystem::path& database) {
  auto target = replaceable(database);
  return (target ? *target : database).string() + ".sources";
}

Result<SourceStore> open_kept_sources(const std::filesystem::path& database) {
  std::error_code error;
  if (!std::filesystem::exists(database, error)) {
    return fail(ErrorCode::NotFound,
                fmt::format("{}: there is no such file; make it with treatygraph-ingest build", database.string()));
  }
  const auto snapshot = stated_snapshot(database);
  if (!snapshot) return fail(snapshot.error());
  const auto waiting = waiting_path(database);
  const auto path = sources_path(database);
  // Completes a commit() that was interrupted between its two renames.
  if (usable(SourceStore::open(waiting), waiting, *snapshot)) std::filesystem::rename(waiting, path, error);
  auto store = SourceStore::open(path);
  if (!store && store.error().code == ErrorCode::NotFound) {
    return fail(ErrorCode::NotFound,
                fmt::format("{}: is missing: {} was built with --forget-sources or by an older treatygraph, or copied "
                            "without it; {}",
                            path.string(), database.string(), kBuildAnew));
  }
  if (!store) return fail(store.error().code, fmt::format("{}; {}", store.error().detail, kBuildAnew));
  if (!store->lock()) {
    return fail(
        ErrorCode::Unavailable,
        fmt::format("{}: another process is changing this file; try again when it has ended", database.string()));
  }
  return usable(std::move(store), path, *snapshot);
}

Result<NewSources> NewSources::beside(const std::filesystem::path& database) {
  auto file = TemporaryFile::beside(waiting_path(database));
  if (!file) return fail(file.error());
  auto store = SourceStore::create(
      file->path(), fmt::format("{}: its sources {}", database.string(), sources_path(database).string()));
  if (!store) return fail(store.error());
  return NewSources(database, *std::move(file), *std::move(store));
}

Result<void> NewSources::commit(const std::vector<BuildSource>& sources, PreparedDatabase& prepared) {
  std::vector<KeptSource> kept;
  for (const auto& source : sources) {
    if (!source.is_right()) continue;
    auto item = source.item;
    item.path = std::filesystem::absolute(item.path).lexically_normal();
    // A file of statements need not belong to a treaty. Its slug then comes from its location.
    const auto& slug = source.report.slug.empty() ? source.place_slug : source.report.slug;
    kept.push_back({std::move(item), source.kind, source.pictures, slug, source.report.sha256, source.place});
  }
  if (auto finished = store_.finish(kept, prepared.snapshot()); !finished) return finished;
  if (auto waiting = file_.commit(); !waiting) return waiting;
  if (auto done = prepared.commit(); !done) return done;
  std::error_code error;
  std::filesystem::rename(waiting_path(database_), sources_path(database_), error);
  if (!error) return {};
  return fail(ErrorCode::Unavailable,
              fmt::format("{}: cannot be replaced: {}", sources_path(database_).string(), error.message()));
}

Result<void> NewSources::commit_without_sources(PreparedDatabase& prepared) {
  if (auto done = prepared.commit(); !done) return done;
  std::error_code error;
  std::filesystem::remove(waiting_path(database_), error);
  std::filesystem::remove(sources_path(database_), error);
  return {};
}

}  // namespace treatygraph::ingest
