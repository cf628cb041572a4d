#include "ingest/build/kept_sources.h"

#include <system_error>

#include <fmt/format.h>

#include "graph/version.h"

namespace treatygraph::ingest {
namespace {

constexpr const char* kBuildAnew = "build it anew with treatygraph-ingest build";

/// Two files cannot be replaced at once: new sources wait here until the database is replaced.
std::filesystem::path waiting_path(const std::filesystem::path& database) {
  return sources_path(database).string() + ".new";
}

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
  if (auto store = usable(SourceStore::open(waiting), waiting, *snapshot)) return store;  // after a crash
  const auto path = sources_path(database);
  auto store = SourceStore::open(path);
  if (!store && store.error().code == ErrorCode::NotFound) {
    return fail(ErrorCode::NotFound,
                fmt::format("{}: is missing: {} was built with --forget-sources, or copied without it; {}",
                            path.string(), database.string(), kBuildAnew));
  }
  if (!store) return fail(store.error().code, fmt::format("{}; {}", store.error().detail, kBuildAnew));
  return usable(std::move(store), path, *snapshot);
}

Result<NewSources> NewSources::beside(const std::filesystem::path& database) {
  auto file = TemporaryFile::beside(waiting_path(database));
  if (!file) return fail(file.error());
  auto store = SourceStore::create(file->path());
  if (!store) return fail(store.error());
  return NewSources(database, *std::move(file), *std::move(store));
}

Result<void> NewSources::commit(const std::vector<BuildSource>& sources, PreparedDatabase& prepared) {
  std::vector<KeptSource> kept;
  for (const auto& source : sources) {
    if (!source.is_right()) continue;
    auto item = source.item;
    item.path = std::filesystem::absolute(item.path).lexically_normal();
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
