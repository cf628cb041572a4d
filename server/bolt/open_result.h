#pragma once
// One query from RUN to its last row. It runs on its own thread, which makes the requested rows and then waits until
// more are requested. PULL of n makes n rows, and one ahead to know whether there are more. The session on the loop's
// thread asks for rows and takes what is ready; the two share only what the mutex guards.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "graph/graph.h"
#include "queries/cypher/asking/engine.h"
#include "queries/request/budget.h"
#include "server/api/running_queries.h"
#include "server/bolt/answers.h"
#include "server/bolt/bolt_load.h"
#include "server/bolt/notifications.h"
#include "server/bolt/run_request.h"
#include "server/bolt/turns.h"
#include "server/bolt/value_writer.h"
#include "server/http/request_record.h"

namespace treatygraph::server::bolt {

/// State that all queries of a listener share. Everything that it refers to must outlive them.
struct QueryServices {
  RunningQueries& running;
  queries::Budget::Limits limits;  ///< limits of each query
  RecordRequest log;
  BoltLoad& load;
  Turns& turns;
};

/// The object outlives its thread and its session: both hold it by a shared pointer.
class OpenResult {
 public:
  using Clock = std::chrono::steady_clock;
  /// What a query needs to know; copied from the session, which may end earlier.
  struct Question {
    std::string message;                 ///< the complete RUN message
    std::shared_ptr<const Graph> graph;  ///< stays the same if another snapshot is loaded
    Version version;
    Dialect dialect;
    bool is_in_transaction = false;
    std::int64_t qid = 0;
    TransactionRequest transaction;            ///< as given by BEGIN; for an auto-commit query, as given by HELLO
    std::optional<Clock::time_point> ends_by;  ///< when the transaction ends
    Clock::time_point arrived = Clock::now();
    std::string id;      ///< for the log
    std::string peer;    ///< "127.0.0.1:40312"
    std::string client;  ///< the client's address
  };
  /// `tell` is called, on any thread, when there is something to take. It must not block.
  OpenResult(Question question, const QueryServices& services, std::function<void()> tell);

  // Called by the session. No call blocks.
  /// PULL or DISCARD of so many rows, or of all. Only one at a time.
  void ask(std::optional<std::uint64_t> rows, bool discards);
  enum class End : std::uint8_t {
    NotYet,   ///< more follows
    HasMore,  ///< RUN was answered, or all requested rows were sent
    Over,
    Failed,
  };
  /// Appends what is ready of the answer, in complete messages.
  End take(std::string& out);
  /// Nobody will ask for the rest; the query stops soon.
  void abandon();
  [[nodiscard]] const std::string& client() const { return question_.client; }

  // Called by OpenResults.
  /// Since when it has been waiting for its client; the far future while it computes.
  [[nodiscard]] Clock::time_point waits_since() const { return waits_since_; }
  /// Ends the query because another query needs its place.
  void give_way();
  [[nodiscard]] bool gives_way() const { return gave_way_; }

  /// Runs on its own thread until the query has ended.
  void work();

 private:
  // Rows that the client has asked for and does not have yet.
  struct Demand {
    bool is_all = false;
    std::uint64_t rows = 0;
    bool discards = false;
  };
  static constexpr auto kNotWaiting = Clock::time_point::max();

  [[nodiscard]] std::optional<Failure> answer();
  [[nodiscard]] queries::cypher::CypherResult<void> run(queries::Budget& budget);
  [[nodiscard]] queries::cypher::CypherResult<void> run_rows(queries::Budget& budget, const RunRequest& asked,
                                                             const queries::cypher::PreparedQuery& query);
  void begin_answer(const queries::cypher::PreparedQuery& query);
  void end_answer(const queries::cypher::PreparedQuery& query, const queries::cypher::Profile* profile,
                  const std::vector<std::string>& notes);
  [[nodiscard]] bool take_row(queries::Budget& budget, std::span<const queries::cypher::Value> row);
  [[nodiscard]] bool wait_for_demand(queries::Budget& budget);
  void keep_to_transaction(queries::Budget& budget) const;
  [[nodiscard]] bool publish(queries::Budget* budget, End end);
  template <typename Done>
  [[nodiscard]] bool wait_until(queries::Budget* budget, Done done);
  [[nodiscard]] bool take_turn();
  void give_turn_back();
  [[nodiscard]] queries::cypher::CypherError why_stopped() const;
  [[nodiscard]] std::int64_t milliseconds() const;
  [[nodiscard]] std::string_view database() const;
  void record() const;

  Question question_;
  const QueryServices& services_;
  const std::function<void()> tell_;

  // Used by its own thread only.
  std::string text_;     ///< the query's
  std::string written_;  ///< not handed over yet
  Demand demand_;        ///< rows left of the current request
  bool is_asked_ = false;
  bool is_profile_ = false;
  bool is_cut_ = false;  ///< a row was rejected because the query was stopped
  bool has_turn_ = false;
  std::uint64_t rows_ = 0;
  std::size_t bytes_ = 0;
  int status_ = 200;

  std::atomic<bool> stopped_ = false;  ///< stopped by its client, by the operator, or because it gives way
  std::atomic<bool> abandoned_ = false;
  std::atomic<bool> gave_way_ = false;
  std::atomic<Clock::time_point> waits_since_ = kNotWaiting;
  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::string ready_;  ///< ready to be taken
  End end_ = End::NotYet;
  std::optional<Demand> next_demand_;
};

}  // namespace treatygraph::server::bolt
