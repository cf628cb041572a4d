#pragma once
// Streams the rows of a query as text while it runs, for results that are too large for memory.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "queries/cypher/asking/statement.h"

namespace treatygraph::queries::cypher {

/// The query runs on its own thread, at most two pieces ahead of the client: one is ready, and the next one is being
/// written. The graph must outlive the stream.
///
/// A stream occupies the memory of its query as long as its client reads, so at most kMost streams exist. To start
/// another one, the stream that has waited longest for its client is closed: its query ends, and its answer breaks off.
class RowStream {
 public:
  enum class Form : std::uint8_t { Csv, Ndjson };
  /// What to stream.
  struct Source {
    const Graph& graph;
    std::shared_ptr<const PreparedQuery> query;
    Map parameters;
    std::optional<std::size_t> max_rows;  ///< absent: all
  };
  static constexpr std::size_t kMost = 32;
  /// Null if there are kMost streams and none has waited long for its client, or if no thread can be started.
  [[nodiscard]] static std::shared_ptr<RowStream> begin(Source source, Form form, Budget::Limits limits);
  /// Stops the query if it is still running, and waits for its thread.
  ~RowStream();
  RowStream(const RowStream&) = delete;
  RowStream& operator=(const RowStream&) = delete;

  enum class State : std::uint8_t { More, Done, Failed };
  /// Waits for the next piece of about 64 KiB and appends it. Stops the query when `gone` becomes true; `gone` may be
  /// null. After an error in mid-stream, NDJSON gets a final line with the error, and the call after it returns Failed.
  /// To be called by one thread at a time.
  State next(std::string& piece, const std::atomic<bool>* gone);
  /// The error, after next() has returned Failed.
  [[nodiscard]] const CypherError& error() const { return *error_; }
  /// The warnings of the query, and those of its procedures that were known with the first piece. Later warnings, and
  /// the note that rows were left out, are the last line of NDJSON, {"warnings": [...]}. CSV has no place for them.
  [[nodiscard]] std::vector<std::string> warnings();
  /// Whether rows were left out because of `max_rows`, if that was known with the first piece.
  [[nodiscard]] bool is_limited();
  /// The warning that only `count` rows were sent.
  [[nodiscard]] static std::string first_rows(std::size_t count);

 private:
  using Clock = Budget::Clock;
  class All;

  RowStream(Source source, Form form, Budget::Limits limits);
  /// The query's thread.
  void run(Budget budget);
  /// Runs the query; the error if it fails.
  [[nodiscard]] std::optional<CypherError> error_of(Budget& budget, PreparedQuery::Emit take);
  void write(std::span<const Value> row);
  void write_error(std::string& out, const CypherError& error) const;
  void write_late_notes();
  void settle_head();
  /// Waits until the client has taken the last piece, then makes `written_` the next one. False if the stream was
  /// stopped.
  bool hand_over(Budget& budget);
  /// Hands over the last piece and the outcome.
  void end(std::optional<CypherError> error);
  /// Ends the query to make room for another stream.
  void give_way();

  const Source source_;
  const Form form_;
  // Used by the query's thread only.
  std::string written_;
  std::size_t rows_ = 0;
  std::vector<std::string> notes_;
  bool has_reached_limit_ = false;
  bool has_handed_over_ = false;

  std::atomic<bool> stopped_ = false;
  std::atomic<bool> gave_way_ = false;
  bool is_cut_ = false;                                       ///< stopped while a piece was waiting
  std::atomic<Clock::time_point> waits_since_ = kNotWaiting;  ///< since when it has been waiting for its client
  static constexpr auto kNotWaiting = Clock::time_point::max();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string ready_;                  ///< the piece to be taken next; empty: it was taken
  std::vector<std::string> warnings_;  ///< as they were when the first piece was ready
  bool is_limited_ = false;            ///< the same
  bool ended_ = false;
  std::optional<CypherError> error_;
  std::jthread thread_;  ///< last: it uses the others
};

}  // namespace treatygraph::queries::cypher
