#include "server/operation/metrics.h"

#include <gmock/gmock.h>

#include "tests/server/lakes_server.h"
#include "tests/support/process.h"

namespace treatygraph::server {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Metrics, count_requests_by_route_method_and_status) {
  LakesServer server;
  (void)server.ask("GET", "/v1/nodes/lakes:art_1");
  (void)server.ask("GET", "/v1/nodes/lakes:art_2");
  (void)server.ask("GET", "/v1/nodes/lakes:art_99");
  (void)server.ask("GET", "/v1/no-such-thing");
  (void)server.ask("BREW", "/v1/treaties");
  (void)server.service.refuse(503, "full");
  server.metrics.count_reload(true);
  const auto text = server.metrics.text();
  EXPECT_THAT(
      text,
      AllOf(HasSubstr("treatygraph_http_requests_total{method=\"GET\",route=\"/v1/nodes/{key}\",status=\"200\"} 2"),
            HasSubstr("treatygraph_http_requests_total{method=\"GET\",route=\"/v1/nodes/{key}\",status=\"404\"} 1"),
            HasSubstr("treatygraph_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1"),
            HasSubstr("{method=\"other\",route=\"/v1/treaties\",status=\"405\"} 1")));
  EXPECT_THAT(text,
              AllOf(HasSubstr("treatygraph_http_request_duration_seconds_count{route=\"/v1/nodes/{key}\"} 3"),
                    HasSubstr("treatygraph_http_refused_total{status=\"503\"} 1"),
                    HasSubstr("treatygraph_reloads_total{outcome=\"loaded\"} 1"),
                    HasSubstr("treatygraph_snapshot_info{snapshot=\"test\"} 1"), HasSubstr("treatygraph_nodes 9\n"),
                    HasSubstr("process_resident_memory_bytes"), HasSubstr("treatygraph_http_requests_in_flight 0")));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("BREW")), Not(HasSubstr("no-such-thing")), Not(HasSubstr("art_99"))))
      << "what clients send must not make time series";
}

TEST(Metrics, are_what_prometheus_reads) {
  LakesServer server;
  (void)server.ask("GET", "/v1/treaties");
  const testing::TemporaryFolder folder;
  const auto file = folder.write("metrics.txt", server.ask("GET", "/metrics").body);
  const auto checked = testing::run({"sh", "-c", "promtool check metrics < " + file.string()});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
  EXPECT_EQ(checked.out + checked.err, "") << "the linter has advice";
}

}  // namespace
}  // namespace treatygraph::server
