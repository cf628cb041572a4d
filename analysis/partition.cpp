// The graph is cut between wholes: nodes that are part of nothing, each followed by its parts. The work of a whole is
// its number of nodes plus references. Rank r of n begins at the first whole that has at least r/n of all work before
// it. A whole is never cut, so one very large treaty makes the ranks uneven.

#include "analysis/partition.h"

#include <algorithm>
#include <utility>

#include "graph/vocabulary.h"

namespace treatygraph::analysis {
namespace {

/// The nodes that are part of nothing (a treaty, a State), each with the work before it; then the number of nodes, with
/// all work. In ascending order of both.
std::vector<std::pair<std::uint32_t, std::uint64_t>> wholes_of(const Graph& graph) {
  const auto refers_to = graph.types().find(type::kRefersTo);
  std::vector<std::pair<std::uint32_t, std::uint64_t>> wholes;
  std::uint64_t work = 0;
  for (std::uint32_t node = 0; node < graph.node_count();) {
    const auto whole = graph.subtree(NodeId{node});
    wholes.emplace_back(node, work);
    work += whole.size() + (refers_to ? graph.out(whole, *refers_to).size() : 0);
    node = static_cast<std::uint32_t>(whole.last);
  }
  wholes.emplace_back(static_cast<std::uint32_t>(graph.node_count()), work);
  return wholes;
}

}  // namespace

Partition::Partition(const Graph& graph, int ranks) {
  const auto wholes = wholes_of(graph);
  const auto all = wholes.back().second;
  for (int rank = 0; rank < ranks; ++rank) {
    const auto before = all * static_cast<std::uint64_t>(rank) / static_cast<std::uint64_t>(ranks);
    const auto start = std::ranges::lower_bound(wholes, before, {}, &std::pair<std::uint32_t, std::uint64_t>::second);
    starts_.push_back(start->first);
  }
  starts_.push_back(static_cast<std::uint32_t>(graph.node_count()));
}

int Partition::owner(NodeId node) const {
  const auto next = std::ranges::upper_bound(starts_, static_cast<std::uint32_t>(node));
  return static_cast<int>(next - starts_.begin()) - 1;
}

}  // namespace treatygraph::analysis
