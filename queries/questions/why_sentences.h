#pragma once
// Explains answers: relationships as sentences, each with the quoted words.

#include <span>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/treaty/dependency_steps.h"

namespace treatygraph::queries {

/// "Article 35(1)(c) rests on article 2(h): “serious crime” (defined in)". If no words were recorded, it gives the
/// basis instead.
[[nodiscard]] std::string sentence_of(const Graph& graph, RelationshipId relationship);

/// The same for a hop of a walk. If the reference is on a part of what was read, on an introduction above it, or points
/// to something that contains the target, the sentence says so: "Article 24(4) applies to chapter V, which contains
/// article 48".
[[nodiscard]] std::string sentence_of(const Graph& graph, const DependencyHop& hop);

/// A node of an answer with the reason why it is there: one sentence per hop.
struct Explanation {
  NodeId node;
  std::vector<std::string> sentences;
};

/// Explains the node by the hops of its chain.
[[nodiscard]] Explanation told(const Graph& graph, NodeId node, std::span<const DependencyHop> chain);

}  // namespace treatygraph::queries
