#pragma once
// What is being worked on right now, so that it can be seen and stopped: all of it by an operator, an openCypher
// statement by the client that asked it.

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

/// A statement's name is hard to guess: who knows it may stop the statement.
struct RunningStatement {
  std::string name;
  std::string text;
};

struct RunningQuery {
  std::uint64_t id = 0;
  std::string request_id;
  std::string method;
  std::string target;
  std::string text;  ///< the start of the body, where there is one: a query
  std::string peer;
  std::string client;  ///< its address
  std::chrono::milliseconds elapsed{0};
  bool cancelled = false;
  std::optional<RunningStatement> statement;  ///< where openCypher is asked, whichever door it came through
};

/// Any thread may call it.
class RunningQueries {
 public:
  /// The query is listed until its ticket is gone.
  class Ticket {
   public:
    Ticket(RunningQueries& queries, std::uint64_t id) : queries_(queries), id_(id) {}
    ~Ticket() { queries_.end(id_); }
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

    /// It is this statement that the query asks: called `name` where that is free, else as nobody guesses.
    void asks(std::string text, std::string_view name = {}) { queries_.name_statement(id_, std::move(text), name); }

    [[nodiscard]] std::uint64_t id() const { return id_; }

   private:
    RunningQueries& queries_;
    std::uint64_t id_;
  };

  /// `request.gone` must outlive the ticket.
  [[nodiscard]] Ticket begin(const Request& request, std::string request_id);
  /// One that was answered as soon as it began: it is never listed.
  void count_ended() { ++begun_; }
  /// The oldest first.
  [[nodiscard]] std::vector<RunningQuery> list() const;
  /// Those that ask a statement and came from the same client as `asking`, the oldest first.
  [[nodiscard]] std::vector<RunningQuery> statements_of_client(const Ticket& asking) const;
  [[nodiscard]] std::optional<RunningQuery> find_statement(std::string_view name) const;
  /// Asks the query to stop: it answers 503 soon. False when none with that id runs.
  [[nodiscard]] bool cancel(std::uint64_t id) const;
  [[nodiscard]] bool cancel_statement(std::string_view name) const;
  [[nodiscard]] std::size_t count() const;
  /// Begun since the start, those that run among them.
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
