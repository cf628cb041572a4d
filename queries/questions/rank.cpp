// Scores are computed for all nodes of the question at once and kept by question; label and limit only select from
// them. Rankings of the whole snapshot may also be read from a file that was computed beforehand (graph/analyses.h).
// The key of a question has no scope, so rankings within a scope are not kept.

#include "queries/questions/rank.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <tuple>

#include <fmt/format.h>

#include "graph/analyses.h"
#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/treaty/versions.h"
#include "queries/walks/centrality.h"
#include "queries/walks/own_words_graph.h"
#include "queries/walks/reading_rank.h"

namespace treatygraph::queries {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// All counted nodes, numbered from 0, with their scores.
struct Scored {
  std::vector<NodeId> nodes;
  std::vector<double> scores;
  std::size_t connections = 0;
};

/// The scores computed on this snapshot, by question. Shared by all threads, hence the lock. When full, it is emptied:
/// few questions recur, and a ranking can be computed again.
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
  /// Rankings; each has a score for every node.
  static constexpr std::size_t kMost = 32;
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Scored>> kept_;
};

/// Whether the node belongs to the treaty of the question.
bool is_within(const Graph& graph, const RankRequest& request, NodeId node) {
  return request.treaty.empty() || version_of_key(graph.key(node)) == request.treaty;
}

/// The error for a ranking that takes too long. A partial ranking would be wrong, so there is no truncated answer; the
/// message offers a smaller ranking.
Error in_part(const Error& error, const RankRequest& request, std::size_t nodes, std::size_t connections) {
  if (error.code != ErrorCode::DeadlineExceeded) return error;
  const auto* cheaper = request.by == Centrality::Betweenness ? ", or rank by=pagerank or by=in_degree" : "";
  return {error.code,
          fmt::format("{} among {} nodes and {} connections takes longer than this request may; rank within one treaty "
                      "(treaty=SLUG), at a coarser level (level=article), by fewer modes or types{}",
                      kCentralityNames[index_of(request.by)], nodes, connections, cheaper)};
}

/// Scores over pairs of nodes; nodes without pairs have the score of an unconnected node.
Result<std::vector<double>> scores_over(const Scored& scored, std::vector<Edge>& edges, const RankRequest& request,
                                        Budget& budget, std::size_t& connections) {
  std::ranges::sort(edges);
  edges.erase(std::ranges::unique(edges).begin(), edges.end());
  connections = edges.size();
  // Parallel pairs count once: two articles with ten references between them are connected once.
  const OutCsr graph(boost::edges_are_sorted, edges.begin(), edges.end(),
                     static_cast<std::uint32_t>(scored.nodes.size()), static_cast<std::uint32_t>(edges.size()));
  auto scores = centrality_of(graph, request.by, budget);
  if (!scores) return fail(in_part(scores.error(), request, scored.nodes.size(), connections));
  return scores;
}

/// By stored relationships of some types, with both ends lifted to the level.
class StoredRanking {
 public:
  StoredRanking(const Graph& graph, const RankRequest& request, const ReferenceFilter& filter,
                std::vector<TypeId> types)
      : graph_(graph),
        request_(request),
        filter_(filter),
        types_(std::move(types)),
        lifted_(lifted_nodes(graph, request.level)) {
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      // Only nodes that represent something at the level are ranked.
      const bool takes_part =
          lifted_[i] == i && filter.scope_filter().sees(NodeId{i}) && is_within(graph, request, NodeId{i});
      number_.push_back(takes_part ? static_cast<std::uint32_t>(scored_.nodes.size()) : kNone);
      if (takes_part) scored_.nodes.push_back(NodeId{i});
    }
  }

  Result<Scored> score(Budget& budget) {
    auto edges = stored();
    auto scores = scores_over(scored_, edges, request_, budget, scored_.connections);
    if (!scores) return fail(scores.error());
    scored_.scores = std::move(*scores);
    return std::move(scored_);
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// The stored relationships as pairs of numbers, without those inside one node of the level.
  [[nodiscard]] std::vector<Edge> stored() const {
    std::vector<Edge> edges;
    const NodeRange all{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
    const auto refers_to = graph_.types().find(type::kRefersTo);
    for (const auto type : types_) {
      for (const auto hop : graph_.out(all, type)) {
        const auto source = graph_.source(hop.relationship);
        // Only references have modes; for other types the filter would refuse everything if modes were requested.
        const bool admitted = type == refers_to ? filter_.admits(hop) : filter_.scope_filter().sees(hop);
        if (!admitted || !filter_.scope_filter().sees(source)) continue;
        const auto from = number_[lifted_[index_of(source)]];
        const auto to = number_[lifted_[index_of(hop.node)]];
        // Relationships inside one node, or to nodes outside the question, do not count.
        if (from != to && from != kNone && to != kNone) edges.emplace_back(from, to);
      }
    }
    return edges;
  }

  const Graph& graph_;
  const RankRequest& request_;
  const ReferenceFilter& filter_;
  std::vector<TypeId> types_;
  std::span<const std::uint32_t> lifted_;
  std::vector<std::uint32_t> number_;  ///< by NodeId
  Scored scored_;
};

/// By dependencies: scores of own words, summed by representative at the level.
class DependencyRanking {
 public:
  DependencyRanking(const Graph& graph, const RankRequest& request, const ReferenceFilter& filter)
      : graph_(graph),
        request_(request),
        lifted_(lifted_nodes(graph, request.level)),
        is_of_all_(request.treaty.empty() && filter.admits_all()),
        words_(graph, filter, request.treaty.empty() ? Population() : Population([&](NodeId node) {
                 return is_within(graph, request, node);
               })) {}

  Result<Scored> score(Budget& budget) {
    // In-degrees are counted at the level itself, since a sum over parts would count a reference several times.
    if (request_.by == Centrality::InDegree) return in_degrees(budget);
    if (auto computed = computed_before()) return *std::move(computed);
    return request_.by == Centrality::PageRank ? page_ranks(budget) : betweenness(budget);
  }

 private:
  [[nodiscard]] bool takes_part(NodeId node) const { return words_.has(node) && has_own_words(graph_, node); }

  /// The scores that treatygraph-analyze wrote next to the snapshot, if the question is about all of it.
  [[nodiscard]] std::optional<Scored> computed_before() const {
    const auto* analyses = Analyses::of(graph_);
    if (analyses == nullptr || !is_of_all_) return std::nullopt;
    const auto score = request_.by == Centrality::PageRank ? Score::PageRank : Score::Betweenness;
    const auto by_node = analyses->scores(score);
    if (by_node.empty()) return std::nullopt;
    return summed(by_node, analyses->connections(score));
  }

  /// Sums `shares`, which are indexed by NodeId, by representative. Representatives precede what they represent, so
  /// equal ones are adjacent.
  [[nodiscard]] Scored summed(std::span<const double> shares, std::size_t connections) const {
    Scored scored;
    scored.connections = connections;
    for (std::uint32_t i = 0; i < shares.size(); ++i) {
      if (!takes_part(NodeId{i})) continue;
      const NodeId shown{lifted_[i]};
      // Nodes are in document order, so the parts of a representative follow each other.
      if (scored.nodes.empty() || scored.nodes.back() != shown) {
        scored.nodes.push_back(shown);
        scored.scores.push_back(0);
      }
      scored.scores.back() += shares[i];
    }
    return scored;
  }

  /// The error of a spent budget offers a smaller ranking.
  Result<Scored> page_ranks(Budget& budget) const {
    const auto ranks = reading_ranks(words_, budget);
    if (!ranks) return fail(in_part(ranks.error(), request_, graph_.node_count(), 0));
    return summed(ranks->shares, ranks->references);
  }

  /// Betweenness needs the graph of own words itself, with an edge to everything that is read. Its size is checked
  /// against the budget while it grows.
  Result<Scored> betweenness(Budget& budget) const {
    Scored own;
    std::vector<std::uint32_t> number(graph_.node_count());
    for (std::uint32_t i = 0; i < number.size(); ++i) {
      number[i] = static_cast<std::uint32_t>(own.nodes.size());
      if (takes_part(NodeId{i})) own.nodes.push_back(NodeId{i});
    }
    std::vector<Edge> edges;
    for (const auto node : own.nodes) {
      words_.each_reference(node, [&](RelationshipId, NodeId target) {
        words_.each_read(target, [&](NodeId read) {
          if (read != node && takes_part(read)) edges.emplace_back(number[index_of(node)], number[index_of(read)]);
        });
      });
      if (!budget.spend(edges.size() / (own.nodes.size() + 1) + 1)) {
        return fail(in_part(budget.why_stopped(), request_, own.nodes.size(), edges.size()));
      }
    }
    const auto scores = scores_over(own, edges, request_, budget, own.connections);
    if (!scores) return fail(scores.error());
    std::vector<double> by_node(graph_.node_count());
    for (std::size_t i = 0; i < own.nodes.size(); ++i) by_node[index_of(own.nodes[i])] = (*scores)[i];
    return summed(by_node, own.connections);
  }

  /// A reference counts for its target, for what contains the target, and for what the target contains.
  [[nodiscard]] Result<Scored> in_degrees(Budget& budget) const {
    std::vector<Edge> pairs;
    for (std::uint32_t i = 0; i < graph_.node_count(); ++i) {
      if (!words_.has(NodeId{i})) continue;
      std::size_t steps = 1;
      words_.each_own_reference(NodeId{i}, [&](NodeId target) {
        count(NodeId{i}, target, pairs);
        steps += graph_.subtree(target).size();
      });
      if (!budget.spend(steps)) return fail(in_part(budget.why_stopped(), request_, graph_.node_count(), pairs.size()));
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    std::vector<double> degrees(graph_.node_count());
    for (const auto& [to, from] : pairs) degrees[to] += 1;
    auto scored = summed(std::vector<double>(graph_.node_count()), pairs.size());
    for (std::size_t i = 0; i < scored.nodes.size(); ++i) scored.scores[i] = degrees[index_of(scored.nodes[i])];
    return scored;
  }
  /// Adds the pairs of one reference, without those between a node and what contains it.
  void count(NodeId source, NodeId target, std::vector<Edge>& pairs) const {
    const auto from = lifted_[index_of(source)];
    const auto add = [&](std::uint32_t to) {
      // A reference between a node and what contains it says nothing about how much rests on either.
      const bool is_inside =
          graph_.subtree(NodeId{to}).contains(source) || graph_.subtree(NodeId{from}).contains(NodeId{to});
      if (!is_inside) pairs.emplace_back(to, from);
    };
    for (std::optional<NodeId> whole = NodeId{lifted_[index_of(target)]}; whole && words_.has(*whole);
         whole = graph_.parent(*whole)) {
      add(static_cast<std::uint32_t>(*whole));
    }
    const auto inside = graph_.subtree(target);
    for (auto part = static_cast<std::uint32_t>(inside.first) + 1; part < static_cast<std::uint32_t>(inside.last);
         ++part) {
      if (lifted_[part] == part) add(part);
    }
  }

  const Graph& graph_;
  const RankRequest& request_;
  std::span<const std::uint32_t> lifted_;
  bool is_of_all_;
  OwnWordsGraph words_;
};

/// Everything that the scores depend on; the label and the limit only select from them.
std::string name_of_question(const RankRequest& request) {
  return fmt::format("{}|{}|{}|{}|{}", index_of(request.by), name_of(request.level), fmt::join(request.types, ","),
                     fmt::join(request.modes, ","), request.treaty);
}

/// Whether the scope hides nothing.
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
  // The scope is not part of the question's name.
  const bool may_be_kept = is_of_snapshot(request.scope);
  if (may_be_kept) {
    if (auto kept = before.find(question)) return kept;
  }
  auto scored = request.types.empty() ? DependencyRanking(graph, request, *filter).score(budget)
                                      : StoredRanking(graph, request, *filter, std::move(*types)).score(budget);
  if (!scored) return fail(scored.error());
  auto shared = std::make_shared<const Scored>(std::move(*scored));
  if (may_be_kept) before.keep(question, shared);
  return shared;
}

}  // namespace

Result<Centrality> centrality_called(std::string_view name) {
  const auto* found = std::ranges::find(kCentralityNames, name);
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
  // Only the listed part is sorted.
  const auto listed = std::min(request.limit, rank.nodes.size());
  std::ranges::partial_sort(rank.nodes, rank.nodes.begin() + static_cast<std::ptrdiff_t>(listed), {},
                            [](const Ranked& r) { return std::tuple(-r.score, r.node); });
  if (rank.nodes.empty()) {
    rank.explanation = fmt::format("there are {} nodes at the level {}{}, none of them {}", rank.population,
                                   name_of(request.level), request.treaty.empty() ? "" : " in " + request.treaty,
                                   request.label.empty() ? "a provision" : "a " + request.label);
  } else if (listed < rank.nodes.size()) {
    rank.truncated = cut_at_limit(listed, "nodes");
  }
  rank.nodes.resize(listed);
  return rank;
}

}  // namespace treatygraph::queries
