#include "server/api/estimates.h"

#include <gmock/gmock.h>

#include "tests/server/lakes_server.h"

namespace treatygraph::server {
namespace {

TEST(Estimates, answer_at_once_what_is_small_and_hand_over_what_nobody_knows) {
  LakesServer lakes;
  const auto cost = [&](std::string_view target, std::string_view method = "GET") {
    return lakes.service.cost(method, target);
  };
  for (const auto* target : {"/healthz", "/readyz", "/v1", "/", "/assets/page.js", "/v1/treaties", "/v1/nodes",
                             "/v1/nodes/lakes:art_1", "/v1/nodes/lakes%3Aart_1", "/v1/search?q=water",
                             "/v1/neighborhood?of=lakes:art_1", "/v1/neighborhood?of=lakes:art_1&depth=2", "/none"})
    EXPECT_EQ(cost(target), Cost::Instant) << target;
  for (const auto* target : {"/metrics", "/openapi.json", "/v1/dependencies?of=lakes:art_1"})
    EXPECT_EQ(cost(target), Cost::Cheap) << target;
  for (const auto* target :
       {"/v1/cypher?query=RETURN+1", "/v1/%63ypher?query=RETURN+1", "//v1//cypher", "/v1/export", "/v1/rank",
        "/v1/neighborhood?of=lakes:art_1&depth=3", "/v1/neighborhood?of=lakes:art_1&limit=100000", "/v1/coverage"})
    EXPECT_EQ(cost(target), Cost::Dear) << target;
  EXPECT_EQ(cost("/v1/cypher", "POST"), Cost::Dear);
  EXPECT_EQ(cost("/v1/cypher", "HEAD"), Cost::Dear);
  EXPECT_EQ(cost("/v1/cypher", "OPTIONS"), Cost::Instant);
  EXPECT_EQ(cost("/v1/neighborhood?of=%zz"), Cost::Instant) << "refused";
}

}  // namespace
}  // namespace treatygraph::server
