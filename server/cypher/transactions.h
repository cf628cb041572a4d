#pragma once
// Open transactions of Neo4j's HTTP APIs. Each reads one snapshot over several requests, whatever is loaded in the
// meantime.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "graph/graph.h"
#include "graph/result.h"

namespace treatygraph::server {

/// Thread-safe. A transaction that is unused for `idle` ends by itself, so that a vanished client does not keep a
/// snapshot alive.
class Transactions {
 public:
  struct Limits {
    std::size_t open = 256;                      ///< transactions in total
    std::size_t of_client = 64;                  ///< transactions of one client
    std::size_t snapshots = 2;                   ///< snapshots read by open transactions; the oldest one's end first
    std::chrono::milliseconds idle{30'000};      ///< without use
    std::chrono::milliseconds longest{600'000};  ///< even if it is used
  };
  struct Transaction {
    std::string id;  ///< random, because any client that knows it can use and end the transaction
    std::shared_ptr<const Graph> graph;
    std::chrono::system_clock::time_point expires;
  };

  Transactions() : Transactions(Limits()) {}
  explicit Transactions(Limits limits);

  /// Opens a transaction that reads `graph`. Unavailable, with a remedy, if there are too many.
  /// `database` is any name; the transaction can be used only under the same one.
  [[nodiscard]] Result<Transaction> begin(std::string_view database, std::string_view client,
                                          std::shared_ptr<const Graph> graph);
  /// The open transaction of that id, whose life is extended by `idle`; null if that database has none.
  [[nodiscard]] std::optional<Transaction> use(std::string_view database, std::string_view id);
  /// Ends a transaction. Commit and rollback are the same, because nothing is written. False if there is none.
  bool end(std::string_view database, std::string_view id);
  /// Open transactions, including some that have just expired.
  [[nodiscard]] std::size_t count() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    std::string database;
    std::string client;
    std::shared_ptr<const Graph> graph;
    Clock::time_point begun;
    Clock::time_point ends;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;

  /// With the time at which it expires on the system's clock.
  [[nodiscard]] static Transaction described(const Entries::value_type& entry);
  void end_of_old_snapshots(const Graph* newest);
  void end_overdue(const std::stop_token& stop);
  [[nodiscard]] Entries::iterator next_to_end();

  const Limits limits_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  Entries entries_;
  std::jthread reaper_;  ///< started with the first transaction; declared last because it uses the others
};

}  // namespace treatygraph::server
