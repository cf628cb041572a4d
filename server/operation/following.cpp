// Publications that are already in the folder are opened first, so a restarted server answers without its publisher.
// The newest becomes the current graph, the others its predecessors. A look that finds something new opens it while the
// old graph is served, and only then swaps; a graph whose snapshot is not the announced one is discarded. After errors
// the pause doubles, up to five minutes.

#include "server/operation/following.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdlib>

#include <fmt/format.h>

#include "graph/database.h"
#include "graph/graph.h"
#include "publication/replica.h"
#include "publication/store.h"
#include "server/operation/metrics.h"
#include "server/operation/reload.h"
#include "server/operation/request_log.h"

namespace treatygraph::server {
namespace {

/// After repeated errors; a longer interval is kept.
constexpr std::chrono::milliseconds kLongestPause = std::chrono::minutes(5);

/// Opens a publication and compares it with what the publisher says it is.
Result<std::shared_ptr<const Graph>> open_publication(const publication::Kept& kept, const std::stop_token& stop) {
  auto graph = open_database(kept.database, stop);
  if (!graph) return fail(std::move(graph.error()));
  if (graph->snapshot() != kept.manifest.snapshot) {
    return fail(ErrorCode::Corrupt,
                fmt::format("publication {} is named as snapshot {}, but contains {}; publish it again",
                            kept.manifest.sequence, kept.manifest.snapshot, graph->snapshot()));
  }
  prepare(*graph);
  return std::make_shared<const Graph>(*std::move(graph));
}

/// Returns early if stopped.
void pause(std::chrono::milliseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace

/// In this order: systemd's CacheDirectory=, the XDG folder, and its default.
std::filesystem::path usual_replica_folder() {
  const auto* given = std::getenv("CACHE_DIRECTORY");
  if (given != nullptr && *given != '\0') return std::filesystem::path(given) / "replica";
  const auto* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache != '\0') return std::filesystem::path(cache) / "treatygraph/replica";
  const auto* home = std::getenv("HOME");
  if (home != nullptr && *home != '\0') return std::filesystem::path(home) / ".cache/treatygraph/replica";
  return {};
}

Following::Following(FollowOptions options, std::unique_ptr<publication::Store> store,
                     std::unique_ptr<publication::Replica> replica)
    : options_(std::move(options)), store_(std::move(store)), replica_(std::move(replica)) {}

/// Here, because some types are incomplete in the header.
Following::~Following() = default;

Result<std::unique_ptr<Following>> Following::begin(const FollowOptions& options, const std::stop_token& stop) {
  auto store = publication::store_at(options.where);
  if (!store) return fail(store.error());
  auto replica = publication::Replica::open(**store, options.folder);
  if (!replica) return fail(replica.error());
  std::unique_ptr<Following> following(
      new Following(options, *std::move(store), std::make_unique<publication::Replica>(*std::move(replica))));
  if (auto opened = following->open_kept(stop); !opened) return fail(opened.error());
  if (following->current_) return following;
  auto arrived = following->replica_->look(stop);
  if (!arrived) return fail(arrived.error());
  if (auto opened = following->open_kept(stop); !opened) return fail(opened.error());
  if (following->current_) return following;
  return fail(ErrorCode::Corrupt, fmt::format("{}: what it publishes cannot be used", options.where));
}

/// What cannot be opened is removed, so that it is fetched again.
Result<void> Following::open_kept(const std::stop_token& stop) {
  const auto all = replica_->kept();
  std::optional<Error> first_error;
  for (const auto& kept : all) {
    auto graph = open_publication(kept, stop);
    if (!graph) {
      if (graph.error().code == ErrorCode::Cancelled) return fail(graph.error());
      if (!first_error) first_error = graph.error();
      replica_->discard(kept);
    } else if (!current_) {
      current_ = std::make_unique<CurrentGraph>(*std::move(graph), options_.former);
    } else {
      current_->add_oldest(*std::move(graph));
    }
  }
  // Older publications would fill the disk.
  replica_->keep_only(options_.former + 1);
  // Publications were there and none could be opened: that is worth reporting. Without any, begin() fetches one.
  if (!current_ && first_error && !all.empty()) return fail(*std::move(first_error));
  return {};
}

/// Called by the timer, by SIGHUP and by the operator.
Result<std::string> Following::look(Metrics& metrics, const Log& log, const std::stop_token& stop) {
  const std::scoped_lock lock(mutex_);
  const auto arrived = replica_->look(stop);
  if (!arrived) {
    report(arrived.error(), metrics, log);
    return fail(arrived.error());
  }
  last_error_.clear();
  if (!*arrived) return current_->get()->snapshot();
  auto graph = open_publication(**arrived, stop);
  if (!graph) {
    replica_->discard(**arrived);
    report(graph.error(), metrics, log);
    return fail(graph.error());
  }
  current_->replace(*std::move(graph));
  replica_->keep_only(options_.former + 1);
  metrics.count_reload(true);
  const auto snapshot = current_->get()->snapshot();
  log.event(fmt::format("publication {} of {}: snapshot {}", (*arrived)->manifest.sequence,
                        store_->place(publication::kPointer), snapshot));
  return snapshot;
}

void Following::report(const Error& error, Metrics& metrics, const Log& log) {
  if (error.code == ErrorCode::Cancelled) return;
  metrics.count_reload(false);
  // The same error at every look is logged once.
  if (error.detail == last_error_) return;
  last_error_ = error.detail;
  log.event(fmt::format("nothing new was taken, the old snapshot stays: {}", error.detail));
}

void Following::run(Metrics& metrics, const Log& log, const std::stop_token& stop) {
  const auto interval = std::chrono::milliseconds(std::lround(options_.interval_seconds * 1'000));
  auto time = interval;
  while (!stop.stop_requested()) {
    pause(time, stop);
    if (stop.stop_requested()) return;
    const auto seen = look(metrics, log, stop);
    time = seen ? interval : std::min(time * 2, std::max(kLongestPause, interval));
  }
}

}  // namespace treatygraph::server
