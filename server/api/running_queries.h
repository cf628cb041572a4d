#pragma once
// The requests that are running now. The operator can list and stop all of them. A client can list its own openCypher
// statements, and can stop a statement whose name it knows.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

/// An openCypher statement. Its name is hard to guess, because any client that knows it can stop the statement.
struct RunningStatement {
  std::string name;
  std::string text;
};

/// A copy of the state of one request, for listings.
struct RunningQuery {
  std::uint64_t id = 0;
  std::string request_id;
  std::string method;
  std::string target;
  std::string text;  ///< the start of the body, if any: a query
  std::string peer;
  std::string client;                    ///< the client's address
  std::chrono::milliseconds elapsed{0};  ///< since it was listed
  bool cancelled = false;
  std::optional<RunningStatement> statement;  ///< set if it is an openCypher statement, through any API
};

/// A list of the requests that have begun and not ended. Thread-safe.
class RunningQueries {
 public:
  /// Lists the query until the ticket is destroyed. The list must outlive it.
  class Ticket {
   public:
    Ticket(RunningQueries& queries, std::uint64_t id) : queries_(queries), id_(id) {}
    ~Ticket() { queries_.end(id_); }
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

    /// Records that the query runs this statement. It is called `name` if that is free and at most 64 bytes long,
    /// otherwise by a random name.
    void asks(std::string text, std::string_view name = {}) { queries_.name_statement(id_, std::move(text), name); }

    [[nodiscard]] std::uint64_t id() const { return id_; }

   private:
    RunningQueries& queries_;
    std::uint64_t id_;
  };

  /// Lists a request from now on. `request.gone`, which cancelling sets, must outlive the ticket.
  [[nodiscard]] Ticket begin(const Request& request, std::string request_id);
  /// Counts a query that was answered at once and so was never listed.
  void count_ended() { ++begun_; }
  /// Oldest first.
  [[nodiscard]] std::vector<RunningQuery> list() const;
  /// The statements of the client of `asking`, oldest first.
  /// Clients are told apart by address.
  [[nodiscard]] std::vector<RunningQuery> statements_of_client(const Ticket& asking) const;
  /// The running statement of that name.
  [[nodiscard]] std::optional<RunningQuery> find_statement(std::string_view name) const;
  /// Tells the query to stop; it then answers 503. False if no query with that id is running or it cannot be stopped.
  /// It may still finish normally.
  [[nodiscard]] bool cancel(std::uint64_t id) const;
  /// The same by the name of a statement.
  [[nodiscard]] bool cancel_statement(std::string_view name) const;
  /// Queries that are running now.
  [[nodiscard]] std::size_t count() const;
  /// Queries since the start of the server, including running ones.
  [[nodiscard]] std::uint64_t begun() const { return begun_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    RunningQuery query;
    Clock::time_point since;
    std::atomic<bool>* gone = nullptr;
  };
  using Entries = std::map<std::uint64_t, Entry>;
  void name_statement(std::uint64_t id, std::string text, std::string_view name);
  void end(std::uint64_t id);
  [[nodiscard]] Entries::const_iterator with_name(std::string_view name) const;
  [[nodiscard]] bool stop(Entries::const_iterator found) const;
  [[nodiscard]] static RunningQuery described(const Entry& entry);

  mutable std::mutex mutex_;
  Entries entries_;
  std::atomic<std::uint64_t> begun_ = 0;
};

}  // namespace treatygraph::server
