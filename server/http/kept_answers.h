#pragma once
// Whole answers that a loop has made on its own, for requests that come again to the byte. A request that has the same
// head has the same method, target, host, token, origin, formats and conditions, so while the same snapshot is served
// it has the same answer, but for its id and its time.

#include <chrono>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/message.h"

namespace treatygraph::server {

struct KeptAnswer {
  std::string before_id;  ///< from the status line on
  std::string before_time;
  std::string after_time;  ///< with the body
  Lasting what;            ///< with the record of the request that it answers now
  bool closes = false;     ///< the connection

  /// Nothing where `bytes`, an answer as it goes onto the wire, has no id or no time.
  [[nodiscard]] static std::optional<KeptAnswer> of(std::string_view bytes, Lasting what, bool closes);
  /// As it goes onto the wire.
  [[nodiscard]] std::string bytes() const;
};

/// "0.042", as Server-Timing has it.
void append_milliseconds(std::string& text, std::chrono::microseconds time);

/// Of one loop's thread alone. What was asked longest ago gives way to what is new.
class KeptAnswers {
 public:
  explicit KeptAnswers(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  [[nodiscard]] bool keeps_any() const { return most_bytes_ > 0; }
  /// The answer to the request with that head; none where it was not kept. Valid until the next call.
  [[nodiscard]] KeptAnswer* find(std::string_view head);
  /// An answer of another snapshot than the others' drops them.
  void keep(std::string head, KeptAnswer answer);
  void clear();
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    std::string head;
    KeptAnswer answer;
    [[nodiscard]] std::size_t bytes() const;
  };
  void drop_oldest();

  const std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  ///< what was asked last comes first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_head_;
};

}  // namespace treatygraph::server
