// An estimate looks at the parameters and at the size of the graph, without asking the question. It may be wrong in one
// direction only: what is called instant runs on a loop and delays all its connections, so anything in doubt is
// expensive.

#include "server/api/estimates.h"

#include <array>
#include <string_view>

#include "graph/graph.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

using namespace std::string_view_literals;

/// Lists and closures over so few nodes take a few hundred microseconds at most.
/// Most nodes of a graph in which that holds.
constexpr std::size_t kSmallGraph = 50'000;
/// Bounds of the surroundings that are answered on a loop: nodes of the answer, relationships of the start, hops.
constexpr std::size_t kFewNodes = 1'000;
constexpr std::size_t kFewRelationships = 2'000;
constexpr std::size_t kFewHops = 2;

/// Row formats return complete lists.
/// "limit=all" does the same. The search is for text anywhere in the query: a false hit only makes the request wait.
Cost of_list(std::string_view query, const Graph& graph) {
  for (const auto whole : {"format=csv"sv, "format=ndjson"sv, "limit=all"sv}) {
    if (query.find(whole) != std::string_view::npos) return Cost::Dear;
  }
  return graph.node_count() <= kSmallGraph ? Cost::Instant : Cost::Cheap;
}

/// Follows references from one provision.
Cost of_closure(std::string_view, const Graph& graph) {
  return graph.node_count() <= kSmallGraph ? Cost::Cheap : Cost::Dear;
}

/// Depends on how many relationships the first node has: that bounds the first hop, and `limit` bounds the rest.
Cost of_neighborhood(std::string_view query, const Graph& graph) {
  const auto parameters = parse_form(query);
  if (!parameters) return Cost::Instant;  // will be refused, like the cases below
  const auto depth = parameters->count("depth", 1);
  const auto limit = parameters->count("limit", kFewNodes);
  const auto of = graph.find(parameters->text("of"));
  if (!depth || !limit || !of) return Cost::Instant;
  if (*limit > kFewNodes) return Cost::Dear;
  const bool is_small = *depth <= kFewHops && graph.degree(*of, Direction::Both) <= kFewRelationships;
  return is_small ? Cost::Instant : Cost::Dear;
}

}  // namespace

Estimate estimate_of(queries::Effort effort) {
  switch (effort) {
    case queries::Effort::Page:
      return of_list;
    case queries::Effort::Closure:
      return of_closure;
    case queries::Effort::Surroundings:
      return of_neighborhood;
    case queries::Effort::Any:
      break;
  }
  return nullptr;
}

}  // namespace treatygraph::server
