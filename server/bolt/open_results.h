#pragma once
// The results that are open on a listener, each with a thread: a bounded number. For one more, the one that has waited
// longest for its client gives way.

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
    std::size_t open = 64;                    ///< of all clients; one has at most three quarters
    std::size_t computing = 8;                ///< at a time
    std::chrono::milliseconds patience{250};  ///< how long a result may wait for its client before another has its room
  };
  /// `report` is told of work that ended with an exception. All must outlive it.
  OpenResults(Limits limits, RunningQueries& running, queries::Budget::Limits each, RecordRequest log, BoltLoad& load,
              const std::function<void(std::string_view)>& report);
  /// Waits for the queries that run: whoever opened them has abandoned them.
  ~OpenResults();
  OpenResults(const OpenResults&) = delete;
  OpenResults& operator=(const OpenResults&) = delete;

  /// nullptr if there are too many, and none has waited for its client for long.
  [[nodiscard]] std::shared_ptr<OpenResult> open(OpenResult::Question question, std::function<void()> tell);

 private:
  [[nodiscard]] bool make_room(const std::string& client);
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
