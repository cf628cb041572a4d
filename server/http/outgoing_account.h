#pragma once
// Counts the bytes of answers that clients have not taken yet, in total and per client. Above a limit, the slowest
// answer of all, or of that client, is closed.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "server/http/load.h"

namespace treatygraph::server {

/// Thread-safe.
/// Thread-safe: called by all loops of a listener.
class OutgoingAccount {
 public:
  using Clock = std::chrono::steady_clock;
  struct Limits {
    std::size_t total = std::size_t{256} * 1024 * 1024;
    std::size_t each_client = total / 2;
  };
  /// An answer that waits for its client.
  struct Answer {
    std::string client;
    Clock::time_point begun;         ///< when the answer began, for its speed
    std::function<void()> give_way;  ///< must not block; called at most once, on any thread
    std::size_t held = 0;            ///< bytes in memory
    std::uint64_t taken = 0;         ///< bytes that the client's system has acknowledged
    bool gives_way = false;          ///< it was told to; since then it counts as empty
  };
  using Entry = std::list<Answer>::iterator;

  OutgoingAccount(Limits limits, Load& load) : limits_(limits), load_(load) {}

  /// Adds an answer that waits for its client; it counts nothing until update() is called.
  [[nodiscard]] Entry open(std::string client, Clock::time_point begun, std::function<void()> give_way);
  /// Updates how much of the answer is waiting. This or another answer may be told to give way.
  void update(Entry entry, std::size_t held, std::uint64_t taken);
  /// Removes the answer; the entry is invalid afterwards.
  void close(Entry entry);

 private:
  void count(Answer& answer, std::size_t held);
  [[nodiscard]] Answer* slowest(const std::string* client);
  [[nodiscard]] Answer* next_to_give_way(const std::string& client);

  const Limits limits_;
  Load& load_;
  std::mutex mutex_;
  std::list<Answer> answers_;
  std::map<std::string, std::size_t> of_client_;
  std::size_t total_ = 0;
};

}  // namespace treatygraph::server
