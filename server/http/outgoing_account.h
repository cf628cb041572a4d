#pragma once
// How many bytes of answers wait for their clients: in total and for each client. When it is too many, the slowest
// answer of all, or of that client, gives way.

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

/// Any thread may call it.
class OutgoingAccount {
 public:
  using Clock = std::chrono::steady_clock;
  struct Limits {
    std::size_t total = 256U * 1024 * 1024;
    std::size_t each_client = total / 2;
  };
  /// An answer that waits.
  struct Answer {
    std::string client;
    Clock::time_point begun;
    std::function<void()> give_way;  ///< must not wait; called once at most, on any thread
    std::size_t held = 0;            ///< bytes in memory
    std::uint64_t taken = 0;         ///< bytes that the client's system has taken
    bool gives_way = false;
  };
  using Entry = std::list<Answer>::iterator;

  OutgoingAccount(Limits limits, Load& load) : limits_(limits), load_(load) {}

  [[nodiscard]] Entry open(std::string client, Clock::time_point begun, std::function<void()> give_way);
  /// What of the answer waits now. Others may be told to give way, or this one.
  void update(Entry entry, std::size_t held, std::uint64_t taken);
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
