#pragma once
// Why an answer says what it says: relationships told in sentences, each with its words.

#include <span>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/treaty/dependency_steps.h"

namespace treatygraph::queries {

/// "Article 35(1)(c) rests on article 2(h): “serious crime” (defined in)". Where no words were recorded it says what
/// the relationship is based on instead.
[[nodiscard]] std::string sentence_of(const Graph& graph, RelationshipId relationship);

/// The same of a hop of a walk. Where the reference hangs on a part of what was read, on an introduction above it, or
/// points to what that stands in, it says so: "Article 24(4) applies to chapter V, in which article 48 stands".
[[nodiscard]] std::string sentence_of(const Graph& graph, const DependencyHop& hop);

/// A node of an answer, and why it is there: one sentence a hop.
struct Explanation {
  NodeId node;
  std::vector<std::string> sentences;
};

[[nodiscard]] Explanation told(const Graph& graph, NodeId node, std::span<const DependencyHop> chain);

}  // namespace treatygraph::queries
