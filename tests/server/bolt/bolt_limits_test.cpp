// What slow, silent and hostile clients cost, and how they affect other clients.

#include <gmock/gmock.h>

#include "tests/server/bolt/lakes_bolt.h"

namespace treatygraph::server::bolt {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class BoltLimits : public LakesBolt {
 protected:
  /// The server closes the connection soon after its last message.
  static bool closes(testing::RawClient& asker) {
    return comes_true([&] { return asker.receive_some(milliseconds(10)).empty() && !asker.send("x"); });
  }
  [[nodiscard]] bool all_are_gone() {
    return comes_true([this] { return load_->load.connections == 0; });
  }
};

/// 100,000 rows of 300 bytes: more than the system buffers for a connection.
const std::string kMany = "UNWIND range(1, 100000) AS n RETURN n, '" + std::string(300, 'x') + "' AS long";

TEST_F(BoltLimits, close_who_says_nothing_or_stops_before_it_has_logged_on) {
  BoltOptions options;
  options.loop.connection.handshake = milliseconds(150);
  start(std::move(options));
  const testing::RawClient silent(port_);
  testing::RawClient slow(port_);
  slow.send("\x60\x60");
  testing::RawClient page(port_);
  page.send("GET / HTTP/1.1\r\nHost: x\r\n");
  BoltClient agreed(port_, {6, 0});
  EXPECT_THAT(agreed.ask(hello()), SizeIs(1));
  EXPECT_TRUE(all_are_gone());
  const auto asker = client();  // a client that has logged on stays
  std::this_thread::sleep_for(milliseconds(400));
  EXPECT_THAT(asker->ask(run("RETURN 1") + pull(-1), 3), SizeIs(3));
}

TEST_F(BoltLimits, close_who_drips_a_message) {
  BoltOptions options;
  options.loop.connection.message = milliseconds(200);
  start(std::move(options));
  const auto asker = client();
  const auto query = run("RETURN 1");
  for (std::size_t i = 0; i < query.size() - 1; ++i) {
    if (!asker->send(query.substr(i, 1))) break;
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_TRUE(all_are_gone());
}

TEST_F(BoltLimits, refuse_messages_that_are_too_long) {
  BoltOptions options;
  options.loop.connection.message_bytes = 1'000;
  options.loop.connection.first_message_bytes = 100;
  start(std::move(options));
  const auto asker = client();
  EXPECT_THAT(asker->ask(run(std::string(2'000, ' '))), ElementsAre(HasSubstr("longer than this server reads")));
  EXPECT_TRUE(closes(asker->raw()));
  BoltClient stranger(port_, {6, 0});
  EXPECT_THAT(stranger.ask(hello(std::string(200, 'x'))), ElementsAre(StartsWith("FAILURE")));
}

TEST_F(BoltLimits, end_queries_at_the_deadline) {
  BoltOptions options;
  options.budget.time = milliseconds(200);
  start(std::move(options));
  EXPECT_THAT(client()->ask(run(kForever) + pull(-1), 2).back(), HasSubstr("TransactionTimedOut"));
}

TEST_F(BoltLimits, that_are_met_amid_a_row_are_told_in_whole_messages) {
  BoltOptions options;
  options.budget.time = milliseconds(200);
  start(std::move(options));
  const auto asker = client();
  asker->send(run("UNWIND range(1, 1000000) AS n RETURN range(1, 5000) AS long") + pull(-1));
  std::string last;
  for (auto message = asker->receive(1); !message.empty(); message = asker->receive(1)) {
    last = message.front();
    if (last.starts_with("FAILURE")) break;
    if (!last.starts_with("SUCCESS")) {
      ASSERT_THAT(last, StartsWith("RECORD [[1, 2, 3"));
    }
  }
  EXPECT_THAT(last, HasSubstr("TransactionTimedOut"));
  EXPECT_THAT(asker->ask(bare(kReset)), ElementsAre(StartsWith("SUCCESS")));
}

TEST_F(BoltLimits, do_not_count_the_time_that_a_client_takes) {
  BoltOptions options;
  options.budget.time = milliseconds(300);
  start(std::move(options));
  const auto asker = client();
  EXPECT_THAT(asker->ask(run("UNWIND range(1, 4) AS n RETURN n") + pull(1), 3), SizeIs(3));
  for (int i = 0; i < 3; ++i) {
    std::this_thread::sleep_for(milliseconds(200));
    EXPECT_THAT(asker->ask(pull(1), 2).front(), StartsWith("RECORD"));
  }
}

TEST_F(BoltLimits, hold_for_the_memory_of_a_query_and_of_its_parameters) {
  BoltOptions options;
  options.budget.bytes = 4U * 1024 * 1024;
  start(std::move(options));
  const auto asker = client();
  EXPECT_THAT(asker->ask(run("RETURN range(1, 1000000) AS n") + pull(-1), 2).back(),
              HasSubstr("MemoryPoolOutOfMemoryError"));
  asker->ask(bare(kReset));
  const auto lists = [](PackWriter& pack) {
    pack.map(1);
    pack.string("x");
    pack.list(200'000);
    for (int i = 0; i < 200'000; ++i) pack.list(0);
  };
  EXPECT_THAT(asker->ask(run("RETURN $x AS x", lists, [](PackWriter& pack) { pack.map(0); })),
              ElementsAre(HasSubstr("MemoryPoolOutOfMemoryError")));
  asker->ask(bare(kReset));
  EXPECT_THAT(asker->ask(run("RETURN 1 AS n") + pull(-1), 3), SizeIs(3));
}

TEST_F(BoltLimits, make_no_more_rows_than_a_client_takes) {
  const auto asker = client();
  asker->send(run(kMany) + pull(-1));
  std::uint64_t made = 0;
  EXPECT_TRUE(comes_true([&] {
    const auto before = std::exchange(made, load_->rows.load());
    std::this_thread::sleep_for(milliseconds(50));
    return made > 0 && made == before;
  }));
  EXPECT_LT(made, 50'000U);
  const auto other = client();
  EXPECT_THAT(other->ask(run("RETURN 1 AS n") + pull(-1), 3), SizeIs(3));
  EXPECT_THAT(asker->receive(100'002, std::chrono::seconds(120)), SizeIs(100'002));
}

TEST_F(BoltLimits, close_who_takes_nothing) {
  BoltOptions options;
  options.loop.connection.write = milliseconds(200);
  start(std::move(options));
  const auto asker = client();
  asker->send(run(kMany) + pull(-1));
  EXPECT_TRUE(all_are_gone());
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() == 0; }));
}

TEST_F(BoltLimits, end_transactions_and_results_that_are_forgotten) {
  BoltOptions options;
  options.loop.connection.session.transaction = milliseconds(150);
  start(std::move(options));
  const auto asker = client();
  EXPECT_THAT(asker->ask(begin() + run("RETURN 1"), 2), SizeIs(2));
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() == 0; }));
  std::this_thread::sleep_for(milliseconds(300));
  EXPECT_THAT(asker->ask(pull(-1)), ElementsAre(HasSubstr("TransactionTimedOut")));
  EXPECT_THAT(asker->ask(bare(kReset) + run("RETURN 1"), 2), SizeIs(2));
  std::this_thread::sleep_for(milliseconds(400));
  EXPECT_THAT(asker->ask(pull(-1)), ElementsAre(HasSubstr("TransactionTimedOut")));
}

TEST_F(BoltLimits, close_connections_that_are_idle_for_long) {
  BoltOptions options;
  options.loop.connection.session.idle = milliseconds(150);
  start(std::move(options));
  const auto asker = client();
  EXPECT_TRUE(all_are_gone());
}

TEST_F(BoltLimits, give_the_place_of_the_oldest_idle_connection_to_a_new_one) {
  BoltOptions options;
  options.loop.connections = 2;
  start(std::move(options));
  const auto oldest = client();
  const auto busy = client();
  busy->ask(begin());
  const auto newest = client();
  EXPECT_THAT(newest->ask(run("RETURN 1") + pull(-1), 3), SizeIs(3));
  EXPECT_EQ(oldest->raw().receive(), "");
  newest->ask(begin());
  testing::RawClient one_too_many(port_);
  EXPECT_EQ(one_too_many.receive(), "");
  EXPECT_THAT(busy->ask(run("RETURN 1") + pull(-1), 3), SizeIs(3));
}

TEST_F(BoltLimits, tell_who_waits_that_the_server_is_there) {
  BoltOptions options;
  options.loop.connection.silence = milliseconds(100);
  start(std::move(options));
  const auto asker = client();
  EXPECT_THAT(asker->ask(run(kForever)), SizeIs(1));
  asker->send(pull(-1));
  EXPECT_EQ(asker->raw().receive_bytes(4), std::string(4, '\0'));
  EXPECT_THAT(asker->ask(bare(kReset), 2), ElementsAre("IGNORED", "SUCCESS {}"));
}

TEST_F(BoltLimits, let_results_that_wait_for_their_clients_give_way) {
  BoltOptions options;
  options.results = {.open = 4, .waiting = 16, .computing = 1, .patience = milliseconds(200)};
  start(std::move(options));
  std::vector<std::unique_ptr<BoltClient>> askers;
  for (int i = 0; i < 5; ++i) {
    askers.push_back(client());
    EXPECT_THAT(askers.back()->ask(run("UNWIND range(1, 100) AS n RETURN n") + pull(1), 3), SizeIs(3)) << i;
  }
  EXPECT_THAT(askers.front()->ask(pull(-1)), ElementsAre(HasSubstr("waited longest for its client")));
  EXPECT_THAT(askers.back()->ask(pull(1), 2), ElementsAre("RECORD [2]", StartsWith("SUCCESS")));
}

TEST_F(BoltLimits, let_no_client_keep_another_from_its_turn) {
  BoltOptions options;
  options.results.computing = 2;
  options.budget.time = std::chrono::seconds(20);
  start(std::move(options));
  std::vector<std::unique_ptr<BoltClient>> greedy;
  for (int i = 0; i < 8; ++i) {
    greedy.push_back(client());
    greedy.back()->send(run(kForever) + pull(-1));
  }
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() >= 2; }));
  const auto other = client({6, 0}, "127.0.0.2");
  for (auto& asker : greedy) asker->send(bare(kReset));
  EXPECT_THAT(other->ask(run("RETURN 1 AS n") + pull(-1), 3), SizeIs(3));
}

TEST_F(BoltLimits, end_what_is_in_flight_when_the_server_stops) {
  std::vector<std::unique_ptr<BoltClient>> askers;
  for (int i = 0; i < 4; ++i) {
    askers.push_back(client());
    askers.back()->send((i % 2 == 0 ? run(kForever) : run(kMany)) + pull(-1));
  }
  const auto idle = client();
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() == 4; }));
  stop();
  EXPECT_EQ(load_->load.connections, 0U);
  EXPECT_EQ(load_->open_results, 0);
  EXPECT_EQ(lakes_->running.count(), 0U);
  EXPECT_EQ(idle->raw().receive(), "");
}

TEST_F(BoltLimits, hold_for_whoever_comes_by_web_socket) {
  testing::RawClient page(port_);
  const auto asks = [](const std::string& origin) {
    return "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: " + origin +
           "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  };
  page.send(asks("https://draw.example"));
  EXPECT_THAT(page.receive("\r\n\r\n"), StartsWith("HTTP/1.1 101"));
  testing::RawClient stranger(port_);
  stranger.send(asks("https://elsewhere.example"));
  EXPECT_THAT(stranger.receive(), StartsWith("HTTP/1.1 403"));
  testing::RawClient renamed(port_);
  renamed.send(
      "GET / HTTP/1.1\r\nHost: rebound.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
      "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
  EXPECT_THAT(renamed.receive(), StartsWith("HTTP/1.1 421"));
  page.send(
      std::string("\x81\x81"
                  "mask"
                  "x"));  // a text
  EXPECT_TRUE(closes(page));
}

}  // namespace
}  // namespace treatygraph::server::bolt
