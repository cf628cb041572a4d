#pragma once
// The numbers of nodes, relationships and names in one snapshot. Each kind of number is a type of its own, so that the
// compiler refuses a NodeId where a RelationshipId is expected. They never leave the process: the next snapshot numbers
// everything anew. Keys (key.h) are the names that last.

#include <cstddef>
#include <cstdint>

namespace treatygraph {

/// Position of a node in document order, from 0 to node_count() - 1.
enum class NodeId : std::uint32_t {};
/// Position of a relationship, sorted by type and then by source.
enum class RelationshipId : std::uint32_t {};
/// Labels, relationship types and property names are numbered by Names (names.h).
enum class LabelId : std::uint16_t {};
enum class TypeId : std::uint16_t {};
enum class PropertyId : std::uint16_t {};

/// The number as an index into an array.
template <typename Id>
[[nodiscard]] constexpr std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// The direction in which a relationship is followed, seen from the current node.
enum class Direction : std::uint8_t { Out, In, Both };

}  // namespace treatygraph
