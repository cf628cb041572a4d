#pragma once
// Maps paths to handlers. Templates such as "/v1/nodes/{key}" are compared segment by segment.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/formats/graphs/graph_view.h"
#include "queries/request/budget.h"
#include "queries/request/parameters.h"
#include "server/api/running_queries.h"
#include "server/http/cost.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// The arguments of a route's handler. Valid during the call only, except for what `shared_graph` keeps.
struct Call {
  const Request& request;
  queries::Parameters& parameters;  ///< from the path and the query string; without `snapshot`, which was checked
  const Graph& graph;
  /// Time and memory of this request.
  const queries::Budget& budget;
  RunningQueries::Ticket& running;                         ///< the request's entry in the list of running requests
  std::shared_ptr<const Graph> shared_graph = {};          ///< the same graph, for handlers that outlive the request
  std::string_view request_id = {};                        ///< X-Request-Id of the answer
  std::string_view iri_base = queries::formats::kIriBase;  ///< of Turtle and JSON-LD
};

/// What an answer depends on, which decides its entity tag.
enum class Freshness : std::uint8_t {
  Snapshot,  ///< only the snapshot: the tag is known before the answer is made
  Program,   ///< the program: the tag is a hash of the bytes
  Live,      ///< may change at any moment: no tag
};

/// Estimates the cost of an answer from the query string as sent, if the cost depends on it.
using Estimate = std::function<Cost(std::string_view query, const Graph& graph)>;

/// One method at one path. HEAD and OPTIONS are derived from the others.
struct Route {
  std::string method;
  std::string path;  ///< "/v1/nodes/{key}"
  std::function<Response(const Call&)> answer;
  Freshness freshness = Freshness::Snapshot;
  Cost cost = Cost::Dear;       ///< of an answer without estimate
  Estimate estimate = nullptr;  ///< overrides `cost`
};

/// Filled once, before the server listens; afterwards any thread may read it.
class Router {
 public:
  /// Routes with the same path and other methods are other routes.
  void add(Route route);
  /// Adds a hint to the 404 of paths that start with `prefix` ("/db"): which path is right.
  void explain_below(std::string_view prefix, std::string_view hint);
  /// Gives refusals of requests for paths that start with `prefix` another form than a problem's.
  using Shape = std::function<Response(Response refusal, std::string_view path)>;
  void shape_refusals_below(std::string_view prefix, Shape shape);
  /// A problem in the form that the clients of `path` read.
  [[nodiscard]] Response in_shape(Response response, std::string_view path) const;
  /// The hint for `path`, or the general one.
  [[nodiscard]] std::string_view hint_for(std::string_view path) const;

  /// What the router found for a request.
  struct Match {
    const Route* route = nullptr;  ///< null: 405 if `allowed` is not empty, else 404
    std::string path;              ///< the template of the routes at this path, "/v1/nodes/{key}"
    std::vector<std::pair<std::string, std::string>> path_parameters;
    std::string allowed;  ///< "GET, HEAD, OPTIONS" for a path that exists
  };
  /// Segments are percent-decoded already. The GET route answers HEAD. Of several matching routes, the one with the
  /// fewest parameters wins: "/v1/nodes/search" would be preferred to "/v1/nodes/{key}".
  [[nodiscard]] Match match(std::string_view method, const std::vector<std::string>& segments) const;

  /// The route for `path` as sent, without percent-decoding; null if there is none.
  /// For estimates, which must be cheap.
  [[nodiscard]] const Route* find(std::string_view method, std::string_view path) const;

  /// The methods that at least one path allows: "GET, HEAD, POST, OPTIONS".
  [[nodiscard]] std::string allowed_somewhere() const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  // In the order in which they were added; there are a few dozen, so each request looks at all of them.
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> templates_;  ///< parallel to routes_
  std::vector<std::pair<std::string, std::string>> hints_;
  std::vector<std::pair<std::string, Shape>> shapes_;
};

}  // namespace treatygraph::server
