#pragma once
// The services of a server of lakes.graph, without a socket.

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "server/access/access.h"
#include "server/api/routes.h"
#include "server/api/service.h"
#include "server/cypher/cypher_routes.h"
#include "server/cypher/query_api_routes.h"
#include "server/mcp/mcp_routes.h"
#include "server/operation/admin_routes.h"
#include "server/operation/metrics.h"
#include "server/operation/probe_routes.h"
#include "tests/support/drawing.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::server {

class LakesServer {
 public:
  explicit LakesServer(queries::Budget::Limits limits = {}, const AccessOptions& options = usual_access())
      : access(*Access::of(options, "127.0.0.1")),
        service(current, public_routes(), running, public_options(limits), record()),
        admin(current, admin_routes(), running, {{}, {}, refuse_strangers}, record()) {}

  /// "{transaction}" in the target stands for the most recently opened transaction.
  Response ask(const std::string& method, std::string target, Headers headers = {}, std::string body = {}) {
    if (const auto at = target.find("{transaction}"); at != std::string::npos) target.replace(at, 13, transaction_);
    auto response = taken(service.answer({method, target, std::move(headers), std::move(body), &gone}));
    if (target.ends_with("/tx")) transaction_ = transaction_in(response.body);
    return response;
  }
  Response ask_as_operator(const std::string& method, const std::string& target, Headers headers = {}) {
    const bool has_host = !headers.empty() && headers.front().first == "Host";
    if (!has_host) headers.emplace_back("Host", "127.0.0.1:8081");
    return taken(admin.answer({method, target, std::move(headers), {}, &gone}));
  }

  static AccessOptions usual_access() { return {{"x", "graph.example"}, {}, {}, {"https://draw.example"}}; }

  static std::string drawing() {
    return testing::bytes_of(std::filesystem::path(testing::kSourceFolder) / "tests/server/data/lakes.graph");
  }

  CurrentGraph current{std::make_shared<const Graph>(testing::graph_of(drawing()))};
  std::atomic<bool> gone = false;
  std::vector<RequestRecord> log;  ///< while requests are answered; see logged()
  RunningQueries running;
  Load load;
  Metrics metrics{current, running, load};
  Result<std::string> reloaded = std::string("test");  ///< the result of the next reload
  Operation operation{running, metrics, [this] { return reloaded; }};
  const Access access;
  Service service;
  Service admin;

  [[nodiscard]] std::vector<RequestRecord> logged() const {
    const std::scoped_lock lock(mutex_);
    return log;
  }

  [[nodiscard]] Router public_routes() const {
    Router router;
    add_routes(router, query_api_discovery);
    add_cypher_routes(router, running);
    add_mcp_routes(router);
    add_probe_routes(router, metrics, load);
    return router;
  }
  [[nodiscard]] Router admin_routes() const {
    Router router;
    add_admin_routes(router, operation);
    add_probe_routes(router, metrics, load);
    return router;
  }

 private:
  std::string transaction_;

  [[nodiscard]] ServiceOptions public_options(queries::Budget::Limits limits) const {
    return {{"https://draw.example"},
            limits,
            [this](const Request& request) { return access.refuse(request); },
            access.proxies()};
  }

  /// The transaction id in an answer of either of Neo4j's HTTP APIs.
  static std::string transaction_in(const std::string& body) {
    constexpr std::size_t kLength = 24;
    for (const std::string before : {R"("transaction":{"id":")", "/tx/"}) {
      const auto at = body.find(before);
      if (at != std::string::npos) return body.substr(at + before.size(), kLength);
    }
    return {};
  }

  /// The complete body, as read by a client that reads everything.
  static Response taken(Response response) {
    const auto source = std::exchange(response.source, nullptr);
    while (source && source(response.body) == Piece::More) continue;
    return response;
  }

  std::function<void(const RequestRecord&)> record() {
    return [this](const RequestRecord& request) {
      const std::scoped_lock lock(mutex_);
      log.push_back(request);
      metrics.count(request);
    };
  }

  mutable std::mutex mutex_;  ///< guards log
};

}  // namespace treatygraph::server
