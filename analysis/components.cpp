// How components are found over ranks.
// 1. LocalGraph: each rank finds the components among its own nodes, by Boost.Graph's strong_components (Tarjan 1972).
// Edges between components then form an acyclic graph.
// 2. ComponentTrimmer: a component that spans ranks consists of local components through which a path leads from
// another rank to another rank. All other local components are final. Which these are may change when neighbours drop
// out, so this is repeated until nothing changes.
// 3. Joining: the few that are left, and the edges between them, are sent to the first rank, which finds their
// components in the same way and tells each rank the result.
//
// The graph is the one of OwnWordsGraph::with_way_stations(): a node has two vertices, its own words and the node with
// all its parts. A reference leads from own words to the whole of its target, and a whole leads to its own words and
// the wholes of its parts. So a reference is one edge however many parts the target has.

#include "analysis/components.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <boost/graph/strong_components.hpp>

#include "graph/analyses.h"
#include "graph/topology.h"

namespace treatygraph::analysis {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;
constexpr auto kNone = Analyses::kNone;

/// The component of each vertex, numbered so that every edge leads to the same or a smaller number: Tarjan's algorithm
/// completes a component only after all that are reached from it.
std::vector<std::uint32_t> tarjan(const OutCsr& graph, std::uint32_t& count) {
  std::vector<std::uint32_t> component(boost::num_vertices(graph));
  const auto index = boost::get(boost::vertex_index, graph);
  count = boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), index));
  return component;
}

OutCsr csr_of(std::vector<Edge>& edges, std::size_t vertices) {
  return {boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(vertices),
          static_cast<std::uint32_t>(edges.size())};
}

void keep_each_once(std::vector<Edge>& edges) {
  std::ranges::sort(edges);
  edges.erase(std::ranges::unique(edges).begin(), edges.end());
}

/// Edges as plain numbers, for messages, and back: std::pair is not trivially copyable.
std::vector<std::uint64_t> packed(const std::vector<Edge>& edges) {
  std::vector<std::uint64_t> numbers;
  for (const auto& [from, to] : edges) numbers.push_back(std::uint64_t{from} << 32U | to);
  return numbers;
}

std::vector<Edge> unpacked(const std::vector<std::uint64_t>& numbers) {
  std::vector<Edge> edges;
  for (const auto number : numbers) {
    edges.emplace_back(static_cast<std::uint32_t>(number >> 32U), static_cast<std::uint32_t>(number));
  }
  return edges;
}

/// The graph of this rank's nodes and its components. The own words of the node at a position are the vertex with that
/// number; the node with all its parts is the vertex position + size().
class LocalGraph {
 public:
  LocalGraph(const Part& part, const Halo& halo) : part_(part), size_(static_cast<std::uint32_t>(part.size())) {
    std::vector<Edge> edges;
    std::vector<Edge> leaving;  // from own words to a slot of the halo
    for (std::uint32_t i = 0; i < size_; ++i) add_own_words(i, halo, edges, leaving);
    for (std::uint32_t i = 0; i < size_; ++i) add_whole(i, edges);
    component_ = tarjan(csr_of(edges, 2 * part.size()), count_);
    for (const auto& [from, to] : edges) {
      if (component_[from] != component_[to]) edges_.emplace_back(component_[from], component_[to]);
    }
    for (const auto& [from, slot] : leaving) leaving_.emplace_back(component_[from], slot);
    keep_each_once(edges_);
    keep_each_once(leaving_);
    count_members();
  }

  [[nodiscard]] std::uint32_t count() const { return count_; }
  /// Between components; sorted.
  [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }
  /// From components to slots of the halo; sorted.
  [[nodiscard]] const std::vector<Edge>& leaving() const { return leaving_; }
  /// The component where a reference to `node` arrives; kNone if it is not a provision.
  [[nodiscard]] std::uint32_t arrival(NodeId node) const {
    return part_.is_provision(node) ? component_[part_.at(node) + size_] : kNone;
  }
  [[nodiscard]] std::uint32_t of(std::size_t at) const { return component_[at]; }
  /// The smallest node whose own words belong to the component, and how many nodes' own words belong to it.
  [[nodiscard]] std::uint32_t first(std::uint32_t component) const { return first_[component]; }
  [[nodiscard]] std::uint32_t members(std::uint32_t component) const { return members_[component]; }

 private:
  /// Edges from own words: to the own words of the provision that contains it, since these are read with it, and to the
  /// targets of references.
  void add_own_words(std::uint32_t i, const Halo& halo, std::vector<Edge>& edges, std::vector<Edge>& leaving) const {
    const auto node = part_.node(i);
    if (!part_.is_provision(node)) return;
    const auto above = part_.graph().parent(node);
    if (above && part_.is_provision(*above)) edges.emplace_back(i, static_cast<std::uint32_t>(part_.at(*above)));
    for (const auto hop : part_.references(node)) {
      if (!part_.has(hop.node)) {
        leaving.emplace_back(i, static_cast<std::uint32_t>(halo.slot(hop.node)));
      } else if (part_.is_provision(hop.node)) {
        edges.emplace_back(i, static_cast<std::uint32_t>(part_.at(hop.node)) + size_);
      }
    }
  }
  /// Edges from a whole: to its own words and to the wholes of its parts, of which only the uppermost provisions are
  /// needed.
  void add_whole(std::uint32_t i, std::vector<Edge>& edges) const {
    if (!part_.is_provision(part_.node(i))) return;
    edges.emplace_back(i + size_, i);
    const auto inside = part_.graph().subtree(part_.node(i));
    for (auto part = static_cast<std::uint32_t>(inside.first) + 1; part < static_cast<std::uint32_t>(inside.last);) {
      const NodeId node{part};
      if (part_.is_provision(node)) edges.emplace_back(i + size_, static_cast<std::uint32_t>(part_.at(node)) + size_);
      part = static_cast<std::uint32_t>(part_.graph().subtree(node).last);
    }
  }
  /// Only own words count as members; wholes are helpers.
  void count_members() {
    first_.assign(count_, kNone);
    members_.assign(count_, 0);
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (!part_.is_vertex(part_.node(i))) continue;
      const auto component = component_[i];
      first_[component] = std::min(first_[component], static_cast<std::uint32_t>(part_.node(i)));
      ++members_[component];
    }
  }

  const Part& part_;
  std::uint32_t size_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> component_;
  std::vector<Edge> edges_;
  std::vector<Edge> leaving_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> members_;
};

/// Finds the components that lie on a path from another rank to another rank. If a rank drops a component, a component
/// of another rank may lose its path, so this is repeated until no rank drops anything.
class ComponentTrimmer {
 public:
  ComponentTrimmer(const Ranks& ranks, const LocalGraph& local, const Halo& halo)
      : ranks_(ranks), local_(local), halo_(halo), kept_(local.count(), true) {
    for (std::uint64_t before = 0, now = all_kept(); now != before;) {
      trim();
      before = std::exchange(now, all_kept());
    }
    alive_ = slots_alive();
  }

  [[nodiscard]] bool keeps(std::uint32_t component) const { return kept_[component]; }
  /// Whether a reference to the slot may be part of a ring: its target was kept.
  [[nodiscard]] bool is_alive(std::uint32_t slot) const { return alive_[slot] != 0; }

 private:
  [[nodiscard]] std::uint64_t all_kept() const {
    return ranks_.sum(static_cast<std::uint64_t>(std::ranges::count(kept_, true)));
  }
  /// By slot of the halo, whether the component where the reference arrives is still kept by its rank.
  [[nodiscard]] std::vector<char> slots_alive() const {
    return halo_.fetch<char>([&](NodeId target) -> char {
      const auto component = local_.arrival(target);
      return component != kNone && kept_[component] ? 1 : 0;
    });
  }

  /// One round: drops the components without a path in, or without a path out.
  void trim() {
    const auto alive = slots_alive();
    std::vector<bool> leads_out(local_.count());
    std::vector<char> used(halo_.size());
    for (const auto& [component, slot] : local_.leaving()) {
      if (!kept_[component] || alive[slot] == 0) continue;
      leads_out[component] = true;
      used[slot] = 1;
    }
    std::vector<bool> leads_in(local_.count());
    halo_.send(used, [&](NodeId target, char is_used) {
      const auto component = local_.arrival(target);
      if (component != kNone && is_used != 0) leads_in[component] = true;
    });
    // Edges lead to smaller numbers. In ascending order, leads_out of the target is final before it is read; in
    // descending order, leads_in of the source is.
    for (const auto& [from, to] : local_.edges()) {
      if (leads_out[to]) leads_out[from] = true;
    }
    for (auto edge = local_.edges().rbegin(); edge != local_.edges().rend(); ++edge) {
      if (leads_in[edge->first]) leads_in[edge->second] = true;
    }
    for (std::uint32_t i = 0; i < local_.count(); ++i) kept_[i] = kept_[i] && leads_in[i] && leads_out[i];
  }

  const Ranks& ranks_;
  const LocalGraph& local_;
  const Halo& halo_;
  std::vector<bool> kept_;
  std::vector<char> alive_;
};

/// Joins the kept components of all ranks, which are numbered through: rank after rank.
class Joining {
 public:
  Joining(const Ranks& ranks, const LocalGraph& local, const Halo& halo, const ComponentTrimmer& trimming)
      : ranks_(ranks), number_(local.count(), kNone) {
    for (std::uint32_t i = 0; i < local.count(); ++i) {
      if (trimming.keeps(i)) kept_.push_back(i);
    }
    number_all();
    const auto elsewhere = halo.fetch<std::uint32_t>([&](NodeId target) {
      const auto component = local.arrival(target);
      return component == kNone ? kNone : number_[component];
    });
    std::vector<Edge> edges;
    for (const auto& [from, to] : local.edges()) {
      if (number_[from] != kNone && number_[to] != kNone) edges.emplace_back(number_[from], number_[to]);
    }
    for (const auto& [from, slot] : local.leaving()) {
      if (number_[from] != kNone && trimming.is_alive(slot)) edges.emplace_back(number_[from], elsewhere[slot]);
    }
    join(ranks.gathered(packed(edges)), ranks.gathered(member_list(local)));
  }

  /// The smallest node of the joined component; kNone if the component was not kept.
  [[nodiscard]] std::uint32_t first(std::uint32_t component) const {
    return number_[component] == kNone ? kNone : first_[number_[component] - offset_];
  }
  /// How many joined components have more than one vertex (on the first rank; 0 on others), and how many local
  /// components were kept by all ranks together.
  [[nodiscard]] std::uint64_t rings() const { return rings_; }
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  struct Members {
    std::uint32_t first;
    std::uint32_t count;
  };

  /// Gives each kept component a number that no other rank uses.
  void number_all() {
    std::vector<std::uint32_t> kept_by_rank;
    boost::mpi::all_gather(ranks_.world(), static_cast<std::uint32_t>(kept_.size()), kept_by_rank);
    offset_ = std::accumulate(kept_by_rank.begin(), kept_by_rank.begin() + ranks_.rank(), 0U);
    total_ = std::accumulate(kept_by_rank.begin(), kept_by_rank.end(), std::uint64_t{0});
    for (std::uint32_t i = 0; i < kept_.size(); ++i) number_[kept_[i]] = offset_ + i;
    counts_.assign(kept_by_rank.begin(), kept_by_rank.end());
  }
  [[nodiscard]] std::vector<Members> member_list(const LocalGraph& local) const {
    std::vector<Members> members;
    for (const auto component : kept_) members.push_back({local.first(component), local.members(component)});
    return members;
  }

  /// Finds the components on the first rank, and sends each rank the first nodes of the components that it kept.
  void join(const std::vector<std::uint64_t>& packed_edges, const std::vector<Members>& members) {
    std::vector<std::vector<std::uint32_t>> answers(ranks_.count());
    if (ranks_.is_first()) {
      auto edges = unpacked(packed_edges);
      keep_each_once(edges);
      std::uint32_t count = 0;
      const auto component = tarjan(csr_of(edges, members.size()), count);
      std::vector<Members> joined(count, Members{kNone, 0});
      for (std::size_t i = 0; i < members.size(); ++i) {
        auto& one = joined[component[i]];
        one = {std::min(one.first, members[i].first), one.count + members[i].count};
      }
      rings_ = static_cast<std::uint64_t>(std::ranges::count_if(joined, [](const auto& one) { return one.count > 1; }));
      std::size_t next = 0;
      for (std::size_t rank = 0; rank < counts_.size(); ++rank) {
        for (std::size_t i = 0; i < counts_[rank]; ++i) answers[rank].push_back(joined[component[next++]].first);
      }
    }
    first_ = ranks_.exchange(answers).front();
  }

  const Ranks& ranks_;
  std::vector<std::uint32_t> number_;  ///< by component of this rank
  std::vector<std::uint32_t> kept_;    ///< components of this rank
  std::vector<std::size_t> counts_;    ///< by rank
  std::uint32_t offset_ = 0;           ///< the number of the first kept component of this rank
  std::uint64_t total_ = 0;
  std::uint64_t rings_ = 0;
  std::vector<std::uint32_t> first_;  ///< by kept component of this rank
};

}  // namespace

Components components_of(const Ranks& ranks, const Part& part) {
  const Halo halo(ranks, remote_targets(part.graph(), part.nodes()));
  const LocalGraph local(part, halo);
  const ComponentTrimmer trimming(ranks, local, halo);
  const Joining joining(ranks, local, halo, trimming);
  Components found;
  found.across_ranks = joining.total();
  for (std::size_t i = 0; i < part.size(); ++i) {
    const auto component = local.of(i);
    const auto joined = joining.first(component);
    found.first_of.push_back(!part.is_vertex(part.node(i)) ? kNone : joined == kNone ? local.first(component) : joined);
  }
  std::uint64_t rings = joining.rings();
  for (std::uint32_t i = 0; i < local.count(); ++i) rings += !trimming.keeps(i) && local.members(i) > 1 ? 1U : 0U;
  found.rings = ranks.sum(rings);
  return found;
}

}  // namespace treatygraph::analysis
