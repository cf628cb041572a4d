// The contract of a server of the bundled dataset, checked by tools that nobody here wrote.

#include <memory>

#include <gmock/gmock.h>

#include "tests/program/running_server.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::run;

TEST(ContractProgram, lints_clean_and_is_kept_in_every_example_and_media_type) {
  const std::string source = testing::kSourceFolder;
  const testing::TemporaryFolder folder;
  const auto data = (folder / "treaties.db").string();
  const auto built = run({std::string(testing::kProgramsFolder) + "/treatygraph-ingest", "build", "--out", data,
                          source + "/ingest/datasets/uncc"});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  const testing::RunningServer server(data);
  const auto local = [](int port) { return "http://127.0.0.1:" + std::to_string(port); };
  const auto checked =
      run({"node", source + "/tests/tools/check_contract.mjs", local(server.port), local(server.admin_port)});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

}  // namespace
}  // namespace treatygraph
