#pragma once
// A compressed sparse row graph over arrays that it does not own, as a graph to Boost.Graph: vertex list, incidence and
// adjacency concepts. So Boost's algorithms run over a mapped image without a copy of it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include "graph/csr_rows.h"

namespace treatygraph {

/// A directed graph: `rows` finds the row of each vertex in `targets`. Copied like a pointer; the arrays must outlive
/// it.
class CsrView {
 public:
  /// Boost's edge descriptor. Parallel edges differ in their index.
  struct Edge {
    std::uint32_t source;
    std::uint32_t index;  ///< into targets
    bool operator==(const Edge&) const = default;
  };
  class EdgeIterator
      : public boost::iterator_facade<EdgeIterator, Edge, boost::random_access_traversal_tag, Edge, std::ptrdiff_t> {
   public:
    EdgeIterator() = default;
    EdgeIterator(std::uint32_t source, std::uint32_t index) : source_(source), index_(index) {}

   private:
    friend class boost::iterator_core_access;
    [[nodiscard]] Edge dereference() const { return {source_, index_}; }
    [[nodiscard]] bool equal(const EdgeIterator& other) const { return index_ == other.index_; }
    void increment() { ++index_; }
    void decrement() { --index_; }
    void advance(std::ptrdiff_t by) { index_ = static_cast<std::uint32_t>(std::ptrdiff_t{index_} + by); }
    [[nodiscard]] std::ptrdiff_t distance_to(const EdgeIterator& other) const {
      return std::ptrdiff_t{other.index_} - std::ptrdiff_t{index_};
    }
    std::uint32_t source_ = 0;
    std::uint32_t index_ = 0;
  };

  CsrView() = default;
  CsrView(CsrRows rows, std::span<const std::uint32_t> targets)
      : rows_(rows), targets_(targets.data()), edges_(static_cast<std::uint32_t>(targets.size())) {}

  [[nodiscard]] std::uint32_t vertex_count() const { return rows_.vertex_count(); }
  [[nodiscard]] std::uint32_t edge_count() const { return edges_; }
  [[nodiscard]] const CsrRows& rows() const { return rows_; }
  [[nodiscard]] const std::uint32_t* targets() const { return targets_; }

 private:
  CsrRows rows_;
  const std::uint32_t* targets_ = nullptr;
  std::uint32_t edges_ = 0;
};

/// The functions that Boost.Graph's algorithms find by argument-dependent look-up.
inline std::uint32_t num_vertices(const CsrView& graph) {
  return graph.vertex_count();
}
inline std::uint32_t num_edges(const CsrView& graph) {
  return graph.edge_count();
}
inline auto vertices(const CsrView& graph) {
  return std::pair(boost::counting_iterator<std::uint32_t>(0),
                   boost::counting_iterator<std::uint32_t>(graph.vertex_count()));
}
inline std::pair<CsrView::EdgeIterator, CsrView::EdgeIterator> out_edges(std::uint32_t vertex, const CsrView& graph) {
  const auto [begin, end] = graph.rows().of(vertex);
  return {{vertex, begin}, {vertex, end}};
}
inline std::uint32_t out_degree(std::uint32_t vertex, const CsrView& graph) {
  const auto [begin, end] = graph.rows().of(vertex);
  return end - begin;
}
inline std::uint32_t source(const CsrView::Edge& edge, const CsrView& /*graph*/) {
  return edge.source;
}
inline std::uint32_t target(const CsrView::Edge& edge, const CsrView& graph) {
  return graph.targets()[edge.index];
}
inline std::pair<const std::uint32_t*, const std::uint32_t*> adjacent_vertices(std::uint32_t vertex,
                                                                               const CsrView& graph) {
  const auto [begin, end] = graph.rows().of(vertex);
  return {graph.targets() + begin, graph.targets() + end};
}
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t /*index*/,
                                                             const CsrView& /*graph*/) {
  return {};
}

}  // namespace treatygraph

namespace boost {

/// What Boost.Graph asks of a graph type. There is no edge list and no in-edges: the reverse graph is a CsrView too.
template <>
struct graph_traits<treatygraph::CsrView> {
  struct traversal_category : incidence_graph_tag, adjacency_graph_tag, vertex_list_graph_tag {};
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = treatygraph::CsrView::Edge;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using vertex_iterator = counting_iterator<std::uint32_t>;
  using out_edge_iterator = treatygraph::CsrView::EdgeIterator;
  using adjacency_iterator = const std::uint32_t*;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using in_edge_iterator = void;
  using edge_iterator = void;
  static vertex_descriptor null_vertex() { return 0xffff'ffff; }
};

template <>
struct property_map<treatygraph::CsrView, vertex_index_t> {
  using type = typed_identity_property_map<std::uint32_t>;
  using const_type = type;
};

// `boost::out_edges(…)` and the like are called with their namespace in some places.
using treatygraph::adjacent_vertices;
using treatygraph::num_edges;
using treatygraph::num_vertices;
using treatygraph::out_degree;
using treatygraph::out_edges;

}  // namespace boost
