// Pages of other origins use the API in a real browser.

#include <memory>

#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/program/running_server.h"
#include "tests/support/drawing.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Process;

/// Files served from a separate origin.
class PageServer {
 public:
  PageServer()
      : process_({"python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory",
                  std::string(testing::kSourceFolder) + "/tests/program/data"}) {
    const auto line = process_.read_line();  // "Serving HTTP on 127.0.0.1 port 40000 (http://...) ..."
    const auto at = line.find("port ");
    EXPECT_NE(at, std::string::npos) << line;
    if (at != std::string::npos) port_ = std::stoi(line.substr(at + 5));
  }
  [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  Process process_;
  int port_ = 0;
};

std::string shown_by_browser(const std::string& address, const testing::TemporaryFolder& folder) {
  return testing::run({"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                       "--user-data-dir=" + (folder / "profile").string(), "--virtual-time-budget=20000", "--dump-dom",
                       address})
      .out;
}

TEST(CorsProgram, lets_pages_of_named_origins_use_the_api_and_no_others) {
  const testing::TemporaryFolder folder;
  const auto data = (folder / "treaties.db").string();
  ASSERT_TRUE(write_database(data, testing::records_of("t:art_1\nt:art_2")));
  const PageServer named;
  const PageServer other;
  const testing::RunningServer server(data, {"--cors-origin", named.origin()});
  const auto page = "/other_origin.html?api=" + std::to_string(server.port);
  EXPECT_THAT(shown_by_browser(named.origin() + page, folder),
              AllOf(HasSubstr("key t:art_1"), HasSubstr("tag true id true"), HasSubstr("as page-1"),
                    HasSubstr("rows [[2]]"), HasSubstr("wrong 404 no node t:art_99"), HasSubstr("done")));
  EXPECT_THAT(shown_by_browser(other.origin() + page, folder),
              AllOf(HasSubstr("blocked: TypeError"), Not(HasSubstr("key t:art_1"))));
}

}  // namespace
}  // namespace treatygraph
