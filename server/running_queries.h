#pragma once
// What is being worked on right now, so that an operator can see it and stop it.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "server/message.h"

namespace treatygraph::server {

struct RunningQuery {
  std::uint64_t id = 0;
  std::string request_id;
  std::string method;
  std::string target;
  std::string text;  ///< the start of the body, where there is one: a query
  std::string peer;
  std::chrono::milliseconds elapsed{0};
  bool cancelled = false;
};

/// Any thread may call it.
class RunningQueries {
 public:
  /// Listed until it goes out of scope.
  class Ticket {
   public:
    Ticket(RunningQueries& queries, std::uint64_t id) : queries_(queries), id_(id) {}
    ~Ticket() { queries_.end(id_); }
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;

   private:
    RunningQueries& queries_;
    std::uint64_t id_;
  };

  /// The request and its id must outlive the ticket: they are looked at, not copied.
  [[nodiscard]] Ticket begin(const Request& request, const std::string& request_id);
  /// The oldest first.
  [[nodiscard]] std::vector<RunningQuery> list() const;
  /// Asks the query to stop: it answers 503 soon. False when none with that id runs.
  [[nodiscard]] bool cancel(std::uint64_t id);
  [[nodiscard]] std::size_t count() const;
  /// Begun since the start, those that run among them.
  [[nodiscard]] std::uint64_t begun() const { return begun_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    const Request* request;
    const std::string* request_id;
    Clock::time_point since;
  };
  void end(std::uint64_t id);

  mutable std::mutex mutex_;
  std::map<std::uint64_t, Entry> entries_;
  std::atomic<std::uint64_t> begun_ = 0;
};

}  // namespace treatygraph::server
