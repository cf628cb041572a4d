#pragma once
// References that only describe which thing is meant: "data preserved pursuant to article 29". They bind nobody.

#include <optional>
#include <variant>

#include "graph/graph.h"

namespace treatygraph::queries {

/// Reads the property `describes` of references. The graph must outlive it.
class Descriptions {
 public:
  explicit Descriptions(const Graph& graph) : graph_(graph), describes_(graph.properties().find("describes")) {}

  [[nodiscard]] bool contain(RelationshipId reference) const {
    if (!describes_) return false;
    const auto value = graph_.property(reference, *describes_);
    const auto* describes = std::get_if<bool>(&value);
    return describes != nullptr && *describes;
  }

 private:
  const Graph& graph_;
  std::optional<PropertyId> describes_;
};

}  // namespace treatygraph::queries
