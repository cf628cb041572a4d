#pragma once
// The protocol's state machine for one client: which message is allowed when, and what is answered
// (https://neo4j.com/docs/bolt/current/bolt/server-state/). It never blocks: queries run elsewhere and notify it. Used
// by its loop's thread only.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "graph/current_graph.h"
#include "server/bolt/open_results.h"

namespace treatygraph::server::bolt {

/// State that all sessions of a listener share. Everything that it refers to must outlive them.
struct SessionServices {
  const CurrentGraph& current;
  OpenResults& results;
  BoltLoad& load;
  /// Whether a token or password is accepted. If not set, everybody is.
  std::function<bool(std::string_view token)> admits;
  std::string address;  ///< "127.0.0.1:7687": the advertised address, unless the driver used another
};

/// How long a client may be inactive.
struct SessionLimits {
  std::chrono::milliseconds idle{1'800'000};       ///< with nothing open; drivers pool connections
  std::chrono::milliseconds transaction{300'000};  ///< with a transaction or a result open, which hold a snapshot
};

/// The member functions for messages have the names of the messages.
class Session {
 public:
  using Clock = std::chrono::steady_clock;
  /// How the log and the list of running queries name the client.
  struct Peer {
    std::string id;       ///< "bolt-12"
    std::string name;     ///< "127.0.0.1:40312"
    std::string address;  ///< "127.0.0.1"
  };
  /// The result of the handshake.
  struct Agreed {
    Version version;
    bool by_manifest = false;
  };
  /// `tell` is called, on any thread, when advance() has something to do.
  Session(const SessionServices& services, Peer peer, Agreed agreed, std::function<void()> tell);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Queues a message. RESET and GOODBYE stop the current work at once; all other messages wait for their turn.
  void receive(std::string message);
  /// Answers queued messages until it must wait for a query, or until `out` has enough for the client to take.
  void advance(std::string& out);
  /// The message that is being received is too long. Appends the last answer; the session is over.
  void refuse_long_message(std::string& out);
  /// Ends a transaction whose client is inactive. False if the connection itself has been idle for too long.
  [[nodiscard]] bool outlasts(Clock::time_point now, const SessionLimits& limits);

  [[nodiscard]] bool is_over() const { return state_ == State::Defunct; }
  [[nodiscard]] bool is_logged_on() const { return state_ != State::Negotiation && state_ != State::Authentication; }
  /// Whether the client waits for an answer.
  [[nodiscard]] bool is_working() const { return current_ != nullptr || !queue_.empty(); }
  /// Whether nothing is requested or open, so that the connection may be closed for a new client.
  [[nodiscard]] bool is_idle() const { return !is_working() && (state_ == State::Ready || state_ == State::Failed); }
  [[nodiscard]] Clock::time_point since() const { return since_; }
  /// Bytes of the queued messages.
  [[nodiscard]] std::size_t queued_bytes() const { return queued_bytes_; }

 private:
  // As in the specification, but Interrupted is a flag (is_interrupted_).
  enum class State : std::uint8_t {
    Negotiation,
    Authentication,
    Ready,
    Streaming,
    TxReady,
    TxStreaming,
    Failed,
    Defunct,
  };
  // A transaction reads one snapshot, whatever is loaded in the meantime.
  struct Transaction {
    std::shared_ptr<const Graph> graph;
    TransactionRequest asked;
    std::optional<Clock::time_point> ends_by;
  };
  // A kind of message: its signature, where it is allowed, and the function that handles it.
  struct Kind;
  static const Kind* kind_of(char signature);
  [[nodiscard]] static std::string_view name_of(State state);

  void handle(std::string message, std::string& out);
  void handle_kind(const Kind& kind, std::string& message, std::string& out);
  void hello(std::string& message, std::string& out);
  void logon(std::string& message, std::string& out);
  void logoff(std::string& message, std::string& out);
  void telemetry(std::string& message, std::string& out);
  void reset(std::string& message, std::string& out);
  void run(std::string& message, std::string& out);
  void pull(std::string& message, std::string& out);
  void discard(std::string& message, std::string& out);
  void begin(std::string& message, std::string& out);
  void commit(std::string& message, std::string& out);
  void rollback(std::string& message, std::string& out);
  void route(std::string& message, std::string& out);

  // PULL and DISCARD.
  void ask_for_rows(const std::string& message, bool discards, std::string& out);
  // Takes what the current result has ready.
  void collect(std::string& out);
  // Checks the credentials of HELLO or LOGON, and answers.
  void let_in(const queries::cypher::Map& authentication, std::string& out, std::size_t entries,
              const std::function<void(PackWriter&)>& write);
  // FAILURE; requests until RESET are ignored.
  void fail_request(std::string& out, const Failure& failure);
  // FAILURE, after which the connection ends.
  void fail_connection(std::string& out, const Failure& failure);
  void fail_session(State state);
  void close_results();
  void end_transaction();
  [[nodiscard]] bool is_in_transaction() const { return transaction_.has_value(); }

  const SessionServices& services_;
  const Peer peer_;
  const Agreed agreed_;
  const std::function<void()> tell_;

  State state_ = State::Negotiation;
  Clock::time_point since_ = Clock::now();  ///< time of the last message or answer
  std::deque<std::string> queue_;
  std::size_t queued_bytes_ = 0;
  std::size_t resets_ = 0;       ///< RESETs in the queue; messages before them are ignored
  bool is_interrupted_ = false;  ///< a RESET has been received and its turn has not come
  bool counts_in_utc_;           ///< datetimes are sent with UTC seconds (always from 5.0)
  NotificationFilter filter_;
  std::optional<Transaction> transaction_;
  std::optional<Failure> expired_;                               ///< why the transaction ended, for its next request
  std::map<std::int64_t, std::shared_ptr<OpenResult>> results_;  ///< by qid
  std::int64_t last_qid_ = -1;                                   ///< the default of PULL in a transaction
  std::uint64_t queries_ = 0;                                    ///< queries so far, which makes their ids
  std::shared_ptr<OpenResult> current_;                          ///< the result that the current request waits for
  std::int64_t current_qid_ = 0;
};

}  // namespace treatygraph::server::bolt
