#pragma once
// Positions in one snapshot. They never leave the process; keys do.

#include <cstddef>
#include <cstdint>

namespace treatygraph {

enum class NodeId : std::uint32_t {};
enum class RelationshipId : std::uint32_t {};
enum class LabelId : std::uint16_t {};
enum class TypeId : std::uint16_t {};
enum class PropertyId : std::uint16_t {};

template <typename Id>
[[nodiscard]] constexpr std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// The direction in which a relationship is followed, seen from the current node.
enum class Direction : std::uint8_t { Out, In, Both };

}  // namespace treatygraph
