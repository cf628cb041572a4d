#include "server/operation/log_writer.h"

#include <array>
#include <chrono>
#include <csignal>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "server/http/descriptor.h"

namespace treatygraph::server {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

class LogWriterToPipe : public ::testing::Test {
 protected:
  LogWriterToPipe() {
    std::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) std::abort();
    reads_ = Descriptor(ends[0]);
    writes_ = Descriptor(ends[1]);
  }

  [[nodiscard]] LogWriter::Destination destination(std::size_t room) const {
    return {writes_.number(), room, dropped_, [](auto lines) { return fmt::format("{} dropped", lines); }};
  }
  std::string read_until(std::string_view end) {
    std::string all;
    std::array<char, 65'536> buffer;
    while (!all.ends_with(end)) {
      const auto count = read(reads_.number(), buffer.data(), buffer.size());
      if (count <= 0) break;
      all.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return all;
  }

  Descriptor reads_;
  Descriptor writes_;
  std::shared_ptr<std::atomic<std::uint64_t>> dropped_ = std::make_shared<std::atomic<std::uint64_t>>(0);
};

TEST_F(LogWriterToPipe, writes_lines_in_their_order) {
  std::string all;
  {
    LogWriter log(destination(1U << 20U));
    for (int i = 0; i < 100; ++i) log.write(fmt::format("line {}", i));
    all = read_until("line 99\n");
  }
  EXPECT_THAT(all, StartsWith("line 0\nline 1\nline 2\n"));
  EXPECT_EQ(*dropped_, 0U);
}

TEST_F(LogWriterToPipe, writes_what_waits_before_it_ends) {
  { LogWriter(destination(1U << 20U)).write("the last"); }
  EXPECT_EQ(read_until("\n"), "the last\n");
}

TEST_F(LogWriterToPipe, holds_nobody_up_while_nobody_reads_and_tells_later_how_much_was_dropped) {
  const std::string line(199, 'x');
  LogWriter log(destination(100'000));
  const auto begun = Clock::now();
  for (int i = 0; i < 10'000; ++i) log.write(line);  // 2 MB: more than the pipe and the buffer together hold
  EXPECT_LT(Clock::now() - begun, 5s);
  EXPECT_GT(*dropped_, 8'000U);
  const auto all = read_until("dropped\n");
  EXPECT_THAT(all, HasSubstr(fmt::format("{} dropped\n", dropped_->load())));
}

TEST_F(LogWriterToPipe, ends_soon_though_nobody_reads) {
  auto log = std::make_unique<LogWriter>(destination(1'000'000));
  for (int i = 0; i < 10'000; ++i) log->write("some line that nobody will read");
  const auto begun = Clock::now();
  log.reset();
  EXPECT_LT(Clock::now() - begun, 2s);
}

TEST_F(LogWriterToPipe, counts_what_a_closed_reader_does_not_get) {
  reads_.reset();
  { LogWriter(destination(1'000'000)).write("nobody"); }
  EXPECT_EQ(*dropped_, 1U);
}

}  // namespace
}  // namespace treatygraph::server
