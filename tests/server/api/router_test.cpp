#include "server/api/router.h"

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

class Routes : public ::testing::Test {
 protected:
  Routes() {
    for (const auto* path : {"/", "/v1/nodes", "/v1/nodes/{key}", "/v1/nodes/first"}) {
      router_.add({"GET", path, [](const Call&) { return Response(); }});
    }
    router_.add({"POST", "/v1/cypher", [](const Call&) { return Response(); }});
  }
  std::string matched(std::string_view method, const std::vector<std::string>& segments) {
    const auto match = router_.match(method, segments);
    return match.route == nullptr ? "none" : match.route->path;
  }
  Router router_;
};

TEST_F(Routes, are_found_segment_by_segment) {
  EXPECT_EQ(matched("GET", {}), "/");
  EXPECT_EQ(matched("GET", {"v1", "nodes", "t:art_1"}), "/v1/nodes/{key}");
  EXPECT_EQ(matched("GET", {"v1", "nodes", "first"}), "/v1/nodes/first");
  EXPECT_EQ(matched("HEAD", {"v1", "nodes"}), "/v1/nodes");
  EXPECT_EQ(matched("GET", {"v1", "nodes", "a", "b"}), "none");
  EXPECT_EQ(router_.match("GET", {"v1", "nodes", "t:art_1"}).path_parameters[0].second, "t:art_1");
}

TEST_F(Routes, tell_what_a_path_allows) {
  EXPECT_EQ(router_.match("DELETE", {"v1", "nodes"}).allowed, "GET, HEAD, OPTIONS");
  EXPECT_EQ(router_.match("GET", {"v1", "cypher"}).allowed, "POST, OPTIONS");
  EXPECT_EQ(router_.match("GET", {"v2"}).allowed, "");
}

}  // namespace
}  // namespace treatygraph::server
