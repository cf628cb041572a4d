#pragma once
// What a node's record says, where a treaty is looked for among the records of the sources.

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/property.h"
#include "graph/records.h"
#include "graph/vocabulary.h"

namespace treatygraph::ingest {

/// Empty where it is no text.
[[nodiscard]] inline std::string text_of(const NodeRecord& node, std::string_view name) {
  return text_of(node.properties, name);
}

[[nodiscard]] inline bool is_treaty(const NodeRecord& node) {
  return std::ranges::find(node.labels, label::kTreaty) != node.labels.end();
}

[[nodiscard]] inline bool is_loaded(const NodeRecord& node) {
  const auto* loaded = find_property(node.properties, "loaded");
  return loaded == nullptr || loaded->value != PropertyValue(false).value;
}

}  // namespace treatygraph::ingest
