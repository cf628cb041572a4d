#include "server/api/permalink.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "graph/graph.h"
#include "queries/request/page.h"
#include "server/http/problem.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kShortestName = 12;  // hexadecimal digits that identify a snapshot; a shorter prefix names none

/// A snapshot is named by its id or by a prefix of it.
bool names(std::string_view given, std::string_view snapshot) {
  return given.size() >= std::min(kShortestName, snapshot.size()) && snapshot.starts_with(given);
}

/// The snapshot that a request names by itself or by its cursor.
std::optional<std::string> snapshot_asked(const queries::Parameters& parameters) {
  if (const auto asked = parameters.find("snapshot")) return std::string(*asked);
  const auto cursor = parameters.find("cursor");
  const auto of = cursor ? queries::snapshot_of(*cursor) : std::nullopt;
  return of ? std::optional<std::string>(*of) : std::nullopt;
}

/// `remedy` says what the client can do instead.
Response conflict(std::string_view asked, const CurrentGraph& current, std::string_view remedy) {
  const auto loaded = current.get()->snapshot();
  std::string others;
  for (const auto& graph : current.former())
    others += fmt::format("{} {}", others.empty() ? "" : ",", graph->snapshot());
  const auto still = others.empty() ? others : fmt::format(" (and{} can still be asked for)", others);
  return problem(409, fmt::format("asked of snapshot {}, but {} is loaded{}: {}", asked, loaded, still, remedy),
                 {{"asked_snapshot", asked}, {"loaded_snapshot", loaded}});
}

}  // namespace

std::shared_ptr<const Graph> graph_named(std::string_view target, const CurrentGraph& current) {
  auto graph = current.get();
  const auto query = target.substr(std::min(target.find('?'), target.size()));
  // Looks for the words anywhere: a false hit only costs parsing.
  const auto has = [&](std::string_view name) { return query.find(name) != std::string_view::npos; };
  if (!has("snapshot") && !has("cursor")) return graph;
  const auto parsed = parse_target(target);
  const auto asked = parsed ? snapshot_asked(parsed->parameters) : std::nullopt;
  if (!asked || names(*asked, graph->snapshot())) return graph;
  for (auto& former : current.former()) {
    if (names(*asked, former->snapshot())) return std::move(former);
  }
  return graph;
}

std::optional<Response> of_another_snapshot(const queries::Parameters& parameters, const Graph& answering,
                                            const CurrentGraph& current) {
  const auto asked = parameters.find("snapshot");
  if (asked && !names(*asked, answering.snapshot())) {
    return conflict(*asked, current, "ask without snapshot for what holds now, or serve the file of that snapshot");
  }
  const auto cursor = parameters.find("cursor");
  const auto of = cursor ? queries::snapshot_of(*cursor) : std::nullopt;
  if (of && !names(*of, answering.snapshot())) {
    return conflict(*of, current, "the data have changed since that page: start again without cursor");
  }
  return std::nullopt;
}

}  // namespace treatygraph::server
