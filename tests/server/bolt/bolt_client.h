#pragma once
// A Bolt client that sends given messages one by one and returns the answers as text.

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/bolt/chunks.h"
#include "server/bolt/pack_stream.h"
#include "server/bolt/versions.h"
#include "tests/server/raw_client.h"

namespace treatygraph::server::bolt {

/// `{"fields": ["n"], "t_first": 0}`, `N(0, ["Article"], {}, "art_1")`.
[[nodiscard]] std::string shown(PackReader& pack);
/// `SUCCESS {"fields": ["n"]}`.
[[nodiscard]] std::string shown_message(std::string_view bytes);

/// A handshake that proposes these versions: at most four, or ranges.
[[nodiscard]] std::string proposal(const std::vector<VersionRange>& versions);
/// A message in wire format; `write` writes its fields.
[[nodiscard]] std::string message(char signature, std::size_t fields, const std::function<void(PackWriter&)>& write);
/// The same with one map of strings and integers, given in that form.
[[nodiscard]] std::string hello(std::string_view token = {});
[[nodiscard]] std::string logon(std::string_view token = {});
[[nodiscard]] std::string run(std::string_view query);
[[nodiscard]] std::string run(std::string_view query, const std::function<void(PackWriter&)>& parameters,
                              const std::function<void(PackWriter&)>& extra);
[[nodiscard]] std::string pull(std::int64_t count, std::int64_t qid = -1);
[[nodiscard]] std::string discard(std::int64_t count, std::int64_t qid = -1);
[[nodiscard]] std::string begin();
[[nodiscard]] std::string begin(const std::function<void(PackWriter&)>& extra);
/// A message without fields.
[[nodiscard]] std::string bare(char signature);

inline constexpr char kLogoff = '\x6b';
inline constexpr char kGoodbye = '\x02';
inline constexpr char kReset = '\x0f';
inline constexpr char kCommit = '\x12';
inline constexpr char kRollback = '\x13';

class BoltClient {
 public:
  /// Connects and negotiates a version.
  BoltClient(int port, Version version, const std::string& from = {});

  bool send(std::string_view bytes) { return client_.send(bytes); }
  /// The next messages, one per line; fewer if no more arrive in time or the server closes.
  [[nodiscard]] std::vector<std::string> receive(std::size_t count,
                                                 std::chrono::milliseconds time = std::chrono::seconds(10));
  /// Sends `message` and reads that many answers.
  std::vector<std::string> ask(std::string_view bytes, std::size_t messages = 1);
  /// HELLO, followed by LOGON in versions that have it.
  void log_on();
  [[nodiscard]] testing::RawClient& raw() { return client_; }

 private:
  const Version version_;
  testing::RawClient client_;
  MessageReader reader_{1U << 30U};
  std::deque<std::string> messages_;
};

}  // namespace treatygraph::server::bolt
