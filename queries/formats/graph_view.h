#pragma once
// An answer as a graph to draw: nodes and edges with plain properties, for the formats of other tools.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/graph.h"
#include "queries/answer.h"

namespace treatygraph::queries::formats {

using PlainValue = std::variant<bool, std::int64_t, double, std::string>;
using PlainProperties = std::vector<std::pair<std::string, PlainValue>>;

struct ViewNode {
  std::string key;
  std::string title;
  std::vector<std::string> labels;
  PlainProperties properties;
};

struct ViewEdge {
  std::string id;    ///< unique in the view
  std::string from;  ///< key
  std::string to;
  std::string type;  ///< DEPENDS_ON for references that were lifted to a level
  PlainProperties properties;
};

struct GraphView {
  std::vector<ViewNode> nodes;
  std::vector<ViewEdge> edges;
  std::string truncated;  ///< why it is not whole; empty while it is
};

/// Nothing for answers that are no graphs: lists, tables, single nodes.
[[nodiscard]] std::optional<GraphView> graph_view(const Graph& graph, const Answer& answer);

}  // namespace treatygraph::queries::formats
