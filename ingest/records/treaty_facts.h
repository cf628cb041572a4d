#pragma once
// Reads properties of treaty records while sources are matched.

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/property.h"
#include "graph/records.h"
#include "graph/vocabulary.h"

namespace treatygraph::ingest {

/// The value of a property. Empty if the node does not have it, or if it is not a string.
[[nodiscard]] inline std::string text_of(const NodeRecord& node, std::string_view name) {
  return text_of(node.properties, name);
}

[[nodiscard]] inline bool is_treaty(const NodeRecord& node) {
  return std::ranges::find(node.labels, label::kTreaty) != node.labels.end();
}

/// Whether the text of the treaty is in the graph. Nodes that do not say so are loaded; only placeholders say false.
[[nodiscard]] inline bool is_loaded(const NodeRecord& node) {
  const auto* loaded = find_property(node.properties, "loaded");
  return loaded == nullptr || loaded->value != PropertyValue(false).value;
}

}  // namespace treatygraph::ingest
