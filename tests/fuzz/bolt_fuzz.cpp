// Bytes that unauthenticated Bolt clients send: handshakes, WebSocket, chunks, messages, values.

#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>

#include "server/bolt/chunks.h"
#include "server/bolt/fields.h"
#include "server/bolt/handshake.h"
#include "server/bolt/run_request.h"
#include "server/bolt/value_reader.h"
#include "server/bolt/value_writer.h"
#include "server/bolt/web_socket.h"
#include "tests/support/drawing.h"

namespace {

using namespace treatygraph;
using namespace treatygraph::server::bolt;

constexpr std::size_t kLongestMessage = 65'536;

const Graph& graph() {
  static const auto small = treatygraph::testing::graph_of("t:art_1 heading=Scope");
  return small;
}

void expect(bool holds) {
  if (!holds) std::abort();
}

void shake_hands(std::string_view bytes) {
  Handshake handshake;
  std::string answer;
  for (std::size_t read = 1; read > 0 && !bytes.empty();) {
    read = handshake.read(bytes, answer);
    expect(read <= bytes.size());
    bytes.remove_prefix(read);
  }
  expect(handshake.state() != Handshake::State::Agreed || handshake.version() <= kSpoken.front().newest);
}

std::string written(const queries::cypher::Value& value) {
  std::string bytes;
  ValueWriter(bytes, graph(), {}).write(value);
  return bytes;
}

/// A value that was read and written is read again as the same value.
void read_values(std::string_view bytes) {
  PackReader pack(bytes);
  const auto value = ValueReader(pack).read();
  if (!value) return;
  const auto once = written(*value);
  PackReader again(once);
  const auto same = ValueReader(again).read();
  expect(same && again.at_end() && written(*same) == once);
}

void read_message(const std::string& message) {
  expect(message.size() <= kLongestMessage);
  (void)fields_of(message);
  if (const auto run = RunRequest::read(message)) (void)TransactionRequest::read(run->extra, {});
  read_values(message);
}

/// However the bytes are split, the messages are the same.
void read_messages(std::string_view bytes) {
  std::deque<std::string> whole;
  MessageReader reader(kLongestMessage);
  const bool are_read = reader.read(bytes, whole);
  for (const auto& message : whole) read_message(message);
  std::deque<std::string> dripped;
  MessageReader dripping(kLongestMessage);
  bool are_dripped = true;
  for (std::size_t i = 0; i < bytes.size() && are_dripped; ++i)
    are_dripped = dripping.read(bytes.substr(i, 1), dripped);
  expect(are_read == are_dripped && whole == dripped);
}

void read_web_socket(std::string_view bytes) {
  (void)read_upgrade(bytes, nullptr);
  std::string whole;
  std::string dripped;
  std::string answer;
  WebSocket socket(kLongestMessage);
  const bool goes_on = socket.read(bytes, whole, answer);
  WebSocket dripping(kLongestMessage);
  bool is_dripping = true;
  for (std::size_t i = 0; i < bytes.size() && is_dripping; ++i) {
    is_dripping = dripping.read(bytes.substr(i, 1), dripped, answer);
  }
  expect(!goes_on || whole == dripped);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      shake_hands(bytes);
      break;
    case 1:
      read_messages(bytes);
      break;
    case 2:
      read_values(bytes);
      break;
    default:
      read_web_socket(bytes);
  }
  return 0;
}
