#pragma once
// The rows of a query as text, while it runs: what is too much to hold leaves piece by piece.

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "queries/cypher/statement.h"

namespace treatygraph::queries::cypher {

/// The query runs on a thread of its own, at most two pieces ahead of who takes them. The graph must outlive the
/// stream.
class RowStream {
 public:
  enum class Form : std::uint8_t { Csv, Ndjson };
  struct Source {
    const Graph& graph;
    std::shared_ptr<const PreparedQuery> query;
    Map parameters;
    std::optional<std::size_t> max_rows;  ///< nothing: all
  };
  RowStream(Source source, Form form, Budget::Limits limits);
  /// How many there are: each holds what its query holds for as long as its client takes.
  [[nodiscard]] static std::size_t count() { return count_; }
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
  void run(Budget budget);
  [[nodiscard]] std::optional<CypherError> error_of(Budget& budget, PreparedQuery::Emit take) const;
  void write(std::span<const Value> row);
  void write_error(const CypherError& error);
  bool hand_over(Budget& budget);
  void end(std::optional<CypherError> error);

  static std::atomic<std::size_t> count_;

  const Source source_;
  const Form form_;
  std::string written_;  ///< of the query's thread alone
  std::size_t rows_ = 0;
  bool has_handed_over_ = false;

  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string ready_;  ///< to be taken
  bool ended_ = false;
  std::optional<CypherError> error_;
  std::jthread thread_;  ///< last: it uses the others
};

}  // namespace treatygraph::queries::cypher
