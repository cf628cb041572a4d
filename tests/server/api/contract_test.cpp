// Compares the contract, openapi.json, with the routes and with the answers that they give.

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "graph/ascii.h"
#include "server/api/json_body.h"
#include "server/api/openapi.h"
#include "tests/server/exchanges.h"
#include "tests/server/lakes_server.h"

namespace treatygraph::server {
namespace {

using queries::cypher::Map;
using queries::cypher::Value;
using ::testing::IsSubsetOf;

/// "GET /v1/nodes/{key}" mapped to its documented status codes.
using Statuses = std::map<std::string, std::set<std::string>>;

Statuses documented() {
  Statuses statuses;
  const auto document = read_json_object(openapi_document());
  EXPECT_TRUE(document) << document.error().detail;
  for (const auto& [path, item] : document->find("paths")->map().entries()) {
    for (const auto& [method, operation] : item.map().entries()) {
      auto& of_route = statuses[upper_case(method) + " " + std::string(path)];
      for (const auto& [status, response] : operation.map().find("responses")->map().entries())
        of_route.emplace(status);
    }
  }
  return statuses;
}

class Contract : public ::testing::Test {
 protected:
  /// With a second treaty, so that two treaties can be compared.
  Contract() {
    const auto both = LakesServer::drawing() + "\ntreaty:rivers title=\"Treaty on Rivers\"\nrivers:art_1\n";
    server_.current.replace(std::make_shared<const Graph>(testing::graph_of(both)));
  }

  /// Records the statuses answered since the last call under the route that answered.
  void note(const Exchange& asked, const Response& response) {
    const auto route = server_.logged().back().route;
    if (route.empty() || asked.method == "HEAD") return;
    reached_[asked.method + " " + route].insert(std::to_string(response.status));
  }

  void ask_files() {
    for (const auto& headers : {Headers{}, Headers{{"If-None-Match", "*"}}}) {
      note({"GET", {}, {}, {}, 0, {}}, server_.ask("GET", "/v1/compare?left=lakes&right=rivers", headers));
    }
    for (const auto* file : {"questions.txt", "refusals.txt", "cypher.txt", "contract.txt"}) {
      for (const auto& asked : exchanges_in(file)) {
        const auto response = server_.ask(asked.method, asked.target, asked.headers, asked.body);
        note(asked, response);
        if (asked.method != "GET" || response.status != 200) continue;
        note(asked, server_.ask("GET", asked.target, {{"If-None-Match", "*"}}));
      }
    }
    note_what_runs();
    for (const auto& asked : exchanges_in("admin.txt")) {
      note(asked, server_.ask_as_operator(asked.method, asked.target, asked.headers));
    }
    const auto itself = std::to_string(server_.running.begun() + 1);
    note({"DELETE", {}, {}, {}, 0, {}}, server_.ask_as_operator("DELETE", "/v1/queries/" + itself));
    EXPECT_TRUE(server_.gone);
    server_.gone = false;
    server_.reloaded = fail(ErrorCode::Corrupt, "treaties.db: not a database of treaties");
    note({"POST", {}, {}, {}, 0, {}}, server_.ask_as_operator("POST", "/admin/reload"));
  }

  /// A statement's status can only be requested while it runs.
  void note_what_runs() {
    std::jthread client([this] {
      (void)server_.ask("POST", "/openCypher", {},
                        "queryId=mine&query=MATCH+(a)-[*]-(b),(c)-[*]-(d),(e)-[*]-(f)+RETURN+count(*)");
    });
    while (server_.ask("GET", "/openCypher/status/mine").status != 200) std::this_thread::yield();
    for (const auto* path : {"/openCypher/status/mine", "/opencypher/status/mine"})
      note({"GET", path, {}, {}, 0, {}}, server_.ask("GET", path));
    server_.gone = true;
    client.join();
    server_.gone = false;
  }

  LakesServer server_;
  Statuses reached_;
};

TEST_F(Contract, has_every_route_and_no_other) {
  std::set<std::string> routes;
  for (const auto& router : {server_.public_routes(), server_.admin_routes()}) {
    for (const auto& route : router.routes()) routes.insert(route.method + " " + route.path);
  }
  std::set<std::string> paths;
  for (const auto& [route, statuses] : documented()) paths.insert(route);
  EXPECT_EQ(paths, routes) << "a route that is no question is described in server/contract/paths.json";
}

// Errors are tested in documented_errors_test.cpp.
TEST_F(Contract, documents_no_success_that_a_request_cannot_have) {
  ask_files();
  for (const auto& [route, statuses] : documented()) {
    for (const auto& status : statuses) {
      if (status == "default" || status[0] >= '4') continue;
      EXPECT_TRUE(reached_[route].contains(status)) << route << ": no request in tests/server/data has a " << status;
    }
  }
}

TEST_F(Contract, documents_every_status_that_a_request_has) {
  ask_files();
  const auto all = documented();
  for (auto& [route, statuses] : reached_) {
    if (!all.contains(route)) continue;  // a method other than the route's: 405, or 204 for OPTIONS
    statuses.erase("405");
    EXPECT_THAT(statuses, IsSubsetOf(all.at(route))) << route;
  }
}

}  // namespace
}  // namespace treatygraph::server
