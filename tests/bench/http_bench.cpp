// Requests a second of real answers beside fixed bodies of the same length, from the same server, under wrk's load:
//   http_bench [treaties.db]
// Without a file of real treaties it asks a graph of their shape, whose nodes and relationships are a third of their
// size.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "server/api/routes.h"
#include "server/api/service.h"
#include "server/cypher/cypher_routes.h"
#include "server/cypher/query_api_routes.h"
#include "server/http/http_server.h"
#include "tests/bench/result_row.h"
#include "tests/bench/treaty_shape.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::bench {
namespace {

using namespace treatygraph::server;

constexpr int kRounds = 15;
constexpr std::array kConnections = {16, 64};

/// A question, and the name of a handler that returns the same bytes.
struct Contest {
  std::string name;
  std::string target;
  std::string fixed;
  std::size_t bytes = 0;
};

Router routes_with(const RunningQueries& running, const std::vector<std::pair<std::string, std::string>>& fixed) {
  Router router;
  add_routes(router, query_api_discovery);
  add_cypher_routes(router, running);
  for (const auto& [path, body] : fixed) {
    router.add({"GET", path, [body = body](const Call&) {
                  Response response;
                  response.content_type = "application/json";
                  response.body = body;
                  return response;
                }});
  }
  return router;
}

std::string body_of(const CurrentGraph& current, const std::string& target) {
  RunningQueries running;
  Service service(current, routes_with(running, {}), running, {}, [](const RequestRecord&) {});
  return service.answer({"GET", target, {}, {}, nullptr}).body;
}

/// The node whose answer size is nearest to `bytes`.
std::string node_of_about(const CurrentGraph& current, std::size_t bytes) {
  const auto graph = current.get();
  std::string best;
  std::size_t off = bytes * 100;
  for (std::size_t i = 0; i < graph->node_count(); i += 37) {
    auto target = "/v1/nodes/" + std::string(graph->key(NodeId{static_cast<std::uint32_t>(i)}));
    const auto size = body_of(current, target).size();
    const auto difference = size > bytes ? size - bytes : bytes - size;
    if (difference >= off) continue;
    off = difference;
    best = std::move(target);
  }
  return best;
}

/// A walk around an article whose answer has about `bytes`.
std::string walk_of_about(const CurrentGraph& current, std::size_t bytes) {
  const auto graph = current.get();
  const auto article = graph->nodes_with(*graph->labels().find(label::kArticle))[10];
  for (std::size_t limit = 1;; ++limit) {
    auto target =
        fmt::format("/v1/neighborhood?of={}&depth=2&types=HAS_PART,REFERS_TO&limit={}", graph->key(article), limit);
    if (body_of(current, target).size() >= bytes || limit == 1'000) return target;
  }
}

double requests_per_second(int port, const std::string& target, int connections) {
  const auto command = fmt::format("wrk -t1 -c{} -d1s 'http://127.0.0.1:{}{}'", connections, port, target);
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  for (std::array<char, 4'096> room; pipe && fgets(room.data(), room.size(), pipe.get()) != nullptr;)
    output += room.data();
  const std::string_view before = "Requests/sec:";
  const auto at = output.find(before);
  return at == std::string::npos ? 0 : std::stod(output.substr(at + before.size()));
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void hold(const Contest& contest, int port, int connections) {
  std::vector<double> fixed;
  std::vector<double> ours;
  std::vector<double> ratios;  // of runs next to each other, because the machine's speed drifts
  for (int round = 0; round < kRounds; ++round) {
    fixed.push_back(requests_per_second(port, contest.fixed, connections));
    ours.push_back(requests_per_second(port, contest.target, connections));
    ratios.push_back(ours.back() / fixed.back());
  }
  print_result({fmt::format("{}, {} bytes, {} connections", contest.name, contest.bytes, connections), "req/s",
                median(ours), Baseline{"fixed body", median(fixed)}, median(ratios)});
}

/// From a file, as in production: texts are read from it on demand.
void run(const std::filesystem::path& data) {
  auto graph = open_database(data);
  if (!graph) {
    fmt::print(stderr, "{}\n", graph.error().detail);
    return;
  }
  const CurrentGraph current(std::make_shared<const Graph>(std::move(*graph)));
  const auto small = node_of_about(current, 300);
  const auto large = walk_of_about(current, 20'000);
  const auto small_body = body_of(current, small);
  const auto large_body = body_of(current, large);
  RunningQueries running;
  Service service(current, routes_with(running, {{"/fixed/small", small_body}, {"/fixed/large", large_body}}), running,
                  {}, [](const RequestRecord&) {});
  Load load;
  HttpServer http({[&](const Request& request) { return service.answer(request); },
                   [&](int status, const std::string& detail) { return service.refuse(status, detail); },
                   [&](std::string_view method, std::string_view target) { return service.cost(method, target); },
                   [](std::string_view) {}},
                  {}, load);
  const auto port = http.bind("127.0.0.1", 0);
  const std::jthread serving([&](std::stop_token stop) { http.serve(std::move(stop)); });
  print_result_header();
  for (const int connections : kConnections) {
    hold({"a node by its key", small, "/fixed/small", small_body.size()}, *port, connections);
    hold({"a neighbourhood", large, "/fixed/large", large_body.size()}, *port, connections);
  }
}

}  // namespace
}  // namespace treatygraph::bench

int main(int count, char** arguments) {
  using namespace treatygraph;
  if (count > 1) {
    bench::run(arguments[1]);
    return 0;
  }
  const testing::TemporaryFolder folder;
  const auto data = folder / "treaties.db";
  if (!write_database(data, bench::treaty_shaped(bench::Size::S))) return 1;
  bench::run(data);
}
