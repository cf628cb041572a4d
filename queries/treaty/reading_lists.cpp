#include "queries/treaty/reading_lists.h"

#include "graph/vocabulary.h"
#include "queries/treaty/reading.h"

namespace treatygraph::queries {
namespace {

/// One type for each direction, so that each has an entry of its own in the cache of the graph.
template <Direction direction>
struct KeptLists {
  ReadingLists lists;
};

/// The nearest above `node` of those that count; `node` itself if there is none.
std::uint32_t nearest_above(const Reading& reading, NodeId node, Direction direction) {
  auto above = node;
  const auto take = [&](NodeId whole) {
    if (above == node && reading.is_provision(whole)) above = whole;
  };
  direction == Direction::Out ? reading.each_citing_introduction(node, take) : reading.each_cited_whole(node, take);
  return static_cast<std::uint32_t>(above);
}

}  // namespace

ReadingLists::ReadingLists(const Graph& graph, Direction direction) {
  const auto count = static_cast<std::uint32_t>(graph.node_count());
  entries_.resize(count + 1);
  const auto refers_to = graph.types().find(type::kRefersTo);
  if (!refers_to || count == 0) {
    for (std::uint32_t node = 0; node <= count; ++node) entries_[node] = {0, 0, node};
    return;
  }
  const auto of = [&](NodeRange nodes) {
    return direction == Direction::Out ? graph.out(nodes, *refers_to) : graph.in(nodes, *refers_to);
  };
  hops_ = of({NodeId{0}, NodeId{count}});
  const auto& reading = Reading::of(graph);
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const NodeId node{i};
    const auto of_all = static_cast<std::uint32_t>(of(graph.subtree(node)).size());
    const bool is_read = reading.is_provision(node);
    entries_[i] = {first, is_read ? first + of_all : first, is_read ? nearest_above(reading, node, direction) : i};
    // The next node's references follow this node's own.
    first += static_cast<std::uint32_t>(of({node, NodeId{i + 1}}).size());
  }
  entries_[count] = {first, first, count};
}

const ReadingLists& ReadingLists::of(const Graph& graph, Direction direction) {
  if (direction == Direction::Out) {
    const auto make = [&graph] { return KeptLists<Direction::Out>{ReadingLists(graph, Direction::Out)}; };
    return graph.derived().get<KeptLists<Direction::Out>>(make).lists;
  }
  const auto make = [&graph] { return KeptLists<Direction::In>{ReadingLists(graph, Direction::In)}; };
  return graph.derived().get<KeptLists<Direction::In>>(make).lists;
}

}  // namespace treatygraph::queries
