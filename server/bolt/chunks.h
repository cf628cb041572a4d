#pragma once
// How messages are cut into chunks on the wire: a size in two bytes before each, an empty one at the end. An empty
// chunk between two messages (NOOP) says only that the other side is still there.

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace treatygraph::server::bolt {

inline constexpr std::string_view kNoop{"\0\0", 2};

/// Writes a message at the end of `out`, in place.
class MessageFrame {
 public:
  /// What is appended from here on is the message.
  explicit MessageFrame(std::string& out);
  void end();

 private:
  std::string& out_;
  std::size_t begin_;
};

/// Puts messages together from what arrives.
class MessageReader {
 public:
  explicit MessageReader(std::size_t longest_message) : longest_(longest_message) {}

  /// Adds the messages that end in `bytes`. False when a message is longer than it may be: nothing more can be read.
  [[nodiscard]] bool read(std::string_view bytes, std::deque<std::string>& messages);
  /// A part of a message has come, and its end has not.
  [[nodiscard]] bool is_amid_message() const { return has_half_size_ || left_ > 0 || !message_.empty(); }
  void set_longest(std::size_t bytes) { longest_ = bytes; }

 private:
  std::size_t longest_;
  std::string message_;
  std::size_t left_ = 0;  ///< of the chunk at hand
  bool has_half_size_ = false;
  unsigned char half_size_ = 0;
};

}  // namespace treatygraph::server::bolt
