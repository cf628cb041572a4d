#include "server/api/estimates.h"

#include <algorithm>
#include <array>

#include "graph/graph.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

using namespace std::string_view_literals;

/// Lists and closures over so few nodes take a few hundred microseconds at most.
constexpr std::size_t kSmallGraph = 50'000;
constexpr std::size_t kFewNodes = 1'000;
constexpr std::size_t kFewRelationships = 2'000;
constexpr std::size_t kFewHops = 2;

/// Their answers are pages, or as large as one treaty.
constexpr std::array kLists = {"schema"sv, "treaties"sv,      "treaty"sv, "participation"sv, "nodes"sv,
                               "node"sv,   "relationships"sv, "search"sv, "state"sv};
constexpr std::array kClosures = {"dependencies"sv, "statements"sv, "critics"sv};

/// Row formats return complete lists.
Cost of_list(std::string_view query, const Graph& graph) {
  for (const auto whole : {"format=csv"sv, "format=ndjson"sv, "limit=all"sv}) {
    if (query.find(whole) != std::string_view::npos) return Cost::Dear;
  }
  return graph.node_count() <= kSmallGraph ? Cost::Instant : Cost::Cheap;
}

Cost of_closure(std::string_view, const Graph& graph) {
  return graph.node_count() <= kSmallGraph ? Cost::Cheap : Cost::Dear;
}

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

Estimate estimate_of(std::string_view question) {
  if (std::ranges::find(kLists, question) != kLists.end()) return of_list;
  if (std::ranges::find(kClosures, question) != kClosures.end()) return of_closure;
  if (question == "neighborhood") return of_neighborhood;
  return nullptr;
}

}  // namespace treatygraph::server
