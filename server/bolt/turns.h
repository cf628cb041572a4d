#pragma once
// Limits how many queries compute at a time. A query that waits for its client gives up its turn.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "queries/cypher/values/function_ref.h"

namespace treatygraph::server::bolt {

/// Thread-safe. Of the waiting queries, the one whose client has the fewest computing queries comes next; of equals,
/// the one that has waited longest.
class Turns {
 public:
  /// At most so many turns at a time.
  explicit Turns(std::size_t most) : most_(most) {}

  /// Waits for a turn. False if `is_stopped` becomes true first.
  [[nodiscard]] bool take(const std::string& client, queries::cypher::FunctionRef<bool()> is_stopped);
  /// Gives back a turn that take() has given.
  void give_back(const std::string& client);

 private:
  // A query that waits; it is in the list only during take().
  struct Waiting {
    const std::string* client;
    std::uint64_t since;
  };
  [[nodiscard]] bool is_next(std::uint64_t since) const;

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Waiting> waiting_;
  std::map<std::string, std::size_t> computing_;  ///< turns in use per client
  std::size_t taken_ = 0;
  std::uint64_t asked_ = 0;
};

}  // namespace treatygraph::server::bolt
