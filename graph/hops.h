#pragma once
// The relationships of one type on one side of a node, or of a range of nodes, as a range.

#include <cstddef>
#include <cstdint>
#include <iterator>

#include "graph/ids.h"

namespace treatygraph {

/// One relationship seen from a node: the relationship, and the node at its other end.
struct Hop {
  RelationshipId relationship;
  NodeId node;
};

/// A view into the graph's CSRs, as cheap to iterate as the arrays. Relationship ids of outgoing hops are consecutive;
/// those of incoming hops are listed.
class HopRange {
 public:
  class Iterator {
   public:
    using value_type = Hop;
    using reference = Hop;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    Iterator(const HopRange* range, std::size_t position) : range_(range), position_(position) {}
    Hop operator*() const { return (*range_)[position_]; }
    Iterator& operator++() {
      ++position_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return position_ == other.position_; }

   private:
    const HopRange* range_;
    std::size_t position_;
  };

  HopRange() = default;
  /// Outgoing: relationship ids count up from `first`.
  HopRange(const std::uint32_t* nodes, std::size_t size, std::uint32_t first)
      : nodes_(nodes), size_(size), first_(first) {}
  /// Incoming: relationship ids are listed in `relationships`.
  HopRange(const std::uint32_t* nodes, std::size_t size, const std::uint32_t* relationships)
      : nodes_(nodes), relationships_(relationships), size_(size) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] NodeId node(std::size_t i) const { return NodeId{nodes_[i]}; }
  [[nodiscard]] RelationshipId relationship(std::size_t i) const {
    return RelationshipId{relationships_ != nullptr ? relationships_[i] : first_ + static_cast<std::uint32_t>(i)};
  }
  [[nodiscard]] Hop operator[](std::size_t i) const { return {relationship(i), node(i)}; }
  /// The ids of the nodes at the other ends, in order, for hot loops and prefetching.
  [[nodiscard]] const std::uint32_t* raw_nodes() const { return nodes_; }
  /// For outgoing hops: the first RelationshipId.
  [[nodiscard]] std::uint32_t first_outgoing() const { return first_; }

  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size_}; }

 private:
  const std::uint32_t* nodes_ = nullptr;
  const std::uint32_t* relationships_ = nullptr;
  std::size_t size_ = 0;
  std::uint32_t first_ = 0;
};

}  // namespace treatygraph
