#pragma once
// Messages are sent in chunks (https://neo4j.com/docs/bolt/current/bolt/message/#chunking): each has its size in two
// bytes, big-endian, before it, and an empty chunk ends the message. An empty chunk between messages (NOOP) only says
// that the sender is alive.

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace treatygraph::server::bolt {

inline constexpr std::string_view kNoop{"\0\0", 2};

/// Writes one message at the end of `out`, in place. A message that is never ended, because writing it threw, is taken
/// back.
class MessageFrame {
 public:
  /// Everything appended after construction belongs to the message.
  explicit MessageFrame(std::string& out);
  ~MessageFrame();
  MessageFrame(const MessageFrame&) = delete;
  MessageFrame& operator=(const MessageFrame&) = delete;
  /// Completes the message. Call it once.
  void end();

 private:
  std::string& out_;
  std::size_t begin_;
  bool has_ended_ = false;
};

/// Assembles messages from received bytes, wherever these are cut: even the two bytes of a size may come apart.
class MessageReader {
 public:
  explicit MessageReader(std::size_t longest_message) : longest_(longest_message) {}

  /// Appends the messages that end in `bytes`. False if a message is longer than allowed; do not call it again after
  /// that.
  [[nodiscard]] bool read(std::string_view bytes, std::deque<std::string>& messages);
  /// Whether a message has started and not ended.
  [[nodiscard]] bool is_amid_message() const { return has_half_size_ || left_ > 0 || !message_.empty(); }
  /// For messages from now on: a client may send longer ones once it has logged on.
  void set_longest(std::size_t bytes) { longest_ = bytes; }

 private:
  std::size_t longest_;
  std::string message_;         ///< of the current message so far
  std::size_t left_ = 0;        ///< bytes missing from the current chunk
  bool has_half_size_ = false;  ///< one byte of a chunk's size was received
  unsigned char half_size_ = 0;
};

}  // namespace treatygraph::server::bolt
