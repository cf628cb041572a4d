// The answers of a listener, message by message, in each version.

#include <gmock/gmock.h>

#include "tests/server/bolt/lakes_bolt.h"

namespace treatygraph::server::bolt {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

using BoltConversation = LakesBolt;

constexpr auto kNumbers = "UNWIND range(1, 5) AS n RETURN n";

const auto kNoParameters = [](PackWriter& pack) { pack.map(0); };

TEST_F(BoltConversation, is_had_in_every_version) {
  for (const Version version :
       {Version{4, 4}, {5, 0}, {5, 1}, {5, 2}, {5, 3}, {5, 4}, {5, 6}, {5, 7}, {5, 8}, {6, 0}}) {
    const auto asker = client(version);
    EXPECT_THAT(asker->ask(run("RETURN 1 AS one") + pull(-1), 3),
                ElementsAre(HasSubstr(R"({"fields": ["one"], "t_first": )"), "RECORD [1]",
                            AllOf(StartsWith(R"(SUCCESS {"type": "r", "t_last": )"),
                                  HasSubstr(R"("db": "treatygraph", "bookmark": "test")"))))
        << text_of(version);
  }
}

TEST_F(BoltConversation, begins_with_who_is_there) {
  BoltClient asker(port_, {6, 0});
  EXPECT_THAT(asker.ask(hello()),
              ElementsAre(AllOf(StartsWith(R"(SUCCESS {"server": "Neo4j/)"), HasSubstr(R"("connection_id": "bolt-)"),
                                HasSubstr(R"("hints": {"connection.recv_timeout_seconds": )"))));
  EXPECT_THAT(asker.ask(logon()), ElementsAre("SUCCESS {}"));
}

TEST_F(BoltConversation, tells_the_version_after_a_manifest) {
  testing::RawClient asker(port_);
  auto bytes = proposal({});
  bytes.replace(4, 4, std::string_view("\0\0\1\xFF", 4));
  asker.send(bytes);
  EXPECT_THAT(asker.receive_bytes(22), StartsWith(std::string_view("\0\0\1\xFF", 4)));
  asker.send(std::string_view("\0\0\7\5\0", 5));
  asker.send(hello());
  EXPECT_THAT(asker.receive("5.7"), HasSubstr("protocol_version"));
}

TEST_F(BoltConversation, gives_as_many_rows_as_are_asked_for) {
  const auto asker = client();
  EXPECT_THAT(asker->ask(run(kNumbers) + pull(2), 4),
              ElementsAre(StartsWith("SUCCESS"), "RECORD [1]", "RECORD [2]", R"(SUCCESS {"has_more": true})"));
  EXPECT_THAT(asker->ask(discard(1)), ElementsAre(R"(SUCCESS {"has_more": true})"));
  EXPECT_THAT(asker->ask(pull(2), 3),
              ElementsAre("RECORD [4]", "RECORD [5]", AllOf(HasSubstr("bookmark"), Not(HasSubstr("has_more")))));
  EXPECT_THAT(asker->ask(run(kNumbers) + discard(-1), 2), ElementsAre(StartsWith("SUCCESS"), HasSubstr("bookmark")));
  EXPECT_THAT(asker->ask(run(kNumbers) + pull(0), 2), ElementsAre(StartsWith("SUCCESS"), HasSubstr("n must be")));
}

TEST_F(BoltConversation, says_what_came_of_it) {
  const auto asker = client({5, 8});
  EXPECT_THAT(asker->ask(run("MATCH (n:Nothing) RETURN n") + pull(-1), 2),
              ElementsAre(HasSubstr(R"("db": "treatygraph")"),
                          AllOf(HasSubstr(R"("gql_status": "02000")"), HasSubstr(R"("gql_status": "01N50")"))));
  EXPECT_THAT(asker->ask(run("EXPLAIN RETURN 1") + pull(-1), 2),
              ElementsAre(HasSubstr(R"("fields": [])"),
                          AllOf(HasSubstr(R"("gql_status": "00001")"), HasSubstr(R"("plan": {"operatorType")"))));
  EXPECT_THAT(asker->ask(run("PROFILE RETURN 1 AS n") + pull(-1), 3),
              ElementsAre(HasSubstr(R"("fields": ["n"])"), "RECORD [1]", HasSubstr(R"("profile": {"operatorType")")));
  EXPECT_THAT(asker->ask(run("EXPLAIN MATCH (a:Article)-[r]->(b) WITH a, count(r) AS n RETURN n") + pull(-1), 2).back(),
              AllOf(HasSubstr(R"("identifiers": ["n"])"), HasSubstr(R"("identifiers": ["a", "n"])"),
                    HasSubstr(R"("identifiers": ["a"])")));
  const auto old = client({5, 4});
  EXPECT_THAT(
      old->ask(run("MATCH (n:Nothing) RETURN n") + pull(-1), 2),
      ElementsAre(
          Not(HasSubstr(R"("db")")),
          AllOf(HasSubstr(R"("notifications": [{"code": "Neo.ClientNotification.Statement.UnknownLabelWarning")"),
                Not(HasSubstr("gql_status")))));
}

TEST_F(BoltConversation, tells_only_the_warnings_that_are_wanted) {
  const auto asker = client();
  const auto quietly = [](PackWriter& pack) {
    pack.map(1);
    pack.entry("notifications_minimum_severity", "OFF");
  };
  EXPECT_THAT(asker->ask(run("MATCH (n:Nothing) RETURN n", kNoParameters, quietly) + pull(-1), 2).back(),
              Not(HasSubstr("01N50")));
  const auto without_these = [](PackWriter& pack) {
    pack.map(1);
    pack.string("notifications_disabled_classifications");
    pack.list(1);
    pack.string("UNRECOGNIZED");
  };
  EXPECT_THAT(asker->ask(begin(without_these) + run("MATCH (n:Nothing) RETURN n") + pull(-1), 3).back(),
              Not(HasSubstr("01N50")));
}

TEST_F(BoltConversation, fails_in_the_form_of_the_version) {
  EXPECT_THAT(
      client({5, 6})->ask(run("RETURN x")),
      ElementsAre(AllOf(
          StartsWith(R"(FAILURE {"code": "Neo.ClientError.Statement.SyntaxError", "message": "`x` is not defined)"),
          Not(HasSubstr("gql_status")))));
  EXPECT_THAT(
      client({5, 7})->ask(run("RETURN x")),
      ElementsAre(AllOf(
          StartsWith(
              R"(FAILURE {"neo4j_code": "Neo.ClientError.Statement.SyntaxError", "message": "`x` is not defined)"),
          HasSubstr(R"("gql_status": "42001")"), HasSubstr(R"("_classification": "CLIENT_ERROR")"))));
  EXPECT_THAT(client()->ask(run("CREATE (n)")), ElementsAre(HasSubstr("Neo.ClientError.Statement.AccessMode")));
}

TEST_F(BoltConversation, ignores_what_follows_a_failure_until_it_is_reset) {
  const auto asker = client();
  EXPECT_THAT(asker->ask(run("RETURN x") + pull(-1) + begin() + run("RETURN 1"), 4),
              ElementsAre(StartsWith("FAILURE"), "IGNORED", "IGNORED", "IGNORED"));
  EXPECT_THAT(asker->ask(bare(kReset) + run("RETURN 1 AS n") + pull(-1), 4),
              ElementsAre("SUCCESS {}", StartsWith("SUCCESS"), "RECORD [1]", StartsWith("SUCCESS")));
}

TEST_F(BoltConversation, gives_the_rows_before_a_failure) {
  EXPECT_THAT(client()->ask(run("UNWIND [1, 0] AS n RETURN 1 / n AS n") + pull(-1), 3),
              ElementsAre(StartsWith("SUCCESS"), "RECORD [1]", HasSubstr("ArithmeticError")));
}

TEST_F(BoltConversation, is_reset_while_it_answers) {
  const auto asker = client();
  EXPECT_THAT(asker->ask(run(kForever)), ElementsAre(StartsWith("SUCCESS")));
  asker->send(pull(-1) + pull(-1) + begin());
  EXPECT_THAT(asker->receive(1, std::chrono::milliseconds(50)), IsEmpty());
  EXPECT_THAT(asker->ask(bare(kReset), 4), ElementsAre("IGNORED", "IGNORED", "IGNORED", "SUCCESS {}"));
  EXPECT_THAT(asker->ask(run("RETURN 2 AS n") + pull(-1), 3), SizeIs(3));
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() == 0; }));
}

TEST_F(BoltConversation, is_reset_once_for_each_time_that_it_is_asked) {
  const auto asker = client();
  EXPECT_THAT(
      asker->ask(run(kForever) + pull(-1) + bare(kReset) + bare(kReset) + run("RETURN 1") + discard(-1), 6),
      ElementsAre(::testing::_, "IGNORED", "SUCCESS {}", "SUCCESS {}", StartsWith("SUCCESS"), StartsWith("SUCCESS")));
}

TEST_F(BoltConversation, has_transactions_with_several_results) {
  const auto asker = client();
  EXPECT_THAT(asker->ask(begin()), ElementsAre(R"(SUCCESS {"db": "treatygraph"})"));
  EXPECT_THAT(asker->ask(run(kNumbers) + run("UNWIND ['a', 'b'] AS t RETURN t"), 2),
              ElementsAre(HasSubstr(R"("qid": 0)"), HasSubstr(R"("qid": 1)")));
  EXPECT_THAT(asker->ask(pull(1), 2), ElementsAre(R"(RECORD ["a"])", R"(SUCCESS {"has_more": true})"));
  EXPECT_THAT(asker->ask(pull(1, 0), 2), ElementsAre("RECORD [1]", R"(SUCCESS {"has_more": true})"));
  EXPECT_THAT(asker->ask(pull(-1, 1), 2), ElementsAre(R"(RECORD ["b"])", Not(HasSubstr("bookmark"))));
  EXPECT_THAT(asker->ask(pull(1, 0), 2), ElementsAre("RECORD [2]", R"(SUCCESS {"has_more": true})"));
  EXPECT_THAT(asker->ask(discard(-1, 0)), ElementsAre(StartsWith(R"(SUCCESS {"type": "r")")));
  EXPECT_THAT(asker->ask(run(kNumbers) + pull(-1, 7), 2), ElementsAre(HasSubstr(R"("qid": 2)"), StartsWith("FAILURE")));
  EXPECT_THAT(asker->ask(bare(kReset) + begin() + bare(kCommit), 3).back(), R"(SUCCESS {"bookmark": "test"})");
  EXPECT_THAT(asker->ask(begin() + run(kNumbers) + bare(kRollback), 3).back(), "SUCCESS {}");
}

TEST_F(BoltConversation, sees_one_snapshot_in_a_transaction) {
  const auto asker = client();
  constexpr auto kCount = "MATCH (n) RETURN count(n) > 3 AS many";
  EXPECT_THAT(asker->ask(begin() + run(kCount) + pull(-1), 4), ::testing::Contains("RECORD [true]"));
  lakes_->current.replace(std::make_shared<const Graph>(testing::graph_of("treaty:lakes title=Lakes")));
  EXPECT_THAT(asker->ask(run(kCount) + pull(-1), 3), ::testing::Contains("RECORD [true]"));
  EXPECT_THAT(asker->ask(bare(kCommit) + run(kCount) + pull(-1), 4), ::testing::Contains("RECORD [false]"));
}

TEST_F(BoltConversation, has_one_state_for_each_message) {
  for (const auto& [before, wrong] : std::vector<std::pair<std::string, std::string>>{{"", pull(-1)},
                                                                                      {"", bare(kCommit)},
                                                                                      {"", hello()},
                                                                                      {begin(), begin()},
                                                                                      {run(kNumbers), run(kNumbers)},
                                                                                      {run(kNumbers), bare(kLogoff)}}) {
    const auto asker = client();
    if (!before.empty()) {
      EXPECT_THAT(asker->ask(before), ElementsAre(StartsWith("SUCCESS")));
    }
    EXPECT_THAT(asker->ask(wrong),
                ElementsAre(AllOf(StartsWith("FAILURE"), HasSubstr("cannot be handled by a session in the"))));
    EXPECT_EQ(asker->raw().receive(), "");  // and closes the connection
  }
  BoltClient early(port_, {6, 0});
  EXPECT_THAT(early.ask(run("RETURN 1")), ElementsAre(HasSubstr("NEGOTIATION")));
  BoltClient reset(port_, {6, 0});
  EXPECT_THAT(reset.ask(bare(kReset)), ElementsAre(StartsWith("FAILURE")));
}

TEST_F(BoltConversation, refuses_what_is_no_message) {
  for (const auto* bytes : {"\x01", "\xB1\x99\xA0", "\xB3\x10\x81x\xA0", "garbage"}) {
    const auto asker = client();
    std::string wire;
    MessageFrame frame(wire);
    wire += bytes;
    frame.end();
    EXPECT_THAT(asker->ask(wire),
                ElementsAre(AllOf(StartsWith("FAILURE"), HasSubstr("Neo.ClientError.Request.Invalid"))));
  }
}

TEST_F(BoltConversation, changes_whom_it_is_with) {
  const auto asker = client();
  EXPECT_THAT(asker->ask(bare(kLogoff) + logon() + run("RETURN 1") + discard(-1), 4),
              ::testing::Each(StartsWith("SUCCESS")));
}

TEST_F(BoltConversation, names_itself_as_the_only_server) {
  const auto route = message('\x66', 3, [](PackWriter& pack) {
    pack.map(1);
    pack.entry("address", "lakes.example:7687");
    pack.list(0);
    pack.map(1);
    pack.entry("db", "any");
  });
  EXPECT_THAT(
      client()->ask(route),
      ElementsAre(
          R"(SUCCESS {"rt": {"ttl": 300, "db": "any", "servers": [{"addresses": ["lakes.example:7687"], "role": "ROUTE"}, {"addresses": ["lakes.example:7687"], "role": "READ"}, {"addresses": ["lakes.example:7687"], "role": "WRITE"}]}})"));
  const auto without = message('\x66', 3, [](PackWriter& pack) {
    pack.map(0);
    pack.list(0);
    pack.null();
  });
  EXPECT_THAT(client({4, 4})->ask(without), ElementsAre(HasSubstr("127.0.0.1:" + std::to_string(port_))));
}

TEST_F(BoltConversation, agrees_on_the_patch_of_old_versions) {
  BoltClient asker(port_, {4, 4});
  const auto patched = message('\x01', 1, [](PackWriter& pack) {
    pack.map(2);
    pack.entry("user_agent", "test/1.0");
    pack.string("patch_bolt");
    pack.list(1);
    pack.string("utc");
  });
  EXPECT_THAT(asker.ask(patched), ElementsAre(HasSubstr(R"("patch_bolt": ["utc"])")));
  EXPECT_THAT(asker.ask(run("RETURN datetime('1970-01-01T02:15:00+01:00') AS t") + pull(-1), 3)[1],
              "RECORD [I(4500, 0, 3600)]");
  EXPECT_THAT(client({4, 4})->ask(run("RETURN datetime('1970-01-01T02:15:00+01:00') AS t") + pull(-1), 3)[1],
              "RECORD [F(8100, 0, 3600)]");
}

TEST_F(BoltConversation, takes_telemetry) {
  const auto api = [](std::int64_t number) {
    return message('\x54', 1, [number](PackWriter& pack) { pack.integer(number); });
  };
  const auto asker = client();
  EXPECT_THAT(asker->ask(api(3)), ElementsAre("SUCCESS {}"));
  EXPECT_THAT(asker->ask(api(9001)), ElementsAre(StartsWith("FAILURE")));
}

TEST_F(BoltConversation, ends_with_goodbye) {
  const auto asker = client();
  asker->send(run(kForever) + pull(-1));
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() == 1; }));
  asker->send(bare(kGoodbye));
  EXPECT_TRUE(comes_true([&] { return lakes_->running.count() == 0 && load_->load.connections == 0; }));
}

TEST_F(BoltConversation, is_listed_and_logged) {
  const auto asker = client();
  asker->ask(run(kNumbers) + pull(1), 3);
  const auto listed = lakes_->running.list();
  ASSERT_THAT(listed, SizeIs(1));
  EXPECT_EQ(listed[0].statement->text, kNumbers);
  EXPECT_EQ(listed[0].client, "127.0.0.1");
  EXPECT_TRUE(lakes_->running.cancel(listed[0].id));
  EXPECT_THAT(asker->ask(pull(-1)), ElementsAre(HasSubstr("Neo.ClientError.Transaction.Terminated")));
  EXPECT_TRUE(comes_true([&] { return logged().size() == 1; }));
  EXPECT_EQ(logged()[0].method, "RUN");
  EXPECT_EQ(logged()[0].status, 503);
}

TEST_F(BoltConversation, is_counted) {
  const auto asker = client();
  asker->ask(run(kNumbers) + pull(-1), 7);
  asker->ask(run("RETURN x"));
  const auto text = Metrics(lakes_->current, lakes_->running, lakes_->load, load_.get()).text();
  for (const auto* line :
       {"treatygraph_bolt_connections 1\n", "treatygraph_bolt_rows_total 5\n", "treatygraph_bolt_messages_total 5\n",
        "treatygraph_bolt_queries_answered_total 1\n", "treatygraph_bolt_queries_failed_total 1\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
  EXPECT_THAT(lakes_->metrics.text(), Not(HasSubstr("bolt")));  // without the listener
}

TEST_F(BoltConversation, asks_for_a_token_where_there_are_any) {
  const testing::TemporaryFolder folder;
  start({}, {{"x"}, {}, folder.write("tokens", "secret\n").string(), {}});
  BoltClient stranger(port_, {6, 0});
  EXPECT_THAT(stranger.ask(hello() + logon("wrong"), 2),
              ElementsAre(StartsWith("SUCCESS"), HasSubstr("Neo.ClientError.Security.Unauthorized")));
  EXPECT_EQ(stranger.raw().receive(), "");
  BoltClient old(port_, {4, 4});
  EXPECT_THAT(old.ask(hello()), ElementsAre(HasSubstr("asks for a token")));
  BoltClient known(port_, {6, 0});
  EXPECT_THAT(known.ask(hello() + logon("secret"), 2), ElementsAre(StartsWith("SUCCESS"), "SUCCESS {}"));
}

}  // namespace
}  // namespace treatygraph::server::bolt
