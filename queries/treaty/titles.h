#pragma once
// The names of nodes and relationships in answers.

#include <string>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The title of a node: for a provision "article 24, paragraph 2" with its heading in brackets; otherwise its name,
/// title or heading; or else its key.
[[nodiscard]] std::string title_of(const Graph& graph, NodeId node);

/// A relationship's stable name: "uncc:art_24>REFERS_TO>uncc:art_6", with "#2" for the second of its kind between the
/// same ends.
[[nodiscard]] std::string relationship_name(const Graph& graph, RelationshipId relationship);

}  // namespace treatygraph::queries
