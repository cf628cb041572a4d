#pragma once
// Reloads the served file beside the old snapshot.

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>

#include "graph/current_graph.h"
#include "graph/result.h"
#include "server/operation/metrics.h"
#include "server/operation/request_log.h"

namespace treatygraph::server {

/// Computes what the first search would have to wait for, and keeps it with the graph.
void prepare(const Graph& graph);

/// Loads the file again: on SIGHUP and on POST /admin/reload.
class Reload {
 public:
  /// `stop` ends loading early. All references must outlive this object.
  Reload(std::string path, CurrentGraph& current, Metrics& metrics, const Log& log, std::stop_token stop)
      : path_(std::move(path)), current_(current), metrics_(metrics), log_(log), stop_(std::move(stop)) {}

  /// Loads the file and returns the snapshot that is served from now on. The old one stays if the file is not usable.
  /// Thread-safe; calls wait for each other.
  Result<std::string> operator()();

 private:
  const std::string path_;
  CurrentGraph& current_;
  Metrics& metrics_;
  const Log& log_;
  const std::stop_token stop_;
  std::mutex mutex_;
};

/// A request to reload, made by one thread and served by another. Requests during a reload cause one more reload.
class ReloadRequests {
 public:
  /// Asks for a reload. Does not wait.
  void ask();
  /// Waits for a request. False if told to stop.
  [[nodiscard]] bool wait(std::stop_token stop);

 private:
  std::mutex mutex_;
  std::condition_variable_any asked_;
  bool is_asked_ = false;
};

}  // namespace treatygraph::server
