#pragma once
// Reads numeric properties of nodes.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The property as a non-negative integer; nothing if the node has no such number.
[[nodiscard]] inline std::optional<std::size_t> whole_number(const Graph& graph, NodeId node, std::string_view name) {
  const auto id = graph.properties().find(name);
  const auto value = id ? graph.property(node, *id) : PropertyView{};
  const auto* number = std::get_if<std::int64_t>(&value);
  return number != nullptr && *number >= 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

}  // namespace treatygraph::queries
