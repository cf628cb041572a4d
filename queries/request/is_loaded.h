#pragma once
// Whether a treaty or annex was ingested, or is only cited by others.

#include <optional>
#include <variant>

#include "graph/graph.h"
#include "graph/vocabulary.h"

namespace treatygraph::queries {

/// False for treaties, and annexes of a treaty, that are cited but were not ingested; nothing if the node does not say.
[[nodiscard]] inline std::optional<bool> says_loaded(const Graph& graph, NodeId node) {
  const auto name = graph.properties().find(property::kLoaded);
  const auto value = name ? graph.property(node, *name) : PropertyView{};
  const auto* loaded = std::get_if<bool>(&value);
  return loaded != nullptr ? std::optional(*loaded) : std::nullopt;
}

}  // namespace treatygraph::queries
