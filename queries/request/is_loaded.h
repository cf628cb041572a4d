#pragma once
// Whether a text was read, or is only spoken of by others.

#include <optional>
#include <variant>

#include "graph/graph.h"
#include "graph/vocabulary.h"

namespace treatygraph::queries {

/// False of treaties, and of annexes of a treaty, that are cited and were not in what was ingested; nothing where the
/// node does not say.
[[nodiscard]] inline std::optional<bool> says_loaded(const Graph& graph, NodeId node) {
  const auto name = graph.properties().find(property::kLoaded);
  const auto value = name ? graph.property(node, *name) : PropertyView{};
  const auto* loaded = std::get_if<bool>(&value);
  return loaded != nullptr ? std::optional(*loaded) : std::nullopt;
}

}  // namespace treatygraph::queries
