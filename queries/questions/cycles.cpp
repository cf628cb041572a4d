// Rings are the strongly connected components of the graph of own words (Tarjan 1972). The level only decides which
// rings are shown: those with members in more than one node of the level. For each shown ring, breadth-first searches
// within it find a shortest cycle, which is the proof that a reader can check.

#include "queries/questions/cycles.h"

#include <algorithm>
#include <functional>
#include <set>

#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/treaty/versions.h"
#include "queries/walks/own_words_graph.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

using Vertices = std::vector<std::uint32_t>;

/// The strongly connected components (Tarjan 1972) with more than one of the first `nodes` vertices, and the component
/// of each vertex.
class Components {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  Components(const OutCsr& graph, std::size_t nodes) : of_(boost::num_vertices(graph)) {
    const auto index = boost::get(boost::vertex_index, graph);
    const auto count = boost::strong_components(graph, boost::make_iterator_property_map(of_.begin(), index));
    // The vertices after those of the nodes are intermediate ones, and not members.
    of_.resize(nodes);
    Vertices sizes(count);
    for (const auto component : of_) ++sizes[component];
    Vertices number(count, kNone);
    for (std::uint32_t vertex = 0; vertex < of_.size(); ++vertex) {
      const auto component = of_[vertex];
      if (sizes[component] > 1 && number[component] == kNone) {
        number[component] = static_cast<std::uint32_t>(members_.size());
        members_.emplace_back();
      }
      of_[vertex] = number[component];
      if (of_[vertex] != kNone) members_[of_[vertex]].push_back(vertex);
    }
  }

  [[nodiscard]] const std::vector<Vertices>& members() const { return members_; }
  [[nodiscard]] std::uint32_t of(std::uint32_t vertex) const { return of_[vertex]; }

 private:
  Vertices of_;
  std::vector<Vertices> members_;
};

/// The members of one ring, numbered from 0 in document order, with their direct dependencies.
class RingGraph {
 public:
  RingGraph(const OwnWordsGraph& words, const Vertices& members, std::span<const std::uint32_t> lifted)
      : words_(words), members_(members) {
    for (const auto member : members) groups_.push_back(lifted[member]);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t from = 0; from < members.size(); ++from) {
      each_step(from, [&](RelationshipId reference, std::uint32_t to) {
        edges.emplace_back(from, to);
        if (words.graph().source(reference) == node(from)) carriers_.push_back(node(from));
      });
    }
    carriers_.erase(std::ranges::unique(carriers_).begin(), carriers_.end());
    std::ranges::sort(edges);
    edges.erase(std::ranges::unique(edges).begin(), edges.end());
    csr_ = OutCsr(boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(members.size()),
                  static_cast<std::uint32_t>(edges.size()));
  }

  [[nodiscard]] const OutCsr& csr() const { return csr_; }
  [[nodiscard]] std::uint32_t group(std::uint32_t vertex) const { return groups_[vertex]; }
  [[nodiscard]] NodeId node(std::uint32_t vertex) const { return NodeId{members_[vertex]}; }
  [[nodiscard]] std::size_t size() const { return members_.size(); }
  [[nodiscard]] const std::vector<NodeId>& carriers() const { return carriers_; }
  /// The distinct representatives of the members, in document order.
  [[nodiscard]] std::vector<NodeId> shown() const {
    std::vector<NodeId> nodes;
    for (const auto group : groups_) nodes.push_back(NodeId{group});
    std::ranges::sort(nodes);
    nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
    return nodes;
  }
  /// All references that are the evidence of an edge.
  [[nodiscard]] std::vector<RelationshipId> references(std::uint32_t from, std::uint32_t to) const {
    std::vector<RelationshipId> found;
    each_step(from, [&](RelationshipId reference, std::uint32_t reached) {
      if (reached == to) found.push_back(reference);
    });
    return found;
  }

 private:
  /// Each reference of the member's words, with every other member that is read with its target. Members are sorted, so
  /// they are found by bisection.
  template <typename Visit>
  void each_step(std::uint32_t from, Visit visit) const {
    words_.each_reference(node(from), [&](RelationshipId reference, NodeId target) {
      words_.each_read(target, [&](NodeId read) {
        const auto found = std::ranges::lower_bound(members_, static_cast<std::uint32_t>(read));
        const bool is_member = found != members_.end() && *found == static_cast<std::uint32_t>(read);
        if (is_member && read != node(from)) visit(reference, static_cast<std::uint32_t>(found - members_.begin()));
      });
    });
  }

  const OwnWordsGraph& words_;
  const Vertices& members_;
  Vertices groups_;
  std::vector<NodeId> carriers_;
  OutCsr csr_;
};

/// Finds shortest cycles whose first hop leaves the representative of the start.
class CycleSearch {
 public:
  CycleSearch(const RingGraph& ring, Budget& budget) : ring_(ring), budget_(budget), scratch_(ring.size()) {}

  /// A shortest cycle; the first in the order of `starts` among equally short ones. Without its start at the end. Each
  /// search looks only for cycles shorter than the best found so far. Empty if the budget is spent.
  Vertices shortest(const Vertices& starts) {
    Vertices best;
    for (const auto start : starts) {
      auto found = through(start, best.empty() ? ring_.size() : best.size() - 1);
      if (!found.empty()) best = std::move(found);
      // No cycle is shorter than two hops.
      if (best.size() == 2 || stopped_) break;
    }
    return best;
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  /// A shortest cycle through `start` of at most `longest` hops; empty if there is none. The first hop must leave the
  /// representative of the start, so the cycle is visible at the level.
  Vertices through(std::uint32_t start, std::size_t longest) {
    scratch_.clear();
    scratch_.push(start, 0);
    std::size_t level_end = 1;
    for (std::size_t head = 0, length = 1; head < scratch_.size() && length <= longest; ++head) {
      const auto [first, last] = boost::adjacent_vertices(scratch_[head], ring_.csr());
      if (!budget_.spend(static_cast<std::size_t>(last - first) + 1)) {
        stopped_ = true;
        return {};
      }
      for (auto next = first; next != last; ++next) {
        // Breadth first, so the first way back is a shortest one.
        if (*next == start) return way_to(head);
        if (head > 0 || ring_.group(*next) != ring_.group(start)) scratch_.push(*next, head);
      }
      if (head + 1 == level_end) {
        level_end = scratch_.size();
        ++length;
      }
    }
    return {};
  }

  /// The way from the start of the search to the vertex at `position`.
  [[nodiscard]] Vertices way_to(std::size_t position) const {
    Vertices way;
    for (; position != 0; position = scratch_.came_from(position)) way.push_back(scratch_[position]);
    way.push_back(scratch_[0]);
    std::ranges::reverse(way);
    return way;
  }

  const RingGraph& ring_;
  Budget& budget_;
  WalkScratch scratch_;
  bool stopped_ = false;
};

/// The cycle as shown, with all references of each hop.
Path with_evidence(const RingGraph& ring, const Vertices& cycle) {
  Path path;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const auto from = cycle[i];
    const auto to = cycle[(i + 1) % cycle.size()];
    path.nodes.push_back(NodeId{ring.group(from)});
    path.hops.push_back({ring.node(from), ring.node(to), ring.references(from, to)});
  }
  if (!path.nodes.empty()) path.nodes.push_back(path.nodes.front());
  return path;
}

/// With a treaty, only its provisions are vertices; rings through other treaties are not found then.
Result<Population> population_of(const Graph& graph, const CyclesRequest& request) {
  if (request.treaty.empty()) return Population();
  const auto treaty = find_treaty(graph, request.treaty);
  if (!treaty) return fail(treaty.error());
  return Population([&graph, &request](NodeId node) { return version_of_key(graph.key(node)) == request.treaty; });
}

/// Repeats what was searched.
std::string why_none(const CyclesRequest& request) {
  return fmt::format("no provision{} refers back to {} through others: all references were searched, at the level {}{}",
                     request.treaty.empty() ? "" : " of " + request.treaty, request.of.empty() ? "itself" : request.of,
                     name_of(request.level),
                     request.modes.empty() ? "" : fmt::format(" that are {}", fmt::join(request.modes, " or ")));
}

/// Whether the members belong to more than one node of the level.
bool is_shown(const Vertices& members, std::span<const std::uint32_t> lifted) {
  return std::ranges::any_of(members, [&](auto member) { return lifted[member] != lifted[members.front()]; });
}

/// How many nodes of the level the members belong to.
std::size_t shown_size(const Vertices& members, std::span<const std::uint32_t> lifted) {
  std::set<std::uint32_t> groups;
  for (const auto member : members) groups.insert(lifted[member]);
  return groups.size();
}

/// The rings in order, up to the limit; if `of` is given, those it belongs to.
std::vector<const Vertices*> chosen_rings(const Components& components, const CyclesRequest& request,
                                          std::span<const std::uint32_t> lifted, std::optional<NodeRange> of,
                                          Cycles& answer) {
  std::vector<const Vertices*> rings;
  for (const auto& members : components.members()) {
    const auto is_asked = [&](auto member) { return !of || of->contains(NodeId{member}); };
    if (is_shown(members, lifted) && std::ranges::any_of(members, is_asked)) rings.push_back(&members);
  }
  std::ranges::stable_sort(rings, std::greater(), [&](const Vertices* ring) { return shown_size(*ring, lifted); });
  answer.total = rings.size();
  if (rings.size() > request.limit) {
    rings.resize(request.limit);
    answer.truncated = cut_at_limit(request.limit, "rings");
  }
  return rings;
}

/// The members where a cycle may start: all, or the requested ones.
Vertices starts_of(const RingGraph& ring, std::optional<NodeRange> of) {
  Vertices starts;
  for (std::uint32_t vertex = 0; vertex < ring.size(); ++vertex) {
    if (!of || of->contains(ring.node(vertex))) starts.push_back(vertex);
  }
  return starts;
}

}  // namespace

Result<Cycles> cycles_in(const Graph& graph, const CyclesRequest& request, Budget budget) {
  const auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const auto population = population_of(graph, request);
  if (!population) return fail(population.error());
  const auto lifted = lifted_nodes(graph, request.level);
  std::optional<NodeRange> of;
  if (!request.of.empty()) {
    const auto node = find_node(graph, request.of);
    if (!node) return fail(node.error());
    // A point in a ring is found by its article at the article level.
    of = graph.subtree(NodeId{lifted[index_of(*node)]});
  }

  const OwnWordsGraph words(graph, *filter, *population);
  const Components components(*words.with_way_stations(), graph.node_count());
  Cycles answer;
  answer.level = request.level;
  for (const auto* members : chosen_rings(components, request, lifted, of, answer)) {
    const RingGraph graph_of_ring(words, *members, lifted);
    CycleSearch search(graph_of_ring, budget);
    const auto cycle = search.shortest(starts_of(graph_of_ring, of));
    if (search.stopped()) {
      answer.truncated = cut_by(budget);
      break;
    }
    answer.rings.push_back({graph_of_ring.shown(), graph_of_ring.carriers(), with_evidence(graph_of_ring, cycle)});
  }
  if (answer.total == 0) answer.explanation = why_none(request);
  return answer;
}

}  // namespace treatygraph::queries
