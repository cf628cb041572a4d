// Every waiting query wakes up when something changes, and looks whether it is next. That is quadratic in the number of
// waiting queries, but they are few, and no query can be forgotten in a queue after it was stopped. `is_stopped` is
// polled, because a stop does not know about turns.

#include "server/bolt/turns.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace treatygraph::server::bolt {
namespace {

/// How soon a waiting query notices that it was stopped.
constexpr std::chrono::milliseconds kLookForTurn{20};

}  // namespace

bool Turns::take(const std::string& client, queries::cypher::FunctionRef<bool()> is_stopped) {
  std::unique_lock lock(mutex_);
  const auto since = ++asked_;
  waiting_.push_back({&client, since});
  bool is_mine = false;
  while (!is_mine && !is_stopped()) {
    is_mine = taken_ < most_ && is_next(since);
    if (!is_mine) changed_.wait_for(lock, kLookForTurn);
  }
  std::erase_if(waiting_, [since](const Waiting& waiting) { return waiting.since == since; });
  if (is_mine) {
    ++taken_;
    ++computing_[client];
  }
  changed_.notify_all();
  return is_mine;
}

/// The order is computed anew each time, because giving back a turn changes how many a client has.
bool Turns::is_next(std::uint64_t since) const {
  const auto urgency = [this](const Waiting& waiting) {
    const auto found = computing_.find(*waiting.client);
    return std::pair(found == computing_.end() ? 0 : found->second, waiting.since);
  };
  return std::ranges::min_element(waiting_, {}, urgency)->since == since;
}

void Turns::give_back(const std::string& client) {
  const std::scoped_lock lock(mutex_);
  --taken_;
  const auto found = computing_.find(client);
  if (--found->second == 0) computing_.erase(found);
  changed_.notify_all();
}

}  // namespace treatygraph::server::bolt
