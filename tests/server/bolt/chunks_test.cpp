#include "server/bolt/chunks.h"

#include <gmock/gmock.h>

namespace treatygraph::server::bolt {
namespace {

using ::testing::ElementsAre;

std::string framed(std::string_view message) {
  std::string out;
  MessageFrame frame(out);
  out += message;
  frame.end();
  return out;
}

TEST(Chunks, end_with_an_empty_one) {
  EXPECT_EQ(framed("abc"), std::string_view("\0\3abc\0\0", 7));
}

TEST(Chunks, of_a_message_that_could_not_be_written_are_taken_back) {
  auto out = framed("abc");
  try {
    const MessageFrame frame(out);
    out += "half of";
    throw 1;
  } catch (int) {
  }
  EXPECT_EQ(out, framed("abc"));
}

TEST(Chunks, of_a_long_message_are_put_together_again) {
  const std::string message(200'000, 'm');
  const auto wire = framed(message);
  EXPECT_EQ(wire.size(), message.size() + 4 * 2 + 2);
  std::deque<std::string> messages;
  MessageReader reader(1'000'000);
  EXPECT_TRUE(reader.read(wire, messages));
  EXPECT_THAT(messages, ElementsAre(message));
}

TEST(Chunks, are_the_same_however_they_arrive) {
  const auto wire = framed("one") + std::string(kNoop) + framed("two") + framed(std::string(300, 'x'));
  for (const std::size_t step : {1U, 2U, 3U, 7U, 1'000U}) {
    std::deque<std::string> messages;
    MessageReader reader(1'000);
    for (std::size_t at = 0; at < wire.size(); at += step) {
      EXPECT_TRUE(reader.read(std::string_view(wire).substr(at, step), messages));
    }
    EXPECT_THAT(messages, ElementsAre("one", "two", std::string(300, 'x')));
    EXPECT_FALSE(reader.is_amid_message());
  }
}

TEST(Chunks, of_one_message_may_be_many) {
  std::deque<std::string> messages;
  MessageReader reader(100);
  EXPECT_TRUE(reader.read(std::string_view("\0\2ab\0\1", 6), messages));
  EXPECT_TRUE(reader.is_amid_message());
  EXPECT_TRUE(reader.read(std::string_view("c\0\0", 3), messages));
  EXPECT_THAT(messages, ElementsAre("abc"));
}

TEST(Chunks, of_too_long_a_message_are_refused_before_they_come) {
  std::deque<std::string> messages;
  MessageReader reader(100);
  EXPECT_TRUE(reader.read(std::string_view("\0\x63", 2), messages));
  EXPECT_TRUE(reader.read(std::string(99, 'x'), messages));
  EXPECT_FALSE(reader.read(std::string_view("\0\2", 2), messages));
}

}  // namespace
}  // namespace treatygraph::server::bolt
