#pragma once
// Loading the served file again, beside the old snapshot.

#include <mutex>
#include <string>

#include "graph/current_graph.h"
#include "graph/result.h"
#include "server/metrics.h"
#include "server/request_log.h"

namespace treatygraph::server {

class Reload {
 public:
  Reload(std::string path, CurrentGraph& current, Metrics& metrics, const Log& log)
      : path_(std::move(path)), current_(current), metrics_(metrics), log_(log) {}

  /// The snapshot that is served from now on; the old stays where the file is no good. Any thread may call it; one
  /// waits for another.
  Result<std::string> operator()();

 private:
  const std::string path_;
  CurrentGraph& current_;
  Metrics& metrics_;
  const Log& log_;
  std::mutex mutex_;
};

}  // namespace treatygraph::server
