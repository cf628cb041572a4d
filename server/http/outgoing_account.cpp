// The slowest answer is the one that its client has taken at the lowest average rate since it began. A client that
// reads nothing therefore goes first, and a client with a large answer over a fast line stays, however much memory its
// answer takes. One limit is for all answers, one for each client, so that one client with many slow connections closes
// its own answers and not those of others.

#include "server/http/outgoing_account.h"

#include <algorithm>
#include <utility>

namespace treatygraph::server {
namespace {

/// Bytes per second since the answer began.
/// The average, in bytes per second; the time is at least a microsecond, so a new answer does not divide by zero.
double speed_of(const OutgoingAccount::Answer& answer, OutgoingAccount::Clock::time_point now) {
  const auto seconds = std::chrono::duration<double>(now - answer.begun).count();
  return static_cast<double>(answer.taken) / std::max(seconds, 1e-6);
}

}  // namespace

OutgoingAccount::Entry OutgoingAccount::open(std::string client, Clock::time_point begun,
                                             std::function<void()> give_way) {
  const std::scoped_lock lock(mutex_);
  return answers_.insert(answers_.end(), {std::move(client), begun, std::move(give_way), 0, 0, false});
}

void OutgoingAccount::update(Entry entry, std::size_t held, std::uint64_t taken) {
  // Called after the lock is released, because they post to other loops.
  std::vector<std::function<void()>> giving_way;
  {
    const std::scoped_lock lock(mutex_);
    entry->taken = taken;
    if (entry->gives_way) return;  // its loop will close it
    count(*entry, held);
    while (auto* const slow = next_to_give_way(entry->client)) {
      slow->gives_way = true;
      count(*slow, 0);
      ++load_.gave_way;
      giving_way.push_back(slow->give_way);
    }
  }
  for (const auto& give_way : giving_way) give_way();
}

void OutgoingAccount::close(Entry entry) {
  const std::scoped_lock lock(mutex_);
  count(*entry, 0);
  answers_.erase(entry);
}

/// Changes what the answer counts, in all sums.
void OutgoingAccount::count(Answer& answer, std::size_t held) {
  auto& of_client = of_client_[answer.client];
  of_client += held - answer.held;  // unsigned arithmetic: also right if it decreases
  total_ += held - answer.held;
  answer.held = held;
  if (of_client == 0) of_client_.erase(answer.client);
  load_.outgoing_bytes = total_;
}

/// The limit of the client that has just added bytes comes first. Null if no limit is exceeded.
OutgoingAccount::Answer* OutgoingAccount::next_to_give_way(const std::string& client) {
  const auto of_client = of_client_.find(client);
  if (of_client != of_client_.end() && of_client->second > limits_.each_client) {
    if (auto* const slow = slowest(&client)) return slow;
  }
  return total_ > limits_.total ? slowest(nullptr) : nullptr;
}

/// The slowest of one client's answers, or of all. Null if fewer than two wait: a single answer may have any allowed
/// size. Linear in the waiting answers, and called only above a limit.
OutgoingAccount::Answer* OutgoingAccount::slowest(const std::string* client) {
  const auto now = Clock::now();
  Answer* slow = nullptr;
  double least = 0;
  std::size_t count = 0;
  for (auto& answer : answers_) {
    if (answer.held == 0 || (client != nullptr && answer.client != *client)) continue;
    const auto speed = speed_of(answer, now);
    if (slow == nullptr || speed < least) {
      slow = &answer;
      least = speed;
    }
    ++count;
  }
  return count < 2 ? nullptr : slow;
}

}  // namespace treatygraph::server
