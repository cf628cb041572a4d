#pragma once
// Serves what a publisher publishes: fetches, verifies, opens beside the old snapshot, then swaps. The publication
// format and the fetching are in the folder publication.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "graph/current_graph.h"
#include "graph/result.h"

namespace treatygraph::publication {
class Replica;
class Store;
struct Kept;
}  // namespace treatygraph::publication

namespace treatygraph::server {

class Log;
class Metrics;

/// The options of --follow.
struct FollowOptions {
  std::string where;             ///< folder or address of the publisher; empty: none is followed
  std::filesystem::path folder;  ///< where fetched publications are kept
  std::size_t former = 2;        ///< snapshots before the current one that still answer
  double interval_seconds = 10;  ///< between two looks
};

/// The folder that the system gives a service (CACHE_DIRECTORY), or that of the XDG base directory specification. Empty
/// if there is neither.
[[nodiscard]] std::filesystem::path usual_replica_folder();

/// A server that follows a publisher. It owns the graphs that are served.
class Following {
 public:
  /// Opens what was fetched before, or fetches it now. The error says why there is nothing to serve. It can take as
  /// long as the download does, unless `stop` ends it.
  [[nodiscard]] static Result<std::unique_ptr<Following>> begin(const FollowOptions& options,
                                                                const std::stop_token& stop);
  ~Following();
  Following(const Following&) = delete;
  Following& operator=(const Following&) = delete;

  /// What is served first; owns the older snapshots as well.
  [[nodiscard]] CurrentGraph& current() { return *current_; }
  /// Looks at the publisher, and serves what is new. Returns the snapshot that is served from now on. The old one stays
  /// if there is an error. Thread-safe; calls wait for each other.
  [[nodiscard]] Result<std::string> look(Metrics& metrics, const Log& log, const std::stop_token& stop);
  /// Looks at every interval, after an error less and less often, until told to stop.
  void run(Metrics& metrics, const Log& log, const std::stop_token& stop);

 private:
  Following(FollowOptions options, std::unique_ptr<publication::Store> store,
            std::unique_ptr<publication::Replica> replica);
  [[nodiscard]] Result<void> open_kept(const std::stop_token& stop);
  void report(const Error& error, Metrics& metrics, const Log& log);

  const FollowOptions options_;
  std::unique_ptr<publication::Store> store_;
  std::unique_ptr<publication::Replica> replica_;
  std::unique_ptr<CurrentGraph> current_;
  std::mutex mutex_;
  std::string last_error_;  ///< said once, not at every look
};

}  // namespace treatygraph::server
