#pragma once
// Writes a graph piece by piece in the format of another tool, so that its size is not limited by memory. Each format
// has one writer, for answers and for the whole graph.

#include <memory>
#include <string>

#include "queries/formats/graphs/graph_view.h"

namespace treatygraph::queries::formats {

/// Call order: begin; node for each node; begin_edges; edge for each edge; end. Appends to `out`, which the caller may
/// empty between calls.
class GraphWriter {
 public:
  explicit GraphWriter(std::string& out) : out_(out) {}
  virtual ~GraphWriter() = default;
  GraphWriter(const GraphWriter&) = delete;
  GraphWriter& operator=(const GraphWriter&) = delete;

  // The five steps of the format; see above.
  virtual void begin(const GraphHead& head) = 0;
  virtual void node(const ViewNode& node) = 0;
  virtual void begin_edges() {}
  virtual void edge(const ViewEdge& edge) = 0;
  virtual void end() = 0;

 protected:
  std::string& out_;
};

/// Cytoscape.js elements JSON.
[[nodiscard]] std::unique_ptr<GraphWriter> cytoscape_writer(std::string& out);
/// Graphology's serialised graph, directed, with parallel edges.
[[nodiscard]] std::unique_ptr<GraphWriter> graphology_writer(std::string& out);
/// JSON Graph Format 2 (https://jsongraphformat.info).
[[nodiscard]] std::unique_ptr<GraphWriter> jgf_writer(std::string& out);
/// GraphML 1.0 (http://graphml.graphdrawing.org).
[[nodiscard]] std::unique_ptr<GraphWriter> graphml_writer(std::string& out);
/// GEXF 1.2 (https://gexf.net), which Gephi and networkx both load.
[[nodiscard]] std::unique_ptr<GraphWriter> gexf_writer(std::string& out);
/// Graphviz.
[[nodiscard]] std::unique_ptr<GraphWriter> dot_writer(std::string& out);
/// For d3-force (nodes and links), vis-network (data sets), React Flow (elements) and ECharts (a graph series).
[[nodiscard]] std::unique_ptr<GraphWriter> d3_writer(std::string& out);
[[nodiscard]] std::unique_ptr<GraphWriter> visnetwork_writer(std::string& out);
[[nodiscard]] std::unique_ptr<GraphWriter> reactflow_writer(std::string& out);
[[nodiscard]] std::unique_ptr<GraphWriter> echarts_writer(std::string& out);
/// RDF 1.1 Turtle and JSON-LD 1.1; rdf_description.h defines the vocabulary.
[[nodiscard]] std::unique_ptr<GraphWriter> turtle_writer(std::string& out);
[[nodiscard]] std::unique_ptr<GraphWriter> jsonld_writer(std::string& out);

/// For whole graphs only. JSON: one object with "nodes" and "relationships". NDJSON: one element per line, and an "end"
/// line with the counts. CSV: the same as rows, with the columns of all properties.
[[nodiscard]] std::unique_ptr<GraphWriter> json_writer(std::string& out);
[[nodiscard]] std::unique_ptr<GraphWriter> ndjson_writer(std::string& out);
[[nodiscard]] std::unique_ptr<GraphWriter> csv_writer(std::string& out);

/// Writes a complete view with a writer made by `writer_into`. Charges the budget in force per element.
[[nodiscard]] std::string write_graph(const GraphView& view,
                                      std::unique_ptr<GraphWriter> (*writer_into)(std::string& out));

}  // namespace treatygraph::queries::formats
