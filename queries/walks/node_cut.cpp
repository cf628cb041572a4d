// A minimum vertex cut by maximum flow. Each node becomes an in-vertex and an out-vertex joined by an edge of capacity
// 1, or kNever if it must not be cut. Steps have capacity kNever, so a finite minimum cut consists of nodes only. A
// node is in the cut if its in-vertex is on the source's side and its out-vertex is not. The flow is computed by
// Boost.Graph (Boykov and Kolmogorov 2004).

#include "queries/walks/node_cut.h"

#include <algorithm>
#include <unordered_map>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>

#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using FlowGraph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

/// Each node is two vertices, in and out, with an edge between them whose capacity is the cost of cutting the node.
class FlowNetwork {
 public:
  /// Stands for an unlimited capacity. A cut that costs this much counts as no cut.
  static constexpr long kNever = 1'000'000;

  FlowNetwork() : graph_(2) {}
  /// The first two vertices of the network.
  static constexpr std::size_t kSource = 0;
  static constexpr std::size_t kSink = 1;

  /// The node's in-vertex; its out-vertex follows.
  std::size_t add_node(long price) {
    const auto in = boost::add_vertex(graph_);
    const auto out = boost::add_vertex(graph_);
    add_edge(in, out, price);
    return in;
  }

  /// Boost's maximum flow needs every edge with its reverse, of capacity 0.
  void add_edge(std::size_t from, std::size_t to, long capacity) {
    const auto forward = boost::add_edge(from, to, graph_).first;
    const auto back = boost::add_edge(to, from, graph_).first;
    boost::put(boost::edge_capacity, graph_, forward, capacity);
    boost::put(boost::edge_capacity, graph_, back, 0L);
    boost::put(boost::edge_reverse, graph_, forward, back);
    boost::put(boost::edge_reverse, graph_, back, forward);
  }

  /// The vertices on the source's side of a minimum cut; empty if there is no finite cut.
  std::vector<bool> source_side() {
    std::vector<boost::default_color_type> colours(boost::num_vertices(graph_));
    std::vector<long> distances(boost::num_vertices(graph_));
    std::vector<Traits::edge_descriptor> predecessors(boost::num_vertices(graph_));
    const auto index = boost::get(boost::vertex_index, graph_);
    const auto flow = boost::boykov_kolmogorov_max_flow(
        graph_, boost::get(boost::edge_capacity, graph_), boost::get(boost::edge_residual_capacity, graph_),
        boost::get(boost::edge_reverse, graph_), boost::make_iterator_property_map(predecessors.begin(), index),
        boost::make_iterator_property_map(colours.begin(), index),
        boost::make_iterator_property_map(distances.begin(), index), index, kSource, kSink);
    // Some path meets only nodes that must not be cut.
    if (flow >= kNever) return {};
    std::vector<bool> side;
    for (const auto colour : colours) side.push_back(colour == boost::black_color);
    return side;
  }

 private:
  FlowGraph graph_;
};

/// Everything that paths can reach, as a flow network.
class ReachedNetwork {
 public:
  ReachedNetwork(const PathSpace& space, const std::function<bool(NodeId)>& may_be_cut, std::size_t node_count)
      : space_(space), may_be_cut_(may_be_cut), scratch_(node_count) {}

  /// Adds everything that a path may reach. False if the budget is spent.
  bool build(Budget& budget) {
    for (const auto start : space_.starts()) {
      scratch_.push(static_cast<std::uint32_t>(start));
      in_vertex_.push_back(network_.add_node(FlowNetwork::kNever));
      network_.add_edge(FlowNetwork::kSource, in_vertex_.back(), FlowNetwork::kNever);
      // Starts must not be cut: the question asks for paths from them.
      position_[start] = in_vertex_.size() - 1;
    }
    std::vector<Step> steps;
    for (std::size_t head = 0; head < scratch_.size(); ++head) {
      space_.steps_from(NodeId{scratch_[head]}, steps);
      sort_steps(steps);
      if (!budget.spend(steps.size() + 1)) return false;
      for (const auto& step : steps) add(head, step);
    }
    return true;
  }

  /// The nodes whose inner edge crosses the cut.
  std::vector<NodeId> cut() {
    const auto side = network_.source_side();
    std::vector<NodeId> nodes;
    if (side.empty()) return nodes;
    for (std::size_t i = 0; i < in_vertex_.size(); ++i) {
      if (side[in_vertex_[i]] && !side[in_vertex_[i] + 1]) nodes.push_back(NodeId{scratch_[i]});
    }
    std::ranges::sort(nodes);
    return nodes;
  }

 private:
  void add(std::size_t from, const Step& step) {
    const auto out = in_vertex_[from] + 1;
    if (step.arrives) {
      network_.add_edge(out, FlowNetwork::kSink, FlowNetwork::kNever);
      return;
    }
    if (scratch_.push(static_cast<std::uint32_t>(step.to))) {
      position_[step.to] = in_vertex_.size();
      in_vertex_.push_back(network_.add_node(may_be_cut_(step.to) ? 1 : FlowNetwork::kNever));
    }
    network_.add_edge(out, in_vertex_[position_[step.to]], FlowNetwork::kNever);
  }

  const PathSpace& space_;
  const std::function<bool(NodeId)>& may_be_cut_;
  WalkScratch scratch_;
  FlowNetwork network_;
  std::vector<std::size_t> in_vertex_;  ///< parallel to the queue of scratch_
  std::unordered_map<NodeId, std::size_t> position_;
};

}  // namespace

std::vector<NodeId> smallest_cut(const PathSpace& space, const std::function<bool(NodeId)>& may_be_cut,
                                 std::size_t node_count, Budget& budget) {
  ReachedNetwork network(space, may_be_cut, node_count);
  return network.build(budget) ? network.cut() : std::vector<NodeId>{};
}

}  // namespace treatygraph::queries
