#pragma once
// The metrics that a Prometheus server reads at /metrics.

#include <memory>
#include <string>

#include "graph/current_graph.h"
#include "server/api/service.h"
#include "server/bolt/bolt_load.h"
#include "server/http/load.h"

namespace treatygraph::server {

/// Counters, histograms and readings of one server. Thread-safe.
class Metrics {
 public:
  /// All arguments must outlive this object.
  Metrics(const CurrentGraph& current, const RunningQueries& running, const Load& load,
          const bolt::BoltLoad* bolt = nullptr);
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// Counts a finished request, or one that was refused unread.
  void count(const RequestRecord& request);
  /// Counts an attempt to load data again; `loaded` is false if the old snapshot stays.
  void count_reload(bool loaded);
  /// Prometheus text format, version 0.0.4.
  [[nodiscard]] std::string text() const;

 private:
  struct Families;
  const CurrentGraph& current_;
  const RunningQueries& running_;
  const Load& load_;
  const bolt::BoltLoad* bolt_;  ///< null if there is no such listener
  std::unique_ptr<Families> families_;
};

}  // namespace treatygraph::server
