// Clients of openCypher that nobody here wrote, on a server of the bundled dataset.

#include <gmock/gmock.h>

#include "tests/program/running_server.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::HasSubstr;
using testing::run;

class CypherClients : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto data = (folder_ / "treaties.db").string();
    const auto built = run({std::string(testing::kProgramsFolder) + "/treatygraph-ingest", "build", "--out", data,
                            std::string(testing::kSourceFolder) + "/ingest/datasets/uncc"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    server_ = std::make_unique<testing::RunningServer>(data);
  }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port); }
  [[nodiscard]] static std::string tool(const std::string& name) {
    return std::string(testing::kSourceFolder) + "/tests/tools/" + name;
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<testing::RunningServer> server_;
};

TEST_F(CypherClients, of_Amazon_work_unchanged) {
  const auto asked = run({"node", tool("neptune_client.mjs"), url()});
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("listed and stopped"));
}

TEST_F(CypherClients, of_Neo4j_work_unchanged) {
  const auto asked = run({"node", tool("query_api_client.mjs"), url()});
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_THAT(asked.out, HasSubstr("counted twice in one snapshot"));
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
