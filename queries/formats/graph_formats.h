#pragma once
// A view of the graph in the formats that drawing and analysing tools load.

#include <string>

#include "queries/formats/graph_view.h"

namespace treatygraph::queries::formats {

/// Cytoscape.js elements JSON.
[[nodiscard]] std::string to_cytoscape(const GraphView& view);
/// Graphology's serialised graph, directed, with parallel edges.
[[nodiscard]] std::string to_graphology(const GraphView& view);
/// JSON Graph Format 2.
[[nodiscard]] std::string to_jgf(const GraphView& view);
/// GraphML 1.0 (http://graphml.graphdrawing.org).
[[nodiscard]] std::string to_graphml(const GraphView& view);
/// GEXF 1.2 (https://gexf.net), which Gephi and networkx both load.
[[nodiscard]] std::string to_gexf(const GraphView& view);
/// Graphviz.
[[nodiscard]] std::string to_dot(const GraphView& view);
/// RDF 1.1 Turtle: nodes as IRIs made of their keys, properties under our own vocabulary, labels as classes, titles as
/// rdfs:label; each relationship is a triple, and a statement with its evidence (PROV for where it comes from).
[[nodiscard]] std::string to_turtle(const GraphView& view);
/// The same as JSON-LD 1.1.
[[nodiscard]] std::string to_jsonld(const GraphView& view);

}  // namespace treatygraph::queries::formats
