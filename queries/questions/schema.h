#pragma once
// The schema: labels, relationship types and properties, with counts.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

struct PropertySummary {
  std::string name;
  std::size_t count = 0;           ///< number of nodes (or relationships) that have it
  std::vector<std::string> kinds;  ///< "string", "integer", "float", "boolean", "date", "list", ...
};

struct LabelSummary {
  std::string name;
  std::size_t count = 0;
  std::vector<PropertySummary> properties;  ///< by name
};

struct TypeSummary {
  std::string name;
  std::size_t count = 0;
  std::vector<PropertySummary> properties;                          ///< by name
  std::map<std::pair<std::string, std::string>, std::size_t> ends;  ///< labels of source and target
};

struct Schema {
  std::size_t node_count = 0;
  std::size_t relationship_count = 0;
  std::vector<LabelSummary> labels;  ///< by name
  std::vector<TypeSummary> types;    ///< by name
};

/// Computed once per graph and kept with it.
[[nodiscard]] const Schema& schema_of(const Graph& graph);

}  // namespace treatygraph::queries
