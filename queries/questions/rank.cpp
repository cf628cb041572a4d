#include "queries/questions/rank.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/treaty/versions.h"
#include "queries/walks/centrality.h"
#include "queries/walks/dependency_graph.h"

namespace treatygraph::queries {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Everything that was reckoned with, numbered from 0, with the score of each.
struct Scored {
  std::vector<NodeId> nodes;
  std::vector<double> scores;
  std::size_t connections = 0;
};

/// Scores of this snapshot that were asked for before, by what was asked.
class ScoredBefore {
 public:
  [[nodiscard]] std::shared_ptr<const Scored> find(const std::string& question) const {
    const std::scoped_lock lock(mutex_);
    const auto found = kept_.find(question);
    return found == kept_.end() ? nullptr : found->second;
  }
  void keep(const std::string& question, std::shared_ptr<const Scored> scored) {
    const std::scoped_lock lock(mutex_);
    if (kept_.size() >= kMost) kept_.clear();
    kept_[question] = std::move(scored);
  }

 private:
  static constexpr std::size_t kMost = 32;
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Scored>> kept_;
};

class Ranking {
 public:
  Ranking(const Graph& graph, const RankRequest& request, LiftedReferences references, std::vector<TypeId> types)
      : graph_(graph), request_(request), references_(std::move(references)), types_(std::move(types)) {
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const NodeId node{i};
      number_.push_back(takes_part(node) ? static_cast<std::uint32_t>(scored_.nodes.size()) : kNone);
      if (number_.back() != kNone) scored_.nodes.push_back(node);
    }
  }

  Result<Scored> score(Budget& budget) {
    auto edges = types_.empty() ? dependencies() : stored();
    std::ranges::sort(edges);
    edges.erase(std::ranges::unique(edges).begin(), edges.end());
    scored_.connections = edges.size();
    const OutCsr graph(boost::edges_are_sorted, edges.begin(), edges.end(),
                       static_cast<std::uint32_t>(scored_.nodes.size()), static_cast<std::uint32_t>(edges.size()));
    auto scores = centrality_of(graph, request_.by, budget);
    if (!scores) return fail(in_part(scores.error()));
    scored_.scores = std::move(*scores);
    return std::move(scored_);
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// Half a ranking would rank wrongly, so it is an error; the remedy is a ranking of less.
  [[nodiscard]] Error in_part(const Error& error) const {
    if (error.code != ErrorCode::DeadlineExceeded) return error;
    const auto* cheaper = request_.by == Centrality::Betweenness ? ", or rank by=pagerank or by=in_degree" : "";
    return {
        error.code,
        fmt::format("{} among {} nodes and {} connections takes longer than this request may; rank within one treaty "
                    "(treaty=SLUG), at a coarser level (level=article), by fewer modes or types{}",
                    kCentralityNames[index_of(request_.by)], scored_.nodes.size(), scored_.connections, cheaper)};
  }

  [[nodiscard]] bool takes_part(NodeId node) const {
    if (references_.lifted(node) != index_of(node) || !references_.filter().sight().sees(node)) return false;
    if (!request_.treaty.empty() && version_of_key(graph_.key(node)) != request_.treaty) return false;
    return !types_.empty() || graph_.has_label(node, label::kProvision);
  }

  void connect(std::uint32_t from, std::uint32_t to, std::vector<Edge>& edges) const {
    if (from != to && number_[from] != kNone && number_[to] != kNone) edges.emplace_back(number_[from], number_[to]);
  }

  [[nodiscard]] std::vector<Edge> dependencies() const {
    const auto graph = dependency_graph(references_, request_.level);
    std::vector<Edge> edges;
    for (const auto node : scored_.nodes) {
      const auto from = static_cast<std::uint32_t>(node);
      for (auto [to, last] = boost::adjacent_vertices(from, *graph); to != last; ++to) connect(from, *to, edges);
    }
    return edges;
  }

  [[nodiscard]] std::vector<Edge> stored() const {
    std::vector<Edge> edges;
    const NodeRange all{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
    const auto refers_to = graph_.types().find(type::kRefersTo);
    for (const auto type : types_) {
      for (const auto hop : graph_.out(all, type)) {
        const bool admitted =
            type == refers_to ? references_.filter().admits(hop) : references_.filter().sight().sees(hop);
        const auto source = graph_.source(hop.relationship);
        if (admitted && references_.filter().sight().sees(source)) {
          connect(references_.lifted(source), references_.lifted(hop.node), edges);
        }
      }
    }
    return edges;
  }

  const Graph& graph_;
  const RankRequest& request_;
  LiftedReferences references_;
  std::vector<TypeId> types_;
  std::vector<std::uint32_t> number_;  ///< by NodeId
  Scored scored_;
};

std::string name_of_question(const RankRequest& request) {
  return fmt::format("{}|{}|{}|{}|{}", index_of(request.by), name_of(request.level), fmt::join(request.types, ","),
                     fmt::join(request.modes, ","), request.treaty);
}

bool is_of_snapshot(const Scope& scope) {
  return scope.without.empty() && scope.as_of.empty() && scope.basis == Basis::All;
}

Result<std::shared_ptr<const Scored>> scored_for(const Graph& graph, const RankRequest& request, Budget& budget) {
  auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  auto types = request.types.empty() ? Result<std::vector<TypeId>>() : find_types(graph, request.types);
  if (!types) return fail(types.error());
  auto& before = *graph.derived().get<std::shared_ptr<ScoredBefore>>([] { return std::make_shared<ScoredBefore>(); });
  const auto question = name_of_question(request);
  const bool may_be_kept = is_of_snapshot(request.scope);
  if (may_be_kept) {
    if (auto kept = before.find(question)) return kept;
  }
  LiftedReferences references(graph, request.level, std::move(*filter));
  auto scored = Ranking(graph, request, std::move(references), std::move(*types)).score(budget);
  if (!scored) return fail(scored.error());
  auto shared = std::make_shared<const Scored>(std::move(*scored));
  if (may_be_kept) before.keep(question, shared);
  return shared;
}

}  // namespace

Result<Centrality> centrality_called(std::string_view name) {
  const auto found = std::ranges::find(kCentralityNames, name);
  if (found == kCentralityNames.end()) {
    return fail(unknown_name("by", name, {kCentralityNames.begin(), kCentralityNames.end()}));
  }
  return static_cast<Centrality>(found - kCentralityNames.begin());
}

Result<Rank> rank_of(const Graph& graph, const RankRequest& request, Budget budget) {
  if (!request.treaty.empty()) {
    const auto treaty = find_treaty(graph, request.treaty);
    if (!treaty) return fail(treaty.error());
  }
  std::optional<LabelId> label;
  if (!request.label.empty()) {
    const auto found = find_label(graph, request.label);
    if (!found) return fail(found.error());
    label = *found;
  }
  const auto scored = scored_for(graph, request, budget);
  if (!scored) return fail(scored.error());

  Rank rank;
  rank.by = request.by;
  rank.level = request.level;
  rank.population = (*scored)->nodes.size();
  rank.connections = (*scored)->connections;
  for (std::size_t i = 0; i < rank.population; ++i) {
    const auto node = (*scored)->nodes[i];
    if (!label || graph.has_label(node, *label)) rank.nodes.push_back({node, (*scored)->scores[i]});
  }
  const auto listed = std::min(request.limit, rank.nodes.size());
  std::ranges::partial_sort(rank.nodes, rank.nodes.begin() + static_cast<std::ptrdiff_t>(listed), {},
                            [](const Ranked& r) { return std::tuple(-r.score, r.node); });
  if (rank.nodes.empty()) {
    rank.explanation = fmt::format("{} nodes stand at the level {}{}, none of them {}", rank.population,
                                   name_of(request.level), request.treaty.empty() ? "" : " in " + request.treaty,
                                   request.label.empty() ? "a provision" : "a " + request.label);
  } else if (listed < rank.nodes.size()) {
    rank.truncated = cut_at_limit(listed, "nodes");
  }
  rank.nodes.resize(listed);
  return rank;
}

}  // namespace treatygraph::queries
