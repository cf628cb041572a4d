#pragma once
// The rows of a query as text, while it runs: what is too much to hold leaves piece by piece.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "queries/cypher/asking/statement.h"

namespace treatygraph::queries::cypher {

/// The query runs on a thread of its own, at most two pieces ahead of its client. The graph must outlive the stream.
///
/// Each stream holds what its query holds for as long as its client takes, so there are kMost at most. For one more,
/// the stream that has waited longest for its client gives way: its query ends, and its answer breaks off.
class RowStream {
 public:
  enum class Form : std::uint8_t { Csv, Ndjson };
  struct Source {
    const Graph& graph;
    std::shared_ptr<const PreparedQuery> query;
    Map parameters;
    std::optional<std::size_t> max_rows;  ///< nothing: all
  };
  static constexpr std::size_t kMost = 32;
  /// nullptr if there are kMost, and none has waited for its client for long; or if no thread can be started.
  [[nodiscard]] static std::shared_ptr<RowStream> begin(Source source, Form form, Budget::Limits limits);
  /// Stops the query where it still runs.
  ~RowStream();
  RowStream(const RowStream&) = delete;
  RowStream& operator=(const RowStream&) = delete;

  enum class State : std::uint8_t { More, Done, Failed };
  /// Appends the next piece, some 64 KiB. Waits for it, and stops the query once `gone` is set. After an error in the
  /// midst NDJSON has one more line, which says it, and then Failed comes.
  State next(std::string& piece, const std::atomic<bool>* gone);
  /// Why it failed.
  [[nodiscard]] const CypherError& error() const { return *error_; }

 private:
  using Clock = Budget::Clock;
  class All;

  RowStream(Source source, Form form, Budget::Limits limits);
  void run(Budget budget);
  [[nodiscard]] std::optional<CypherError> error_of(Budget& budget, PreparedQuery::Emit take) const;
  void write(std::span<const Value> row);
  void write_error(std::string& out, const CypherError& error) const;
  bool hand_over(Budget& budget);
  void end(std::optional<CypherError> error);
  /// Ends the query because another stream needs the room.
  void give_way();

  const Source source_;
  const Form form_;
  std::string written_;  ///< of the query's thread alone
  std::size_t rows_ = 0;
  bool has_handed_over_ = false;

  std::atomic<bool> stopped_ = false;
  std::atomic<bool> gave_way_ = false;
  bool is_cut_ = false;                                       ///< stopped while a piece was to be handed over
  std::atomic<Clock::time_point> waits_since_ = kNotWaiting;  ///< for its client
  static constexpr auto kNotWaiting = Clock::time_point::max();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string ready_;  ///< to be taken
  bool ended_ = false;
  std::optional<CypherError> error_;
  std::jthread thread_;  ///< last: it uses the others
};

}  // namespace treatygraph::queries::cypher
