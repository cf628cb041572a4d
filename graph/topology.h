#pragma once
// The topology: one CSR per relationship type and direction, with 32-bit indices, in the arrays of an image. Include
// this only for Boost.Graph algorithms; everything else uses Graph::out() and Graph::in() (HopRange).

#include <cstdint>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/csr_view.h"
#include "graph/hops.h"
#include "graph/ids.h"
#include "graph/spilled_list.h"

namespace treatygraph {

/// A relationship before it has a RelationshipId.
struct RelationshipEnds {
  TypeId type;
  std::uint32_t source;
  std::uint32_t target;
};

/// A graph that a query builds for itself, with its own numbering.
using OutCsr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                  boost::no_property, std::uint32_t, std::uint32_t>;

/// The address that is read first to find the row of a vertex, for prefetching. m_forward is a public but undocumented
/// member of Boost.Graph's class.
inline const void* row_address(const OutCsr& csr, std::uint32_t vertex) {
  return csr.m_forward.m_rowstart.data() + vertex;
}
inline const void* row_address(const CsrView& csr, std::uint32_t vertex) {
  return csr.rows().address(vertex);
}

namespace image {
class Image;
class ImageWriter;
}  // namespace image

/// Views of an image, which must outlive it. Immutable and thread-safe.
class Topology {
 public:
  Topology() = default;
  /// Reads an image that check_structure() found sound.
  Topology(const image::Image& image, std::size_t type_count);
  /// Writes the sections of the topology. `relationships` is sorted by type, then source; its index is the
  /// RelationshipId. Every end is below `node_count`. With `spill`, intermediate lists are kept there and not in
  /// memory.
  static void write(std::size_t node_count, std::size_t type_count, const SpilledList<RelationshipEnds>& relationships,
                    image::ImageWriter& writer, SpillFile* spill = nullptr);

  /// The graph of the relationships of one type. The edge index plus the type's first id is the RelationshipId, so
  /// edges carry no data. in() has the edges reversed; their RelationshipIds are in in_hops().
  [[nodiscard]] const CsrView& out(TypeId type) const { return by_type_[index_of(type)].out; }
  [[nodiscard]] const CsrView& in(TypeId type) const { return by_type_[index_of(type)].in; }
  [[nodiscard]] std::size_t type_count() const { return by_type_.size(); }
  [[nodiscard]] std::size_t relationship_count() const { return relationship_count_; }

  /// The hops that leave (or enter) one node.
  [[nodiscard]] HopRange out_hops(NodeId node, TypeId type) const { return out_hops(node, after(node), type); }
  [[nodiscard]] HopRange in_hops(NodeId node, TypeId type) const { return in_hops(node, after(node), type); }
  /// The hops that leave (or enter) any node of [first, last), as one range: a provision with all its parts.
  [[nodiscard]] HopRange out_hops(NodeId first, NodeId last, TypeId type) const {
    const auto& of_type = by_type_[index_of(type)];
    const auto [begin, end] = rows_of(of_type.out, first, last);
    return {of_type.out.targets() + begin, end - begin, of_type.first + begin};
  }
  [[nodiscard]] HopRange in_hops(NodeId first, NodeId last, TypeId type) const {
    const auto& of_type = by_type_[index_of(type)];
    const auto [begin, end] = rows_of(of_type.in, first, last);
    return {of_type.in.targets() + begin, end - begin, of_type.in_relationships + begin};
  }

  /// The type and the source are found by binary search, because the image does not store them by relationship.
  [[nodiscard]] TypeId type_of(RelationshipId relationship) const;
  [[nodiscard]] NodeId source(RelationshipId relationship) const;
  [[nodiscard]] NodeId target(RelationshipId relationship) const;
  /// The relationships of `type`: [first, last).
  [[nodiscard]] std::pair<RelationshipId, RelationshipId> relationships_of(TypeId type) const;

 private:
  struct OfType {
    CsrView out;
    CsrView in;
    const std::uint32_t* in_relationships = nullptr;  ///< by edge of `in`
    std::uint32_t first = 0;                          ///< the first RelationshipId of the type
  };
  static std::pair<std::uint32_t, std::uint32_t> rows_of(const CsrView& csr, NodeId first, NodeId last) {
    return csr.rows().of(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
  }
  static NodeId after(NodeId node) { return NodeId{static_cast<std::uint32_t>(node) + 1}; }

  std::vector<OfType> by_type_;
  std::size_t relationship_count_ = 0;
};

}  // namespace treatygraph
