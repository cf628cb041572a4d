// A map under one mutex. A thread (the reaper) sleeps until the next transaction expires, and starts with the first
// transaction, so that a server without any does not have it. Snapshots need much memory, so at most Limits::snapshots
// older ones are kept: a transaction that reads a newer one ends all transactions of the oldest.

#include "server/cypher/transactions.h"

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "graph/memory_account.h"

namespace treatygraph::server {
namespace {

/// 96 bits that nobody can guess.
std::string random_id() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}", random(), random(), random());
}

}  // namespace

Transactions::Transactions(Limits limits) : limits_(limits) {}

Result<Transactions::Transaction> Transactions::begin(std::string_view database, std::string_view client,
                                                      std::shared_ptr<const Graph> graph) {
  const std::scoped_lock lock(mutex_);
  const auto of_client =
      std::ranges::count_if(entries_, [&](const auto& entry) { return entry.second.client == client; });
  if (entries_.size() >= limits_.open || static_cast<std::size_t>(of_client) >= limits_.of_client) {
    return fail(ErrorCode::Unavailable,
                fmt::format("too many transactions are open; commit or roll back one, or wait until it expires after "
                            "{} ms without use",
                            limits_.idle.count()));
  }
  // Its memory must not be charged to the request that opens it.
  const MemoryAccount::Uncharged outlives_the_request;
  end_of_old_snapshots(graph.get());
  const auto now = Clock::now();
  const auto [entry, is_new] = entries_.emplace(
      random_id(), Entry{std::string(database), std::string(client), std::move(graph), now, now + limits_.idle});
  if (!reaper_.joinable()) reaper_ = std::jthread([this](const std::stop_token& stop) { end_overdue(stop); });
  changed_.notify_all();
  return described(*entry);
}

std::optional<Transactions::Transaction> Transactions::use(std::string_view database, std::string_view id) {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(id);
  const auto now = Clock::now();
  // An expired transaction may still be in the map.
  if (found == entries_.end() || found->second.database != database || found->second.ends <= now) return std::nullopt;
  auto& entry = found->second;
  entry.ends = std::min(now + limits_.idle, entry.begun + limits_.longest);
  return described(*found);
}

bool Transactions::end(std::string_view database, std::string_view id) {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(id);
  if (found == entries_.end() || found->second.database != database) return false;
  entries_.erase(found);
  return true;
}

std::size_t Transactions::count() const {
  const std::scoped_lock lock(mutex_);
  return entries_.size();
}

Transactions::Transaction Transactions::described(const Entries::value_type& entry) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(entry.second.ends - Clock::now());
  return {entry.first, entry.second.graph, std::chrono::system_clock::now() + left};
}

/// Makes room for a transaction that reads `newest`. A snapshot is as old as the first transaction that reads it.
void Transactions::end_of_old_snapshots(const Graph* newest) {
  const auto oldest_use = [this](const Graph* graph) {
    auto earliest = Clock::time_point::max();
    for (const auto& [id, entry] : entries_) {
      if (entry.graph.get() == graph) earliest = std::min(earliest, entry.begun);
    }
    return earliest;
  };
  for (;;) {
    std::vector<const Graph*> others;
    for (const auto& [id, entry] : entries_) {
      const auto* graph = entry.graph.get();
      if (graph != newest && std::ranges::find(others, graph) == others.end()) others.push_back(graph);
    }
    if (others.size() < limits_.snapshots) return;
    const auto* oldest = *std::ranges::min_element(others, {}, oldest_use);
    std::erase_if(entries_, [&](const auto& entry) { return entry.second.graph.get() == oldest; });
  }
}

/// The transaction that expires first; the end if there is none. Linear in the transactions, of which there are at most
/// 256.
Transactions::Entries::iterator Transactions::next_to_end() {
  return std::ranges::min_element(entries_, {}, [](const auto& entry) { return entry.second.ends; });
}

/// The reaper's work, until it is told to stop.
void Transactions::end_overdue(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    const auto next = next_to_end();
    if (next == entries_.end()) {
      changed_.wait(lock, stop, [this] { return !entries_.empty(); });
    } else if (next->second.ends <= Clock::now()) {
      entries_.erase(next);
    } else {
      const auto until = next->second.ends;
      (void)changed_.wait_until(lock, stop, until, [] { return false; });
    }
  }
}

}  // namespace treatygraph::server
