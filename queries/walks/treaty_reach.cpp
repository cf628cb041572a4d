// How it is computed: every reference between two trees is an edge between their roots; governing references are edges
// in both directions, since walks follow them both ways. Treaties that lead to each other are one strongly connected
// component. Boost numbers components in reverse topological order (Tarjan 1972), so one pass in that order completes
// the closure: the row of a component is the union of the rows of its successors.

#include "queries/walks/treaty_reach.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <boost/graph/strong_components.hpp>

#include "graph/vocabulary.h"
#include "queries/treaty/governing_references.h"

namespace treatygraph::queries {
namespace {

/// With more rings than this, the bit matrix is not made, and every treaty counts as leading to every other.
constexpr std::size_t kMostRings = 16'384;  // 32 MiB

using RootPair = std::pair<NodeId, NodeId>;

/// The references that leave their tree, as pairs of roots, sorted and distinct.
std::vector<RootPair> crossings(const Graph& graph) {
  std::vector<RootPair> found;
  const auto refers_to = graph.types().find(type::kRefersTo);
  if (!refers_to) return found;
  const NodeRange all{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph.node_count())}};
  for (auto node = all.first; node < all.last; node = NodeId{static_cast<std::uint32_t>(node) + 1}) {
    const auto hops = graph.out(node, *refers_to);
    if (hops.empty()) continue;
    const auto root = TreatyReach::root_of(graph, node);
    const auto inside = graph.subtree(root);
    for (const auto hop : hops) {
      // References inside one treaty do not lead out of it.
      if (!inside.contains(hop.node)) found.emplace_back(root, TreatyReach::root_of(graph, hop.node));
    }
  }
  for (const auto& end : GoverningReferences::of(graph).out(all)) {
    const auto root = TreatyReach::root_of(graph, end.here);
    const auto governed = TreatyReach::root_of(graph, end.hop.node);
    // The references themselves are among the hops above; this is the way back.
    if (root != governed) found.emplace_back(governed, root);
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

/// The pairs as a graph of numbered roots.
OutCsr numbered(const std::vector<RootPair>& pairs, const std::vector<NodeId>& roots) {
  const auto number = [&](NodeId root) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(roots, root) - roots.begin());
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  edges.reserve(pairs.size());
  for (const auto& [from, to] : pairs) edges.emplace_back(number(from), number(to));
  return {boost::edges_are_sorted, edges.begin(), edges.end(), static_cast<std::uint32_t>(roots.size()),
          static_cast<std::uint32_t>(edges.size())};
}

}  // namespace

TreatyReach::TreatyReach(const Graph& graph) {
  const auto pairs = crossings(graph);
  std::vector<NodeId> roots;
  for (const auto& [from, to] : pairs) roots.insert(roots.end(), {from, to});
  std::ranges::sort(roots);
  roots.erase(std::ranges::unique(roots).begin(), roots.end());
  if (roots.empty()) return;
  const auto citing = numbered(pairs, roots);
  std::vector<std::uint32_t> rings(roots.size());
  const auto ring_count = boost::strong_components(
      citing, boost::make_iterator_property_map(rings.begin(), boost::get(boost::vertex_index, citing)));
  are_too_many_ = ring_count > kMostRings;
  if (are_too_many_) return;
  list_leads(citing, rings, ring_count);
  // Every node of a treaty has the ring of its root, so leads() need not look for the root.
  rings_.resize(graph.node_count(), kNoRing);
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const auto tree = graph.subtree(roots[i]);
    std::fill(rings_.begin() + static_cast<std::ptrdiff_t>(index_of(tree.first)),
              rings_.begin() + static_cast<std::ptrdiff_t>(index_of(tree.last)), static_cast<std::uint16_t>(rings[i]));
  }
}

/// Rings are numbered so that each leads only to itself and to rings with lower numbers, whose rows are complete when
/// they are needed.
void TreatyReach::list_leads(const OutCsr& citing, const std::vector<std::uint32_t>& rings, std::size_t ring_count) {
  row_words_ = ring_count / 64 + 1;
  leads_.resize(ring_count * row_words_);
  std::vector<std::uint32_t> by_ring(rings.size());
  std::iota(by_ring.begin(), by_ring.end(), 0U);
  std::ranges::sort(by_ring, {}, [&](std::uint32_t root) { return rings[root]; });
  for (const auto root : by_ring) {
    const std::size_t ring = rings[root];
    leads_[ring * row_words_ + ring / 64] |= std::uint64_t{1} << (ring % 64);
    for (auto [to, last] = boost::adjacent_vertices(root, citing); to != last; ++to) {
      if (!ring_leads(ring, rings[*to])) add_row(ring, rings[*to]);
    }
  }
}

/// Adds everything that ring `from` leads to.
void TreatyReach::add_row(std::size_t to, std::size_t from) {
  for (std::size_t word = 0; word < row_words_; ++word) {
    leads_[to * row_words_ + word] |= leads_[from * row_words_ + word];
  }
}

const TreatyReach& TreatyReach::of(const Graph& graph) {
  return graph.derived().get<TreatyReach>([&graph] { return TreatyReach(graph); });
}

NodeId TreatyReach::root_of(const Graph& graph, NodeId node) {
  for (auto above = graph.parent(node); above; above = graph.parent(*above)) node = *above;
  return node;
}

TreatyReach::Destination TreatyReach::destination(const Graph& graph, NodeId node) const {
  return {graph.subtree(root_of(graph, node)), rings_.empty() ? kNoRing : rings_[index_of(node)]};
}

}  // namespace treatygraph::queries
