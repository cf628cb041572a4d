#pragma once
// The results that are open on a listener, each with a thread: a bounded number, and a bounded number that wait for
// one. While some wait, those that have themselves waited long for their clients give way, one after the other.

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
    std::size_t open = 160;     ///< of all clients; one has three quarters: more than a driver's usual 100 connections
    std::size_t waiting = 256;  ///< for a thread; one client has three quarters
    std::size_t computing = 8;  ///< at a time
    std::chrono::milliseconds patience{1'000};  ///< how long a result may wait for its client before it gives way
  };
  /// `report` is told of work that ended with an exception. All must outlive it.
  OpenResults(Limits limits, RunningQueries& running, queries::Budget::Limits each, RecordRequest log, BoltLoad& load,
              const std::function<void(std::string_view)>& report);
  /// Waits for the queries that run: whoever opened them has abandoned them.
  ~OpenResults();
  OpenResults(const OpenResults&) = delete;
  OpenResults& operator=(const OpenResults&) = delete;

  /// nullptr if too many wait for a thread.
  [[nodiscard]] std::shared_ptr<OpenResult> open(OpenResult::Question question, std::function<void()> tell);
  /// Makes room for one that waits, if there is one: to be called now and then.
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
