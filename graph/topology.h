#pragma once
// The topology: one Boost.Graph CSR per relationship type and direction, with 32-bit indices. Include this only for
// Boost.Graph algorithms; everything else uses HopRange.

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/hops.h"
#include "graph/ids.h"

namespace treatygraph {

/// A relationship before it is numbered.
struct RelationshipEnds {
  TypeId type;
  std::uint32_t source;
  std::uint32_t target;
};

/// Forward: the edge index plus the type's first id is the RelationshipId, so edges carry no data.
using OutCsr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                  boost::no_property, std::uint32_t, std::uint32_t>;
/// The RelationshipId of an edge that is stored at its target's side.
struct StoredAtTarget {
  std::uint32_t relationship = 0;
};
using InCsr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, StoredAtTarget,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;

/// Immutable and thread-safe.
class Topology {
 public:
  Topology() = default;
  /// `relationships` is sorted by type, then source; its index is the RelationshipId. Every end is below `node_count`.
  Topology(std::size_t node_count, std::size_t type_count, std::span<const RelationshipEnds> relationships);

  [[nodiscard]] const OutCsr& out(TypeId type) const { return by_type_[index_of(type)].out; }
  [[nodiscard]] const InCsr& in(TypeId type) const { return by_type_[index_of(type)].in; }
  [[nodiscard]] std::size_t type_count() const { return by_type_.size(); }
  [[nodiscard]] std::size_t relationship_count() const { return relationship_count_; }

  [[nodiscard]] HopRange out_hops(NodeId node, TypeId type) const { return out_hops(node, after(node), type); }
  [[nodiscard]] HopRange in_hops(NodeId node, TypeId type) const { return in_hops(node, after(node), type); }
  /// The hops that leave (or enter) any node of [first, last), as one range: a provision with all its parts.
  [[nodiscard]] HopRange out_hops(NodeId first, NodeId last, TypeId type) const {
    if (first == last) return {};
    const auto& of_type = by_type_[index_of(type)];
    const auto [begin, size] = rows(of_type.out, first, last);
    const auto* const all = std::to_address(boost::adjacent_vertices(0U, of_type.out).first);
    return {begin, size, of_type.first + static_cast<std::uint32_t>(begin - all)};
  }
  [[nodiscard]] HopRange in_hops(NodeId first, NodeId last, TypeId type) const;

  [[nodiscard]] TypeId type_of(RelationshipId relationship) const;
  [[nodiscard]] NodeId source(RelationshipId relationship) const;
  [[nodiscard]] NodeId target(RelationshipId relationship) const;
  /// The relationships of `type`: [first, last).
  [[nodiscard]] std::pair<RelationshipId, RelationshipId> relationships_of(TypeId type) const;

 private:
  struct OfType {
    OutCsr out;
    InCsr in;
    std::uint32_t first = 0;
  };
  static NodeId after(NodeId node) { return NodeId{static_cast<std::uint32_t>(node) + 1}; }
  /// The other ends of the edges stored with [first, last), which must not be empty, row by row.
  template <typename Csr>
  static std::pair<const std::uint32_t*, std::size_t> rows(const Csr& csr, NodeId first, NodeId last) {
    const auto begin = boost::adjacent_vertices(static_cast<std::uint32_t>(first), csr).first;
    const auto end = boost::adjacent_vertices(static_cast<std::uint32_t>(last) - 1, csr).second;
    return {std::to_address(begin), static_cast<std::size_t>(end - begin)};
  }

  std::vector<OfType> by_type_;
  std::size_t relationship_count_ = 0;
};

}  // namespace treatygraph
