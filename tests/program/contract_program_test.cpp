// The contract of a server of the bundled dataset, checked by third-party tools.

#include <memory>

#include <gmock/gmock.h>

#include "tests/program/programs.h"
#include "tests/program/running_server.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::run;

class ContractProgram : public ::testing::Test {
 protected:
  ContractProgram() {
    const auto data = (folder_ / "treaties.db").string();
    const auto built = run({testing::kIngest, "build", "--out", data, testing::kDataset});
    EXPECT_EQ(built.exit_code, 0) << built.err;
    server_ = std::make_unique<testing::RunningServer>(data);
  }
  static std::string local(int port) { return "http://127.0.0.1:" + std::to_string(port); }

  const testing::TemporaryFolder folder_;
  std::unique_ptr<testing::RunningServer> server_;
};

TEST_F(ContractProgram, lints_clean_and_is_kept_in_every_example_and_media_type) {
  const auto checked =
      run({"node", testing::kTools + "/check_contract.mjs", local(server_->port), local(server_->admin_port)});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_F(ContractProgram, gives_generators_of_clients_types_that_compile_and_run) {
  const auto made = run({"node", testing::kTools + "/generated_clients.mjs", local(server_->port)});
  EXPECT_EQ(made.exit_code, 0) << made.out << made.err;
  EXPECT_THAT(made.out, ::testing::HasSubstr("clients of openapi-typescript and orval compile and run"));
}

}  // namespace
}  // namespace treatygraph
