#pragma once
// A loop's cache of complete answers, for requests that are repeated byte for byte. Requests with equal heads have the
// same method, target, host, token, origin, formats and conditions. While the same snapshot is served they have the
// same answer, except for its id and its time.

#include <chrono>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/message.h"

namespace treatygraph::server {

/// One cached answer, cut where its request id and its time are inserted.
struct KeptAnswer {
  std::string before_id;    ///< from the status line up to the id (including "X-Request-Id: ")
  std::string before_time;  ///< from the end of the id up to the time in Server-Timing
  std::string after_time;   ///< from the end of the time up to the end of the body
  Cacheable what;           ///< with the record of the request that it now answers
  bool closes = false;      ///< the connection

  /// Nothing if `bytes`, a complete answer, has no id or no time.
  [[nodiscard]] static std::optional<KeptAnswer> of(std::string_view bytes, Cacheable what, bool closes);
  /// The bytes to send.
  [[nodiscard]] std::string bytes() const;
};

/// Milliseconds as in Server-Timing: "0.042".
void append_milliseconds(std::string& text, std::chrono::microseconds time);

/// Used by one loop's thread only. The least recently used answer is evicted first.
class KeptAnswers {
 public:
  explicit KeptAnswers(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  [[nodiscard]] bool keeps_any() const { return most_bytes_ > 0; }
  /// The answer to the request with that head, or null. Valid until the next call.
  /// Counts as a use of the answer.
  [[nodiscard]] KeptAnswer* find(std::string_view head);
  /// An answer of a new snapshot empties the cache first.
  /// Nothing happens if the answer is larger than the whole cache or the head is already kept.
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
  std::list<Entry> entries_;  ///< most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_head_;
};

}  // namespace treatygraph::server
