#pragma once
// Which handler answers a path: templates such as "/v1/nodes/{key}" compared segment by segment.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/catalogue/parameters.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/request/budget.h"
#include "server/api/running_queries.h"
#include "server/http/cost.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// What a route's handler is called with.
struct Call {
  const Request& request;
  queries::Parameters& parameters;  ///< of the path and of the query string; without `snapshot`, which is checked
  const Graph& graph;
  const queries::Budget& budget;
  RunningQueries::Ticket& running;                 ///< of this request
  std::shared_ptr<const Graph> shared_graph = {};  ///< the same graph, for who reads it longer than the request lasts
  std::string_view request_id = {};                ///< X-Request-Id of the answer
  std::string_view iri_base = queries::formats::kIriBase;  ///< of Turtle and JSON-LD
};

/// What an answer changes with, and so where its entity tag comes from.
enum class Freshness : std::uint8_t {
  Snapshot,  ///< with the snapshot alone: the tag is known before the answer is made
  Program,   ///< with the program: the tag is of the bytes
  Live,      ///< at any moment: no tag
};

/// How much work a route's answer is, where that depends on what is asked: the query string as it came.
using Estimate = std::function<Cost(std::string_view query, const Graph& graph)>;

struct Route {
  std::string method;
  std::string path;  ///< "/v1/nodes/{key}"
  std::function<Response(const Call&)> answer;
  Freshness freshness = Freshness::Snapshot;
  Cost cost = Cost::Dear;
  Estimate estimate = nullptr;  ///< in place of `cost`
};

class Router {
 public:
  void add(Route route);
  /// What a 404 says of paths that begin with `prefix` ("/db"): which path is the right one.
  void explain_below(std::string_view prefix, std::string_view hint);
  /// That, or what there is in general.
  [[nodiscard]] std::string_view hint_for(std::string_view path) const;

  struct Match {
    const Route* route = nullptr;  ///< none: 405 where methods are allowed, else 404
    std::string path;              ///< of the routes that answer there, "/v1/nodes/{key}"
    std::vector<std::pair<std::string, std::string>> path_parameters;
    std::string allowed;  ///< "GET, HEAD, OPTIONS" for a path that exists
  };
  /// HEAD is answered by GET's route. Literal segments are preferred to parameters.
  [[nodiscard]] Match match(std::string_view method, const std::vector<std::string>& segments) const;

  /// The route that answers `path` as it came, not percent-decoded; none where none does.
  [[nodiscard]] const Route* find(std::string_view method, std::string_view path) const;

  /// What some path allows: "GET, HEAD, POST, OPTIONS".
  [[nodiscard]] std::string allowed_somewhere() const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> templates_;  ///< beside routes_
  std::vector<std::pair<std::string, std::string>> hints_;
};

}  // namespace treatygraph::server
