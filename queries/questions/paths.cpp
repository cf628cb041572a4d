// If nothing is found, the question is asked again under other conditions to explain why: without what is to be
// avoided, for a smallest set of nodes that every path meets (node_cut.h), and otherwise without regard to direction.

#include "queries/questions/paths.h"

#include <algorithm>
#include <functional>
#include <optional>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/treaty/avoidance.h"
#include "queries/walks/connections.h"
#include "queries/walks/meeting_search.h"
#include "queries/walks/node_cut.h"
#include "queries/walks/path_space.h"
#include "queries/walks/shortest_paths.h"

namespace treatygraph::queries {
namespace {

/// All relationships of the step; the forward ones if there are any.
Path::Hop hop_between(const PathSpace& space, NodeId from, NodeId to, bool last) {
  std::vector<Step> steps;
  space.steps_between(from, to, steps);
  // The last step must arrive; an earlier one passes through a node on the way.
  std::erase_if(steps, [&](const Step& step) { return step.arrives != last; });
  sort_steps(steps);
  Path::Hop hop;
  hop.from = from;
  hop.to = to;
  hop.against = std::ranges::all_of(steps, &Step::against);
  for (const auto& step : steps) {
    if (step.against == hop.against) hop.evidence.push_back(step.relationship);
  }
  return hop;
}

/// The searches return nodes only; the relationships of each hop are looked up for the few paths of the answer.
std::vector<Path> with_evidence(const PathSpace& space, std::vector<NodePath> node_paths) {
  std::vector<Path> paths;
  for (auto& nodes : node_paths) {
    Path path;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
      path.hops.push_back(hop_between(space, nodes[i], nodes[i + 1], i + 2 == nodes.size()));
    }
    path.nodes = std::move(nodes);
    paths.push_back(std::move(path));
  }
  return paths;
}

/// How the nodes of a path over dependencies are shown: by their representative at the level, and the ends as
/// requested.
class Showing {
 public:
  Showing(const Graph& graph, Level level, const Paths& answer)
      : graph_(graph), lifted_(lifted_nodes(graph, level)), from_(answer.from), to_(answer.to) {}

  /// A node inside an end is shown as that end, even if the end is finer than the level.
  [[nodiscard]] NodeId operator()(NodeId node) const {
    for (const auto* ends : {&from_, &to_}) {
      for (std::optional<NodeId> whole = node; whole; whole = graph_.parent(*whole)) {
        if (std::ranges::binary_search(*ends, *whole)) return *whole;
      }
    }
    return NodeId{lifted_[index_of(node)]};
  }

 private:
  const Graph& graph_;
  std::span<const std::uint32_t> lifted_;
  std::vector<NodeId> from_;
  std::vector<NodeId> to_;
};

/// A path question that is asked several times under different conditions.
class PathsQuery {
 public:
  PathsQuery(const Graph& graph, const PathsRequest& request, Avoidance avoidance, Budget& budget)
      : graph_(graph), request_(request), avoidance_(std::move(avoidance)), budget_(budget) {}

  /// Paths over dependencies are shown at a level, so different paths may look the same; the search counts these once.
  Result<Paths> answer(std::vector<NodeId> from, std::vector<NodeId> to) {
    Paths answer;
    answer.from = std::move(from);
    answer.to = std::move(to);
    const auto space = space_for(answer, &avoidance_, false);
    if (!space) return fail(space.error());
    std::function<NodeId(NodeId)> shown_as;
    if (request_.types.empty()) shown_as = Showing(graph_, request_.level, answer);
    auto found = shortest_paths(**space, graph_.node_count(), {request_.k, request_.max_length, shown_as}, budget_);
    answer.paths = with_evidence(**space, std::move(found.paths));
    for (auto& path : answer.paths) {
      if (shown_as) std::ranges::transform(path.nodes, path.nodes.begin(), shown_as);
    }
    answer.truncated = std::move(found.truncated);
    if (answer.paths.empty() && !answer.truncated) explain(answer);
    return answer;
  }

 private:
  [[nodiscard]] PathRule rule() const {
    return {request_.types,          request_.direction, request_.relation,
            request_.into_divisions, request_.modes,     request_.scope};
  }

  /// The same ends under the given conditions.
  Result<std::unique_ptr<PathSpace>> space_for(const Paths& answer, const Avoidance* avoidance, bool ignore_direction) {
    return path_space(graph_, rule(), {answer.from, answer.to, avoidance, ignore_direction});
  }

  void explain(Paths& answer) {
    const auto what = request_.types.empty()
                          ? fmt::format("dependencies ({})", kRelationNames.at(index_of(request_.relation)))
                          : fmt::format("relationships of the types {}", fmt::join(request_.types, ", "));
    answer.explanation = fmt::format("no path of at most {} hops leads from {} to {} over {}", request_.max_length,
                                     request_.from, request_.to, what);
    if (!avoidance_.empty()) explain_cut(answer);
    // If what must be avoided is the reason, direction is not.
    if (answer.cut.empty() && is_directed()) explain_undirected(answer);
  }

  void explain_cut(Paths& answer) {
    const auto space = space_for(answer, nullptr, false);
    if (!space) return;
    const bool among_provisions = request_.types.empty();
    const auto must_avoid = [&](NodeId node) {
      return among_provisions ? avoidance_.avoids_carrier(node) : avoidance_.avoids(node);
    };
    answer.cut = smallest_cut(**space, must_avoid, graph_.node_count(), budget_);
    if (answer.cut.empty()) return;
    answer.explanation +=
        fmt::format(" without what is to be avoided: every path meets one of these {}",
                    answer.cut.size() == 1 ? "(there is only one)" : fmt::format("{} nodes", answer.cut.size()));
  }

  /// A connection against the direction shows that the two are related, though neither rests on the other.
  void explain_undirected(Paths& answer) {
    const auto space = space_for(answer, &avoidance_, true);
    if (!space) return;
    answer.undirected = with_evidence(**space, undirected_paths(answer, **space));
    answer.explanation += answer.undirected.empty()
                              ? "; nothing connects them against direction either"
                              : "; whichever way relationships run, the path under undirected connects them";
  }

  /// One shortest path, or none.
  std::vector<NodePath> undirected_paths(const Paths& answer, const PathSpace& space) {
    if (!is_plain_connection(answer)) {
      return shortest_paths(space, graph_.node_count(), {1, request_.max_length, {}}, budget_).paths;
    }
    const auto nodes =
        shortest_connection(Connections::of(graph_).symmetric(), static_cast<std::uint32_t>(answer.from[0]),
                            static_cast<std::uint32_t>(answer.to[0]), request_.max_length, budget_);
    if (!nodes) return {};
    NodePath path;
    for (const auto node : *nodes) path.push_back(NodeId{node});
    return {path};
  }

  /// The fast case, between two provisions with nothing hidden or avoided: uses Connections.
  [[nodiscard]] bool is_plain_connection(const Paths& answer) const {
    const auto is_provision = [&](const std::vector<NodeId>& ends) {
      return ends.size() == 1 && !graph_.has_label(ends[0], label::kTreaty);
    };
    const auto scope_filter = ScopeFilter::of(graph_, request_.scope);
    return request_.types.empty() && avoidance_.empty() && scope_filter && scope_filter->is_everything() &&
           is_provision(answer.from) && is_provision(answer.to);
  }

  [[nodiscard]] bool is_directed() const { return request_.types.empty() || request_.direction != Direction::Both; }

  const Graph& graph_;
  const PathsRequest& request_;
  Avoidance avoidance_;
  Budget& budget_;
};

}  // namespace

Result<Paths> paths_between(const Graph& graph, const PathsRequest& request, Budget budget) {
  if (request.k == 0 || request.k > PathsRequest::kMaxPaths) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("k is {}; expected 1 to {}", request.k, PathsRequest::kMaxPaths));
  }
  auto from = find_ends(graph, request.from);
  if (!from) return fail(from.error());
  auto to = find_ends(graph, request.to);
  if (!to) return fail(to.error());
  auto avoidance = Avoidance::of(graph, request.avoid);
  if (!avoidance) return fail(avoidance.error());
  return PathsQuery(graph, request, std::move(*avoidance), budget).answer(std::move(*from), std::move(*to));
}

}  // namespace treatygraph::queries
