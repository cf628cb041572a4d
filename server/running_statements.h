#pragma once
// The openCypher statements that run right now, whichever door they came through, for who asked them.

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/message.h"

namespace treatygraph::server {

struct RunningStatement {
  std::string id;
  std::string text;
  std::chrono::milliseconds elapsed{0};
  bool cancelled = false;
};

/// Any thread may call it. An id is hard to guess, so who knows it may cancel; a list holds the client's own alone.
class RunningStatements {
 public:
  /// The statement is listed as long as somebody holds it.
  using Ticket = std::shared_ptr<const void>;

  /// `request.gone` must outlive the ticket. With `id` as its name where that is free, else with one that is made.
  [[nodiscard]] Ticket begin(const Request& request, std::string text, std::string_view id = {});
  /// The client's, the oldest first.
  [[nodiscard]] std::vector<RunningStatement> list(const Request& client) const;
  [[nodiscard]] std::optional<RunningStatement> find(std::string_view id) const;
  /// Asks it to stop. False when none with that id runs.
  bool cancel(std::string_view id) const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    std::string client;
    std::string text;
    Clock::time_point since;
    std::uint64_t number = 0;
    std::atomic<bool>* gone = nullptr;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;
  [[nodiscard]] static RunningStatement described(const Entries::value_type& entry);
  void end(const std::string& id);

  mutable std::mutex mutex_;
  Entries entries_;
  std::uint64_t begun_ = 0;
};

}  // namespace treatygraph::server
