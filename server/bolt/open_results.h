#pragma once
// The open results of a listener, each with its own thread. The number of threads and of waiting queries is limited.
// While queries wait for a thread, results that have waited long for their clients are closed one by one.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/bolt/open_result.h"
#include "server/http/worker_pool.h"

namespace treatygraph::server::bolt {

class OpenResults {
 public:
  struct Limits {
    std::size_t open = 160;     ///< in total; one client gets three quarters, more than a driver's usual 100
    std::size_t waiting = 256;  ///< queries waiting for a thread; one client gets three quarters
    std::size_t computing = 8;  ///< computing at a time
    std::chrono::milliseconds patience{1'000};  ///< how long a result may wait for its client before it may be closed
  };
  /// `report` receives the message of an exception that ended a query. All arguments must outlive this object.
  OpenResults(Limits limits, RunningQueries& running, queries::Budget::Limits each, RecordRequest log, BoltLoad& load,
              const std::function<void(std::string_view)>& report);
  /// Waits for the running queries, which must have been abandoned before.
  ~OpenResults();
  OpenResults(const OpenResults&) = delete;
  OpenResults& operator=(const OpenResults&) = delete;

  /// Null if too many queries wait for a thread.
  [[nodiscard]] std::shared_ptr<OpenResult> open(OpenResult::Question question, std::function<void()> tell);
  /// Closes a result if queries wait for a thread. To be called regularly.
  void relieve();

 private:
  using Results = std::vector<OpenResult*>;
  [[nodiscard]] Results crowded() const;
  void remove(const std::shared_ptr<OpenResult>& result);

  const Limits limits_;
  BoltLoad& load_;
  Turns turns_;
  const QueryServices services_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<OpenResult>> open_;
  WorkerPool threads_;  ///< last: they use the others
};

}  // namespace treatygraph::server::bolt
