// Third-party openCypher clients with a server of the bundled dataset.

#include <gmock/gmock.h>

#include "tests/program/free_port.h"
#include "tests/program/programs.h"
#include "tests/program/running_server.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::run;
using ::testing::StartsWith;

class CypherClients : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto data = (folder_ / "treaties.db").string();
    const auto built = run({testing::kIngest, "build", "--out", data, testing::kDataset});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    data_ = data;
    server_ = std::make_unique<testing::RunningServer>(data);
  }
  /// Restarts the server with Bolt on a free port: "127.0.0.1:7687".
  [[nodiscard]] std::string start_with_bolt(std::vector<std::string> options) {
    options.insert(options.end(), {"--bolt", "127.0.0.1:0"});
    server_.reset();
    server_ = std::make_unique<testing::RunningServer>(data_, options);
    const std::string before = "bolt on bolt://";
    const auto line = server_->process().read_line();
    EXPECT_THAT(line, StartsWith(before));
    return line.substr(std::min(before.size(), line.size()));
  }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port); }
  [[nodiscard]] std::string admin_url() const { return "http://127.0.0.1:" + std::to_string(server_->admin_port); }
  [[nodiscard]] static std::string tool(const std::string& name) { return testing::kTools + "/" + name; }

  testing::TemporaryFolder folder_;
  std::string data_;
  std::unique_ptr<testing::RunningServer> server_;
};

TEST_F(CypherClients, of_Amazon_work_unchanged) {
  const auto asked = run({"node", tool("neptune_client.mjs"), url()});
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("listed and stopped"));
}

TEST_F(CypherClients, of_Neo4j_speak_Bolt_unchanged) {
  const auto bolt = start_with_bolt({"--deadline", "60000"});
  const auto asked = run({"node", tool("neo4j_driver.mjs"), bolt, url(), admin_url()});
  EXPECT_EQ(asked.exit_code, 0) << asked.out << asked.err;
  EXPECT_THAT(asked.out, AllOf(HasSubstr("yes: summaries tell what happened"), Not(HasSubstr("NO: "))));
}

TEST_F(CypherClients, in_pages_speak_Bolt_and_draw_what_they_get) {
  const auto port = std::to_string(testing::free_port());
  const auto bolt = start_with_bolt({"--cors-origin", "http://127.0.0.1:" + port});
  const auto asked = run({"node", tool("neo4j_in_browser.mjs"), bolt, port});
  EXPECT_EQ(asked.exit_code, 0) << asked.out << asked.err;
  EXPECT_THAT(asked.out, AllOf(HasSubstr("yes: neovis.js draws"), Not(HasSubstr("NO: "))));
}

TEST_F(CypherClients, of_Neo4j_work_unchanged) {
  const auto asked = run({"node", tool("query_api_client.mjs"), url()});
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("counted twice in one snapshot"));
}

TEST_F(CypherClients, of_the_Model_Context_Protocol_ask_every_tool) {
  const auto asked = run({"node", tool("mcp_client.mjs"), url(), testing::kQuery, data_});
  EXPECT_EQ(asked.exit_code, 0) << asked.out << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("asked every tool over HTTP, over pipes, and without a handshake"));
}

TEST_F(CypherClients, of_the_Model_Context_Protocol_conform_by_its_own_suite) {
  const auto asked = run({"node", tool("mcp_conformance.mjs"), url()});
  EXPECT_EQ(asked.exit_code, 0) << asked.out << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("7 scenarios of the conformance suite pass"));
}

TEST_F(CypherClients, of_the_Model_Context_Protocol_see_all_by_its_inspector) {
  const auto asked = run({"node", tool("mcp_inspector.mjs"), url(), testing::kQuery, data_});
  EXPECT_EQ(asked.exit_code, 0) << asked.out << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("tools, resources and prompts over HTTP and over pipes"));
}

TEST_F(CypherClients, with_curl_get_what_documentation_shows) {
  const auto asked = run({tool("ask_with_curl.sh"), url()});
  ASSERT_EQ(asked.exit_code, 0) << asked.err;
  for (const auto* expected : {
           "== Query API\n{\"data\":{\"fields\":[\"number\"],\"values\":[[\"24\"]]}",
           R"("values":[[{"$type":"String","_value":"24"}]])",
           "/db/{databaseName}/query/v2",
           "== Neptune, form\n{\"results\":[{\"number\":\"24\"}]}",
           "== Neptune, link\n{\"results\":[{\"number\":\"24\"}]}",
           "== Neptune, status\n{\"acceptedQueryCount\":0,\"runningQueryCount\":0,\"queries\":[]}",
           R"({"status":"200 OK","payload":false})",
           "== CSV, all rows\n20001",
       }) {
    EXPECT_THAT(asked.out, HasSubstr(expected));
  }
}

}  // namespace
}  // namespace treatygraph
