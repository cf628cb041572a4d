#pragma once
// Loading the served file again, beside the old snapshot.

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>

#include "graph/current_graph.h"
#include "graph/result.h"
#include "server/operation/metrics.h"
#include "server/operation/request_log.h"

namespace treatygraph::server {

class Reload {
 public:
  /// Loading ends early when `stop` says so.
  Reload(std::string path, CurrentGraph& current, Metrics& metrics, const Log& log, std::stop_token stop)
      : path_(std::move(path)), current_(current), metrics_(metrics), log_(log), stop_(std::move(stop)) {}

  /// The snapshot that is served from now on; the old stays where the file is no good. Any thread may call it; one
  /// waits for another.
  Result<std::string> operator()();

 private:
  const std::string path_;
  CurrentGraph& current_;
  Metrics& metrics_;
  const Log& log_;
  const std::stop_token stop_;
  std::mutex mutex_;
};

/// That the file shall be loaded again: asked for by one thread, done by another. However often it is asked for while
/// the file is loaded, it is loaded once more.
class ReloadRequests {
 public:
  void ask();
  /// Waits until it is asked for; false when it is told to stop.
  [[nodiscard]] bool wait(std::stop_token stop);

 private:
  std::mutex mutex_;
  std::condition_variable_any asked_;
  bool is_asked_ = false;
};

}  // namespace treatygraph::server
